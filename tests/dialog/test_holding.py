"""The hold between the read-back and the yes."""

from dialog import events
from dialog.actions import Book, Hold, Release
from dialog.state import Phase
from tests.dialog.conversation import Conversation, moment

TWO, THREE = moment(12, 2, 14), moment(12, 2, 15)


def at_the_read_back() -> Conversation:
    call = Conversation(TWO, THREE)
    call.says("12月2日の午後2時に住民票")
    return call


def test_the_place_is_held_before_it_is_read_back_and_until_the_yes():
    call = at_the_read_back()
    assert call.keys == ("read_back", "confirm")
    assert call.calendar.held == {"CA1": TWO}
    call.says("はい")
    assert (call.calendar.held, call.calendar.booked[0][1]) == ({}, TWO)
    asked = [type(action) for action in call.actions if isinstance(action, Hold | Book | Release)]
    assert asked == [Hold, Book]


def test_a_place_that_another_call_took_after_it_was_found_is_not_read_back():
    call = Conversation(TWO, THREE)
    find = call.calendar.find

    def found_and_taken(*wish):
        found = find(*wish)
        call.calendar.held.setdefault("another", TWO)
        return found

    call.calendar.find = found_and_taken
    call.says("12月2日の午後2時に住民票")
    assert call.keys[0] == "place_taken"
    assert call.state.phase is Phase.OFFERING
    assert [place.start for place in call.state.offered] == [THREE]


def test_the_hold_is_renewed_whenever_the_caller_is_heard_of():
    call = at_the_read_back()
    for give in (call.is_silent, lambda: call.says("ええと")):
        call.actions.clear()
        give()
        assert call.actions[0] == Hold(("juminhyo",), TWO)
        assert call.state.phase is Phase.CONFIRMING


def test_a_hold_that_ran_out_and_went_to_another_is_told():
    call = at_the_read_back()
    call.calendar.held = {"another": TWO}
    call.is_silent()
    assert call.keys[0] == "place_taken"
    assert call.state.phase is Phase.OFFERING


def test_another_choice_gives_the_place_back_before_it_is_looked_for():
    call = at_the_read_back()
    call.says("いいえ")
    assert call.calendar.held == {}
    call.says("午後3時")
    assert call.calendar.held == {"CA1": THREE}


def test_a_call_that_ends_without_a_yes_gives_the_place_back():
    for last in (events.HungUp, events.Trouble):
        call = at_the_read_back()
        call.give(last(call.now))
        assert call.calendar.held == {}


def test_a_number_that_may_not_book_more_is_told_so_by_a_person():
    call = at_the_read_back()
    call.calendar.too_many = True
    call.says("はい")
    assert call.keys == ("too_many_bookings", "passed_on", "transferring")
    assert (call.calendar.held, call.calendar.booked) == ({}, [])


def test_a_line_that_comes_back_holds_anew():
    call = at_the_read_back()
    call.actions.clear()
    call.give(events.Reconnected(call.now))
    assert call.actions[0] == Hold(("juminhyo",), TWO)


def test_an_answer_that_comes_too_late_changes_nothing():
    call = at_the_read_back()
    call.says("いいえ")
    state = call.state
    assert call.give(events.PlaceTaken(call.now)) == ()
    assert call.state == state
