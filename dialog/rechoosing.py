"""Where one of several bookings was taken to be moved or given back, the caller may say that it is another one: 「あ、間違えました、
マイナンバーのほうでした」, 「違う、3日のほうです」."""

from dataclasses import replace

import nlu
from dialog import sparing
from dialog.calendar import Booking
from dialog.events import Heard
from dialog.mentioned import CLEAR
from dialog.standing import which_of
from dialog.state import Phase, State
from nlu.meaning import Answer, Meaning, Request, Scored
from nlu.question import Expect

_NOTHING_WISHED = Meaning(spoken=True)


def of_another(state: State, event: Heard, meaning: Meaning) -> Meaning:
    """`meaning`, or that another booking is meant than the one that was taken: as the choice its place in `State.existing`."""
    existing = state.existing or ()
    if not _was_taken(state) or state.booking not in existing or state.standing or meaning.emergency:
        return meaning
    said = nlu.spared(event.hypotheses)
    denies = meaning.answer is not None and meaning.answer.value is Answer.NO
    puts_right = said.puts_right or (denies and state.phase is Phase.CANCELLING)
    if not (said.puts_right or said.points_at):
        return meaning
    choosing = replace(state, phase=Phase.CHOOSING, standing=existing, question=which_of(existing))
    heard = nlu.interpret(event.hypotheses, choosing.question, event.at, state.lexicon)
    named = bool(heard.procedures or heard.touched or heard.dropped)
    if said.the_other and said.points_at and not named and len(existing) == 2:
        return _chosen(_NOTHING_WISHED, existing, next(one for one in existing if one != state.booking))
    if heard.more or heard.every or heard.unchanged:
        return meaning
    heard = sparing.of_the_others(choosing, event, heard)
    if (by_name := _named(heard, existing, state.booking)) is not None:
        return _chosen(meaning, existing, by_name) if by_name is not state.booking else meaning
    by_when = bool(heard.dates or heard.times)
    if heard.choice is None or not said.points_at or (by_when and not (puts_right and _nothing_else(state))):
        return meaning
    meant = existing[heard.choice.value]
    return _chosen(_NOTHING_WISHED, existing, meant) if meant != state.booking else meaning


def _was_taken(state: State) -> bool:
    """Whether it is asked to when it is to be moved, or whether it is to be given back."""
    if state.phase is Phase.CANCELLING:
        return state.errand is Request.CANCEL
    to_when = state.question.expect in (Expect.DATE, Expect.TIME)
    return state.phase is Phase.ASKING and state.errand is Request.CHANGE and to_when


def _nothing_else(state: State) -> bool:
    """Whether no new day or hour was said that may be put right instead."""
    own = state.booking.start.date() if state.booking is not None else None
    return state.time is None and (state.day is None or state.day.first == own)


def _named(heard: Meaning, existing: tuple[Booking, ...], own: Booking) -> Booking | None:
    """The one that is named by what it is for, `own` where that is; None where none is."""
    names = {said.value for said in heard.procedures if said.score >= CLEAR} | {*heard.touched}
    named = [one for one in existing if not names.difference(heard.dropped).isdisjoint(one.procedures)]
    if own in named:
        return own
    return named[0] if len(named) == 1 else None


def _chosen(meaning: Meaning, existing: tuple[Booking, ...], one: Booking) -> Meaning:
    return replace(
        meaning,
        choice=Scored(existing.index(one), 1.0),
        procedures=(),
        asked_for=(),
        dropped=(),
        touched=(),
        staying=(),
        answer=None,
        request=None,
        command=None,
    )
