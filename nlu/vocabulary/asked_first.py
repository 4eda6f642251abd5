"""What is asked before a booking is cancelled, and what is wished in its place: what that costs, what becomes of it, whether
another one stands, that it is rather to be moved."""

from nlu.vocabulary.asking import ASKED
from nlu.vocabulary.bookings import TO_MOVE
from nlu.vocabulary.days import ANOTHER, WHEN
from nlu.vocabulary.phrase import Phrases, behind, either, maybe, never, within
from nlu.vocabulary.requests import CANCEL

_ONE = "予約 よやく 取っ とっ 入れ いれ やつ 分"
THIS_ONE = "それ そい これ こい そっち そちら こっち こちら"
"""What is read out, pointed at."""

_NO = "じゃな やな ではな 違 ちが いや いえ"
SOMEBODY_ELSES = Phrases(
    (
        "別の べつの ほかの 他の",
        "人 方 かた ひと",
        "の",
        maybe("名前で 名義で 名前の 名義の"),
        _ONE,
    ),
    (
        _NO,
        within(14, stops=""),
        "父 母 兄 姉 妹 弟 夫 妻 息子 娘 孫 祖父 祖母 主人 家内 親 ちち はは むすこ むすめ 友人 友達",
        maybe("さん ちゃん"),
        "の",
        maybe("名前で 名義で 名前の 名義の"),
        _ONE,
    ),
)
"""Another one than is read out, of somebody else: 「別の人の予約を取り消したいんです」."""

_WH = f"{ASKED} よね やっけ んやろ とかね かいね $"
_COST = "お金 おかね 料金 手数料 費用 罰金 ばっきん ペナルティ いくら"
COSTS = Phrases(
    (CANCEL, maybe("の"), "料 りょう りょー 代金 手数料"),
    (CANCEL, within(14, stops="。"), _COST, within(14, stops="。"), _WH),
)
"""「キャンセル料はいくらね」"""

_ANY_COST = either(_COST, ("金 かね", never("曜 よう")))
COSTS_THEN = Phrases(
    (_ANY_COST, "は わ も が", "いら 要ら いり 要り かか 取られ とられ", within(6, stops="。、"), _WH),
    (_ANY_COST, within(14, stops="。"), CANCEL, maybe("し"), "て", maybe("も"), maybe("。 ?"), "$"),
)
"""The same where it is known what for: 「金はかからんのやろ、取り消しても」."""

AGAIN = Phrases(
    (
        f"{CANCEL} 消し けし 取り消す とりけす 消す",
        within(8, stops="。"),
        "ら あと 後 ても ても、 すと すと、 ますと ますと、",
        within(14, stops="。"),
        "取り直 取りなお とりなお 取れ とれ 取るとき 取る時 とるとき 取りに とりに 取れん 予約 よやく 1から 一から いちから 最初から さいしょから 入れ直 申し込",
        within(16, stops="。"),
        f"{_WH} 不利 ふり",
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

IS_FREE = Phrases("空いて 空いと 空いた 空きが 空きは 空きも 空きあ あいてま あいとる あいとり")
"""「消す前に、その週の金曜は空いとりますか」: it may be moved instead."""

LEADS_ON = Phrases((behind("。 、"), "で て", maybe("、"), "$"))
"""The beginning of that, left behind the yes."""

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
    ("ほう 方 やつ 予約 よやく", "は わ", within(6, stops="。、"), "残っ のこっ 生き いき", within(10, stops="。"), _WH),
    ("2つ 二つ ふたつ 3つ 三つ 2件", within(3, stops="。"), "取っ とっ 入れ いれ 入っ はいっ あっ あり", within(12, stops="。"), _WH),
    (THIS_ONE, either(("じゃ や では で", "な", maybe("い く か")), "じゃのう やのう"), maybe("て"), maybe("、"), maybe("もう一つの もうひとつの"), "ほう 方 やつ"),
)  # fmt: skip
"""「ほかに予約は残っていませんか」, 「それじゃないほうを消して」"""

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
    ("何日 なんにち 何時 なんじ 何曜日 なんようび いつ", "ち って っち と", either("? $", (maybe("今 いま"), "言 い"))),
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
        f"{ANOTHER}",
        WHEN,
        "に へ",
        maybe("、"),
        "回 まわ ずら 移 うつ 変え かえ 替え 延ば のば でき",
        within(8, stops="。、"),
        "なら たら れば",
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
