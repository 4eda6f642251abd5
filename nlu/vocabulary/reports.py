"""What a clause does with the day or the time in it: it wishes for it, or tells what happens then. Written and in kana."""

from nlu.vocabulary.phrase import Phrases, behind, either, maybe, never, several, within
from nlu.vocabulary.things import outside_places

_OUTSIDE = " ".join(outside_places())

_STEM_ENDS = "き し り び み ち い ぎ え け せ て べ め れ ね"
"""Before たい: 行きたい, and not 仕事たい."""

_NO_REPORT = never("なら ら り い め く か、 か。 かね かどう がいい ほう 方 ち て", ("か", "$"))

AIMED = Phrases(
    (
        maybe("の方 のほう ごろ 頃 ぐらい くらい から ちょうど の分"),
        either(
            "$ 。 お願 おねが 頼 たのみ たのむ 希望",
            (
                "で",
                maybe("も"),
                either(
                    "、 。 ? $ お願 おねが 頼 たの よか よろ いい 良い ええ どう どげん どげえ どがん いかが 大丈夫 だいじょ 予約 よやく 取 とっ とり 結構 けっこ 構 かま",
                    "すか すね すけど すが すよ す、 す。 したら",
                    ("す", "$"),
                ),
            ),
            (
                "に へ",
                maybe("、"),
                maybe("一緒に いっしょに 二人で ふたりで また ぜひ"),
                either(
                    ("行き いき ゆき", never("よ まし")),
                    (
                        "し する すれ せん せえ でき 変 かえ 移 うつ 行く 行け 行こ 行っても いく いこ いけ ゆく 伺 うかが 来ま 来る きます 寄る 寄ります 寄りた 寄らせ 寄ろ よるわ よるけん よります よりた よらせ お願 おねが 頼 たの 予約 よやく 取 とっ とり 入れ いれ 参 まい ずら 決 きめ 済ませ すませ 出直 でなお 出向 上が",
                        never("るのは くのは るのが くのが のは のが のわ んは んが"),
                    ),
                    "。 $ 、",
                ),
            ),
            ("に", within(8, stops="、。"), "欲しい 欲しか ほしい ほしか"),
            ("が", "いい 良 よか よろ ええ 希望 きぼう 都合 ありがた 助か たすか"),
            (
                "なら だったら やったら でしたら",
                maybe("ば"),
                "着 つき つく 間に合 まにあ いい 良 よか よろ 行 いけ いき 大丈夫 だいじょ 空 来 こら 出 都合",
            ),
            ("は", "どう どげん どげえ どがん いかが 空い あいて あいと 大丈夫 だいじょ"),
            ("やけど だけど や、 やね だね やな", never("ん")),
        ),
    ),
)
"""Right behind a day or a time: にして, でお願い, に行きます, がいい, ならよか."""

COMES = Phrases(("に へ", "来る くる 来ま きます"))
"""What somebody else does on a day: 孫が10日に来るとよ."""

REPORTED = Phrases(
    (
        behind("っ し い う ん き め ぎ け れ え ね べ び み や だ"),
        either("た", (behind("ん い"), "だ")),
        _NO_REPORT,
    ),
    (
        "とる とります とりま とるん とん ちょる ちょり よる よります よりま ている ています てる てます あります ありま がある もある がおる",
        _NO_REPORT,
    ),
    ("ん の と", "です よ や、 や。 やもん ばい", _NO_REPORT),
    "なんだ のよ とよ たい。 たい、 ばい ですって ですと だって、 だって。 やって、 やって。 っちゃ らしい そうで かろう",
    ("です ます", several("わ ね よ え ー"), "、 。"),
    ("る く す つ む ぶ ぐ う ん", several("わ ね よ"), "。"),
    ("ないかん んといけん んといかん なきゃ", maybe("し")),
    (behind("いだしきつる"), "し、"),
    (behind("る た く す う"), "のは のが んは のわ"),
)
"""Where a clause has told what happens: 検診が入っとったわ, 当番やった, 晩に戻るんよ."""

NO_MATTER = ("でも", "ても", "たっちゃ", "たって")
"""Behind weather that keeps nobody at home: 雨でも行きます."""

WEATHER = Phrases(
    (
        maybe("は わ も って"),
        within(6, stops="、。"),
        "寒 さむ 暑 あつい あつう 冷え ひえ 暖 あったか あたたか ぬくい ぬくか 天気 てんき 雨 あめ 雪 ゆき しぐれ 時雨 風が かぜが 晴れ はれ 曇 くもり 降り 降る 降っ 降りよ ふり ふる ふっと ふって 涼 すずし",
    )
)
"""Behind the day of which it is said: 今日は冷えますねえ."""

DESIRED = Phrases(
    (behind(_STEM_ENDS), "たい", never("けん ので から もん し、")),
    ("^", "なら やったら だったら でしたら"),
    "お願 おねが 頼み 頼む ください 下さい くださ もらえ もらお ほしい 欲しい 希望 予約 よやく でもいい でもよか がいい がよか ならいい ならよか 空いて 空いと あいとる あいてい"
    " 大丈夫 だいじょうぶ 行けます 行ける いけます どうで どうや いかが と思 とおも つもり 予定で 予定や 伺 うかが 行こう いこう たら なら、 れば ますか ですか でしょうか ませんか なければ",
)
"""What wishes or asks, wherever it stands in a clause."""

GOES_ON = Phrases(("て で", "、 $"), ("^", "、", within(8, stops="、。", least=1), "が", "$"))
"""At the end of a part of a sentence that is of one kind with the next: 月曜に船が出て、木曜に戻る."""

IS_OF = Phrases(
    (
        maybe("だけ"),
        maybe("なん なの"),
        "です でし や だ で、 でね でな って らしい ちゅう ちゃ っちゃ ばい たい じゃ",
    )
)
"""Behind the day that something else is: 締め切りが11日なんで, 休みが木曜やって."""

WISHED_FOR = Phrases(
    (
        "希望 きぼう 行ける いける 行けるの いけるの 行きたいの いきたいの 都合 つごう 空いとる 空いとるの 空いている 空いているの いいの よかの る日 い日 な日 う時間 る時間 い時間",
        "$",
    )
)
"""What that something is where the day is a wish: 希望は木曜です."""

TAKES_PLACE = Phrases(
    (
        within(4, stops="、。"),
        "があ が入 がはい が有 の予定 の約束 に行く日 に行っと に行きよ にいっと にいきよ に行かんと に行かない と書い っち書い て書い なん です や、 やけ やし だ",
    )
)
"""Behind what the caller is busy with on a day: 12月1日に眼科があるけん, 12月1日に眼科と書いとる."""

SAID_OF_IT = Phrases(
    ("な", never("ら")),
    "や です だ で、 にあ に入 にはい にい 、",
    ("に", "変わっ かわっ 変わり かわり 決まっ きまっ 移っ うつっ 延び のび ずれ なった なって なりまし"),
)
"""What goes on behind the days of something else: 月水金なんです."""

DAY_OFF = ("休みの", "やすみの", "休みは", "やすみは", "休みわ", "やすみわ")
"""Before a day on which somebody is free to come: 息子が休みの12月3日, 婿の休みは12月1日です."""

BEFORE_OR_AFTER = Phrases(
    "前 まえ 後 あと ついで 帰り かえり がてら 終わっ おわっ 済ん すん その足 そのあし 休み"
)
"""Where the day is wished after all: 金曜に眼科がある前に."""

ON_THE_WAY = Phrases("帰り かえり がてら ついで その足 そのあし")
"""The same, also in a sentence of its own: 眼科があるけん、その帰りに."""

_FINISHED = either(
    ("済ませた すませた", never("い か く けれ ほ 方 ら り")), "済ませまし 済ませとる すませまし"
)
_DONE = either(
    (
        "出した 出しました 届けた 届けました 電話した 電話しました でんわした 受けた 受けました もろうた もらった もらいました 入った 入りました 退院した 退院しました 転んだ 転びました"
        " 辞めた 辞めました 越してきた 越してきました 移った 移りました 手続きした 手続きしてくれた 手続きしました",
        never("ら り い か ほう 方 ほー"),
    ),
    ("電話 でんわ", maybe("を ば"), "したら かけたら", "、"),
    _FINISHED,
)
TOLD_OF = Phrases(
    ("でもない やない じゃない でもなか", "のに とに"),
    (
        maybe("の夜 の朝 の昼 の晩 の夕方 の午前 の午後 の夜中"),
        "に で",
        never((within(20, stops="、。"), "たくて たくち たいと ようと たかった")),
        within(20, stops="、。", least=1),
        _DONE,
    ),
    (
        "に で は",
        within(20, stops="、。"),
        "届 とどけ 届け 手続き 申請 手術 葬式 葬儀",
        within(8, stops="、。"),
        "出したん 出しましたん 出したけ 出しましたけ 済ませたん 済ませたけ 済ませたば 済ませまし したんで したけん してくれたん してくれたけ",
    ),
    (
        "に で",
        within(6, stops="、。"),
        either(
            _FINISHED,
            ("済ませて", never("ほ 欲 く 下 も")),
            "済んだ すんだ 済みまし 終わった 終わりまし おわった おわりまし 終えた 終えまし あげまし",
        ),
        never("い か お と"),
    ),
    (
        either("から", (behind("から"), maybe("、"))),
        maybe("の"),
        maybe("、 お うち家に うちに こっちに"),
        "入園 入所 入り はいり 入れ いれ 申し込み 申込 もうしこみ 保育 ほいく 学校 がっこう 小学 しょうがく 中学 ちゅうがく 新年度 通 かよ 預 あず 復職 ふくしょく 復帰 ふっき 働 はたら 仕事 しごと 勤 つとめ 同居 どうきょ どーきょ 独り暮らし 一人暮らし ひとりぐらし 住 すむ すみ 年金 ねんきん 会社 かいしゃ パート",
        never("の相談 のそうだん の予約"),
    ),
    (
        either("から", behind("から")),
        within(8, stops="。、"),
        "が は に で",
        within(4, stops="。、"),
        "入園 入所 入る 入り はいる はいり 通う 通い かよう 働く はたらく 働き 勤める 勤め 仕事 同居 どうきょ 住む すむ",
    ),
    (
        "に は わ から",
        within(8, stops="。、"),
        _OUTSIDE,
        maybe("市 県 のほう"),
        maybe("に へ まで"),
        "行 いく いっ いき 旅行 りょこう りょこー",
    ),
    ("が は わ まで", maybe("の で"), "締め切り 締切 しめきり 期限 きげん 期日 きじつ 提出日"),
    (
        "に は わ",
        within(10, stops="、。"),
        either(
            (
                "電話 でんわ 連絡 れんらく 手紙 葉書 はがき 通知",
                "があって がありまし があった があり がきて が来て が来た がきた",
            ),
            (
                "電話 でんわ 連絡 れんらく",
                maybe("を ば"),
                "してきて してきた してきまし くれて くれた もらって もろうて",
            ),
            "言うてき 言ってき いうてき いってきた 聞いてき きいてき",
        ),
    ),
    (
        within(16, stops="、。"),
        "たら れば",
        maybe("、"),
        "いい よか ええ 良か 助かる たすかる",
        maybe("ん と"),
        "のに とに",
    ),
)
"""Behind a day that is no wish, though it is the only one: 30日が締め切り, 金曜に電話してきて, 日曜に開いとったらよかとに."""

LAST_DAY = Phrases(
    (
        "期限 きげん 締め切り 締切 しめきり 期日 きじつ",
        "が は わ って まで",
        within(12, stops="。?"),
    )
)
"""Before a day that is the last one of something: 期限が誕生日までなんです、12月10日."""
SO_IT_IS = ("。", "です", "なん", "や", "だ", "と書", "まで")
"""Behind a day that is said to be that."""

OVER_AND_DONE = Phrases(
    (
        behind("っ し い う ん き め ぎ け れ え ね べ び み や だ で"),
        either("た", (behind("ん い"), "だ")),
        either(
            "けん けえ ので から もんで もんやけん が、 が。 けど けども けれど ばってん とですが とやけど とです。 とよ。 とばい。 。",
            ("ん と", "です で や", maybe("けど けれど けれども が")),
            ("と っち って", "きに"),
        ),
    ),
    ("まし", either("て、 て。", ("て", "$"))),
    (
        "とる とります とん ちょる ちょります ている ています",
        "けん けえ ので から が、 けど とですが んですが とやけど んやけど んで もんで もんやけん",
    ),
    ("ら、", within(30, stops="。"), "れた んだ った した きた いた"),
)
"""Where a clause tells what was done, or how it stands since."""

OF_A_VISIT = Phrases(
    "予約 よやく 取っ とっ 入れ 入っと 頼ん たのん 変え かえ 空い あい 空く 休み やすみ 都合 つごう 行け いけ 行かれ 来れ 来られ いい よか ええ 良 希望 思 おも 考え かんがえ 迷っ まよっ 決め きめ つもり 予定 約束 やくそく 伺 うかが 行く いく 書い 聞い 言われ いわれ 間違 大丈夫 言うた 言った 言いまし ゆうた いうた"
)
"""Of a visit of the caller's, in such a clause."""

AMOUNTS = Phrases(
    "になるけん になるけど になるとよ になるとです になるんです になるもん になって になりまし になった"
)
"""Behind a number of days that have gone by since: 戻ってきて三日になるけん."""

EVERY_YEAR = ("毎年", "毎年の", "まいとし", "まいとしの", "例年", "例年の")
"""Before a day of every year."""

YEAR = "年"
"""In a day that is named with its year."""

LATELY = Phrases(("ここ この", "1 2 3 4 5 6 7 8 9 一 二 三 四 五 六 七 八 九", "、", "$"))
"""Before the second number of a few days gone by: ここ2、3日."""

CLOSED_THEN = Phrases(
    (
        maybe("で や やけん だから なので です"),
        maybe("、"),
        maybe("お"),
        "休み やすみ 閉ま しま",
        within(6, stops="。"),
        "やろ でしょ だろ やけ だから けん か、 よね ですね ので",
    )
)
"""Behind the weekday of a day on which the office rests: 28日は土曜で休みやろ."""

ASKS_WHETHER = Phrases(
    (
        maybe("しい い しか か"),
        maybe("です でしょう"),
        either(
            "よね かね かねえ やろか やろうか かいね かしら とね でしょうか だろうか",
            ("か", "$ ? 。"),
            ("の と", "?"),
        ),
        several("え ー ? 。"),
        "$",
    )
)
"""Behind a refusal that only asks: 六時以降は難しいですか, 今日では無理ですよね."""

SAME_DAY = Phrases(("^", maybe("の日 のひ"), maybe("は の って"), maybe("、"), "$"))
"""Between a day that has a name and its number: クリスマスイブの日、24日."""

OF_TWO = Phrases(
    "やったら だったら でしたら なら 言うたら いうたら 言ったら では でわ どっち どちら のうち の中"
)
"""Between two that are named and the one of them that is taken: 水曜と木曜やったら木曜."""

ON_ITS_WAY = Phrases(
    "その足で そのあしで 続けてって 続けて行け 続けて取れ 続けてでき 続けてお願い つづけていけ ついでに寄 ついでによ ついでに行 ついでにい 帰りに寄 かえりによ",
    ("と", maybe("、"), "そろえて 揃えて 合わせて あわせて 同じ日 おなじ日 おなじひ"),
)
"""Of another errand: on the way of the one before, 住民票をもろうたその足で, 日にちは住民票とそろえて."""

AFFIRMED = Phrases(("^", "はい うん ええ そう そうそう ああ", never("や な"), maybe("、 。")))
"""What opens an answer that says a read-back again."""

OF_WHAT_WAS_SAID = Phrases(("の", maybe("ほう 方 分"), "、 。 ね よ やけ です $"))
"""Behind the month of a day that was said before it: 28日、12月のね."""

_IT_IS = maybe("です や やった だった でした なん")
_THEN = "そんなら それなら それじゃ じゃあ じゃ ほんなら ほな なら だったら やったら そしたら そいなら そんじゃ ほいなら ほいじゃ んなら"
TOLD_BY_US = Phrases((_IT_IS, "ね か かね かい よね な", several("え ー"), "。 、", _THEN))
"""Behind a day that is only said again: ああ、火曜日ね。そんなら木曜に."""

TODAY_TOLD = Phrases((_IT_IS, maybe("ね か かね かい よね な"), "。 、", f"{_THEN} では"))
"""Behind today's date before another day: ああ、24日。それなら水曜に."""

SET_OUT = tuple(
    verb + at
    for verb in (
        "家を出る",
        "うちを出る",
        "いえをでる",
        "うちをでる",
        "こっちを出る",
        "起きる",
        "おきる",
        "乗る",
        "のる",
    )
    for at in ("のが", "のは", "のわ", "とが", "んが")
)
"""Before the time at which somebody sets out, and is not there yet: 家を出るのが9時でしょ."""

RIDES = Phrases(
    ("の", maybe("バス ばす 電車 でんしゃ モノレール 便 びん 汽車 きしゃ"), "に で", "乗 のっ のる のり")
)
"""Behind the time of a bus: 10時のに乗って."""

THIS_IS = Phrases("これは これわ それは それわ")
"""Between a day and what is said of it: 21日、これは命日の翌日でして."""

SAID_ONCE_MORE = Phrases(
    (
        "^",
        maybe("に で が は って ね"),
        maybe("いい よか ええ 良い し したい 行き 行きたい いきたい お願い おねがい 取り 希望"),
        maybe("て"),
        maybe("ん の と"),
        maybe("です ます します じゃ や だ たい ばい"),
        maybe("ね よ な けど が けども"),
        "、 。",
        maybe("、 。 ええと えーと えっと あの その つまり"),
        maybe("、"),
        "$",
    )
)
"""Between what is said and the same said more exactly: 金曜がいいんです、来週の金曜."""

CROWDED = Phrases(
    (
        maybe("は わ も って"),
        maybe("もう いつも やっぱり"),
        either(
            "混む 込む こむ こんどる こんどり 混んどる 混んどり 混んでる 混んでいる 混んでいま 込んどる",
            ("混み 込み こみ", "ます"),
        ),
        several("ん の と です わ もん よう"),
        either(
            "よね やろ でしょ だろ かね かいね かな もんね もんな",
            ("ね ねえ なあ", "$ 。"),
            ("か", "? $ 。 ね な"),
        ),
    )
)
"""Behind a day of which only that is said or asked: 水曜は混むわよねえ, 月初めは込みますかね."""

THOUGHT_OF = Phrases(
    (
        maybe("に で が ごろ 頃 ぐらい くらい"),
        maybe("行こう いこう 行く いく しよう 来よう こよう お願いしよう いい よか ええ"),
        maybe("か かな"),
        "と っち って ち",
        "思 おも 考え かんがえ",
        "いよったけ いよったば いよったが いよりましたが いよりましたけ とったけ とったば とったが とりましたが とりましたけ とったんで とったんや うとったけ うとったば うとったが うとりましたけ うとりましたが ってたけ ってましたけ ってましたが っていたけ っていましたが っていましたけ ったけ ったが ったば っとったけ っとったば っとったが っとりましたけ っとりましたが っとったんや っとったんで てたけ ていたけ いましたが いましたけ",
    )
)
"""Behind what was thought of before: 10時と思いよったけど."""

DONE_FIRST = Phrases(
    (
        "の を ば が は",
        within(14, stops="。、", least=1),
        either("てから でから てからの でからの", ("た だ", "ら あと 後"), ("た だ", "あと 後", "に で の")),
        maybe("、"),
    )
)
"""Behind a part of the day what is done in it: お昼|の薬を飲んでから."""

HAPPENS = ("るのが", "るのは", "るんが", "るのわ", "うのが", "くのが", "つのが", "るとが")
"""Before the time at which something happens: 終わるのが四時二十分で."""

GOES = ("行", "いく", "いき", "いこ", "伺", "うかが", "参", "寄")
"""What may follow a part of the day: 開いたらすぐ行く."""

NOTHING_ELSE = ("だけ", "しか")
"""Behind the only part of the day that suits."""
