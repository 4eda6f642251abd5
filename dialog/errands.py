"""What a visit is booked for, where that is to change: one errand of several is taken off, or another takes the place of one."""

from dataclasses import replace

import nlu
from dialog import errands_again
from dialog.calendar import Booking, procedures_of
from dialog.events import Heard
from dialog.mentioned import mentioned
from dialog.presuming import first
from dialog.slots.procedure import VISIT
from dialog.state import Phase, State
from nlu.meaning import Answer, Bare, Command, Meaning, Request, Scored
from nlu.question import Expect

SURE = 0.95

_CHANGING = (Phase.ASKING, Phase.OFFERING, Phase.DOUBTING, Phase.CONFIRMING)


def of_a_visit(state: State, event: Heard, meaning: Meaning) -> Meaning:
    """`meaning`, or the change of what a booking is for that the words name: 「印鑑登録はもういらん、住民票だけ残して」 does not
    give the whole of it back. The visit stays where it is unless another day is named as a wish."""
    if meaning.emergency or meaning.command in (Command.REPEAT, Command.SLOWER, Command.AGENT):
        return meaning
    if state.instead_of and state.procedures and state.phase in _CHANGING:
        return _under_way(state, event, meaning)
    said = {one: nlu.errands(event.hypotheses, one.procedures, state.lexicon) for one in _visits(state)}
    changed = {one: new for one, of_it in said.items() if (new := _new(state, one, meaning, of_it))}
    if len(changed) > 1:
        meant = mentioned(meaning).meant(tuple(changed))
        changed = {one: new for one, new in changed.items() if one in meant}
    if len(changed) == 1:
        return _becomes(state, meaning, *changed.popitem())
    asks_which = len(said) == 1 and any(of_it.one_of_them for of_it in said.values())
    return replace(_plain(meaning), topic=Expect.PROCEDURE, dates=(), times=()) if asks_which else meaning


def _under_way(state: State, event: Heard, meaning: Meaning) -> Meaning:
    """The same while a change of what it is for is looked for or read back."""
    booking, now = state.booking, state.procedures
    assert booking is not None
    known = (*booking.procedures, *(one for one in now if one not in booking.procedures))
    said = nlu.errands(event.hypotheses, known, state.lexicon)
    if errands_again.gives_up(said, now):
        return replace(_plain(meaning), request=Request.CANCEL)
    if errands_again.repeats(said, booking, now) and state.phase is Phase.CONFIRMING:
        again = replace(_plain(meaning), dates=(), times=())
        if said.yes:
            return replace(again, request=None, answer=Scored(Answer.YES, SURE))
        return replace(again, procedures=tuple(Scored(one, SURE) for one in now))
    new = errands_again.becomes(said, booking, now)
    if new == booking.procedures:
        return replace(_plain(meaning), request=None, keeps=True, dates=(), times=())
    visit = replace(booking, procedure=now[0], more=now[1:])
    return _becomes(state, meaning, visit, new) if new and new != now else meaning


def _becomes(state: State, meaning: Meaning, visit: Booking, new: tuple[str, ...]) -> Meaning:
    """The wish that the visit be for `new`."""
    added = tuple(one for one in new if one not in visit.procedures)
    off = tuple(one for one in visit.procedures if one not in new)
    days = {one.value.first for one in meaning.dates} - {visit.start.date()}
    elsewhere = bool(days) and not meaning.hindered and not (added and not off)
    chosen = Scored(state.standing.index(visit), SURE) if state.phase is Phase.CHOOSING else None
    return replace(
        _plain(meaning),
        procedures=tuple(Scored(one, SURE) for one in added),
        asked_for=added,
        dropped=off,
        more=not off,
        touched=visit.procedures if len(_visits(state)) > 1 else (),
        choice=chosen,
        dates=meaning.dates if elsewhere else (),
        times=meaning.times if elsewhere else (),
        unchanged=() if elsewhere else (Expect.DATE, Expect.TIME),
    )


def _plain(meaning: Meaning) -> Meaning:
    """A change, less all that the words would say of it otherwise."""
    return replace(
        meaning,
        spoken=True,
        request=Request.CHANGE,
        procedures=(),
        dropped=(),
        asked_for=(),
        joined=(),
        touched=(),
        staying=(),
        more=False,
        only=False,
        mistaken=False,
        every=False,
        keeps=False,
        ordinal=None,
        answer=None,
        command=None,
        existing=None,
        topic=None,
        elsewhere=None,
        excluded=(),
        apart=(),
    )


def _new(state: State, visit: Booking, meaning: Meaning, said: nlu.Errands) -> tuple[str, ...]:
    """What the visit is for from then on; empty where that stays, or all of it is given up."""
    own = visit.procedures
    asked = state.phase is Phase.CANCELLING
    off = said.off or (said.alone if asked and len(own) > 1 else ())
    if asked and said.yes and not off and not said.stays and len(said.named) < len(own):
        off = said.named  # 「はい、印鑑登録はもう済みましたので」
    if not off and said.stays and (asked or meaning.request is Request.CANCEL):
        off = tuple(one for one in own if one not in said.stays)
    if len(said.instead) == 1 and not said.into and set(said.instead) & procedures_of(_visits(state)):
        return visit.with_errands(off) if off else ()  # that is another booking
    if len(said.instead) == 1 and not off and len(own) == 1 and said.into:
        off = own
    asked_first = state.phase is Phase.ANYTHING_ELSE or first(state)
    if asked_first and len(said.besides) == 1 and len(own) < VISIT and _at_its_place(visit, meaning):
        return (*own, *said.besides)
    if len(said.instead) == 1 and off:
        return visit.with_errands(off, said.instead)
    if off:
        return () if said.instead else visit.with_errands(off)
    return _put_back(state, visit, meaning, said)


def _at_its_place(visit: Booking, meaning: Meaning) -> bool:
    """Whether no other day and no other time is named than the visit has."""
    named, day, clock = mentioned(meaning), visit.start.date(), visit.start.timetz().replace(tzinfo=None)
    weekday = meaning.bare is Bare.WEEKDAY and all(one.first.weekday() == day.weekday() for one in named.days)
    on_it = weekday or all(one.first == day for one in named.days)
    return on_it and all(one.first == clock for one in named.times)


def _put_back(state: State, visit: Booking, meaning: Meaning, said: nlu.Errands) -> tuple[str, ...]:
    """What the visit was for before it was changed in this call, where what was taken off is asked for again."""
    before = state.booking
    if before is None or state.phase is not Phase.ANYTHING_ELSE or before.number != visit.number:
        return ()
    gone = set(before.procedures).difference(visit.procedures)
    again = gone.intersection(meaning.asked_for) and not (meaning.dates or meaning.times)
    return before.procedures if again or (gone and said.undone) else ()


def _visits(state: State) -> tuple[Booking, ...]:
    """Those that may be meant, as they are at this moment of the call."""
    if state.phase is Phase.CHOOSING:
        return state.standing
    if state.phase is Phase.ANYTHING_ELSE:
        return (state.at_hand,) if state.at_hand is not None else state.existing or state.stood
    if first(state):
        return state.stood
    if state.phase is Phase.DUPLICATE:
        return state.duplicates if state.booking is None and len(state.duplicates) == 1 else ()
    changing = state.phase in _CHANGING and state.procedure is not None
    if state.booking is None or state.standing or not (changing or state.phase is Phase.CANCELLING):
        return ()
    return (state.booking,)
