"""Answers by keys: every step works without a voice."""

from datetime import date, time

import pytest

from dialog.keypad import Unreadable, press
from dialog.state import State
from nlu.meaning import Answer, Command, DateSpan, Meaning, TimeSpan
from nlu.question import Choice, Expect, Question
from tests.dialog.conversation import OFFICE

TODAY = date(2026, 11, 24)


def asked(expect: Expect, **more: object) -> State:
    return State(office=OFFICE, question=Question(expect, **more))  # type: ignore[arg-type]


def pressed(state: State, digits: str, today: date = TODAY) -> Meaning | Unreadable | None:
    """What the last of the digits makes."""
    answer = None
    for digit in digits:
        state, answer = press(state, digit, today)
    return answer


def day(answer: Meaning | Unreadable | None) -> DateSpan:
    assert isinstance(answer, Meaning)
    return answer.dates[0].value


@pytest.mark.parametrize(
    ("digits", "wanted"),
    [
        ("1202", date(2026, 12, 2)),
        ("0105", date(2027, 1, 5)),
        ("1124", date(2026, 11, 24)),
        ("0229", None),
    ],
)
def test_four_digits_are_the_next_such_day(digits: str, wanted: date | None):
    answer = pressed(asked(Expect.DATE), digits)
    if wanted is None:
        assert answer == Unreadable()
    else:
        assert day(answer) == DateSpan(wanted, wanted)


def test_the_29th_of_february_is_found_in_the_leap_year_to_come():
    assert day(pressed(asked(Expect.DATE), "0229", date(2027, 12, 1))).first == date(2028, 2, 29)


@pytest.mark.parametrize("digits", ["1301", "0001", "0230", "1131", "120#", "12#"])
def test_digits_that_make_no_day_are_told_as_such(digits: str):
    assert pressed(asked(Expect.DATE), digits) == Unreadable()


def test_four_digits_are_a_time():
    answer = pressed(asked(Expect.TIME), "1430")
    assert isinstance(answer, Meaning)
    assert answer.times[0].value == TimeSpan(time(14, 30), time(14, 30))


def test_a_time_may_begin_with_zero():
    answer = pressed(asked(Expect.TIME), "0900")
    assert isinstance(answer, Meaning)
    assert answer.times[0].value.first == time(9)


@pytest.mark.parametrize("digits", ["2500", "1260", "1111", "1002"])
def test_digits_that_make_no_time_are_told_as_such(digits: str):
    assert pressed(asked(Expect.TIME), digits) == Unreadable()


def test_nothing_is_answered_before_the_last_digit():
    state = asked(Expect.DATE)
    for digit in "120":
        state, answer = press(state, digit, TODAY)
        assert answer is None
    assert state.keypad.digits == "120"
    state, answer = press(state, "2", TODAY)
    assert isinstance(answer, Meaning)
    assert state.keypad.digits == ""


@pytest.mark.parametrize(("digit", "wanted"), [("1", Answer.YES), ("2", Answer.NO)])
def test_one_is_yes_and_two_is_no(digit: str, wanted: Answer):
    answer = pressed(asked(Expect.ANSWER), digit)
    assert isinstance(answer, Meaning)
    assert answer.answer is not None
    assert (answer.answer.value, answer.answer.score) == (wanted, 1.0)


@pytest.mark.parametrize("digit", list("3456789"))
def test_another_key_is_no_answer(digit: str):
    assert pressed(asked(Expect.ANSWER), digit) == Unreadable()


def test_a_digit_chooses_among_what_was_offered():
    choices = tuple(Choice(date(2026, 12, n), time(10)) for n in (1, 2))
    answer = pressed(asked(Expect.CHOICE, choices=choices), "2")
    assert isinstance(answer, Meaning)
    assert answer.choice is not None
    assert answer.choice.value == 1
    assert pressed(asked(Expect.CHOICE, choices=choices), "3") == Unreadable()


def test_a_digit_chooses_among_the_procedures_that_were_named():
    state = asked(Expect.PROCEDURE, procedures=("tennyu", "tenkyo"))
    answer = pressed(state, "2")
    assert isinstance(answer, Meaning)
    assert answer.procedures[0].value == "tenkyo"
    assert pressed(state, "3") == Unreadable()


@pytest.mark.parametrize("expect", [Expect.ANY, Expect.PROCEDURE])
def test_a_digit_is_a_procedure_of_the_office_s_menu(expect: Expect):
    answer = pressed(asked(expect), "1")
    assert isinstance(answer, Meaning)
    assert answer.procedures[0].value == "juminhyo"
    assert pressed(asked(expect), "9") == Unreadable()


@pytest.mark.parametrize("expect", [Expect.ANY, Expect.PROCEDURE, Expect.ANSWER, Expect.CHOICE])
def test_zero_brings_a_person(expect: Expect):
    assert pressed(asked(expect), "0") == Meaning(command=Command.AGENT)


@pytest.mark.parametrize("expect", [Expect.DATE, Expect.TIME])
def test_zero_and_the_hash_key_bring_a_person_where_zero_may_begin_an_answer(expect: Expect):
    assert pressed(asked(expect), "0#") == Meaning(command=Command.AGENT)


@pytest.mark.parametrize("expect", list(Expect))
def test_the_star_key_goes_back(expect: Expect):
    assert pressed(asked(expect), "*") == Meaning(command=Command.BACK)


@pytest.mark.parametrize("expect", [Expect.DATE, Expect.TIME])
def test_the_star_key_forgets_what_was_begun_and_has_the_question_repeated(expect: Expect):
    state, _ = press(asked(expect), "1", TODAY)
    state, answer = press(state, "*", TODAY)
    assert answer == Meaning(command=Command.REPEAT)
    assert state.keypad.digits == ""


@pytest.mark.parametrize("expect", [one for one in Expect if one is not Expect.NAME])
def test_the_hash_key_alone_is_no_answer(expect: Expect):
    assert pressed(asked(expect), "#") == Unreadable()


def test_the_hash_key_leaves_a_name_out():
    assert pressed(asked(Expect.NAME), "#") == Meaning(unknown=True)
