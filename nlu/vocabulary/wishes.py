"""Words of wishes among free places, and of slots named without a value."""

from nlu.meaning import Order
from nlu.question import Expect
from nlu.vocabulary.phrase import Phrases, Row, either, maybe, never, within

_FREE = "空いている 空いてる"
ORDERS: dict[Order, Phrases] = {
    Order.EARLIEST: Phrases(
        ("なるべく なるたけ できるだけ 出来るだけ できれば とにかく", "早 はや すぐ 近い"),
        ("一番 1番", "早い 近い"),
        ("いちばん", "早い はやい 近い"),
        "最短 最速 直近 早ければ早い 早め",
        ("早い", maybe("日 時間 とき ほう 方"), "なら が で に ほど"),
        ("すぐ", "に が で $"),
        (_FREE, "一番 中で"),
    ),
    Order.ANY: Phrases(
        "いつでも 何日でも 何曜日でも 何曜でも なんようびでも なんようでも 何時でも なんじでも なんにちでも どの日でも どの時間でも いつだって どこでも 任せ おまかせ",
        (_FREE, "ところ 時間 日 とき"),
        ("どれ どっち どちら 何 なん どいつ", "でも", maybe("、"), "いい 良い よい よか ええ えい 構 かま 大丈夫 だいじょうぶ 結構 けっこう"),
        ("特に希望 特にこだわり", within(3), "な ありません"),
    ),
}  # fmt: skip

_CHANGED: Row = (maybe("を が は の方を だけ も"), within(8), "変 かえ 替 違 ちが 間違 別 直 ほか 他")
_ALONE: Row = (maybe("を です"), "$")
_NAMED = either(_CHANGED, "の方 のほう", _ALONE)
TOPICS: dict[Expect, Phrases] = {
    Expect.TIME: Phrases(("時間 時刻 じかん", _NAMED)),
    Expect.DATE: Phrases(
        ("日にち 日付 日程 ひにち 曜日 日取り", _NAMED),
        ("^ 、 。", "日", _NAMED),
        ("ほかの 他の 別の べつの 違う ちがう 別ん ほかん", "日 ひ 曜日", never("本")),
    ),
    Expect.PROCEDURE: Phrases(("手続き 手続 用件 要件 てつづき ようけん", _NAMED)),
    Expect.NAME: Phrases(("名前 氏名 なまえ", either(_NAMED, "が違 がちが", ("が", "$")))),
    Expect.OFFICE: Phrases(
        ("役所 くやくしょ 場所 どの区", either(_CHANGED, ("を", "$"))),
        ("^ 、 。", "区", either(_CHANGED, ("を", "$"))),
    ),
}

UNCHANGED = Phrases(
    ("元 もと 前 まえ 今 いま 予約 その", maybe("の"), "まま まんま 通り とおり"),
    ("そのまま そのまんま 同じ おなじ おんなじ 一緒 いっしょ 変わらず 変わりなし", never("ように")),
    ("変え かえ 替え", "んで ないで なくて ずに"),
)
"""That what was asked for stays as it is."""
