"""The fold: a state and an event to the next state and what to do."""

from datetime import datetime

import nlu
from dialog import absorb, callback, closing, events, keypad, place, standing, values
from dialog.actions import Action, AskCallback, Book, Cancel, Change, FindBookings
from dialog.ask import ask, ask_which
from dialog.inform import inform
from dialog.recover import missed
from dialog.say import Step, again, lead, speak
from dialog.shifting import shift
from dialog.state import SLOW_RATE, Outcome, Phase, State
from nlu.meaning import Answer, Command, Meaning, Request
from nlu.question import Expect, Question
from prompts import formats, render

WAITING = (Phase.LOOKING, Phase.BOOKING, Phase.SEARCHING, Phase.FREEING, Phase.NOTING)
"""Phases in which the calendar is asked and nothing that is said counts."""

SURE = 0.8
"""A yes below this does not book."""


def step(state: State, event: events.Event) -> Step:
    """Pure: the same state and event give the same result. After the end nothing happens any more."""
    if state.phase is Phase.ENDED:
        return state, ()
    match event:
        case events.CallStarted():
            return _greet(state, event)
        case events.Reconnected():
            return _take_up(state)
        case events.Heard():
            meaning = nlu.interpret(event.hypotheses, state.question, event.at, state.office.lexicon)
            return _understood(state, meaning, event.at, event.early)
        case events.KeyPressed():
            return _key(state, event)
        case events.NoInput():
            return _silence(state, event)
        case events.MyNumberSpoken():
            return again(lead(state, "my_number_warning"))
        case events.Played():
            return _played(state, event)
        case events.PlacesFound():
            return place.found(state, event.availability) if state.phase is Phase.LOOKING else (state, ())
        case events.Booked():
            return closing.booked(state, event.number)
        case events.PlaceTaken():
            return _taken(state)
        case events.BookingsFound():
            return standing.found(state, event.bookings, event.at)
        case events.Changed():
            return standing.changed(state)
        case events.Cancelled():
            return standing.cancelled(state)
        case events.CallbackNoted():
            return closing.callback_noted(state)
        case events.TooLate():
            return standing.too_late(state, event.at)
        case events.Trouble():
            return closing.trouble(state, event.at)
        case events.HungUp():
            return state.but(phase=Phase.ENDED, outcome=state.outcome or Outcome.ABANDONED), ()


def _greet(state: State, event: events.CallStarted) -> Step:
    office = event.office
    state = State(office=office, caller=event.caller, rate=event.rate)
    greeting = render("greeting", office=values.term(office.name))
    return ask(state.but(lead=(greeting, render("notice"))))


def _take_up(state: State) -> Step:
    """The line is back: what was asked of the calendar is asked again, else the last words are said again."""
    if state.phase is Phase.LOOKING:
        return place.proceed(state)
    if state.phase is Phase.BOOKING:
        return _book(state)
    if state.phase is Phase.SEARCHING:
        return state, (FindBookings(),)
    if state.phase is Phase.NOTING:
        return state, (AskCallback(callback.about(state)),)
    if state.phase is Phase.FREEING and state.booking is not None:
        return state, (Cancel(state.booking),)
    return again(state.but(lead=()))


def _understood(state: State, meaning: Meaning, at: datetime, early: bool) -> Step:
    if state.phase is Phase.CLOSING:
        return again(state) if meaning.command is Command.REPEAT else (state, ())
    if meaning.command is not None:
        return _command(state, meaning.command, at)
    if state.phase in WAITING:
        return state, ()
    if state.phase is Phase.CALLBACK:
        return callback.answered(state, meaning)
    if state.phase in (Phase.CHOOSING, Phase.CANCELLING):
        return _about_standing(state, meaning, at, early)
    if meaning.request is not None and not early:
        return _request(state, meaning.request, meaning, at)
    if meaning.shift is not None and _on_the_table(state, meaning) and not early:
        return shift(state, meaning.shift, at)
    if state.phase is Phase.CONFIRMING:
        return _confirming(state, meaning, at, early)
    if early and not _carries(meaning):
        return state, ()
    if state.phase is Phase.OFFERING:
        return _offering(state, meaning, at)
    return _filling(state, meaning, at)


def _request(state: State, request: Request, meaning: Meaning, at: datetime) -> Step:
    if request in (Request.BRING, Request.HOURS):
        return inform(state, request, meaning)
    if state.procedure is None:
        return standing.look_up(state, request, at)
    # In the middle of a booking it is this booking that is meant.
    if request is Request.CANCEL:
        return closing.farewell(state)
    if request is Request.CHECK:
        return again(state)
    return _filling(state, meaning, at)


def _about_standing(state: State, meaning: Meaning, at: datetime, early: bool) -> Step:
    yes = meaning.answer is not None and meaning.answer.value is Answer.YES
    if early and (yes or meaning.answer is None):
        return state.but(early_yes=yes and not state.heard_out), ()
    if state.phase is Phase.CHOOSING:
        answered = standing.choosing(state, meaning)
    else:
        answered = standing.cancelling(state, meaning, SURE)
    return answered or missed(state, at, "not_understood")


def _on_the_table(state: State, meaning: Meaning) -> bool:
    """Whether a wish for earlier or later is about places that were named, and names none itself."""
    named = meaning.procedures or meaning.dates or meaning.times or meaning.choice
    return state.phase in (Phase.OFFERING, Phase.CONFIRMING) and not named


def _carries(meaning: Meaning) -> bool:
    """More than the 「はい」 of somebody who is listening."""
    return bool(meaning.procedures or meaning.dates or meaning.times or meaning.order or meaning.choice)


def _command(state: State, command: Command, at: datetime) -> Step:
    match command:
        case Command.REPEAT:
            return again(state)
        case Command.SLOWER:
            return again(lead(state.but(rate=min(state.rate, SLOW_RATE)), "slower"))
        case Command.AGENT:
            return closing.person(state, at)
        case Command.GOODBYE:
            return closing.farewell(state)
        case Command.START_OVER:
            fresh = State(office=state.office, caller=state.caller, rate=state.rate)
            return ask(lead(fresh, "start_over"))
        case Command.BACK:
            return _back(state)


def _back(state: State) -> Step:
    if state.phase in (Phase.CHOOSING, Phase.CANCELLING):
        return ask(state.but(booking=None, errand=None, standing=()))
    if state.phase is Phase.CONFIRMING:
        return ask(state.but(time=None))
    if state.day is not None:
        return ask(state.but(day=None, time=None))
    if state.booking is not None:
        return ask(state)
    return ask(state.but(procedure=None, which=()))


def _filling(state: State, meaning: Meaning, at: datetime) -> Step:
    if meaning.impossible:
        said = meaning.impossible[0]
        return ask(state.but(lead=(render("impossible", said=formats.heard(said)),)))
    state, progress = absorb.absorb(state, meaning)
    if not progress:
        return _no_slot(state, meaning, at)
    state = state.but(misses=0)
    which = absorb.procedures(state, meaning)
    if len(which) > 1:
        return ask_which(state, which)
    return place.proceed(state)


def _no_slot(state: State, meaning: Meaning, at: datetime) -> Step:
    topic = meaning.topic
    fixed = state.booking is not None and topic is Expect.PROCEDURE
    if topic is not None and state.procedure is not None and not fixed:
        cleared = {"procedure": {"procedure": None}, "date": {"day": None}, "time": {"time": None}}
        return ask(state.but(misses=0, **cleared[topic.value]))
    return missed(state, at, "not_understood")


def _offering(state: State, meaning: Meaning, at: datetime) -> Step:
    if meaning.choice is not None and meaning.choice.score >= absorb.ACCEPT:
        return place.read_back(state.but(misses=0), state.offered[meaning.choice.value])
    answer = meaning.answer.value if meaning.answer else None
    if answer is Answer.YES and len(state.offered) == 1 and not meaning.dates and not meaning.times:
        return place.read_back(state.but(misses=0), state.offered[0])
    if answer is Answer.NO and not (meaning.dates or meaning.times or meaning.order):
        return ask(lead(state.but(day=None, time=None, misses=0), "another_day"))
    return _filling(state, meaning, at)


def _confirming(state: State, meaning: Meaning, at: datetime, early: bool) -> Step:
    day, time, which = (
        absorb.day(state, meaning),
        absorb.time(state, meaning),
        absorb.procedures(state, meaning),
    )
    other_procedure = bool(which) and state.procedure not in which
    if other_procedure or place.changes(state, day, time) or meaning.impossible:
        return _filling(state, meaning, at)
    answer = meaning.answer
    if answer is None or (answer.value is Answer.YES and answer.score < SURE):
        return _no_slot(state, meaning, at)
    if answer.value is Answer.NO:
        return speak(
            state.but(phase=Phase.ASKING, place=None, misses=0),
            render("what_to_change"),
            question=Question(Expect.ANY),
        )
    if not state.read_back_heard or (early and state.misses == 0):
        return _early_yes(state)
    return _book(state)


def _early_yes(state: State) -> Step:
    """A yes into the read-back is no yes: ask for it again once the caller has heard everything."""
    if not state.read_back_heard:
        return state.but(early_yes=True), ()
    return speak(state.but(early_yes=False, misses=1), render("confirm_again"))


def _asked_again(state: State) -> Step:
    return standing.again(state.but(early_yes=False))


def _book(state: State) -> Step:
    assert state.place is not None
    assert state.procedure is not None
    start = state.place.start
    book: Action = Change(state.booking, start) if state.booking else Book(state.procedure, start)
    return state.but(phase=Phase.BOOKING), (book,)


def _taken(state: State) -> Step:
    return place.proceed(lead(state.but(place=None), "place_taken"))


def _key(state: State, event: events.KeyPressed) -> Step:
    state, answer = keypad.press(state, event.digit, event.at.date())
    if answer is None:
        return state, ()
    if isinstance(answer, keypad.Unreadable):
        return missed(state, event.at, "not_understood")
    return _understood(state, answer, event.at, early=not state.heard_out)


def _silence(state: State, event: events.NoInput) -> Step:
    if state.phase is Phase.CLOSING:
        return closing.end(state)
    if state.phase is Phase.CALLBACK:
        return callback.missed(state, "no_input")
    if state.keys:
        return _key(state, events.KeyPressed(event.at, "#"))
    return missed(state, event.at, "no_input")


def _played(state: State, event: events.Played) -> Step:
    if not event.last:
        return state, ()
    state = state.but(heard_out=True)
    if state.phase is Phase.CLOSING:
        return closing.end(state)
    if state.phase in (Phase.CONFIRMING, Phase.CANCELLING):
        state = state.but(read_back_heard=True)
        if state.early_yes:
            return _early_yes(state) if state.phase is Phase.CONFIRMING else _asked_again(state)
    return state, ()
