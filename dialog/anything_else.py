"""The answer to whether there is anything else, once something was done. What was booked last can still be moved or taken
back; any other wish begins another errand of the same call."""

from dataclasses import replace
from datetime import datetime

from dialog import affected, closing, existing, moving, standing, values
from dialog.afresh import afresh
from dialog.calendar import Booking, procedures_of
from dialog.filling import fill
from dialog.mentioned import PLAIN, UNDOES, mentioned
from dialog.say import Step, again, speak
from dialog.slots.acceptance import ACCEPT_ANOTHER
from dialog.state import State
from nlu.meaning import Answer, Command, Meaning, Request
from nlu.question import Existing
from prompts import render

SURE = 0.85
"""An answer from here on ends the talk of a swindle."""


def answered(state: State, meaning: Meaning, at: datetime, early: bool) -> Step | None:
    """What follows from the answer; None where it begins another errand. While the number is still being said only a
    wish to take it back counts."""
    done = None if meaning.existing is Existing.SECOND else state.at_hand
    if early and not (done and meaning.request in UNDOES):
        return state, ()
    if meaning.command is not None:
        return _obeyed(state, meaning.command)
    if done and done is state.stands and meaning.request is Request.CHECK and not _of_others(done, meaning):
        return recalled(state, done)
    if done and meaning.request is Request.CANCEL and not _of_others(done, meaning):
        return standing.picked(replace(_undoing(state), errand=Request.CANCEL), done)
    when = meaning.dates or meaning.times or meaning.order
    if state.stands and meaning.existing is Existing.SECOND and when and not meaning.procedures:
        return fill(_same_again(state, state.stands), meaning, at)
    if done and meaning.procedures and moving.becomes_another(done, meaning):
        return fill(moving.for_another(_undoing(state), done), meaning, at)
    if done and _is_again(done, meaning):
        return recalled(state, done)
    if done and _tells_of(done, meaning, at):
        return speak(state, render("anything_else"))
    if done and when and not meaning.procedures:
        moved = moving.elsewhere(meaning, done)
        return fill(moving.with_own(affected.moving(_undoing(state), done), done, moved), moved, at)
    if done and (meaning.request is Request.CHANGE or meaning.shift):
        undoing = replace(_undoing(state), errand=Request.CHANGE, mentioned=mentioned(meaning))
        return standing.picked(undoing, done)
    if state.stands and meaning.existing is Existing.SECOND and not (meaning.procedures or meaning.request):
        return fill(_same_again(state, state.stands), meaning, at)
    if meaning.procedures or meaning.request or meaning.existing or when:
        return None
    plain = meaning.answer is not None and meaning.answer.score >= SURE
    if any(said.key == "fraud" for said in state.said) and not plain:
        return closing.anything_else(state, render("take_care"))
    if meaning.answer is not None:
        return closing.goodbye(state) if meaning.answer.value is Answer.NO else _what(state)
    return missed(state, heard=meaning.talks)


def of_another(state: State, meaning: Meaning) -> Meaning:
    """`meaning`, where 変える is said of what no booking is for less the wish to move one: 「暗証番号も変えてもらいたい」."""
    named = {one.value for one in meaning.procedures if one.score >= ACCEPT_ANOTHER}
    stand = [*([state.at_hand] if state.at_hand else []), *state.stood, *(state.existing or ())]
    own = procedures_of(stand)
    of_it = meaning.mistaken or (meaning.more and bool(meaning.unchanged)) or own & {*named, *meaning.dropped}
    if meaning.request is not Request.CHANGE or of_it or not named:
        return meaning
    return replace(meaning, request=None)


def silent(state: State) -> Step:
    """Nothing was said: that is all, unless the caller had said that there is more."""
    if _asks_what(state) and not state.silences:
        return speak(replace(state, silences=1), render("no_input"), render("what_else"))
    return closing.goodbye(state)


def missed(state: State, *, heard: bool = False) -> Step:
    """Asked once more; after that, nothing more is wanted. `heard`: it was a remark."""
    if state.misses:
        return closing.goodbye(state)
    return speak(
        replace(state, misses=1),
        render("not_answered" if heard else "not_understood"),
        render("anything_else", 1),
    )


def recalled(state: State, done: Booking) -> Step:
    """What was booked or changed, with its number."""
    told = (existing.booking_is(state, done), *closing.numbered(done.number))
    return closing.anything_else(state, *told)


def _of_others(done: Booking, meaning: Meaning) -> bool:
    """Whether another booking is spoken of: 「年金の予約は消えてないでしょうね」, 「前に取った住民票は取り消して」."""
    named = {one.value for one in meaning.procedures if one.score >= PLAIN}
    return bool(named) and named.isdisjoint(done.procedures)


def _tells_of(done: Booking, meaning: Meaning, at: datetime) -> bool:
    """Whether nothing is named but the day that was booked, or today: 「2日は孫も連れて行くけんね」."""
    other = meaning.order or meaning.shift or meaning.request or meaning.procedures
    if not meaning.dates or other or not meaning.dates[0].value.single:
        return False
    day = meaning.dates[0].value.first
    return day == at.date() or (day == done.start.date() and not meaning.times)


def _is_again(done: Booking, meaning: Meaning) -> bool:
    """Whether nothing is said but the day and the time of what was just done."""
    if not (meaning.dates and meaning.times) or meaning.request or meaning.order or meaning.shift:
        return False
    day, start = meaning.dates[0].value, meaning.times[0].value.first
    named = {one.value for one in meaning.procedures}
    return (
        named <= set(done.procedures)
        and day.single
        and day.first == done.start.date()
        and start == done.start.timetz().replace(tzinfo=None)
    )


def _obeyed(state: State, command: Command) -> Step | None:
    if command is Command.GOODBYE:
        return closing.goodbye(state)
    if command in (Command.REPEAT, Command.BACK):
        number_said = any(sentence.key == "number_is" for sentence in state.said)
        return recalled(state, state.stands) if state.stands and number_said else again(state)
    return None


def _undoing(state: State) -> State:
    """For an errand about what was just done: the numbers that were given for it still count."""
    return replace(afresh(state), phone=state.phone, claimed=state.claimed)


def _same_again(state: State, done: Booking) -> State:
    """For another booking of what was just booked: 「姉の分も、10時15分に」."""
    first, *more = done.procedures
    heard = render(
        "procedure_heard", procedure=values.procedures(state.office_at(done.office), done.procedures)
    )
    return replace(afresh(state), procedure=first, more=tuple(more), second=True, lead=(heard,))


def _what(state: State) -> Step:
    """The caller has said that there is more."""
    return missed(state) if _asks_what(state) else speak(state, render("what_else"))


def _asks_what(state: State) -> bool:
    return state.said[-1:] == (render("what_else"),)
