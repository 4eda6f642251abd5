"""Telephone and booking numbers as callers give them."""

import re
from dataclasses import replace

from dialog.slots.acceptance import ACCEPT
from dialog.state import State
from nlu.meaning import Meaning, Scored
from numbering import BadNumber, Completeness, Reason, completeness, e164, number_or_none

_BOOKING = re.compile(r"[1-9]\d{3}")

_EXCUSES = {
    Reason.SHORT_CODE: "phone_too_short",
    Reason.TOO_SHORT: "phone_too_short",
    Reason.TOO_LONG: "phone_too_long",
    Reason.UNASSIGNED: "phone_not_in_use",
}

BEGINNING = 8
"""So many digits may be the beginning of a number said in groups; one more is a number misheard."""


def is_booking_number(digits: str) -> bool:
    """Whether they have the shape of a booking number."""
    return bool(_BOOKING.fullmatch(digits))


def booking_number(meaning: Meaning) -> str:
    """The booking number that was said or pressed; empty: none."""
    return next((digits for digits in _heard(meaning) if _BOOKING.fullmatch(digits)), "")


def telephone(meaning: Meaning) -> str:
    """The telephone number that was said or pressed, with its area code, as E.164; empty: none."""
    return next((number for digits in _heard(meaning) if (number := _number(digits))), "")


def excuse(meaning: Meaning) -> str:
    """The prompt key that says why what was said or pressed is no telephone number."""
    heard = _heard(meaning)
    try:
        e164(heard[0] if heard else "")
    except BadNumber as error:
        return _EXCUSES.get(error.reason, "not_understood")
    return "not_understood"


def dictated(state: State, meaning: Meaning) -> tuple[State, Meaning]:
    """What was said with what was said before it: 「093の」 … 「582の1234です」. While more must follow, the state holds the
    beginning (`State.dictated`)."""
    said = meaning.digits[0] if meaning.digits else None
    if said is None or said.score < ACCEPT or not (state.dictated or said.value.startswith("0")):
        return replace(state, dictated=""), meaning
    digits = state.dictated + said.value
    so_far = completeness(digits)
    if so_far is Completeness.GROWING and len(digits) <= BEGINNING:
        return replace(state, dictated=digits), meaning
    if so_far is Completeness.COMPLETE:
        meaning = replace(meaning, digits=(Scored(digits, said.score),))
    return replace(state, dictated=""), meaning


def _heard(meaning: Meaning) -> list[str]:
    return [said.value for said in meaning.digits if said.score >= ACCEPT]


def _number(digits: str) -> str:
    """Without the 0 it may be any four or more digits: none is made up."""
    return number_or_none(digits) if digits.startswith("0") else ""
