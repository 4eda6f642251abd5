"""Which of the offered places: 「1番目」, 「最後の」, 「10時の方」."""

import re
from collections.abc import Sequence
from datetime import date, time

from nlu.found import Found, bare
from nlu.meaning import Bare, DateSpan, Scored, T, TimeSpan
from nlu.question import Choice
from nlu.vocabulary import choices as words

_NTH = re.compile(
    r"(?<![朝昼後])(?P<n>[1-9])(?:番目|番(?!早|遅|はや|おそ)|つ目|個目|件目|つめ|ばん)|(?<![朝昼後])(?P<kanji>[一二三四五])(?:番(?!早|遅|はや|おそ)|つ目|つめ)|^(?P<bare>[1-9])(?:で.*|です.*|を.*|に.*)?$"
)
_KANJI = "一二三四五"

PLAIN = 0.75
"""A day or a time from here on was named in so many words."""

UNSURE = 0.3
"""Which of two places is meant cannot be told."""

LIKELY = 0.6
"""A second reading of a day that scores so much of the first may be meant as well."""


def find_position(text: str, offered: int) -> Scored[int] | None:
    """Index among `offered` things, 0-based; None where no position is named or it does not exist."""
    if offered < 1 or asks_what(text):
        return None
    if corrected := list(words.CORRECTS.every(text)):
        text = text[corrected[-1][1] :]
    if offered > 1 and words.SECOND.found(text):
        return Scored(1, 0.9)
    if offered > 2 and words.THIRD.found(text):
        return Scored(2, 0.9)
    if words.LAST.found(text):
        return Scored(offered - 1, 0.92)
    if words.FIRST.found(text):
        return Scored(0, 0.92)
    if words.MIDDLE.found(text) and offered == 3:
        return Scored(1, 0.9)
    if m := _NTH.search(text):
        index = _number(m) - 1
        if index < offered:
            return Scored(index, 0.85 if m["bare"] else 0.95)
    return None


def find_offered(text: str, choices: Sequence[Choice]) -> Scored[int] | None:
    """Index of the place that is meant by its position, or as the earliest or the latest; 「あとのほう」 is not sure where the
    last that was said is not the latest."""
    if words.COMPARES.found(text) or words.THAN_THESE.found(text):
        return None
    counted = next((number for number, said in enumerate(words.COUNTED) if said.ends(text)), len(choices))
    if counted < len(choices):
        return Scored(counted, 0.85)
    if from_end := words.FROM_END.find(text):
        nth = _NTH.match(text, from_end[1])
        index = len(choices) - _number(nth) if nth else -1
        return Scored(index, 0.92) if index >= 0 else None
    starts = [(choice.day, choice.start) for choice in choices]
    first, last = starts.index(min(starts)), starts.index(max(starts))
    if words.LATEST.found(text):
        return Scored(last, 0.92)
    if words.SOONEST.found(text):
        return Scored(first, 0.92)
    found = find_position(text, len(choices))
    if found is None:
        return None
    other = last if words.BEHIND.found(text) else first if words.BEFORE.found(text) else found.value
    return found if found.value == other else Scored(other, UNSURE)


def asks_what(text: str) -> bool:
    """Whether it is asked once more what was offered."""
    return words.ASKS_WHAT.found(text)


def takes_nearest(text: str) -> bool:
    """「10時に近いほうを」, 「15分くらいずれても構いません」: the first will do."""
    return words.NEAREST.found(text)


def _number(nth: re.Match[str]) -> int:
    """1 is the first."""
    return _KANJI.index(nth["kanji"]) + 1 if nth["kanji"] else int(nth["n"] or nth["bare"])


def takes_that(text: str) -> bool:
    """「それで」, to several places: the first will do."""
    return words.THAT.found(text)


def agrees(text: str) -> bool:
    """Whether a yes to several places takes what is offered, and does not only say that it was heard: はい、お願いします."""
    return words.AGREES.found(text)


def offered_on_weekday(named: Sequence[Found[DateSpan]], choices: Sequence[Choice]) -> list[date]:
    """Offered days that fall on a weekday that was wished, each once."""
    weekdays = {weekday for one in named if not one.ruled_out for weekday in one.weekdays}
    return list(dict.fromkeys(choice.day for choice in choices if choice.day.weekday() in weekdays))


def of_the_offered(
    named: Sequence[Found[DateSpan]], choices: Sequence[Choice], dates: tuple[Scored[DateSpan], ...]
) -> tuple[Scored[DateSpan], ...]:
    """「木曜日がいいです」 after an offer means the offered Thursday, not the next one; 「16日の木曜日」 names its own day."""
    said = offered_on_weekday(named, choices) if bare(named) is Bare.WEEKDAY else []
    if not said or any(s.value.first <= choice.day <= s.value.last for s in dates for choice in choices):
        return dates
    return tuple(Scored(DateSpan(day, day), 0.9) for day in said)


def matching_place(
    choices: Sequence[Choice], dates: Sequence[Scored[DateSpan]], times: Sequence[Scored[TimeSpan]]
) -> Scored[int] | None:
    """The one offered place that a named day and time fit; None when none or several do."""
    fits = _fitting(choices, dates, times) if dates or times else []
    return Scored(fits[0][0], max(fits[0][1], 0.85)) if len(fits) == 1 else None


def names_another(
    choices: Sequence[Choice], dates: Sequence[Scored[DateSpan]], times: Sequence[Scored[TimeSpan]]
) -> bool:
    """Whether a day or a time was named plainly, and no offered place has it."""
    plain = any(said[0].score >= PLAIN for said in (dates, times) if said)
    return plain and not _fitting(choices, dates, times)


def _fitting(
    choices: Sequence[Choice], dates: Sequence[Scored[DateSpan]], times: Sequence[Scored[TimeSpan]]
) -> list[tuple[int, float]]:
    """Indices of the places that have what was named, with their scores. What is much less likely than another reading
    that no place has (次の日の月曜, after offers of which the second is on the next day) names none."""
    fits: list[tuple[int, float]] = []
    for index, choice in enumerate(choices):
        on_day = max(
            (s.score for s in _likely(dates) if _day_fits(s.value, choice.day)),
            default=0.0 if dates else 1.0,
        )
        at_time = max(
            (s.score for s in _likely(times) if _time_fits(s.value, choice.start)),
            default=0.0 if times else 1.0,
        )
        if on_day and at_time:
            fits.append((index, min(0.95, on_day, at_time)))
    return fits


def _likely(said: Sequence[Scored[T]]) -> list[Scored[T]]:
    return [one for one in said if one.score >= LIKELY * said[0].score]


def _day_fits(span: DateSpan, day: date) -> bool:
    return span.first <= day <= span.last


def _time_fits(span: TimeSpan, start: time) -> bool:
    return span.first <= start <= span.last
