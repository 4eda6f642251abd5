"""Telephone and booking numbers as callers give them."""

import re
from dataclasses import replace

from dialog.absorb import ACCEPT
from dialog.state import State
from nlu.meaning import Meaning, Scored

_BOOKING = re.compile(r"[1-9]\d{3}")
_NATIONAL = re.compile(r"0[1-9]\d{8,9}")
"""With the area code: ten digits, a mobile or IP number eleven."""

BEGINNING = 8
"""So many digits, the first of them 0, are the beginning of a number said in groups; one more is a number misheard."""


def booking_number(meaning: Meaning) -> str:
    """The booking number that was said or pressed; empty: none."""
    return _first(meaning, _BOOKING)


def telephone(meaning: Meaning) -> str:
    """The Japanese telephone number that was said or pressed, as E.164; empty: none."""
    national = _first(meaning, _NATIONAL)
    return f"+81{national[1:]}" if national else ""


def dictated(state: State, meaning: Meaning) -> tuple[State, Meaning]:
    """What was said with what was said before it: 「093の」 … 「582の1234です」. While more must follow, the state holds the
    beginning (`State.dictated`)."""
    said = meaning.digits[0] if meaning.digits else None
    if said is None or said.score < ACCEPT or not (state.dictated or said.value.startswith("0")):
        return state.but(dictated=""), meaning
    digits = state.dictated + said.value
    if len(digits) <= BEGINNING:
        return state.but(dictated=digits), meaning
    if _NATIONAL.fullmatch(digits):
        meaning = replace(meaning, digits=(Scored(digits, said.score),))
    return state.but(dictated=""), meaning


def _first(meaning: Meaning, shape: re.Pattern[str]) -> str:
    heard = (said.value for said in meaning.digits if said.score >= ACCEPT)
    return next((digits for digits in heard if shape.fullmatch(digits)), "")
