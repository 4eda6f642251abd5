"""The fold: a state and an event to the next state and what to do."""

from dataclasses import replace
from datetime import datetime

import nlu
from dialog import (
    affected,
    affected_answer,
    anything_else,
    apart,
    besides,
    callback,
    calling,
    circles,
    closing,
    duplicate,
    events,
    existing,
    guiding,
    guiding_answer,
    history,
    holding,
    identifying,
    keypad,
    listing,
    nothing_for_us,
    other_ward,
    passing,
    place,
    resuming,
    second_errand,
    settling,
    standing,
    telephone,
    undecided,
    values,
    waiting,
    ward,
)
from dialog.actions import Cancel
from dialog.afresh import afresh
from dialog.ask import ask
from dialog.calendar import Booking
from dialog.commanding import obey
from dialog.confirming import SURE, as_heard, book, confirm, early_yes, says_again
from dialog.explaining import explain
from dialog.filling import fill
from dialog.inform import ASKED, behind_yes
from dialog.mentioned import mentioned
from dialog.offering import offered
from dialog.recover import heard_of, missed
from dialog.say import Step, again, clearer, lead, louder, question_said, reads_back, speak
from dialog.shifting import shift
from dialog.slots import phone
from dialog.slots.procedure import narrows
from dialog.state import WAITING, Outcome, Phase, State
from dialog.summary import with_procedure
from dialog.understanding import understood
from nlu.meaning import Answer, Command, Meaning, Request, Shift
from nlu.question import Existing, Expect, Question
from prompts import render, saying

UNASKED = (*WAITING, Phase.CLOSING)
"""Phases in which no key is an answer."""

STANDING = (Request.CHANGE, Request.CANCEL, Request.CHECK, Request.LATE, Request.CANNOT_COME)


def step(state: State, event: events.Event) -> Step:
    """Pure: the same state and event give the same result. After the end nothing happens any more."""
    if state.phase is Phase.ENDED:
        return state, ()
    with saying(event.overrides if isinstance(event, events.CallStarted) else state.overrides):
        return _stepped(state, event)


def _stepped(state: State, event: events.Event) -> Step:
    before, event = resuming.resumed(state, event)
    after, actions = _follow(before, event)
    after = heard_of(event, history.remember(before, after))
    after = resuming.keep(before, event, after, actions)
    return after, (*holding.hold(state, event, after), *actions)


def _follow(state: State, event: events.Event) -> Step:
    return circles.broken(_next(state, event), event.at)


def _next(state: State, event: events.Event) -> Step:
    match event:
        case events.CallStarted():
            return _greet(state, event)
        case events.Reconnected():
            return _take_up(state)
        case events.Heard() if nlu.hesitates(event.hypotheses):
            return waiting.waited(state, asked=nlu.asks_to_wait(event.hypotheses))
        case events.Heard():
            meaning = understood(state, event)
            if state.keypad.digits:
                state, counts = keypad.answered_aloud(state, meaning)
                if not counts:
                    return state, ()
            meaning = as_heard(meaning)
            return _answered(state, meaning, event.at, event.early)
        case events.KeyPressed():
            return _key(state, event)
        case events.NoInput():
            return _silence(state, event)
        case events.MyNumberSpoken():
            return _warned(state)
        case events.Played():
            return _played(state, event)
        case events.PlacesFound():
            if state.phase is not Phase.LOOKING:
                return state, ()
            return circles.turned(state, place.found(state, event.availability), event.at)
        case events.Held() | events.Released():
            return state, ()
        case events.Booked():
            if event.number == state.number:
                return state, ()
            return apart.goes_on(state, closing.booked(state, event.number, *behind_yes(state)))
        case events.PlaceTaken():
            return place.taken(state) if state.phase in holding.KEPT else (state, ())
        case events.BookingsFound():
            return _bookings(state, event)
        case events.Changed():
            return standing.changed(state) if state.booking is not None else (state, ())
        case events.Cancelled():
            return standing.cancelled(state)
        case events.CallbackNoted():
            return closing.callback_noted(state)
        case events.TooLate():
            return standing.too_late(state, event.at)
        case events.TooMany():
            return closing.person(state, event.at, render("too_many_bookings"))
        case events.PersonCalled():
            return (state, ()) if closing.uninterrupted(state) else closing.person(state, event.at)
        case events.LinesBusy():
            return closing.person(replace(state, on_keys=True), event.at, render("lines_busy"))
        case events.Trouble():
            return closing.trouble(state, event.at)
        case events.HungUp():
            return replace(state, phase=Phase.ENDED, outcome=state.outcome or Outcome.ABANDONED), ()


def _greet(state: State, event: events.CallStarted) -> Step:
    office = event.office
    state = State(
        office=office,
        offices=event.offices,
        fixed=office.id,
        overrides=event.overrides,
        caller=event.caller,
        stood=event.standing,
        rate=event.rate,
    )
    greeting = render("greeting", office=values.term(office.name))
    state = replace(state, lead=(greeting, render("notice")))
    return affected.ask(state, event.affected) if event.affected else ask(state)


def _warned(state: State) -> Step:
    """A My Number was said: asks not to, and asks again what was asked; last words are said again as a whole."""
    state = lead(state, "my_number_warning")
    if state.phase is Phase.CLOSING:
        return again(state)
    if state.question.expect is Expect.DIGITS or phone.asks(state):
        return _number_anew(state)
    interruptible = state.phase not in (Phase.CONFIRMING, Phase.CANCELLING)
    return speak(state, *question_said(state), interruptible=interruptible)


def _number_anew(state: State) -> Step:
    """Asks for the number from its beginning: what was taken so far may be the beginning of a My Number."""
    state = replace(state, phone="", claimed="")
    return identifying.ask(state) if state.phase is Phase.IDENTIFYING else phone.ask(state)


def _take_up(state: State) -> Step:
    """The line is back: what was asked of the calendar is asked again, else the last words are said again."""
    if state.phase is Phase.LOOKING:
        return place.proceed(state)
    if state.phase is Phase.CHECKING:
        return existing.search(state)
    if state.phase is Phase.BOOKING:
        return book(state)
    if state.phase is Phase.SEARCHING:
        return state, (identifying.search(state),)
    if state.phase is Phase.NOTING:
        return state, (callback.noting(state),)
    if state.phase is Phase.FREEING and state.booking is not None:
        return state, (Cancel(state.booking, state.phone),)
    return again(replace(state, lead=()))


def _answered(state: State, meaning: Meaning, at: datetime, early: bool) -> Step:
    """What was understood, as one more answer to what was asked. A command, and a cry for help, are none."""
    step = _understood(state, meaning, at, early)
    if meaning.command is not None or meaning.emergency is not None or meaning.request is Request.CHECK:
        return step
    if meaning.hard_of_hearing and meaning.answer is None and state.phase is Phase.CONFIRMING:
        return step
    return circles.turned(state, step, at, meaning.understood)


def _understood(state: State, meaning: Meaning, at: datetime, early: bool) -> Step:
    if meaning.emergency is not None:
        return nothing_for_us.emergency(state, meaning.emergency)
    if meaning.hard_of_hearing:
        state = louder(state)
    if meaning.command is Command.REPEAT and meaning.hard_of_hearing:
        return clearer(state)
    if state.phase is Phase.CLOSING:
        return again(state) if meaning.command is Command.REPEAT else (state, ())
    if not early and (told := calling.told(state, meaning, at) or second_errand.beside(state, meaning, at)):
        return told
    repeats = state.phase is Phase.DUPLICATE and duplicate.of_what_stands(state, meaning)
    if state.phase not in (*WAITING, Phase.ANYTHING_ELSE) and narrows(state, meaning) and not repeats:
        return fill(state, meaning, at)
    meaning = besides.asked(state, meaning)
    errand = meaning.request in STANDING
    theirs = meaning.elsewhere is not None and not errand
    if state.phase is Phase.ANYTHING_ELSE:
        meaning = anything_else.of_another(state, meaning)
    if state.phase is Phase.ANYTHING_ELSE and not (passing.asks_in_passing(meaning) or theirs):
        if step := anything_else.answered(state, meaning, at, early):
            return step
        if meaning.command is None:
            state, early = afresh(state), False
    if meaning.command is not None:
        return obey(state, meaning.command, meaning, at)
    if state.phase in WAITING and not (state.phase is Phase.CHECKING and _carries(meaning)):
        return state, ()
    if not early and (begun := standing.rather(state, meaning) or guiding.begun(state, meaning)):
        return begun
    chosen = bool(meaning.answers) and state.question.most_answers == 1
    heard = not early or chosen
    if state.phase is Phase.GUIDING and heard and (led := guiding_answer.answered(state, meaning, at)):
        return led
    if (step := passing.answered(state, meaning, at, early)) is not None:
        return step
    if state.phase is Phase.GUIDING:
        return (state, ()) if early else missed(state, at, "not_understood")
    if state.question.expect is Expect.DIGITS:
        state, meaning = telephone.dictated(state, meaning)
        if state.dictated:
            return state, ()
    if state.phase is Phase.CALLBACK:
        return callback.answered(state, meaning)
    if state.phase is Phase.PHONE:
        return place.phone(state, meaning, at) or missed(state, at, phone.excuse(state, meaning))
    named = other_ward.noted(state, meaning)
    if named is not state:
        if not early and (told := other_ward.alone(named, meaning)):
            return told
        state = named
    if meaning.existing is Existing.SECOND:
        state = replace(state, second=True)
    if ward.turned(state, meaning):
        return fill(state, meaning, at)
    if state.phase is Phase.NAME:
        return place.named(state, meaning, at)
    if state.phase is Phase.IDENTIFYING:
        if meaning.request is Request.CHECK and not (meaning.digits or state.misses):
            return identifying.wondered(state)
        if not identifying.books_anew(meaning):
            answer = identifying.answered(state, meaning, at)
            return answer or missed(state, at, identifying.excuse(state, meaning))
        state = replace(state, errand=None, claimed="", phone="", existing=None)
    if state.phase is Phase.AFFECTED:
        if early and not (_carries(meaning) or affected_answer.is_wish(meaning)):
            return state, ()
        if step := affected_answer.answered(state, meaning, at):
            return step
        if not (_carries(meaning) or affected_answer.is_wish(meaning)):
            return missed(state, at, "not_understood")
        state, early = replace(state, phase=Phase.ASKING, affected=(), question=Question(Expect.ANY)), False
    if state.phase is Phase.DUPLICATE and meaning.request not in ASKED:
        return _about_repeated(state, meaning, at, early)
    if state.phase in (Phase.CHOOSING, Phase.CANCELLING):
        return _about_standing(state, meaning, at, early)
    if _keeps(state, meaning) and not early:
        return standing.kept(state)
    if nothing_for_us.is_elsewhere(meaning) and not errand and not early:
        return nothing_for_us.elsewhere(state, meaning)
    if meaning.request is not None and not early:
        return _request(state, meaning.request, meaning, at)
    if meaning.shift is not None and _on_the_table(state, meaning) and not early:
        return shift(state, meaning.shift, at)
    if state.booking is not None and _slightly(state, meaning, state.booking) and not early:
        shifted = mentioned(replace(meaning, dates=(), unchanged=()))
        moved = replace(state, errand=Request.CHANGE, day=None, mentioned=shifted)
        return standing.picked(moved, state.booking)
    if state.phase is Phase.CONFIRMING:
        return confirm(state, meaning, at, early)
    if early and not _carries(meaning):
        return state, ()
    if state.phase is Phase.OFFERING:
        return offered(state, meaning, at)
    if state.phase is Phase.DOUBTING:
        return settling.settled(state, meaning, at)
    return fill(state, meaning, at)


def _request(state: State, request: Request, meaning: Meaning, at: datetime) -> Step:
    if request is Request.EXPLAIN:
        return explain(state, meaning, at)
    if request is Request.UNDECIDED:
        return undecided.helped(state)
    if request is Request.FREE:
        return listing.free(state, meaning, at)
    if request is Request.CALLBACK:
        return closing.offer_callback(replace(with_procedure(state, meaning), misses=0))
    if request is Request.WRONG_NUMBER and state.procedure is None and not meaning.procedures:
        return nothing_for_us.wrong_number(state)
    if request not in STANDING:
        return fill(state, meaning, at)
    if state.procedure is None or not _under_way(state):
        fresh = state if state.booking is not None else replace(state, procedure=None, more=(), lead=())
        return standing.look_up(fresh, request, meaning)
    if request is Request.CANCEL and state.booking is not None and state.booking.closure is None:
        return standing.picked(replace(state, errand=Request.CANCEL), state.booking)
    # In the middle of a booking it is this booking that is meant.
    if request is Request.CANCEL:
        return closing.farewell(state)
    if request is Request.CHECK:
        return again(state)
    if request is Request.CHANGE and state.place is not None and says_again(state, meaning):
        return place.read_back(state, state.place)
    return fill(state, meaning, at)


def _under_way(state: State) -> bool:
    """Whether a booking is being made or moved that 「取り消したい」 can mean; one word may have been misheard."""
    return state.booking is not None or state.day is not None or state.time is not None


def _bookings(state: State, event: events.BookingsFound) -> Step:
    if state.phase is Phase.CHECKING:
        return circles.turned(state, duplicate.found(state, event.bookings), event.at)
    return standing.found(state, event.bookings, event.at) if state.phase is Phase.SEARCHING else (state, ())


def _about_repeated(state: State, meaning: Meaning, at: datetime, early: bool) -> Step:
    no = meaning.answer is not None and meaning.answer.value is Answer.NO
    if early and not (no or meaning.existing or _carries(meaning)):
        return state, ()
    return duplicate.answered(state, meaning, at) or missed(state, at, "not_understood")


def _about_standing(state: State, meaning: Meaning, at: datetime, early: bool) -> Step:
    yes = meaning.answer is not None and meaning.answer.value is Answer.YES
    if early and (yes or meaning.answer is None):
        return replace(state, early_yes=yes and not state.heard_out), ()
    if state.phase is Phase.CHOOSING:
        answered = standing.choosing(state, meaning)
        if answered is None and not state.misses:
            return standing.again(replace(state, misses=1))
    else:
        answered = standing.cancelling(state, meaning, SURE, at)
    return answered or missed(state, at, "not_understood")


def _keeps(state: State, meaning: Meaning) -> bool:
    """Whether the booking that is being changed is to stand as it is after all."""
    booking = state.booking
    if booking is None or not meaning.keeps or meaning.procedures or len(meaning.unchanged) == 1:
        return False
    own = booking.start.date()
    return all(said.value.first == own for said in meaning.dates) and not (meaning.order or meaning.shift)


def _slightly(state: State, meaning: Meaning, booking: Booking) -> bool:
    """Whether a booking of which the new day or time is asked is to be earlier or later on its own day: 「日は同じで、もう少し遅く」."""
    own = booking.start.date()
    days = [said.value for said in meaning.dates] + ([state.day] if state.day is not None else [])
    named = meaning.procedures or meaning.times or any((one.first, one.last) != (own, own) for one in days)
    asked = state.phase is Phase.ASKING and state.time is None
    return asked and meaning.shift in (Shift.EARLIER_TIME, Shift.LATER_TIME) and not named


def _on_the_table(state: State, meaning: Meaning) -> bool:
    """Whether a wish for earlier or later is about places that were named, and names none itself."""
    named = meaning.procedures or meaning.dates or meaning.times or meaning.choice
    return state.phase in (Phase.OFFERING, Phase.CONFIRMING) and not named


def _carries(meaning: Meaning) -> bool:
    """More than the 「はい」 of somebody who is listening."""
    slots = (
        meaning.procedures
        or meaning.dropped
        or meaning.dates
        or meaning.times
        or meaning.order
        or meaning.offices
        or meaning.details
    )
    return bool(slots or meaning.choice)


def _key(state: State, event: events.KeyPressed) -> Step:
    state, answer = keypad.press(state, event.digit, event.at.date())
    if answer is None or (isinstance(answer, keypad.Unreadable) and state.phase in UNASKED):
        return state, ()
    if isinstance(answer, keypad.Unreadable):
        if state.phase is Phase.ANYTHING_ELSE:
            return anything_else.missed(state) if state.heard_out else (state, ())
        if state.phase is Phase.NAME:
            return place.named(state, Meaning(), event.at)
        return missed(state, event.at, "not_understood")
    early = not state.heard_out and not answer.answers
    if early and answer.answer is not None and answer.answer.value is Answer.YES:
        if state.phase is Phase.CALLBACK:
            return callback.missed(state, "not_understood")
        state = replace(state, firm=state.phase in (Phase.CONFIRMING, Phase.CANCELLING))
    return _answered(state, answer, event.at, early)


def _silence(state: State, event: events.NoInput) -> Step:
    if state.phase is Phase.CLOSING:
        return closing.end(state)
    if state.phase in WAITING:
        return state, ()
    if state.keypad.digits and not keypad.needs_hash(state):
        return _key(state, events.KeyPressed(event.at, "#"))
    if state.phase is Phase.ANYTHING_ELSE:
        return anything_else.silent(state)
    if state.phase is Phase.NAME:
        return place.unnamed(state)
    return missed(state, event.at, "no_input")


def _played(state: State, event: events.Played) -> Step:
    if not event.last:
        return state, ()
    state = keypad.heard_out(replace(state, heard_out=True))
    if state.phase is Phase.CLOSING:
        return closing.end(state)
    if state.phase in (Phase.CONFIRMING, Phase.CANCELLING):
        state = replace(state, read_back_heard=state.read_back_heard or reads_back(state))
        if state.early_yes:
            return (
                early_yes(state)
                if state.phase is Phase.CONFIRMING
                else standing.again(replace(state, early_yes=False))
            )
    return state, ()
