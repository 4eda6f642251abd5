"""Words that are about a booking that stands where one is known to, though they do not name it: 「翌日にずらして」, 「もう要らん」,
「いつ行けばいいんでしょう」."""

from nlu.vocabulary.bookings import COULD, EVERY_ONE, WISHED
from nlu.vocabulary.phrase import Phrases, either, maybe, never, never_behind, within
from nlu.vocabulary.requests import CANCEL

_CLOCK = "時 分 半 日 曜 曜日 か じ はん にち ようび"
_ANOTHER = (
    "ほかの 他の 別の べつの 違う ちがう よその ほかん 別ん ちがった 違った",
    "日 ひ 日にち ひにち 時間 じかん 曜日 週",
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
    ("早 はや 遅 おそ", "すぎ 過ぎ"),
    (
        "早く はやく 早う はよう 遅く おそく 遅う おそう",
        maybe("に"),
        "行かせ いかせ 伺わせ うかがわせ 来させ",
        "て",
    ),
    ("替える 変える 移す 延ばす ずらす", "とよ とです けん んよ つもり っちゃ 。 $"),
    ("回せ まわせ 替わられ 代わられ 変わられ かわられ", COULD),
    ("動かせ うごかせ ずらせ 移せ うつせ 延ばせ のばせ 変えられ 替えられ かえられ 早められ", "る", "? 。 かね とね やろ"),
    ("改め あらため", either(WISHED, ("させ", "て"), "られ")),
    ("組み直し くみなおし 取り直し とりなおし 仕切り直し 入れ直し いれなおし", _DONE_AT_ALL),
    ("変更 へんこう へんこー 延期 えんき 前倒し", either("願い ねがい", ("^ $ 。", maybe("。"), "$"))),
    ("早く はやく 早う はよう 遅く おそく 遅う おそう", within(6, stops="。、"), "ように ごと ごつ", "し", WISHED),
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

GIVEN_UP = Phrases(
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
    (maybe("お"), "断 ことわ", either("らせ っと っち りし り致 りいた りを ろう", ("る", "わ けん き と よ 。 $"))),
    (
        "やめ 止め 辞め",
        either(("る", maybe("の わ わね よ ね けん き とよ ばい たい"), "$ 。"), "とく ときま とこ ちょく ちょこ", ("ます", "$ 。")),
    ),
    (_THE_ONES, maybe("、"), within(4, stops="。、"), "要ら いら", "ん ない なく なか", never((within(2, stops="、。"), "か ?"))),
    ("行かん いかん", "で", maybe("も"), "よう よく いい よか ええ すむ 済 すん", never("か")),
    ("行かなくて 行かずに", maybe("も"), "よ いい すむ 済 すん"),
    (EVERY_ONE, within(6, stops="。"), "無し なし 無したい 無しで なしで"),
    (CANCEL, either("たの 頼", ("の", "電話 でんわ 件 けん"), ("$ 。"))),
)  # fmt: skip
"""Of what was settled: it is not wanted any more."""

LEANS = Phrases(
    "翌日 翌週 よくじつ よくしゅう 同じ曜日 おなじ曜日 おなじようび その週 そのしゅう その次の 前の週 次の週 前の日 前日 一つ前",
    ("同じ おなじ おんなじ", "日 時間 じかん", never("本")),
)
"""A day or a time that is counted from another one: of a first sentence, from the booking."""

GIVEN_FOR = Phrases(
    (
        either("やめ 止め 取りやめ 取り止め", ("取り消し キャンセルし きゃんせるし なしにし 無しにし")),
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

CORRECTS = Phrases(
    (
        "、 。",
        maybe("あ いや いえ"),
        maybe("、"),
        "違う 違います 違った ちがう ちがった 間違えた まちがえた",
        maybe("違う ちがう 違った"),
        either("、 。"),
    )
)
"""「年金、あ、違う違う、住民票」"""

_ASKED_WHEN = either(
    "いつ 何曜日 なんようび",
    ("何日 なんにち 何時 なんじ", never("まで から開 からあ 間")),
)
LOOKED_UP = Phrases(
    (
        _ASKED_WHEN,
        either(
            ("の", "何時 なんじ"),
            (maybe("に"), maybe("、"), "伺 うかが 参 まい 行 い 来 く 着 つ", within(10, stops="。、"), "か よか いい よろし ?"),
            (maybe("の何時 のなんじ"), maybe("に"), "なっと なって なり"),
        ),
    ),
    (never_behind("今 いま"), "何時 なんじ", "です でした やった でしょう", "か ? $ う"),
    ("いつ 何日 なんにち", "でした やった", "か ? $"),
    ("何時 なんじ", "から", "やった でした だった"),
    ("どっち どちら", maybe("が"), within(4, stops="、。"), "やった でした だった", "か ? $"),
    (
        "日 ひ 時 じ 半 時間 じかん",
        maybe("が は か"),
        maybe("、"),
        "分から わから",
        "んごと んごつ んのです んとです んようにな なくな",
    ),
    ("もう一つ もう1つ もうひとつ 片方 方 ほう 予約 よやく 行く日 行くと", maybe("の"), "は が わ って", "いつ"),
    ("日時 日にち ひにち 日取り 時間 じかん", maybe("を が も ば"), "忘れ わすれ", "ま た て と"),
    ("行く いく 伺う うかがう もらう", "日 ひ 時間 じかん", maybe("にち"), maybe("を ば が"), "教え おしえ 忘れ わすれ"),
    ("間違い まちがい", "ない なか ありません", within(6), "か ね ?"),
    (
        "日 曜 時 半 分 明日 あした あさって 曜日 か",
        maybe("で"),
        either(
            ("よか よ", "った", maybe("ん と の です"), "か よね やろ ね ?"),
            ("やなかった じゃなかった でした だった やった", maybe("ん です"), "よね やろ か ね ?"),
        ),
    ),
    (
        "時間 じかん 日にち ひにち 日取り 日時",
        within(12, stops="。"),
        "教え おしえ",
        "て",
    ),
)  # fmt: skip

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

NEEDLESS_THING = Phrases((within(12, stops="、。", least=1), "が", "$"))
"""What is needed no more, and its particle, before the verb: 手帳が|もういらん."""
