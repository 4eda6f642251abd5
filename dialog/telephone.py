"""Telephone and booking numbers as callers give them."""

import re

from dialog.absorb import ACCEPT
from nlu.meaning import Meaning

_BOOKING = re.compile(r"[1-9]\d{3}")
_NATIONAL = re.compile(r"0[1-9]\d{8,9}")
"""With the area code: ten digits, a mobile or IP number eleven."""


def booking_number(meaning: Meaning) -> str:
    """The booking number that was said or pressed; empty: none."""
    return _first(meaning, _BOOKING)


def telephone(meaning: Meaning) -> str:
    """The Japanese telephone number that was said or pressed, as E.164; empty: none."""
    national = _first(meaning, _NATIONAL)
    return f"+81{national[1:]}" if national else ""


def _first(meaning: Meaning, shape: re.Pattern[str]) -> str:
    heard = (said.value for said in meaning.digits if said.score >= ACCEPT)
    return next((digits for digits in heard if shape.fullmatch(digits)), "")
