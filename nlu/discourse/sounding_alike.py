"""「2時が8日ばい」, 「年金のとど今日したい」: what sounds like a day and is most likely another word."""

from datetime import date

from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.found import Shape
from nlu.meaning import DateSpan
from nlu.vocabulary.sounding_alike import CERTIFICATE, FOR_GOOD, GOES_THERE, GOOD_ALONE, NO_PART, PLACED
from nlu.vocabulary.things import outside_places

FAINT, ALONE = 0.4, 0.65
"""What is hardly a day, times this: too little to be taken in passing, enough to be asked about where a day was asked
for; and an 8日 that is all that was said, where no day is on the table."""

GOOD = 8
"""The day that sounds like よか."""


def set_apart(talk: Talk) -> None:
    """Drops such a day beside one that is plainly named; where none is, it is faint."""
    for span in talk.of(TIME):
        if talk.lattice.text.startswith(NO_PART, span.start):
            span.role = Role.ABSORBED
    for span in talk.of(DAY):
        if not span.stands or not span.value.values:
            continue
        if talk.lattice.text[: span.start].endswith(CERTIFICATE) and span.shape is Shape.NAMED:
            span.role = Role.ABSORBED  # ほけんしょうがつかえん
        elif (
            _in_a_place(talk.lattice.text, span)
            or _goes_on(talk.lattice.text, span)
            or _goes_there(talk, span)
        ):
            span.role = Role.ABSORBED
        elif _is_good(talk, span):
            others = [one for one in talk.of(DAY) if one is not span and one.stands and one.value.values]
            if any(not _agree(one, span) for one in others):
                span.role = Role.ABSORBED
            elif not others:
                span.weigh(FAINT if span.start or talk.at.anchor.day else ALONE)
        elif talk.at.today in _days(span) and talk.lattice.torn(span.start, span.end):
            span.weigh(FAINT)


def _in_a_place(text: str, span: Span) -> bool:
    """とう|きょう|の大学: the name of a place, with a particle behind it."""
    return any(
        text.startswith(place, at)
        and _torn_by(at, at + len(place), span)
        and PLACED.ends(text, at + len(place))
        for place in outside_places()
        for at in range(max(0, span.start - len(place) + 1), span.start + 1)
    )


def _torn_by(start: int, end: int, span: Span) -> bool:
    """Whether a word that stands there begins before the span, or ends behind it."""
    return start < span.start < end or start == span.start < span.end < end


def _goes_on(text: str, span: Span) -> bool:
    """お仕事始め|たばかり."""
    return (
        span.shape is Shape.NAMED
        and text[: span.end].endswith(("始め", "はじめ"))
        and text.startswith(("た", "て", "る", "ま"), span.end)
    )


def _goes_there(talk: Talk, span: Span) -> bool:
    """「保育園に|通う」, which sounds like 火曜."""
    text = talk.lattice.text
    said, before = text[span.start : span.end], text[: span.start]
    if said.startswith("通"):
        return True
    dated = any(one.end == span.start - 1 for one in talk.spans)
    return said in GOES_THERE and before.endswith(("に", "へ", "え")) and not dated


def _is_good(talk: Talk, span: Span) -> bool:
    """Whether it is an 8日 where よか would stand; stray kana before it are read as the beginning of an 18日 as well."""
    if span.shape is not Shape.DAY_NUMBER or GOOD not in {day.day % 10 for day in _days(span)}:
        return False
    text = talk.lattice.text
    before = next((one for one in reversed(talk.spans) if one.end <= span.start), None)
    if before is not None:
        return any(end >= span.end for end in FOR_GOOD.ends(text, before.end))
    return bool(span.start == 0 and GOOD_ALONE.ends(text, 0))


def _agree(one: Span, good: Span) -> bool:
    """「火曜が8日です」, where it is: the one may name the other."""
    weekdays = {day.weekday() for day in _days(one)}
    return any(day.weekday() in weekdays for day in _days(good))


def _days(span: Span) -> list[date]:
    values = [scored.value for scored in span.value.values]
    return [value.first for value in values if isinstance(value, DateSpan) and value.single]
