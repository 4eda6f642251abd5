"""Who goes on after the bot began to answer is answered as if nothing had been said before; what was done is never undone."""

from dataclasses import replace
from datetime import datetime

import pytest

from dialog import events
from dialog.actions import Book, Hold, Release
from dialog.calendar import Availability, Place
from dialog.state import Phase, State
from dialog.step import step
from nlu.hypothesis import Hypothesis
from tests.dialog.conversation import NOW, OFFICE, moment


def told(state: State, *happened: events.Event) -> State:
    for event in happened:
        state, _ = step(state, event)
    return state


def heard(text: str, **more: bool) -> events.Heard:
    return events.Heard(NOW, (Hypothesis(text, 0.95),), **more)


def found(*starts: datetime) -> events.PlacesFound:
    return events.PlacesFound(NOW, Availability(tuple(Place(start) for start in starts)))


CALL = told(
    State(), events.CallStarted(NOW, OFFICE, "+81935551234"), heard("住民票"), events.BookingsFound(NOW, ())
)
OUT = events.Played(NOW, "ask_date", True)
TEN, TWO = moment(12, 2, 10), moment(12, 2, 14)
READ_BACK = told(CALL, OUT, heard("12月2日の10時"), found(TEN), events.Held(NOW))


@pytest.mark.parametrize(
    "first", ["来週の金曜日", "12月", "10時", "はい", "わかりません", "係の人をお願いします", "別の日"]
)
@pytest.mark.parametrize(
    "whole",
    ["来週の金曜日、いや、木曜日で", "12月2日です", "午後でお願いします", "いえ、住民票じゃなくて児童手当"],
)
def test_both_halves_are_answered_as_if_said_at_once(first: str, whole: str):
    asked = told(CALL, OUT)
    after, actions = step(told(asked, heard(first)), heard(whole, resumes=True))
    at_once, wanted = step(asked, heard(whole))
    assert replace(after, turns=0, before=None) == replace(at_once, turns=0, before=None)
    assert actions == wanted


def test_the_bot_spoke_once_more_all_the_same():
    asked = told(CALL, OUT)
    after = told(asked, heard("児童手当です"), heard("児童手当の予約です", resumes=True))
    assert after.turns == asked.turns + 2


def test_a_place_read_back_for_half_a_sentence_is_given_back_or_exchanged():
    assert READ_BACK.phase is Phase.CONFIRMING
    looks, actions = step(READ_BACK, heard("12月2日の10時、じゃなくて2時", resumes=True))
    assert [type(action) for action in actions][:1] == [Release]
    state, actions = step(looks, found(TWO))
    assert [action.start for action in actions if isinstance(action, Hold)] == [TWO]
    assert state.place == Place(TWO)
    assert not state.read_back_heard


@pytest.mark.parametrize(
    "since",
    [
        events.Played(NOW, "confirm", True),
        events.KeyPressed(NOW, "5"),
        events.NoInput(NOW),
        events.MyNumberSpoken(NOW),
        events.Reconnected(NOW),
        events.PlaceTaken(NOW),
    ],
    ids=lambda event: type(event).__name__,
)
def test_what_came_after_the_answer_makes_it_stand(since: events.Event):
    assert READ_BACK.before is not None
    assert told(READ_BACK, since).before is None


def test_a_booking_is_never_taken_back_and_a_yes_that_goes_on_books_no_second_time():
    ready = told(READ_BACK, events.Played(NOW, "confirm", True))
    booking, actions = step(ready, heard("はい"))
    assert any(isinstance(action, Book) for action in actions)
    for state in (booking, told(booking, events.Booked(NOW, "4719"))):
        assert state.before is None
        after, actions = step(state, heard("はい、いや、やっぱり2時", resumes=True))
        assert not any(isinstance(action, Book) for action in actions)
        assert (after.phase, after.number) == (state.phase, state.number)


@pytest.mark.parametrize("words", ["はい", "はい、お願いします"])
def test_a_yes_whose_first_half_cannot_be_taken_back_came_early(words: str):
    ready = told(READ_BACK, events.Played(NOW, "read_back", False), events.KeyPressed(NOW, "5"))
    state, actions = step(ready, heard(words, resumes=True))
    assert not any(isinstance(action, Book) for action in actions)
    assert state.phase is Phase.CONFIRMING


def test_a_hum_in_between_leaves_what_can_be_taken_back():
    asked = told(CALL, OUT)
    hummed = told(asked, heard("来週の金曜日"), heard("えーと", early=True))
    assert hummed.before is not None
    after, actions = step(hummed, heard("来週の金曜日、えーと、いや、木曜日で", resumes=True))
    assert after.day is not None
    assert after.day.first == moment(12, 3, 0).date()
    assert actions


def test_a_state_holds_one_state_before_it_and_no_more():
    state = told(CALL, OUT)
    for text in ("12月2日", "12月3日", "12月4日"):
        state = told(state, heard(text))
        assert state.before is None or state.before.before is None
