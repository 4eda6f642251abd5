"""Words that are about a booking that stands where one is known to, though they do not name it: 「翌日にずらして」, 「もう要らん」,
「いつ行けばいいんでしょう」."""

from nlu.vocabulary.bookings import CAN_MOVE, COULD, EARLY_OR_LATE, EVERY_ONE, NOUN, TO_MOVE, WISHED
from nlu.vocabulary.days import ANOTHER, WHEN
from nlu.vocabulary.phrase import Phrases, Steps, either, maybe, never, never_behind, within
from nlu.vocabulary.requests import CANCEL

_CLOCK = "時 分 半 日 曜 曜日 か じ はん にち ようび"
_ANOTHER = (
    f"{ANOTHER} よその ちがった 違った",
    WHEN,
)
_THE_ONES = either(
    EVERY_ONE,
    (
        "もう もー あれ それ そっち あっち 片方 かたほう 片っぽ かたっぽ 方 ほう 分 やつ",
        maybe("は わ が も の"),
    ),
)
_DONE_AT_ALL = either("が は で も を ば の", ("し", WISHED), "$ 。 、 ?")

MOVED = Phrases(
    ("日 時 半 分 曜 か じ はん", "て って と ち", "言う いう 言った いった 言うた", "た", maybe("ん"), "つもり"),
    ("日 時 半 分 曜 か じ はん", "て って と ち", "言うた 言った いうた いった", "つもり はず"),
    ("早 はや 遅 おそ", "すぎ 過ぎ"),
    (
        EARLY_OR_LATE,
        maybe("に"),
        "行かせ いかせ 伺わせ うかがわせ 来させ",
        "て",
    ),
    (TO_MOVE, "とよ とです けん んよ つもり っちゃ だけ 。 $"),
    (f"{TO_MOVE} 変更 へんこう 変更する", maybe("の"), "ほう 方", either("で に が を", "です $ 。")),
    ("回せ まわせ 替わられ 代わられ 変わられ かわられ", COULD),
    (f"{CAN_MOVE} うつせ かえられ 早められ", "る", "? 。 かね とね やろ"),
    (f"{CAN_MOVE} かえられ 変更でき", "たら れば るなら るんなら るんやったら るとなら"),
    (maybe("お"), "早め 遅らせ ずらし 延ばし 変え", "いただ 頂 願 ねが"),
    ("改め あらため", either(WISHED, ("させ", "て"), "られ")),
    ("組み直し くみなおし 取り直し とりなおし 仕切り直し 入れ直し いれなおし", _DONE_AT_ALL),
    ("変更 へんこう へんこー 延期 えんき 前倒し", either("願い ねがい", ("^ $ 。", maybe("。"), "$"))),
    (EARLY_OR_LATE, within(6, stops="。、"), "ように ごと ごつ", "し", WISHED),
    (
        f"{EARLY_OR_LATE} 早め はやめ 遅め おそめ",
        maybe("に"),
        "な",
        either(("ら", "ん ない ませ"), ("り", "ませ")),
    ),
    ("早ま はやま", either(("ら", "ん ない ませ"), ("り", "ませ"))),
    (_CLOCK, "に へ", maybe("、"), "移し うつし 変え 替え かえ ずらし 動かし 回し まわし 変更し へんこうし", "て", "、"),
    (
        *_ANOTHER,
        maybe("に へ で なら は わ が も"),
        maybe("、"),
        maybe("して"),
        either(
            "なか ない 無い 空 あい 取れ とれ できん でき 行か いか 行き いき 伺 お願い おねがい したい 大丈夫 だいじょうぶ がい がよ いい よか",
            "$ 。 ?",
        ),
    ),
    (
        _CLOCK,
        "やなくて じゃなくて ではなくて ではなく やのうて じゃのうて やなしに じゃなしに じゃなか",
        within(12, stops="。"),
        "に で へ",
        "$ 。 し お願 変 替 行 い",
    ),
    (_CLOCK, "の", "分 ぶん やつ ん 方 ほう", "を ば", maybe("、"), within(14, stops="。、"), "に へ"),
    (_CLOCK, "に", maybe("、"), "なっても", within(8, stops="。"), "構わ かまわ よか いい 大丈夫 だいじょうぶ"),
    (_CLOCK, "に", maybe("、"), "なり なら なれ", either("ますか ませんか ますやろ", ("ん", "ね か やろ ?"))),
)  # fmt: skip

_GOING = "行く 来る 伺う うかがう 参る いく くる そちらに行く"
_NOT_GOING: Steps = ("行か いか 伺わ うかがわ 来", "ん ない")
_NEED = "用 用事 用件 ようじ 必要 ひつよう 行く理由 予約の必要"
_GONE = either(
    "なか ない ありませ なくなりま なくなった なくなって なくなり 無くなりま 無くなった のうなっ のうなりま なしになっ",
    (
        maybe("が"),
        "済ん すん 済み すみ 終わ おわ 片付 かたづ",
        "だけん だので だから だもんで ましたので ましたけん だんで",
    ),
)
"""Why a visit is not needed any more."""

GIVEN_UP = Phrases(
    (NOUN, within(10, stops="。、"), "けど けれど ですが んですが", maybe("、"), "もう", maybe("、"), "よか いい 結構 けっこう ええ", maybe("です ばい とよ"), "。 $"),
    ("流し ながし 消し けし", "て", "、", "また 改めて あらためて"),
    (
        "取ら とら もらわ 行か いか",
        "んで なくて",
        maybe("も"),
        "よく ようなり よう いい よか",
        maybe("な"),
        "なりま なった なったん なって です なり",
    ),
    (f"{CANCEL} 取り消す とりけす やめる", maybe("する"), maybe("の"), "ほう 方", either("で に が", "です $ 。")),
    (_THE_ONES, maybe("、"), "結構 けっこう", "です", "。 $"),
    (never_behind("を ば に"), "消し けし", either(WISHED, "とい とっ ちゃ")),
    ("消し けし 外し はずし", either("とい とっ ちゃっ", WISHED)),
    ("流し ながし", WISHED),
    ("見送 みおく", "らせ", "て"),
    (
        "取った 取れた とれた もろうた もらった 済んだ すんだ 済ませた すませた 行ってくれた いってくれた 出してくれた",
        "けん けえ き ので から もんで",
        maybe("、"),
        maybe("もう"),
        "結構 けっこう いい よか ええ",
        maybe("です とです ばい とよ と わ"),
        "。 $",
    ),
    ("遠慮 えんりょ 辞退 じたい", "し させ", either(WISHED, "とき ます と")),
    ("白紙 はくし ご破算 帳消し", "に", maybe("もど 戻"), "し"),
    ("件 分 方 ほう 予約 よやく", maybe("は を わ"), maybe("、"), "なし 無し", "で に"),
    (
        NOUN,
        maybe("は を も"),
        maybe("、"),
        maybe("もう もー"),
        either("結構 けっこう いい よか ええ", ("必要", "な あり")),
        maybe("です とです ばい とよ わ けん ですけん ですので"),
        "。 $",
    ),
    (
        _GOING,
        either("の こと", ("と", never("き ころ"))),
        maybe("は を も"),
        maybe("、"),
        maybe("もう 今回は こんかいは"),
        either(
            ("やめ 止め 取りやめ とりやめ 見合わせ", "ます ました た とく ておき ることに るけん とき"),
            ("あきらめ 諦め 断念し 遠慮し 見送り 見送 取り消し", "た ました ます る って させ"),
            ("よ", "しま した します しとく"),
            "なしに 無しに",
        ),
        never("方 ほう ら"),
    ),
    (*_NOT_GOING, "こと ごと", "に", "し な 決"),
    ("今回は こんかいは 今度は こんどは 今日は 日は", maybe("、"), "よ", "します しとく しとき しまし"),
    ("行かん いかん", "とき ときま どき どく どこ でおき", "ます く う"),
    ("行かん", maybe("です とです"), "けん けえ よ ばい", "。 $"),
    ("もう 今回は こんかいは もー", maybe("、"), "行きませ 伺いませ うかがいませ 参りませ", "ん"),
    (_GOING, "つもり 予定 気", "は が も", "な 無 ありませ"),
    ("行かなく 行かんごと 行かんよう", "な", "っ り"),
    (_NEED, maybe("が は も"), maybe("もう"), _GONE, never((within(10, stops="、。"), "か ?"))),
    ("予約 よやく 席 枠", maybe("を は ば の"), maybe("、"), "外し はずし 抜い ぬい 削除 さくじょ 破棄 解約 返上 返し かえし 取り下げ とりさげ 空け あけ 流し", either(WISHED, "て とい とっ たい したい")),
    (
        NOUN,
        maybe("は を も ば"),
        maybe("、"),
        maybe("もう もー"),
        either("いりませ 要りませ いらん 要らん いらな 要らな 不要 ふよう なしで なしに 無しで 無しに", ("なく 無く", "し", WISHED)),
    ),
    ("パス ぱす 勘弁 かんべん", maybe("を"), either(("さ し", WISHED), ("させ し", "て"))),
    ("見送 みおく", "り", "ます た とく"),
    ("また 今度 こんど 次回 またの機会", "に", either(("し", "ます とく ておき ときます とき"), ("する", "けん わ $ 。"))),
    ("もう もー", maybe("、"), either("せん しん", ("し", "な")), either("で", "くて"), maybe("も"), "よ い ええ"),
    ("行か いか 行け いけ 来られ 出られ 動け 動か 無理", within(8, stops="。"), "けん けえ ので から もんで", maybe("、"), "もう", maybe("、"), "よか いい 結構 けっこう ええ", maybe("です とです ばい よ わ"), "。 $"),
    (CANCEL, maybe("し"), "て", maybe("、"), "また", within(6, stops="。、"), "電話 でんわ 連絡 れんらく かけ 掛け 予約 よやく"),
    ("譲 ゆず", "って り、 っ", within(6, stops="。"), "くだ 下 くれ ほし もら ます よか いい"),
    (maybe("お"), "断 ことわ", either("らせ っと っち りし り致 りいた りを ろう", ("る", "わ けん き と よ 。 $"))),
    (
        "やめ 止め 辞め",
        either(("る", maybe("の わ わね よ ね けん き とよ ばい たい とです"), "$ 。"), "とく ときま とこ ちょく ちょこ ておく ておき ておこ", ("ます", maybe("けん ので ね よ"), "$ 。")),
    ),
    (
        "うち なか 中",
        "の",
        "ひとつ 一つ 1つ 片方 どっちか どちらか",
        maybe("は が を も だけ"),
        maybe("、 もう もー"),
        "要ら いら 要りま いりま 不要 取り消し とりけし やめ 止め キャンセル",
        never((within(4, stops="、。"), "か ?")),
    ),
    (_THE_ONES, maybe("、"), within(4, stops="。、"), "要ら いら", "ん ない なく なか", never((within(2, stops="、。"), "か ?"))),
    ("行かん いかん", "で", maybe("も"), "よう よく いい よか ええ すむ 済 すん", never("か")),
    ("行かなくて 行かずに", maybe("も"), "よ いい すむ 済 すん"),
    (EVERY_ONE, within(6, stops="。"), "無し なし 無したい 無しで なしで"),
    (CANCEL, either("たの 頼", ("の", "電話 でんわ 件 けん"), ("$ 。"))),
)  # fmt: skip
"""Of what was settled: it is not wanted any more."""

LEANS = Phrases(
    "つぎのしゅう つぎのひ つぎの日 まえのひ まえの日 前の日 まえのしゅう 翌日 翌週 よくじつ よくしゅう 同じ曜日 おなじ曜日 おなじようび その週 そのしゅう その次の 前の週 次の週 前の日 前日 一つ前",
    ("同じ おなじ おんなじ", "日 時間 じかん", never("本")),
)
"""A day or a time that is counted from another one: of a first sentence, from the booking."""

GIVEN_FOR = Phrases(
    (
        either(
            "やめ 止め 取りやめ 取り止め やめにし 止めにし",
            ("取り消し キャンセルし きゃんせるし なしにし 無しにし"),
        ),
        "て",
        maybe("、"),
    ),
    (CANCEL, "で", maybe("、")),
)
"""Where another day is named behind it, that takes its place."""

COMES_AFTER_ALL = Phrases(
    (
        "やめ 止め 断 ことわ 取り消",
        within(30, stops="。"),
        "やっぱ やはり",
        within(6, stops="。"),
        "行く いく 行き いき",
        "こと ます ごと けん",
    )
)
"""「やめようかと思うたけど、やっぱり行くことにした」"""

CANNOT_COME = Phrases(
    (
        never_behind("な"),
        "行けん 行かれん 行けません 行かれません 行けない 動かれん 動けん 出られん 出られません 歩かれん いけん いかれん",
        never("か ね ?"),
    ),
    (
        "無理 むり だめ 駄目 都合が悪 都合悪 都合がつか つごうがわる",
        maybe("に"),
        "なっ なりま です や く か い ん",
    ),
)
"""Of a day that agrees with a booking."""

AT_A_LOSS = Phrases(
    ("どうした どうすれ どげんした どげんすれ どうし", "もの もん ら ば ようか", within(8, stops="。")),
    "どうしましょう どうしよう",
)
"""Behind something that came up: 「検査入院が決まりまして、どうしたものかと」."""

CORRECTS = Phrases(
    (
        "、 。",
        maybe("あ いや いえ"),
        maybe("、"),
        "違う 違います 違った ちがう ちがった 間違えた まちがえた",
        maybe("違う ちがう 違った"),
        "、 。",
    )
)
"""「年金、あ、違う違う、住民票」"""

ONLY_CANCEL = Phrases(
    (
        f"{CANCEL} 取り消す とりけす キャンセルする",
        "だけ",
        maybe("です で お願いします おねがいします してください"),
        maybe("。"),
        "$",
    )
)
"""「とりあえず取り消すだけ」, whatever is to come later."""

MAY_NOT_COME = Phrases(
    (
        "行け いけ 行かれ いかれ 来れ 来られ 伺え",
        "ん ない ません",
        maybe("の"),
        "かも",
        never("ですけど取り消"),
    )
)

STAYS = Phrases(
    "残し のこし そのまま 行くばい 行くけん 行きます 行く、 いきます いくばい 行きますけ 参ります まいります",
    (
        "それ これ 今の いまの",
        maybe("まま"),
        "で",
        "よか いい 結構 けっこう",
    ),
)
"""In a part of a sentence: what is named in it is not touched."""

POINTED_AT = Phrases(
    (
        "の",
        either(
            "ほう ほー 方 分 ぶん 件 けん やつ 紙 かみ 書類 しょるい しょるえ 予約 よやく よーけん 用件 用事 ようじ よーじ",
            ("は わ を ば も", never("し")),
        ),
    )
)
"""Behind a word for one of several: 税金のほう, 税のは."""

NEEDLESS_THING = Phrases((within(12, stops="、。", least=1), "が", "$"))
"""What is needed no more, and its particle, before the verb: 手帳が|もういらん."""

HINDERED = Phrases(
    (
        within(60, stops="", least=4),
        either(
            "けん けえ ので もんで たんで なんで たけ から とよ とです とですよ んです んですよ",
            ("た ます", "が"),
        ),
        "、 。",
    ),
)
"""A reason, or what came up, told before a wish: 「葬式ができたけん、」."""

_ONE_OF = "ほう 方 やつ 分 だけ のほう の方 のやつ の分 をもらう を取る 取るだけ 取りに とりに もらうだけ をやめ をけ を消 はもう はやめ はい は残 は。 だけや は要"
_GETS = either("もらう いただく", ("もろう", "た"))
PAPER = Phrases(
    ("紙 書類 証明 証明書 しょるい かみ しょうめい", _ONE_OF),
    ("紙 書類 証明書", "を", maybe("出して 取って"), _GETS, "ほう 方"),
)
NOT_BUT = Phrases(("ほう 方", "ではなく ではなくて じゃなく じゃなくて やなくて やのうて", maybe("、")))
"""「紙をもらう方ではなく、話を聞いてもらう方」"""

TALK = Phrases(
    ("話 はなし", "を", "聞いて きいて", _GETS, "ほう 方"),
    ("相談 そうだん 話 はなし", maybe("を聞く を聞いてもらう をする する 聞く をきいてもらう"), _ONE_OF),
)
PAPERS = ("票", "証明書", "謄本", "抄本", "抄本など")
"""How the name of a paper ends."""
