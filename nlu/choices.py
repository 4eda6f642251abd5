"""Which of the offered places: 「1番目」, 「最後の」, 「10時の方」."""

import re
from collections.abc import Sequence
from datetime import date, time

from nlu.found import Found
from nlu.meaning import DateSpan, Scored, TimeSpan
from nlu.question import Choice
from nlu.vocabulary.phrase import Phrases, maybe, never

_NTH = re.compile(
    r"(?P<n>[1-9])(?:番目?|つ目|個目|件目|つめ|ばん)|(?P<kanji>[一二三四五])(?:番|つ目|つめ)|^(?P<bare>[1-9])(?:で.*|です.*|を.*|に.*)?$"
)
_FIRST = Phrases(
    ("最初 初め", never("から")),
    "はじめの いちばん最初 いちばんうえ 前の方 前のほう 早い方 早いほう",
    ("一番 1番", "上 前"),
)
_LAST = Phrases(
    "最後 おしまい いちばん最後 いちばんした",
    ("一番 1番", "後 下 遅"),
    ("後 あと 遅い", maybe("の"), "方 ほう"),
)
_THAT = Phrases(
    (
        "^ 、 。 はい ええ うん じゃ じゃあ では",
        "それ そい そん そちら そっち これ",
        "で",
        maybe("も"),
        maybe("、"),
        "$ 。 お願 おねが いい 良い よい よか よろし ええ 結構 けっこう 構 かま 大丈夫 だいじょうぶ 頼 たの します しよう 決",
    )
)
_MIDDLE = Phrases("真ん中 まんなか 真中 中の")
_KANJI = "一二三四五"


def find_position(text: str, offered: int) -> Scored[int] | None:
    """Index among `offered` things, 0-based; None where no position is named or it does not exist."""
    if offered < 1:
        return None
    if _LAST.found(text):
        return Scored(offered - 1, 0.92)
    if _FIRST.found(text):
        return Scored(0, 0.92)
    if _MIDDLE.found(text) and offered == 3:
        return Scored(1, 0.9)
    if m := _NTH.search(text):
        index = _KANJI.index(m["kanji"]) if m["kanji"] else int(m["n"] or m["bare"]) - 1
        if index < offered:
            return Scored(index, 0.85 if m["bare"] else 0.95)
    return None


def takes_that(text: str) -> bool:
    """「それで」, to several places: the first will do."""
    return _THAT.found(text)


def offered_on_weekday(named: Sequence[Found[DateSpan]], choices: Sequence[Choice]) -> list[date]:
    """Offered days that fall on a weekday that was wished, each once."""
    weekdays = {weekday for one in named if not one.ruled_out for weekday in one.weekdays}
    return list(dict.fromkeys(choice.day for choice in choices if choice.day.weekday() in weekdays))


def matching_place(
    choices: Sequence[Choice], dates: Sequence[Scored[DateSpan]], times: Sequence[Scored[TimeSpan]]
) -> Scored[int] | None:
    """The one offered place that a named day and time fit; None when none or several do."""
    if not dates and not times:
        return None
    fits: list[tuple[int, float]] = []
    for index, choice in enumerate(choices):
        on_day = max(
            (s.score for s in dates if _day_fits(s.value, choice.day)), default=0.0 if dates else 1.0
        )
        at_time = max(
            (s.score for s in times if _time_fits(s.value, choice.start)), default=0.0 if times else 1.0
        )
        if on_day and at_time:
            fits.append((index, min(0.95, on_day, at_time)))
    if len(fits) != 1:
        return None
    return Scored(fits[0][0], max(fits[0][1], 0.85))


def _day_fits(span: DateSpan, day: date) -> bool:
    return span.first <= day <= span.last


def _time_fits(span: TimeSpan, start: time) -> bool:
    return span.first <= start <= span.last
