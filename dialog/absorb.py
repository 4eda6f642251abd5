"""Taking what the caller said into the slots, in whatever order it came."""

from datetime import timedelta
from typing import TypeVar

from dialog import party, values
from dialog.state import State
from nlu.leaning_words import bare_day, bare_part, bare_weekday, one_more
from nlu.meaning import DateSpan, Meaning, Scored, TimeSpan
from nlu.question import Expect
from prompts import formats, render
from prompts.sentence import Sentence

T = TypeVar("T")

ACCEPT = 0.35
"""Scores below this count as not understood. Low, because whatever is taken is said back before it counts."""

ACCEPT_ANOTHER = 0.7
"""What is known already changes only for this much when another slot was asked for."""

NAMED = 0.15
"""What another hypothesis must score to fill in a day that the best one leaves open."""

CERTAIN = 0.85
"""Several procedures that each score this much were all meant, however much better one of them was heard."""

VISIT = 3
"""Procedures in one visit."""

CLOSE = 0.1
"""Two procedures nearer than this are both meant: ask which."""


def procedures(state: State, meaning: Meaning) -> tuple[str, ...]:
    """The procedures that may be meant: one, or several to choose from; none while a booking is moved."""
    if state.booking is not None:
        return ()
    asked = state.procedure is None or state.question.expect is Expect.PROCEDURE
    scored = [s for s in meaning.procedures if s.score >= (ACCEPT if asked else ACCEPT_ANOTHER)]
    if state.question.procedures:
        offered = [s for s in scored if s.value in state.question.procedures]
        scored = offered or scored
    if not scored:
        return ()
    best = scored[0].score
    return tuple(s.value for s in scored if best - s.score < CLOSE or s.score >= CERTAIN)


def together(state: State, meaning: Meaning) -> tuple[str, ...]:
    """Procedures of one visit: several that were each named for certain, one more 「も」, or one nearly heard that was
    joined to the one named by と; else empty."""
    which = procedures(state, meaning)
    joined = beside(state, meaning)
    if len(joined) == 1:
        return (*which, *joined)
    sure = [s.value for s in meaning.procedures if s.value in which and s.score >= CERTAIN]
    if len(which) > 1 and len(sure) == len(which) <= VISIT:
        return which
    new = [one for one in which if one not in state.procedures]
    if len(which) == 1 and new and state.procedure is not None and one_more(meaning.text):
        return (*state.procedures, *new) if len(state.procedures) < VISIT else ()
    return ()


def beside(state: State, meaning: Meaning) -> tuple[str, ...]:
    """What と joins to the one procedure that was named: one, or several to choose from."""
    which = procedures(state, meaning)
    if len(which) != 1 or state.procedure not in (None, *which) or state.more:
        return ()
    others = {*which, *state.question.procedures}  # of those asked about one was named
    return tuple(s.value for s in meaning.joined if s.score >= ACCEPT and s.value not in others)


def day(state: State, meaning: Meaning) -> DateSpan | None:
    """The best day heard; a single one within a run of days (12月 … 12月10日) is what was meant by it."""
    known = state.day is not None and state.day.single and _asked_another(state, Expect.DATE)
    best = _best(meaning.dates, known)
    if best is None or best.single or bare_part(meaning.text):
        return best and within(state.day, best, meaning.text)
    named = [s.value for s in meaning.dates if s.value.single and s.score >= NAMED]
    return next((day for day in named if best.first <= day.first <= best.last), best)


def within(span: DateSpan | None, heard: DateSpan, text: str) -> DateSpan:
    """The day meant by words that lean on what is known.

    A bare 「10日」 after a month was named is the 10th of that month; a bare 「木曜日」 after a Thursday is that Thursday,
    after another day of a later week, or after 「再来週」, the one of that week.
    """
    if span is not None and span.single and heard.single and bare_weekday(text):
        named = span.first + timedelta(days=heard.first.weekday() - span.first.weekday())
        return DateSpan(named, named) if named == span.first or named >= heard.first else heard
    if (
        span is not None
        and heard.single
        and bare_weekday(text)
        and not span.first <= heard.first <= span.last
    ):
        ahead = (heard.first.weekday() - span.first.weekday()) % 7
        named = span.first + timedelta(days=ahead)
        return DateSpan(named, named) if named <= span.last else heard
    if span is not None and not span.single and not heard.single and bare_part(text):
        return _part_of(span, heard)
    if span is None or span.single or not heard.single or not bare_day(text):
        return heard
    try:
        named = span.first.replace(day=heard.first.day)
    except ValueError:
        return heard
    return DateSpan(named, named) if span.first <= named <= span.last else heard


def _part_of(month: DateSpan, heard: DateSpan) -> DateSpan:
    """The same third of the month that was named: a bare 「下旬」 after December is that of December."""
    if month.first <= heard.first <= heard.last <= month.last:
        return heard
    third = min((heard.first.day - 1) // 10, 2)
    first = month.first.replace(day=10 * third + 1)
    last = month.last if third == 2 else first + timedelta(days=9)
    return DateSpan(first, last) if month.first <= last else heard


def time(state: State, meaning: Meaning) -> TimeSpan | None:
    """The best time heard."""
    known = state.time is not None and state.time.single and _asked_another(state, Expect.TIME)
    return _best(meaning.times, known)


def _asked_another(state: State, slot: Expect) -> bool:
    """Whether some other slot was asked for. After a read-back or an offer, whatever is heard may correct."""
    return state.question.expect in {Expect.PROCEDURE, Expect.DATE, Expect.TIME} - {slot}


def _best(scored: tuple[Scored[T], ...], known: bool) -> T | None:
    least = ACCEPT_ANOTHER if known else ACCEPT
    return scored[0].value if scored and scored[0].score >= least else None


def absorb(state: State, meaning: Meaning) -> tuple[State, bool]:
    """The state with what was heard, and whether anything was. What is new is said back in passing."""
    heard: list[Sentence] = []
    which = procedures(state, meaning)
    visit = together(state, meaning) or (which if len(which) == 1 else ())
    if visit:
        if state.which and state.beside:
            visit = tuple(dict.fromkeys((*state.beside, *visit)))[:VISIT]
        state = state.but(procedure=visit[0], more=visit[1:], which=(), beside=())
        heard.append(render("procedure_heard", procedure=values.procedures(state.office, visit)))
    new_day, new_time = day(state, meaning), time(state, meaning)
    if new_day is not None:
        state = state.but(day=new_day)
        if new_day.single:
            heard.append(render("date_heard", day=formats.day(new_day.first)))
    if new_time is not None:
        state = state.but(time=new_time)
        if new_time.single and state.day is None:
            heard.append(render("time_heard", clock=formats.clock_short(new_time.first)))
    if meaning.order is not None:
        state = state.but(order=meaning.order)
    coming = party.heard(state, meaning)
    if coming is not None:
        state = state.but(people=coming)
    progress = bool(which or new_day or new_time or meaning.order or coming)
    return state.but(lead=(*state.lead, *heard)), progress
