"""What is said of the place that a booking has: that it is the one that is meant, or why it cannot stay there."""

from nlu.vocabulary.phrase import Phrases, either, maybe, never

_CLOCK = "時 分 半 日 曜 曜日 じ ふん ぷん はん にち ようび 朝 午前 午後 昼"
_THAT = (
    maybe("です なん なんです や"),
    either("たい ばい よ ね やけど ですけど けど ですが んやけど んですけど です", "。 、 $"),
)

POINTS = Phrases(
    (_CLOCK, maybe("から"), "の", "やつ 分 ぶん 予約 よやく もん 件 ほう 方 と", *_THAT),
    (
        _CLOCK,
        maybe("に"),
        "入れ いれ 取っ とっ 予約し よやくし 入っ はいっ",
        "とる とった と ている てい てる ていた",
    ),
    (_CLOCK, "やけど なんやけど ですけど なんですけど なんですが"),
)
"""「金曜の朝9時のやつたい」"""

CANNOT = Phrases(
    (
        "行け いけ 行かれ いかれ 来れ 来られ 伺え うかがえ 出られ 起きれ 起きられ",
        "ん ない ません",
        never("こと か かも ?"),
    ),
    ("行き いき 来", "きら", "ん"),
    ("早 はや 遅 おそ", "すぎ 過ぎ"),
    ("無理 むり だめ 駄目", maybe("に"), "なっ なり です や な $ 。"),
    ("都合 つごう", maybe("が の"), "悪 わる つか"),
)
"""Why it cannot stay there."""
