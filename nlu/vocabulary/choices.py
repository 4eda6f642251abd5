"""Which of the places or answers that were offered, by its number, by where it stands among them, or as the earliest."""

from nlu.vocabulary.phrase import Phrases, ahead, behind, either, maybe, never, never_behind, within

_PARTICLES = "で を です に お願い おねがい が"
COUNTED = tuple(
    Phrases((forms, either((maybe("。 、"), "$"), (maybe("、"), _PARTICLES))))
    for forms in ("いち", "に にい にー", "さん")
)
"""In kana, as all of an answer: いち, にでお願いします."""

NUMBERED = Phrases(
    (
        "1 2 3 4 5 6 7 8 9",
        "番 番目",
        ahead("$ と や も で を が の に だ は ね か よ 、 。 ? ! お願 全部"),
    )
)
"""Not 1番上の子."""

AND = Phrases("と や も 、 。")
"""Between numbers."""

_SIDE = "方 ほう ほー やつ"
_BACK = "後 あと 後ろ うしろ"
FIRST = Phrases(
    ("最初 初め さいしょ", never("から")),
    ("ひとつ 一つ", "め 目"),
    "はじめの いちばん最初 いちばんうえ 前の方 前のほう 早い方 早いほう",
    ("一番 1番", "上 前"),
)
SECOND = Phrases(("次 つぎ", "の", "やつ 方 ほう"), ("ふたつ 二つ", "め 目"))
THIRD = Phrases(("みっつ 三つ", "め 目"))
MIDDLE = Phrases("真ん中 まんなか 真中 中の 中ほど なかほど 中程")
LAST = Phrases(
    ("最後 さいご おしまい", never("ます まし")),
    "いちばん最後 いちばんした",
    ("一番 1番", "後 下 遅"),
    (f"{_BACK} 遅い", maybe("の"), _SIDE),
)
BEHIND = Phrases((never_behind("最"), _BACK, maybe("の"), f"{_SIDE} 分"))
BEFORE = Phrases(("前 まえ", maybe("の"), f"{_SIDE} 分"))

_DAYS = (maybe("い か"), "日 ひ 曜日 週")
_MOST = ("一番 1番 いちばん 最も もっとも なるべく なるたけ できるだけ 少しでも", maybe("、"))
_ONE = (
    maybe("時間 じかん 時刻"),
    either(
        f"{_SIDE} もん とこ 分で 順番で",
        ("の と ん", "が で を に は 、 。 $ お"),
    ),
)
SOONEST = Phrases(
    (*_MOST, "早 はや はよ", never(_DAYS)),
    ("早い 早か はやい はやか 早め はやめ", *_ONE),
)
LATEST = Phrases(
    (*_MOST, "遅 おそ", never(_DAYS)),
    ("遅い 遅か おそい おそか 遅め おそめ", *_ONE),
)
_NOT_BAD = "構 かま いい よか ええ 差し支え さしつかえ 平気 へいき 大丈夫 だいじょうぶ 問題 もんだい 何とも"
NEAREST = Phrases(
    (behind("時に 半に 分に 時間に じに はんに 一番 いちばん 1番"), "近い 近か ちかい ちかか", "ほう 方 の と やつ とこ ところ 時間"),
    ("分 ぷん ふん", maybe("くらい ぐらい ほど ばかり"), "ずれ 違 ちが 前後", within(14, stops="。"), _NOT_BAD),
)  # fmt: skip
"""What is nearest to the time that was wished will do: the first, for so they are offered."""

FROM_END = Phrases(
    (
        "遅い 遅か おそい おそか 後ろ うしろ 下 した 最後 さいご お尻",
        maybe("の"),
        maybe(_SIDE),
        "から",
        maybe("、"),
    )
)
"""遅いほうから二つ目の."""

THAN_THESE = Phrases("もう少し もうすこし もうちょっと もうちっと もっと もちっと あと少し")

COMPARES = Phrases(
    (
        "どっち どちら どれ どの",
        never("でも"),
        within(12, stops="、。"),
        "空 あい あき 混 こん こむ 待 早 はや 近 おすすめ お勧め",
    ),
)
"""どっちが空いとりそう, of two that are named, takes none of them."""

_WHICH = "何時 なんじ 何日 なんにち 何曜日 何曜 なんようび いつ どれ 何 なん"
_THESE = (
    _WHICH,
    maybe(("と", _WHICH)),
    maybe("が"),
    maybe(("空い あい", "て と", within(3, stops="。、?"))),
)
_ASKED = "か かね っけ け かいな ね ?"
ASKS_WHAT = Phrases(
    (*_THESE, "でした やった だった", _ASKED),
    (
        *_THESE,
        maybe("って っち ち と っと"),
        "言われ いわれ 言いま いいま 言いよ いいよ 言うた いうた 言った いった おっしゃ",
        within(5, stops="。、"),
        _ASKED,
    ),
    (_WHICH, "と", _WHICH, maybe("ですか です かね やろか"), "? 。 $"),
    (
        "ほか 他 あと 残り",
        "の は",
        maybe("やつ 時間 とき"),
        maybe("は"),
        _WHICH,
        maybe("ですか です かね やろか と"),
        "? 。 $",
    ),
)
"""Asks once more what was offered: 最初に言うたのは何でしたかね, ほかは何時と言われましたかね, 何時と何時でしたっけ."""

CORRECTS = Phrases(
    (
        "最初 さいしょ 初め はじめ 最後 さいご 1番 2番 3番 一番 二番 三番 1つ目 2つ目 3つ目 一つ目 二つ目 三つ目 ひとつめ ふたつめ みっつめ",
        maybe("目 め の"),
        maybe("やつ 方 ほう"),
        maybe("、 。"),
        maybe("あ"),
        maybe("、"),
        "いや いえ じゃなくて じゃなく やなくて やのうて じゃのうて じゃない やない ちがう 違う 違った 失礼",
        never("ほう 方"),
        maybe("失礼 しました ごめん すみません 違う ちがう"),
        maybe("、"),
    )
)
"""「はじめのやつ、いや次のやつ」."""

THAT = Phrases(
    (
        "^ 、 。 はい ええ うん じゃ じゃあ では",
        "それ そい そん そちら そっち これ",
        "で",
        maybe("も"),
        maybe("、"),
        "$ 。 お願 おねが いい 良い よい よか よろし ええ 結構 けっこう 構 かま 大丈夫 だいじょうぶ 頼 たの します しよう 決",
    )
)
AGREES = Phrases(
    "お願い おねがい 頼 たの 結構 けっこう いい 良い よい よか ええです よろし 大丈夫 だいじょうぶ 決め きめ 取っ とっ しとっ しとい それ そい"
)
"""A yes to several places that takes what is offered."""
