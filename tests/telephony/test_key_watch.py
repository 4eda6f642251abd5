"""A My Number is noticed on the keys, and what is pressed to book is none."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dialog import events
from dialog.state import State
from nlu.hypothesis import Hypothesis
from nlu.question import Expect, Question
from tests.dialog.conversation import OFFICE
from voicebot.clock import TOKYO
from voicebot.telephony.key_watch import KeyWatch

NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)
BOOKING = State(office=OFFICE, question=Question(Expect.DATE))
NUMBERS = State(office=OFFICE, question=Question(Expect.DIGITS))
OUT = events.Played(NOW, "ask_date", True)
PAUSE = events.NoInput(NOW)


class Told:
    """Presses a key a second."""

    def __init__(self) -> None:
        self.watch, self.ms = KeyWatch(), 0

    def event(self, event: events.Event, state: State = BOOKING) -> int | None:
        self.ms += 1_000
        return self.watch.watch(state, event, self.ms)

    def keys(self, digits: str, state: State = BOOKING) -> list[int | None]:
        """What was found at which key."""
        return [self.event(events.KeyPressed(NOW + timedelta(seconds=1), digit), state) for digit in digits]


def test_twelve_digits_in_a_row_are_found_at_the_last_from_the_first_on():
    assert Told().keys("123456789012") == [None] * 11 + [1_000]


def test_whatever_is_asked():
    assert Told().keys("123456789012", NUMBERS)[-1] == 1_000
    assert Told().keys("123456789012", State(office=OFFICE))[-1] == 1_000


def test_after_one_number_the_count_begins_anew():
    told = Told()
    told.keys("123456789012")
    assert told.keys("12345678901") == [None] * 11


@pytest.mark.parametrize("end", [OUT, PAUSE, events.Heard(NOW, (Hypothesis("えっと"),))])
def test_in_answers_that_were_not_understood_the_check_digit_tells(end: events.Event):
    for last, found in (("9018", True), ("9017", False)):
        told = Told()
        missed = replace(BOOKING, misses=1)
        told.keys("1234")
        told.event(end)
        told.keys("5678", missed)
        told.event(end, missed)
        assert (told.keys(last, missed)[-1] == 1_000) is found


def test_as_a_booking_number_and_two_more_that_were_not_found():
    told = Told()
    assert told.keys("1234#5678#", NUMBERS) == [None] * 10
    assert told.keys("9018#", NUMBERS)[3:] == [None, 1_000]


def test_what_was_taken_as_an_answer_is_none_of_it():
    told = Told()
    for answer in ("1234", "5678", "9018"):
        assert told.keys(answer) == [None] * 4
        told.event(OUT)


def test_a_booking_number_a_telephone_number_and_a_yes_are_none():
    told = Told()
    assert told.keys("4719#", NUMBERS) == [None] * 5
    assert told.keys("09012345678#", NUMBERS) == [None] * 12
    assert told.keys("1", State(office=OFFICE, question=Question(Expect.ANSWER))) == [None]


def test_a_whole_call_by_keys_ahead_of_the_questions_is_none():
    told = Told()
    assert [*told.keys("1", State(office=OFFICE)), *told.keys("12021400"), *told.keys("11")] == [None] * 11


@pytest.mark.parametrize("end", ["", "#"])
def test_a_0_for_a_person_is_no_part_of_the_number_to_be_phoned_back(end: str):
    for number in ("09012345678", "09012345679", "08012345670", "0935551234"):
        told = Told()
        told.keys("0", State(office=OFFICE))
        told.event(OUT)
        assert not any(told.keys(number + end, NUMBERS))


def test_nor_where_the_question_for_it_was_not_heard_out():
    told = Told()
    told.keys("0", State(office=OFFICE))
    assert not any(told.keys("09012345678", NUMBERS))


def test_a_my_number_that_begins_with_0_is_found_by_its_check_digit_even_so():
    found = []
    for last in "0123456789":
        told = Told()
        told.keys("0", State(office=OFFICE))
        found += [told.keys("0901234567" + last, NUMBERS)[-1] is not None]
    assert sum(found) == 1
