"""The answer to the read-back: the yes that books."""

from dataclasses import replace
from datetime import datetime

from dialog import addition, existing, place, standing
from dialog.actions import Action, Book, Change
from dialog.apart import set_apart
from dialog.ask import ask_which
from dialog.calendar import Booking
from dialog.filling import fill, no_slot
from dialog.mentioned import Mentioned
from dialog.refusing import on_the_table, refuse
from dialog.say import Step, clearer, lead, question_said, speak
from dialog.slots.order import ORDER
from dialog.slots.procedure import rival
from dialog.state import Phase, State
from nlu.meaning import Answer, DateSpan, Meaning, Order, Request, Scored, TimeSpan
from nlu.question import Expect, Question
from prompts import render

SURE = 0.8
"""A yes below this does not book."""

DOUBTED = 0.4
"""A yes in words that the recognizer gives less than this does not book, either: so it scores a no heard as a yes.
Every yes of the recorded calls has 0.7 or more, but for a single 「はい」 (0.48)."""

NAMED = 0.5
"""A procedure from here on was named, where a booking stands for it."""


def as_heard(meaning: Meaning) -> Meaning:
    """The meaning, its yes no surer than the recognizer is of the words."""
    answer = meaning.answer
    if answer is None or answer.value is not Answer.YES or meaning.answer_heard >= DOUBTED:
        return meaning
    return replace(meaning, answer=Scored(Answer.YES, min(answer.score, SURE / 2)))


def says_again(state: State, meaning: Meaning) -> bool:
    """Whether a change that was read back is asked for once more, by what the booking is to be for."""
    if state.phase is not Phase.CONFIRMING or state.booking is None or state.place is None:
        return False
    named = {said.value for said in meaning.procedures}
    return bool(named) and named <= set(state.procedures) and not (meaning.dates or meaning.times)


def confirm(state: State, meaning: Meaning, at: datetime, early: bool) -> Step:
    """Books on a clear yes to what was heard to its end; a change is taken, a no asks what to change. A yes with a day
    or a time that does not quite agree (「はい、8日の水曜ですね」) hears everything once more.

    The end of a sentence whose first half was taken for the whole of it falls into the read-back, and says nothing
    that is not read back: 「25日の水曜日 … 3時にしてください」. The read-back goes on.
    """
    if not early and (step := set_apart(state, meaning) or addition.apart(state, meaning)):
        return step
    if not early and (other := _of_another(state, meaning)) is not None:
        return _moved_instead(state, other)
    if any(slot.differs(state, meaning) for slot in ORDER) or meaning.impossible or meaning.excluded:
        return fill(state, meaning, at)
    if state.place is not None and _stays_elsewhere(state, meaning):
        return place.read_back(state, state.place)
    answer = meaning.answer
    if meaning.order is Order.EARLIEST and not early and (answer is None or answer.value is Answer.YES):
        return fill(replace(state, time=None), replace(meaning, dates=(), times=(), answer=None), at)
    said_again = meaning.procedures or meaning.dates or meaning.times
    goes_on = answer is None or (answer.value is Answer.YES and said_again)
    if goes_on and early and meaning.topic is None:
        return state, ()
    unsure = answer is not None and answer.value is Answer.YES and answer.score < SURE
    if state.place is not None and _disagrees(meaning, unsure=unsure):
        return place.read_back(state, state.place)
    if meaning.hard_of_hearing and answer is None and not early:
        return clearer(state)
    if state.place is not None and meaning.checks and answer is None:
        return place.read_back(lead(state, "told_again"), state.place)
    if answer is None and not early and not meaning.asks and (rivals := rival(state, meaning)):
        return ask_which(replace(state, misses=0), rivals)
    if answer is None and (
        meaning.offices or meaning.unchanged or any(slot.hear(state, meaning) for slot in ORDER)
    ):
        return _once_more(state)
    if answer is None or unsure:
        return no_slot(state, meaning, at)
    if answer.value is Answer.NO and meaning.topic is not None:
        return no_slot(state, meaning, at)
    if state.place is not None and _comes_back(meaning):
        return place.read_back(state, state.place)
    if answer.value is Answer.NO:
        return speak(
            replace(refuse(state, on_the_table(state)), phase=Phase.ASKING, place=None, misses=0),
            render("what_to_change"),
            question=Question(Expect.ANY, altering=True),
        )
    if not state.read_back_heard or (early and state.misses == 0):
        return early_yes(state)
    return book(replace(state, wondered=(*state.wondered, *meaning.also)))


def _of_another(state: State, meaning: Meaning) -> Booking | None:
    """The booking that is named in the place of the one that is read back as moved: 「はい、3日の10時、税の証明ですね」, of 住民票."""
    named = {one.value for one in meaning.procedures if one.score >= NAMED}.difference(meaning.staying)
    if state.booking is None or meaning.more or named & {*state.procedures, *state.booking.procedures}:
        return None
    stand = state.existing or state.stood
    others = [one for one in stand if one != state.booking and named & {*one.procedures}]
    return others[0] if len(others) == 1 else None


def _moved_instead(state: State, booking: Booking) -> Step:
    """The same change of another booking, to be read back anew."""
    assert state.place is not None
    day, time = state.place.start.date(), state.place.start.timetz().replace(tzinfo=None)
    there = Mentioned(days=(DateSpan(day, day),), times=(TimeSpan(time, time),))
    return standing.picked(replace(state, errand=Request.CHANGE, mentioned=there), booking)


def _stays_elsewhere(state: State, meaning: Meaning) -> bool:
    """Whether a time that is not named is said to stay, which may be that of the booking, or of the one before, or the
    other one that was read back: no yes."""
    booking = state.booking or state.stands
    if booking is None or state.place is None or meaning.times or Expect.TIME not in meaning.unchanged:
        return False
    return booking.start.timetz() != state.place.start.timetz()


def _comes_back(meaning: Meaning) -> bool:
    """Whether what was read back is what another day or time was corrected to: 「水曜じゃなくて、8日の火曜日です」, 「ちょっと早いけん、
    9時にして」, or was misheard: 「八日ですか、違いますよ、四日です」."""
    said = [one[0] for one in (meaning.dates, meaning.times) if one]
    no = meaning.answer is not None and meaning.answer.value is Answer.NO
    return no and bool(said) and all(one.score >= SURE for one in said) and not meaning.procedures


def _disagrees(meaning: Meaning, *, unsure: bool) -> bool:
    """Whether a day or a time was said that may not be what was read back: with a yes that is not sure, or a day that
    is not (「2日の金曜ね」)."""
    if meaning.answer is None:
        return bool(meaning.dates) and meaning.dates[0].score < SURE
    return unsure and bool(meaning.dates or meaning.times) and meaning.topic is None


def _once_more(state: State) -> Step:
    """Asks again without an excuse; what has not been heard yet is read back from its beginning."""
    if not state.read_back_heard:
        return speak(state, *question_said(state), interruptible=False)
    return place.confirm_again(state)


def early_yes(state: State) -> Step:
    """A yes into the read-back is no yes: ask for it again once the caller has heard everything."""
    if not state.read_back_heard:
        return replace(state, early_yes=True), ()
    return place.confirm_again(replace(state, early_yes=False, misses=1))


def _other_procedures(booking: Booking, state: State) -> tuple[str, ...]:
    """What a booking is for from now on; empty where that stays."""
    return () if state.procedures == booking.procedures else state.procedures


def book(state: State) -> Step:
    """Takes the place that was read back, or moves the booking there."""
    assert state.place is not None
    start = state.place.start
    phone = "" if state.caller else state.phone
    second = existing.is_second(state)
    book: Action = (
        Change(state.booking, start, state.phone, _other_procedures(state.booking, state))
        if state.booking
        else Book(state.procedures, start, phone, state.coming, state.name, state.at, second, state.details)
    )
    return replace(state, phase=Phase.BOOKING), (book,)
