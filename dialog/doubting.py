"""How sure: two readings of a day or a time that are as likely are both offered, and one that was hardly heard is asked
outright, unless the read-back comes next and asks it. Everything else is taken in passing, since all is read back
before it is booked.

What is doubted is asked once: a yes takes it, and what was refused is not heard again unless it is heard clearly.

On 500 calls of `bench.dialog` the same residents reach their goal as without these questions (499; 495 at twice
the noise); the bot speaks 5.75 times instead of 5.74 in the mean (6.10 instead of 6.08).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from dialog.refused import Refused, rules_out
from dialog.say import Step, speak
from dialog.slots.acceptance import ACCEPT
from dialog.slots.day import DAY, within
from dialog.slots.procedure import PROCEDURE
from dialog.slots.slot import Doubted, Slot
from dialog.slots.time import TIME
from dialog.state import Doubt, Phase, State
from nlu.meaning import DateSpan, Excluded, Meaning, Scored, T, TimeSpan
from nlu.question import Expect

SURE = 0.8
"""What is heard like this needs no question. `nlu` promises as much."""

FAINT = 0.15
"""A day or a time that was asked for is asked about from here on, in place of asking anew: 19 of 21 days below 0.4 were
right. Less than `acceptance.ACCEPT` is never taken in passing."""

HARDLY = 0.5
"""Below this, a day, a time or a procedure is asked outright. Of what simulated residents answered when they were asked
for it (`bench.dialog`), 5 of 14 days and times that scored 0.4 to 0.5 were right, of those from 0.5 to 0.6,
22 of 30."""

NEAR = 0.6
"""A second reading that scores so much of the first may be meant as well."""


def unrefused(state: State, meaning: Meaning) -> Meaning:
    """The meaning without what the caller said not to have meant, unless it was heard clearly."""
    return replace(
        meaning,
        procedures=tuple(s for s in meaning.procedures if s.score >= SURE or s.value not in state.not_meant),
        dates=tuple(s for s in meaning.dates if s.score >= SURE or not _refused_day(state.refused, s.value)),
        times=tuple(s for s in meaning.times if s.score >= SURE or not _refused_time(state.refused, s.value)),
    )


def raised(state: State, meaning: Meaning) -> Doubt | None:
    """The one question that what was heard is worth, if any."""
    if meaning.order is not None or meaning.excluded or meaning.impossible:
        return None
    return _procedure(state, meaning) or _day(state, meaning) or _time(state, meaning)


def _procedure(state: State, meaning: Meaning) -> Doubt | None:
    if state.procedure is not None or not meaning.procedures or state.question.procedures:
        return None
    best, *others = meaning.procedures
    alone = not others or others[0].score < NEAR * best.score
    return Doubt(procedures=(best.value,)) if alone and ACCEPT <= best.score < HARDLY else None


def _day(state: State, meaning: Meaning) -> Doubt | None:
    asked = state.question.expect is Expect.DATE
    if state.day is not None and not asked:
        return None
    meant = [Scored(within(state.day, s.value, meaning.bare), s.score) for s in meaning.dates]
    days = _readings(meant, asked, lambda span: span.single and _open(state, span.first))
    if not days or state.day in days:
        return None
    last = state.procedure is not None and bool(state.time or meaning.times)
    taken = meant[0].score >= ACCEPT and last
    return None if len(days) == 1 and taken else Doubt(days=tuple(sorted(days, key=lambda span: span.first)))


def _time(state: State, meaning: Meaning) -> Doubt | None:
    asked = state.question.expect is Expect.TIME
    if state.time is not None and not asked:
        return None
    heard = meaning.dates[0].value if meaning.dates else state.day
    day = heard.first if heard is not None and heard.single else None
    times = _readings(meaning.times, asked, lambda span: span.single and _open(state, day, span.first))
    if not times or state.time in times:
        return None
    last = state.procedure is not None and heard is not None
    taken = meaning.times[0].score >= ACCEPT and last
    return (
        None if len(times) == 1 and taken else Doubt(times=tuple(sorted(times, key=lambda span: span.first)))
    )


def _readings(scored: Sequence[Scored[T]], asked: bool, sensible: Callable[[T], bool]) -> tuple[T, ...]:
    """Two that are as likely, one that was hardly heard, or none to be asked about."""
    best = scored[0] if scored else None
    least = FAINT if asked else ACCEPT
    if best is None or not least <= best.score < SURE or not sensible(best.value):
        return ()
    near = [s.value for s in scored if s.score >= NEAR * best.score and s.value != best.value]
    other = next((value for value in near if sensible(value)), None)
    if other is not None:
        return (best.value, other)
    return (best.value,) if best.score < HARDLY else ()


def _open(state: State, day: date | None, at: time | None = None) -> bool:
    """Whether a counter that may be meant is open then, as far as it is known."""
    chosen = state.office.counter(state.office.procedure(state.procedure)) if state.procedure else None
    counters = (chosen,) if chosen else state.office.counters
    known = [c.open.on(day) for c in counters if c.open is not None] if day else []
    if not known:
        return at is None or state.office.lexicon.opens <= at <= state.office.lexicon.closes
    spans = [span for found in known if found is not None for span in found.spans]
    return any(at is None or first <= at < last for first, last in spans)


def slot(doubt: Doubt) -> Slot:
    """The slot that is doubted."""
    return next(slot for slot in (PROCEDURE, DAY, TIME) if slot.expect is doubt.slot)


def _of(doubt: Doubt) -> Doubted:
    doubted = slot(doubt).doubted
    assert doubted is not None
    return doubted


def ask(state: State, doubt: Doubt, attempt: int = 0) -> Step:
    """Which of the two was meant, or whether the one was."""
    state = replace(state, phase=Phase.DOUBTING, doubt=doubt, offered=(), place=None)
    told, question = _of(doubt).asks(state, doubt.readings, attempt)
    return speak(state, told, question=question)


def scored(meaning: Meaning, doubt: Doubt) -> tuple[Scored[Any], ...]:
    """What was said for the doubted slot."""
    return _of(doubt).scored(meaning)


def without(meaning: Meaning, doubt: Doubt) -> Meaning:
    """What was said beside the doubted slot."""
    return _of(doubt).without(meaning)


def taken(state: State, doubt: Doubt, chosen: int) -> State:
    """The state with the reading that was meant."""
    return _of(doubt).put(state, doubt.readings[chosen])


def refuse(state: State, doubt: Doubt) -> State:
    """None of this was meant: it is neither heard nor offered again in the call, unless it is named clearly."""
    excluded = [Excluded(days=span) for span in doubt.days] + [Excluded(times=span) for span in doubt.times]
    every = tuple(dict.fromkeys((*state.refused.excluded, *excluded)))
    return replace(
        state,
        refused=replace(state.refused, excluded=every),
        not_meant=tuple(dict.fromkeys((*state.not_meant, *doubt.procedures))),
    )


def _refused_day(refused: Refused, span: DateSpan) -> bool:
    return span.single and any(one.days and rules_out(one, span.first) for one in refused.excluded)


def _refused_time(refused: Refused, span: TimeSpan) -> bool:
    return span.single and any(one.times == span for one in refused.excluded)
