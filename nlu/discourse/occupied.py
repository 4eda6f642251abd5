"""「火曜と金曜がデイサービスなんです」, 「20日は孫の結婚式やけん」: days on which something else is, so that they are no wish."""

from nlu.chart import Item
from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.discourse.telling import is_aimed, whole_end
from nlu.vocabulary.reports import (
    BEFORE_OR_AFTER,
    DAY_OFF,
    IS_OF,
    ON_THE_WAY,
    SAID_OF_IT,
    TAKES_PLACE,
)
from nlu.vocabulary.sentence import OCCUPIES
from nlu.vocabulary.taken_up import FREE_THEN, IS_FREE, TAKEN_UP

_AND = ("Or", "Pause", "Of-")

WITHIN, ON_THE_WAY_WITHIN = 10, 8
"""Characters between a day and what is on it, and between that and its way home."""


def occupied(talk: Talk, span: Span) -> bool:
    """Whether something else is said to be on this day; a time of that is none of a wish."""
    if span.kind != DAY:
        return False
    if _named_before(talk, span):
        return True
    busy = _named_behind(talk, span)
    for time in talk.of(TIME) if busy else ():
        if busy and span.end <= time.start and time.end <= busy.start:
            time.role = Role.FACT
    return busy is not None


def on_the_way(talk: Talk, busy: Item, end: int) -> bool:
    """「2日は病院やけん、その帰りに寄りたい」: whether the visit is to lie on the way. `end`: of the clause."""
    return ON_THE_WAY.found(talk.lattice.text[busy.end : end + ON_THE_WAY_WITHIN])


def is_free(talk: Talk, span: Span, busy: Item) -> bool:
    """「25日は息子が休みやけ、一緒に行っていいですか」: who may come on that day, where no other one is named."""
    free = FREE_THEN.find(talk.lattice.text, span.end)
    return free is not None and free[0] <= busy.start < free[1] and talk.later(span) is None


def take_up(talk: Talk) -> None:
    """「今週は釜の掃除で、来週の火曜」: a day of which a clause says what is on it, whatever that is, before another one that is
    wished."""
    text, days = talk.lattice.text, talk.of(DAY)
    wish = days[-1] if days else None
    if wish is None or not (wish.stands and wish.value.values and is_aimed(talk, wish)):
        return
    for span in days[:-1]:
        begin = whole_end(talk, span)
        end = max(TAKEN_UP.ends(text, begin), default=0)
        if not (span.stands and span.value.values and end and end <= wish.start) or span.holds(wish):
            continue
        inside = any(one.end > begin and one.start < end for one in talk.spans)
        if (
            not inside
            and not talk.mark(begin, end, "Positive", "Correct")
            and not IS_FREE.found(text[begin:end])
        ):
            span.role = Role.REFUSAL
            for time in talk.of(TIME):
                time.role = Role.FACT if span.end <= time.start and time.end <= begin else time.role


def _named_before(talk: Talk, span: Span) -> bool:
    """「透析が月水金なんです」."""
    busy = next((m for m in reversed(talk.marks) if m.kind == "Busy" and m.end <= span.start), None)
    if busy is None or not talk.linked(busy.end, span.start, *_AND, "Topic", "Soft"):
        return False
    between = talk.lattice.text[busy.start : span.start]
    if between.startswith(DAY_OFF) or "か。" in between:
        return False
    last = max(
        (s.end for s in talk.of(DAY) if s.start >= span.start and talk.linked(span.end, s.start, *_AND)),
        default=span.end,
    )
    said_so = SAID_OF_IT.ends(talk.lattice.text, last)
    return bool(said_so) and talk.mark(busy.end, talk.clause_end(span), "Positive") is None


def _named_behind(talk: Talk, span: Span) -> Item | None:
    """「金曜がデイサービスなんです」, 「20日は孫の結婚式やけん」, 「12月1日に眼科があるけん」."""
    span = _last_of_list(talk, span)
    text, end = talk.lattice.text, talk.clause_end(span)
    particle = text[span.end : span.end + 1]
    if not particle or particle not in "がはわにもと":
        return None
    following = next((s.start for s in talk.of(DAY) if s.start >= span.end), len(text))
    within = 1 if particle == "と" else WITHIN
    busy = talk.mark(span.end, min(following, span.end + WITHIN), *OCCUPIES)
    if busy is not None and busy.start > span.end + within:
        return None
    if busy is None or "。" in text[span.end : busy.start] or talk.mark(span.end, busy.start, "Positive"):
        return None
    if (
        is_free(talk, span, busy)
        or BEFORE_OR_AFTER.found(text[busy.start : end])
        or on_the_way(talk, busy, end)
    ):
        return None
    if talk.mark(busy.end, min(end, following), "Positive"):
        return None
    there = TAKES_PLACE.ends(text, busy.end) or (particle != "に" and IS_OF.ends(text, busy.end))
    return busy if there or (particle != "に" and text.startswith("、", busy.end)) else None


def _last_of_list(talk: Talk, span: Span) -> Span:
    """「月曜と水曜と透析に行きよる」: the Wednesday."""
    for other in talk.of(DAY):
        if other.start > span.end and talk.lattice.text[span.end : other.start] == "と":
            span = other
    return span
