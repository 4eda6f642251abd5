"""Answers on the keypad: digits collected until they make an answer."""

import calendar
from dataclasses import dataclass
from datetime import date, time

from dialog.state import State
from nlu.meaning import Answer, Command, DateSpan, Meaning, Scored, TimeSpan
from nlu.question import Expect

CERTAIN = 1.0

DIGITS = {Expect.DATE: 4, Expect.TIME: 4, Expect.DIGITS: 12}
"""How many digits an answer has: month and day, hour and minute; one for all else. A telephone number ends with #, or
with a pause; twelve digits are none."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The digits make no answer to the question."""


def press(state: State, digit: str, today: date) -> tuple[State, Meaning | Unreadable | None]:
    """The state with one digit more, and the answer once it is complete (None before)."""
    if digit == "*":
        return state.but(keys=""), Meaning(command=Command.REPEAT if state.keys else Command.BACK)
    wanted = DIGITS.get(state.question.expect, 1)
    if digit == "0" and (wanted == 1 and not state.keys):
        return state, Meaning(command=Command.AGENT)
    keys = state.keys if digit == "#" else state.keys + digit
    if len(keys) < wanted and digit != "#":
        return state.but(keys=keys), None
    if not keys and state.question.expect is Expect.NAME:
        return state, Meaning(unknown=True)
    if keys in ("", "0"):
        return state.but(keys=""), Meaning(command=Command.AGENT) if keys else Unreadable()
    return state.but(keys=""), _read(state, keys, today)


def _read(state: State, keys: str, today: date) -> Meaning | Unreadable:
    try:
        return _answer(state, keys, today)
    except (ValueError, LookupError):
        return Unreadable()


def _answer(state: State, keys: str, today: date) -> Meaning:
    expect = state.question.expect
    if expect is Expect.DATE:
        day = _next(today, int(keys[:2]), int(keys[2:]))
        return Meaning(text=keys, dates=(Scored(DateSpan(day, day), CERTAIN),))
    if expect is Expect.TIME:
        start = time(int(keys[:2]), int(keys[2:]))
        return Meaning(text=keys, times=(Scored(TimeSpan(start, start), CERTAIN),))
    if expect is Expect.DIGITS and len(keys) < DIGITS[expect]:
        return Meaning(text=keys, digits=(Scored(keys, CERTAIN),))
    if expect is Expect.ANSWER:
        answer = {"1": Answer.YES, "2": Answer.NO}[keys]
        return Meaning(text=keys, answer=Scored(answer, CERTAIN))
    if expect is Expect.CHOICE:
        state.question.choices[int(keys) - 1]
        return Meaning(text=keys, choice=Scored(int(keys) - 1, CERTAIN))
    if expect is Expect.OFFICE:
        named = state.question.offices[int(keys) - 1]
        return Meaning(text=keys, offices=(Scored(named.id, CERTAIN),))
    if expect is Expect.PEOPLE:
        return Meaning(text=keys, people=Scored(int(keys), CERTAIN))
    if state.question.procedures:
        chosen = state.question.procedures[int(keys) - 1]
        return Meaning(text=keys, procedures=(Scored(chosen, CERTAIN),))
    procedure = state.office.by_key(keys) if expect is not Expect.NAME else None
    if procedure is None:
        raise LookupError(keys)
    return Meaning(text=keys, procedures=(Scored(procedure.id, CERTAIN),))


def _next(today: date, month: int, day: int) -> date:
    """The next such day; raises ValueError for one that does not exist."""
    this_year, next_year = today.year, today.year + 1
    if (month, day) == (2, 29):
        leap = this_year if calendar.isleap(this_year) else next_year
        return date(leap, month, day)
    coming = date(this_year, month, day)
    return coming if coming >= today else date(next_year, month, day)
