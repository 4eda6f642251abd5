"""One typed call on a real calendar."""

from calendar_backend import OfficeCalendar
from dialog import events
from dialog.actions import HangUp, Say, Transfer
from dialog.state import Outcome
from nlu.hypothesis import Hypothesis
from tests.chat.conftest import CALLER, NOW, Phone
from voicebot.chat.conversation import Conversation

WISH = (Hypothesis("12月1日の午後2時に住民票をお願いします"),)
YES = (Hypothesis("はい"),)
NO = (Hypothesis("いいえ"),)


def heard(call: Conversation) -> list[events.Heard]:
    return [h.event for h in call.happened if isinstance(h.event, events.Heard)]


def test_a_wish_and_a_yes_book_and_the_bot_hangs_up(phone: Phone, calendar: OfficeCalendar):
    call = phone()
    call.says(WISH)
    call.says(YES)
    call.says(NO)
    call.hear_out()
    (row,) = calendar.bookings()
    assert (row.procedure_id, row.phone) == ("juminhyo", CALLER)
    assert call.state.outcome is Outcome.BOOKED
    assert call.over == HangUp()
    assert call.ended


def test_what_is_said_while_the_bot_speaks_is_early_and_the_bot_goes_on(phone: Phone):
    call = phone()
    call.says(WISH)
    call.says_into(YES)
    assert heard(call)[-1].early
    assert call.speaking


def test_what_is_said_when_the_bot_is_silent_is_not_early(phone: Phone):
    call = phone()
    call.hear_out()
    call.says_into(YES)
    assert not heard(call)[-1].early


def test_an_interruption_stops_what_may_be_stopped(phone: Phone):
    call = phone()
    call.interrupts((Hypothesis("住民票"),))
    assert not heard(call)[-1].early
    assert not any(isinstance(h.event, events.Played) for h in call.happened)


def test_an_interruption_does_not_stop_the_read_back(phone: Phone):
    call = phone()
    call.says(WISH)
    call.interrupts(YES)
    assert heard(call)[-1].early
    assert call.speaking


def test_keys_stop_what_may_be_stopped(phone: Phone):
    call = phone()
    call.presses("0", early=True)
    assert not any(isinstance(h.event, events.Played) for h in call.happened)
    call.hear_out()
    assert isinstance(call.over, Transfer)
    assert call.call.transfer_to == call.over.phone


def test_time_goes_on_with_what_is_said(phone: Phone):
    call = phone()
    call.is_silent()
    assert call.happened[-1].ms > 8_000
    assert call.happened[-1].event.at > NOW


def test_a_my_number_said_in_pieces_is_taken_out_of_what_happened(phone: Phone):
    call = phone()
    for piece in ("1234", "5678", "9012"):
        call.says((Hypothesis(piece),))
    assert any(isinstance(h.event, events.MyNumberSpoken) for h in call.happened)
    assert all(not event.hypotheses for event in heard(call))


def test_a_my_number_on_keys_is_taken_out_of_what_happened(phone: Phone):
    call = phone()
    call.presses("123456789018")
    assert isinstance(call.happened[-1].event, events.MyNumberSpoken)
    assert {h.event.digit for h in call.happened if isinstance(h.event, events.KeyPressed)} == {""}


def test_hanging_up_ends_the_call(phone: Phone):
    call = phone()
    call.hangs_up()
    assert call.ended
    assert call.state.outcome is Outcome.ABANDONED
    assert call.over is None


def test_a_line_that_breaks_is_taken_up_with_the_question(phone: Phone):
    call = phone()
    call.says((Hypothesis("住民票をお願いします"),))
    call.breaks()
    (say,) = call.happened[-1].actions
    assert isinstance(say, Say)
    assert say.sentences[-1].key == "ask_date"
