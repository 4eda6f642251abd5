"""What is said first, where a booking stands for the caller: it may be about that one, though it does not name it."""

from dataclasses import replace

import nlu
from dialog.calendar import Booking
from dialog.events import Heard
from dialog.mentioned import CLEAR, PLAIN, mentioned
from dialog.state import Phase, State
from nlu.anchor import Anchor
from nlu.meaning import Meaning, Request
from nlu.question import Expect

_FIRST = (Expect.ANY, Expect.PROCEDURE)
_ABOUT = (Request.CHANGE, Request.CANCEL, Request.CHECK, Request.CANNOT_COME, Request.LATE)


def of_standing(state: State, event: Heard, meaning: Meaning) -> Meaning:
    """`meaning`, or what the same words mean of the bookings that stand: which of them is changed, given back or asked for; of
    one that is changed, days and times are counted from where it is."""
    if not _first(state) or meaning.existing is not None:
        return meaning
    question = replace(state.question, standing=True)
    of_those = nlu.interpret(event.hypotheses, question, event.at, state.lexicon)
    if of_those.request is None:
        of_those = replace(of_those, request=_by_what_is_named(state, of_those))
    if of_those.request not in _ABOUT or (meaning.request not in _ABOUT and _names_another(state, of_those)):
        return meaning
    named = mentioned(of_those)
    if of_those.request is Request.CANNOT_COME and meaning.request not in _ABOUT:
        return of_those if any(named.names(one) for one in state.stood) else meaning
    meant = named.meant(state.stood)
    if of_those.request is not Request.CHANGE or len(meant) != 1:
        return _asked_for(of_those)
    question = replace(question, anchor=_where(meant[0]))
    counted = nlu.interpret(event.hypotheses, question, event.at, state.lexicon)
    return _asked_for(replace(counted, request=Request.CHANGE))


def _first(state: State) -> bool:
    """Whether bookings stand, and nothing is known yet of what is wanted."""
    known = state.procedure or state.which or state.done
    asked = state.phase is Phase.ASKING and state.question.expect in _FIRST
    return bool(state.stood) and asked and not known and state.booking is None


def _names_another(state: State, meaning: Meaning) -> bool:
    """Whether a procedure is named that none of the bookings is for."""
    own = {done for one in state.stood for done in one.procedures}
    named = {said.value for said in meaning.procedures if said.score >= CLEAR}
    plain = {said.value for said in meaning.procedures if said.score >= PLAIN}
    return bool(named) and (named.isdisjoint(own) or not plain <= own)


def _by_what_is_named(state: State, meaning: Meaning) -> Request | None:
    """What is wanted where no word says it: 「火曜やなくて金曜に」, 「もう少し遅い時間がよか」, 「住民票はいりません」."""
    named = mentioned(meaning)
    if named.days and any(named.excludes(one) for one in state.stood):
        return Request.CHANGE
    if meaning.procedures or meaning.also:
        return None
    if meaning.shift:
        return Request.CHANGE
    own = {done for one in state.stood for done in one.procedures}
    return Request.CANCEL if own & set(meaning.dropped) and not (meaning.dates or meaning.times) else None


def _asked_for(meaning: Meaning) -> Meaning:
    return replace(meaning, command=None, answer=None)


def _where(booking: Booking) -> Anchor:
    return Anchor((booking.start.date(),), (booking.start.timetz().replace(tzinfo=None),))
