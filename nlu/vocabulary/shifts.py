"""Words of wishes to move away from what was offered: earlier or later, on that day or on another."""

from nlu.meaning import Shift
from nlu.vocabulary.phrase import Phrases, Steps, behind, either, maybe, never, never_behind, within

_MORE: Steps = (
    never_behind("時 分 半 日"),
    "もう少し もうちょっと もうすこし もうちっと もうちと もういっと もっと もちっと あと少し 少し ちょっと できれば",
    maybe("、"),
    maybe("だけ"),
)
_THAT_TIME: Steps = (
    "時間 じかん 時刻 それ どれも どちらも 朝 あさ",
    maybe("だと では じゃ は わ が も で"),
    maybe("、"),
    maybe("ちょっと 少し すこし"),
)
_A_BIT: Steps = (never_behind("もう も あと"), "少し すこし ちょっと ちっと ちと ちいと", maybe("、 まだ"))
_IS_SO = "です けん けえ から ので もん し ね なあ なぁ かね かな かのう わ ばい ばって よ やん 、 。 $"
"""How it ends that something is so: no wish for what is so."""
_IN_SPITE = never(("い か", maybe("です"), "けど けれど が、 ばってん"))

_DAY = "日 日にち 日程 週 曜日 月"
_OF = (maybe("い の"), maybe("の"))
SHIFTS: tuple[tuple[Shift, Phrases], ...] = (
    (
        Shift.LATER_DAY,
        Phrases(
            (*_MORE, "遅 おそ 後 あと 先 さき のち", *_OF, _DAY),
            (*_MORE, "先", "が で に の $"),
        ),
    ),
    (
        Shift.EARLIER_DAY,
        Phrases(
            (*_MORE, "早 はや 前 まえ 近", *_OF, _DAY),
            (*_MORE, "近い"),
            (
                "ほかの 他の 別の べつの",
                "日 ひ",
                within(12, stops="。"),
                *_MORE,
                "早 はや",
                never("い時 い時間 いじかん"),
            ),
        ),
    ),
    (
        Shift.LATER_TIME,
        Phrases(
            (*_THAT_TIME, "早 はや", "すぎ 過ぎ"),
            (*_A_BIT, "早い 早か はやい はやか", _IS_SO),
            (
                "早すぎて はやすぎて 早過ぎて 早うて はようて",
                maybe("、"),
                "行か いか 行け 行きき 来ら 間に合わ 起き",
            ),
        ),
    ),
    (
        Shift.EARLIER_TIME,
        Phrases(
            (*_THAT_TIME, "遅 おそ", "すぎ 過ぎ"),
            (*_A_BIT, "遅い 遅か おそい おそか", _IS_SO),
        ),
    ),
    (Shift.LATER_TIME, Phrases((*_MORE, either(("遅 おそ", _IN_SPITE), "あと のち", ("後", never("ろ")))))),
    (Shift.EARLIER_TIME, Phrases((*_MORE, "早 はや はよ 前 まえ", never("す"), _IN_SPITE))),
)
"""The first that stands in the sentence counts."""

AT_LEAST = Phrases((behind("分 間 日 ふん ぷん かん"), "でも だけでも だけ ほど ぐらい くらい"))
"""Behind how far it is to be moved: 「15分でも遅うして」."""
