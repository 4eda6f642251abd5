"""What is said where it is asked whether a booking is to be cancelled: that it is to be given back, in any words and by the
reason alone, that it is to stand, that nobody knows yet, and what is asked about it first."""

from nlu.vocabulary.answers import COMES
from nlu.vocabulary.asking import ASKED
from nlu.vocabulary.assent import TROUBLE
from nlu.vocabulary.bookings import AS_IT_IS, TO_MOVE, WISHED
from nlu.vocabulary.days import RELATIVE_DAYS, RELATIVE_WEEKS
from nlu.vocabulary.phrase import Phrases, Steps, ahead, either, maybe, never, never_behind, several, within
from nlu.vocabulary.requests import CANCEL
from nlu.vocabulary.times import HALVES, TONIGHT
from nlu.vocabulary.word import every_form

_END = ahead("、 。 ? ! $")
_SAYS = maybe(
    "よ ね ねえ わ わい ばい たい けん けえ けえね き ので から です とです とよ んです んよ のよ もん もんね や 、"
)
_TOLD = never((maybe("です"), "って ち っち と", maybe("、"), within(2, stops="、。"), "言 言い 言う 思 聞"))
_ENDS = (_SAYS, _END)
_THEN = "そう そげん それで そいで"
_DONE = either(
    WISHED, ("て で", maybe("しも しま しもう"), "うて って"), ("と とい とっ ちゃ ちょ", "て いて って")
)
_OTHERS = "ほかの 他の 別の べつの もう一つの もうひとつの もう片方の 残りの のこりの"
_OFF = "消さ けさ 取り消さ とりけさ 取消さ"
_NOT = either("ん ない なく なか ず", ("ない", "で"))

_TO_SOMEBODY_ELSE: Steps = (
    "ほかの 他の 別の かわりの 代わりの 次の",
    "人 方 かた",
    "に へ",
    maybe("、"),
    "回し まわし 譲 ゆず あげ やって 使",
)
GIVES = Phrases(
    ("なく 無く のう", "て", maybe("も"), "結構 けっこう いい よか ええ 構 かま"),
    (never_behind("のを ことを のは 取り消しを とりけしを キャンセルを 取り消すのを を"), "やめ 止め", "たい たく させて さして てほし てもら ていただ てくだ て下さ てください てくれ"),
    ("なくし 無くし", WISHED),
    ("消し けし 流し ながし 外し はずし 抹消し 取り下げ とりさげ 返上し 放棄し 空け", _DONE),
    ("消し けし", "て", maybe("も"), "大丈夫 だいじょうぶ", never("です ますか か ?")),
    (CANCEL, maybe("し を に で"), _DONE, never("って言 ち言 っち言 と言")),
    (CANCEL, maybe("で に を"), "お願い おねがい 頼 たの 願い"),
    (
        never_behind("を 日 間 分"),
        "いらん 要らん いりません 要りません いらない 要らない 不要 ふよう いらんごと 要らんごと いらなく 要らなく いらんよう 要らんよう",
        maybe("なりました なったん なった なりまして なったもん"),
        *_ENDS,
        _TOLD,
    ),
    ("もう もー", maybe("、"), "いらん 要らん いりません 要りません いらない 要らない 必要ない 必要なか 必要ありません 不要", _TOLD),
    ("なし 無し 0 ゼロ なかったこと 無かったこと 白紙 ご破算 帳消し", "に で", maybe("し"), either("しと して しとい しちゃ お願い 頼 $ 。", _DONE)),
    ("取り下げ とりさげ", maybe("を ば"), "願 お願 ねが"),
    (_THEN, maybe("、"), maybe("もう"), "して し", maybe("て"), "ください 下さい くれ もらえ もらい もらお もろお もろう やって ちょうだい ちゃ って $ 、 。"),
    _TO_SOMEBODY_ELSE,
)  # fmt: skip
"""In so many words."""

QUOTED = Phrases(
    "んでい んでよ んで、 んで。 た まし",
    ("って っち ち と とか", maybe("、"), "言っ 言う 言い いっ いう 書"),
)
"""Behind what is only told of, or is not to be done: 「取り消しますって言ったら」, 「取り消してくれんでいい」."""

WHAT = Phrases((either((CANCEL, "し"), "消し けし やめ 止め"), "たい てほしい", maybe("ん と"), "は のは"))
"""「消したいのは介護のほうよ」"""

CAN_GIVE = Phrases((CANCEL, maybe("って は も とか"), "でき 出来 可能"))
ONE_OF = Phrases(
    ("その あの この", within(3, stops="、。", least=1), "のほう の方 のやつ"),
    (never_behind("それ これ この その 予約 よやく"), "だけ", maybe("を"), CANCEL),
)
"""「その税のほうは」, 「コセキだけ取り消して」: another one may be meant, by a part of its name or by one that was not understood."""

GIVES_INSTEAD = Phrases(
    (
        f"{CANCEL} 取り消す 取消す とりけす やめる 止める やめ",
        maybe("する"),
        either("ほう 方 ん と って っち", "です たい ばい よ で と 。 $"),
    )
)
"""Behind 「変えるんじゃなくて」."""

_AS_IT_IS = f"{AS_IT_IS} 元のまま"
_LATER = every_form(RELATIVE_DAYS[1], RELATIVE_DAYS[2], RELATIVE_WEEKS[1], TONIGHT, HALVES["evening"])
PHONES_AGAIN = Phrases(
    (
        f"{_LATER} 今度 こんど",
        maybe("に は"),
        maybe("、"),
        "また 改めて あらためて もう一度 もう一回",
        maybe("、 こちらから こっちから"),
        maybe("お"),
        either(
            ("電話 でんわ", maybe("を"), "し かけ 掛け"),
            ("かけ 掛け", maybe("直し なおし 直そ なおそ")),
        ),
        maybe("さして させて"),
        "ます よう う ろう る もら",
        never("が けど な"),
    )
)
"""「あしたまた掛け直そうか」: its day is none for the booking."""

LETS_BE = Phrases(
    (
        "変更 へんこう 変える かえる 動かす ずらす",
        maybe("の"),
        maybe("は を も"),
        "やめ よし 止め せん しな",
        never("たい ほう 方"),
    ),
    (
        never_behind("は、 は も も、 時間 日 曜日 日にち"),
        f"{_AS_IT_IS} もとのまま 前のまま 予約のまま 今のんで いまのんで",
        maybe("の予約 の日 の時間"),
        either("で に が", "$ 。"),
        never("時間 じかん 日 午後 午前 朝 昼"),
    ),
    (
        "やっぱ やはり",
        maybe("り"),
        maybe("、"),
        maybe("もう"),
        either(
            ("いい よか ええ", maybe("です わ よ ばい"), "$ 。 、"),
            ("行く いく 行き いき", "ます く わ けん ばい ことに", never("たい")),
        ),
    ),
    (
        "変え かえ ずらさ 動かさ うごかさ",
        "んで んでも ないで なくて んどい んと",
        maybe("も"),
        "いい よか ええ すむ 済 す $ 。",
    ),
    (
        "改めて あらためて また",
        maybe("、 こちらから こっちから"),
        maybe("お"),
        "電話 でんわ 連絡 れんらく かけ 掛け",
        maybe("直し なおし"),
        within(6, stops="。"),
        "ます とう し さ る い",
    ),
)
"""What is to be moved stands after all, or until the caller phones again."""

_BACK_AS_IT_WAS = "元のまま もとのまま 前のまま まえのまま"
STANDS_AFTER_ALL = Phrases(
    (
        "やっぱり やっぱし やはり やっぱ",
        maybe("、 り もう"),
        either(
            ("やめ 止め よし", "とく とこ とき ときま ておき ておく ておこ ます ましょ とくわ よう", never("か")),
            f"{_BACK_AS_IT_WAS} そのまま 今のまま いまのまま 予約のまま",
            ("変え かえ 替え ずらさ 動かさ うごかさ", "んで んでも ないで なくて んどい んと"),
            ("変更 へんこう", maybe("は を"), "やめ せん しな なし"),
        ),
    ),
    (never_behind("時間は 時間も 日は 日も 日にちは 曜日は じかんは じかんも ひにちは 場所は"), _BACK_AS_IT_WAS, either("で に が", "$ 。 、")),
)  # fmt: skip
"""Asked whether it is to be changed as read back: it is to stay as it was."""

UNTIL = Phrases(
    (
        "今の いまの 前の まえの 元の もとの 古い",
        maybe("が は も 予約 よやく ほう やつ と の"),
        maybe("が は も"),
        within(10, stops="。"),
        "消え きえ なくな 無くな 取り消され とりけされ 流れ 先に さきに",
    ),
    (
        CANCEL,
        within(12, stops=""),
        "違 ちが ちご",
        within(10, stops=""),
        "動かす うごかす ずらす 変える かえる 変更 へんこう",
        maybe("する"),
        "だけ",
    ),
)
"""「いまのが先に消えて、新しいのが取れんやったら困る」"""

PASSES_ON = Phrases(_TO_SOMEBODY_ELSE)
"""「代わりの人に回してやって」 calls nobody to the telephone."""

_SORRY = "申し訳 もうしわけ すみません すいません すんません ごめん 悪い わるい 悪かね 悪かった 恐れ入り"
REASONS = Phrases(
    ("腰 膝 足 体 からだ こし ひざ あし 具合 ぐあい", "が の", within(6, stops="。"), "動かん うごかん 立てん たてん 痛うて いたうて 痛くて いたくて 悪うて わるうて 悪くて"),
    (
        "行け いけ 行かれ いかれ 来れ 来られ 伺え うかがえ 動け うごけ 動かれ 出られ 歩け 歩かれ 参れ",
        either("ん ない ません まへん なく", ("そう", "にな も")),
        never("こと か かも とは ?"),
    ),
    ("無理 むり", maybe("や です だ なん に"), never("せんで しないで を か ?")),
    ("もう もー", within(8, stops="。、"), "行か いか 伺わ", "ん ない ん。"),
    ("行き いき 出き でき", "きら きれ", "ん ない ません"),
    ("亡くな 死に 死ん", "っ り だ ま"),
    ("重な かさな", "っ り"),
    ("都合 つごう", maybe("が の も"), "つか 付か 悪 わる"),
    ("仕方 しかた しょう しょー 仕様", maybe("が も は"), "な 無 あり"),
    "しゃあない しゃーない どうにもな やむを得 やむをえ",
    ("どうにも", "$ 。"),
    ("残念 ざんねん", maybe("です"), never("ながら行 や、")),
    ("済ませ すませ 済ん すん 済み", "た だ とる とり まし てし", never("ら あと 後")),
    ("取っ とっ もろ もら 出し だし", maybe("う っ"), "て", maybe("き"), "きた 来た きました 来ました きとる くれた くれまし", never("ら あと 後")),
    ("入院 にゅういん 手術 しゅじゅつ 葬式 そうしき お通夜 法事 ほうじ 熱 ねつ 風邪 かぜ コロナ インフルエンザ 骨折 こっせつ", within(6, stops="、。"), "なっ なり なる 出 で 入 はい ひ 引 し"),
)  # fmt: skip
"""Why one cannot come: who asked to cancel and says so when asked whether to, agrees."""

COURTESY = Phrases(
    (f"{TROUBLE} 世話 せわ", maybe("を ば お に"), "かけ 掛け おかけ なり"),
    (_SORRY, maybe("ない ありません なか ございません なさい か が です ね な よ けど ー 、")),
    ("せっかく 折角", within(12, stops="。"), "のに"),
)  # fmt: skip
ASSENTS = Phrases(
    ("念", maybe("を ば"), "押さ おさ"),
    ("さっき 何べん なんべん 何度 なんど 何回", maybe("から も"), within(6, stops="、。"), "言う 言っ いう いっ 言い いいよ 言わ いわ"),
    ("お願い おねがい", "し いた 致"),
    ("構わ かまわ 構い かまい", "ん ない ません まへん"),
    ("助か たすか", "り る", never("た")),
    (
        "ほかの 他の 別の 次の",
        "人 方 かた ひと",
        "が も は",
        maybe("、"),
        "入れ はいれ 取れ とれ 使え つかえ 予約でき",
        "ん ない ません",
        never("か"),
    ),
    ("いい よか ええ", "と って っち ち", "言い いい", "よ ま"),
    ("^ 、 。", maybe("お"), "頼 たの", "み む ん"),
    ("^", "へえ へい へー ほい", maybe("、"), ahead("、 。 お そ ど")),
)  # fmt: skip
"""What assents where nothing speaks against it."""

STANDS = Phrases(
    ("やめ 止め", "ん ない なく", "で て", maybe("も"), "よか いい ええ $ 。"),
    ("残し のこし 生かし いかし", maybe("と て とい とっ"), either("て と いて 。 $ 、", WISHED)),
    ("置い おい", "とい とっ とき ちょっ", maybe("て")),
    "取っといて とっといて 取っとって とっとって",
    (_AS_IT_IS, maybe("で に が"), either("して しと しとい おい お願い おねがい いい よか 頼 たの 結構 けっこう $ 。 です よ", _DONE)),
    (COMES, "ます", never("せ けど が か")),
    (
        never_behind("に"),
        "行く いく",
        "わ けん けえ よ ばい とよ ことに ごと 行く いく ごつ き $ 。",
        never("っち"),
    ),
    ("行こ いこ", "う", "か ち と って"),
    ("間に合 まにあ 都合がつ つごうがつ", "う い え っ き く", never("わ ませ")),
    (_OFF, either("んで ないで なくて んといて んどいて んとって ずに んでも ないでも", ("ん ない", "$ 。 よ で"))),
    (
        CANCEL,
        maybe("を は わ に まで まで、は まで、 までは までわ"),
        either(
            "しません しまへん せん しない せんで しないで せずに せんと せんどい しなくて",
            ("いい よか ええ 結構 けっこう", maybe("です よ わ ばい"), "$ 。 、"),
            ("じゃ で や", maybe("は わ"), "な あ"),
        ),
    ),
    (CANCEL, "す", maybe("る"), "なんて とか など", within(8, stops="。"), "言 いう いっ", within(6, stops="。"), "ん ない"),
    (CANCEL, "す", maybe("る"), "気 つもり き", maybe("は わ も が"), "な あり"),
    ("取り消す 取消す とりけす キャンセルする", maybe("の"), "やめ よす よし 止め"),
    ("まだ もう少し もうちょっと", maybe("、"), either("いい よか ええ", ("取り消", "さ")), maybe("です"), "$ 。 、 よ"),
    ("考え かんがえ", "て", maybe("も"), "いい よか み から おき"),
    ("考え かんがえ", "させて さして たいん たい てから ときます とくわ"),
    ("保留 ほりゅう", maybe("に で")),
    ("切 消", "っ し", "ちゃ たら ては", "駄目 だめ いけ いか 困 こま"),
)  # fmt: skip
"""The booking is to stand."""

OTHER_ONES = Phrases(
    (_OTHERS, within(8, stops="、。"), either((_OFF, _NOT), "残し のこし そのまま"), within(8, stops="、。"))
)
"""「ほかのは消さんでよ」: said of others."""

WAVERS = Phrases(
    ("聞い きい 相談し そうだんし", "て", maybe("、"), "み から"),
    ("どうし どげんし どー", maybe("た"), "よ ろ まし もの もん", maybe("う")),
    ("どう どげん", maybe("、"), "思 おも"),
    ("迷 まよ", "う い っ"),
    ("決 き", "ま め", "っとら ってな っていな らん らな とらん てな ていな てお", maybe("ん")),
    "決めきら きめきら 決められ きめられ",
    ("あとで 後で", maybe("また"), "要る いる 必要", "って こと っち とき"),
)  # fmt: skip

ONLY_GIVES_UP = Phrases(
    (
        several("じゃあ じゃ では 、 やっぱり やっぱ やはり もう そうやね そうですね そうね"),
        either(
            (
                "やめ 止め",
                "ときます とく とくわ ておきます とこう とこ ちょきます ちょく ちょこう ちょこ ます る るわ とこうかね とこうかな とこかね ときましょう ましょう",
                maybe("、"),
                maybe("やめる やめます やめとく"),
            ),
            ("また 今度 こんど 次回", maybe("今度 こんど"), "に", "します しとく しときます するわ する"),
        ),
        maybe("わ ね よ かな"),
    ),
    (
        several("そうやね そうですね そうね 、 まあ"),
        "もう",
        maybe("、"),
        "いい よか ええ",
        maybe("です わ よ ばい"),
    ),
)
"""It may be the visit that is given up, or the cancelling."""

_WH = f"{ASKED} よね やっけ んやろ とかね かいね $"
COSTS = Phrases(
    (CANCEL, maybe("の"), "料 りょう りょー 代金 手数料"),
    (CANCEL, within(14, stops="。"), "お金 おかね 料金 手数料 費用 罰金 ばっきん ペナルティ いくら", within(14, stops="。"), _WH),
)  # fmt: skip
"""「キャンセル料はいくらね」"""

AGAIN = Phrases(
    (
        f"{CANCEL} 消し けし",
        within(8, stops="。"),
        "ら あと 後 ても ても、",
        within(14, stops="。"),
        "取り直 取りなお とりなお 取れ とれ 取るとき 取る時 とるとき 予約 よやく 1から 一から いちから 最初から さいしょから 入れ直 申し込",
        within(16, stops="。"),
        _WH,
    ),
    (
        CANCEL,
        within(8, stops="。"),
        "ら あと 後",
        within(8, stops="。"),
        "別の ほかの 他の 次の べつの だれか 誰か",
        maybe("人 方 かた"),
        within(14, stops="。"),
        _WH,
    ),
    ("また もう一回 もういっかい もう一度 あとから", maybe("、"), within(6, stops="。"), "取れ とれ 取り直せ とりなおせ 予約でき よやくでき 予約し直せ", within(6, stops="。"), _WH),
    ("また 後で あとで", within(6, stops="。"), "取り直 取りなお とりなお 予約し直", within(8, stops="。"), "でき 出来", within(6, stops="。"), "か ? やろ ね"),
)  # fmt: skip
"""What becomes of it then: 「取り消したら、また一からですか」."""

AFTERWARDS = Phrases(
    "そのあと その後 それから そして 改めて あらためて",
    ("で て", maybe("、"), "新し あたらし 新た 別に べつに"),
)
"""What is wanted when it is cancelled stands behind it."""

REBOOKS = Phrases(
    (
        either((CANCEL, maybe("し")), "消し けし なしにし"),
        "て",
        maybe("もろ もら"),
        within(30, stops=""),
        "そのかわり その代わり かわりに 代わりに 別の ほかの",
        within(24, stops="。"),
        "入れ いれ 取っ とっ 取り とり して 移",
    ),
)
"""「消して、そのかわり4日に入れて」"""

REMAIN = Phrases(
    (
        "ほかの ほかに 他の 他に 別の べつの もう1つ もう一つ もうひとつ",
        within(6, stops="。"),
        "予約 よやく やつ と 約束 日",
        within(14, stops="。"),
        "残っ のこっ あり ある 入っ はいっ あった 取っ とっ とっと なか ない",
        within(10, stops="。"),
        _WH,
    ),
    ("ほう 方 やつ 予約 よやく", "は わ", within(6, stops="。、"), "残っ のこっ", within(10, stops="。"), _WH),
    ("2つ 二つ ふたつ 3つ 三つ 2件", within(3, stops="。"), "取っ とっ 入れ いれ 入っ はいっ あっ あり", within(12, stops="。"), _WH),
    ("それじゃ それや そっちじゃ それでは それで", "な", maybe("い く"), maybe("て"), "ほう 方", within(3, stops="。"), "予約 よやく やつ"),
)  # fmt: skip
"""「ほかに予約は残っていませんか」, 「それじゃないほうの予約」"""

CLAIMS = Phrases(
    (
        "た とった だ どった ておいた といた",
        maybe("の ん"),
        "つもり はず",
        maybe("なん"),
        "や だ で じゃ なの が。 。 $",
        never("ら"),
    )
)
"""「わしは年金のを取ったつもりやったが」: another one than the one that is read out."""

TOLD_AGAIN = Phrases(
    ("どっち どちら どれ 何 なに 何日 いつ なん", "の", maybe("予約 よやく 分 日 やつ"), maybe("の"), "こと 事 話 $ ? です でした やった だった じゃった"),
    ("もう一度 もういちど もういっぺん もう一遍 もう一回 もいっぺん", maybe("、"), within(8, stops="。"), "日にち ひにち 日 日付 時間 じかん いつ 予約"),
    (
        "日 曜 時 半 分 曜日 か じ ふつか みっか よっか いつか とおか",
        maybe("で"),
        either("でした だった やった", ("やな じゃな ではな", "かった い く")),
        maybe("っけ です ん ですか かね か よね かいね と"),
        "? $",
        never("、"),
    ),
    ("だけ", maybe("です"), "ね よね", "?"),
    ("で のが のは", maybe("、"), "合っ あっ 間違い まちがい", "て と な", within(6, stops="。"), "か よね ね ?"),
    ("日 時 時間 じかん 曜日", maybe("だけ"), maybe("が を ば"), "知り しり 確かめ たしかめ 教え おしえ 聞き きき"),
)  # fmt: skip
"""What is read out is asked for once more."""

_TO_MOVE = f"{TO_MOVE} うごかす のばす 変更 へんこう 変更する"
MOVES = Phrases(
    (_TO_MOVE, maybe("の"), "つもり はず ほうやった ほうだった ほうでした 方やった 方だった 方でした"),
    (
        "変え かえ 替え ずらし 動かし うごかし 移し 延ばし のばし 変更し へんこうし",
        maybe("て"),
        maybe("もらい いただき"),
        "たかった",
    ),
    ("に へ", "して し", "もらえ もろえ いただけ でき", within(4, stops="、。"), "なら たら とっちゃ"),
    (
        "日 ひ 日にち ひにち 時間 じかん 曜日",
        maybe("を ば が の だけ"),
        maybe("、"),
        maybe("ほかに 別に 他に"),
        "ずらす ずらせ ずらし 変える かえる 変えられ かえられ 替え 変更 へんこう 移せ 移す 延ば",
        within(14, stops="。"),
        "でき 出来 ません ますか いい よか ええ ほし もら もろ くれ か ?",
    ),
    (
        "違 ちが いや いえ いいえ ちご ほう 方",
        within(6, stops="。"),
        "変更 へんこう",
        maybe("のほう の方"),
        either("よ です ばい たい で の を お", "$ 。 、"),
    ),
    (
        CANCEL,
        maybe("する す"),
        maybe("の ん と"),
        "じゃな やな ではな でな じゃの やの よりも より やなし じゃなし",
        within(24, stops="。"),
        "ずら 変え かえ 替え 変更 へんこう 移 延ば のば 動か",
    ),
)  # fmt: skip
"""It is rather to be moved."""
