"""Whether the digits pressed or said so far make a telephone number."""

from enum import Enum, auto

from numbering.plan import FROM_ABROAD, assigned_in_japan

ABROAD = "010"
"""Dialled in Japan before the number of another country."""

LONGEST_ABROAD = len(ABROAD) + 15
"""E.164: 15 digits with the country code."""

LENGTHS = (10, 11)
"""Of a Japanese number as it is dialled at home: 11 for 020, 050, 060 to 090 and 0800, 10 for all else."""


class Completeness(Enum):
    COMPLETE = auto()
    """A Japanese number; no digit more can follow."""
    GROWING = auto()
    """None yet, but more digits may make it one; also all numbers of other countries, whose end only a pause or # tells."""
    IMPOSSIBLE = auto()
    """None, whatever follows."""


def completeness(digits: str) -> Completeness:
    """Of digits, 0 to 9 and nothing else, as dialled in Japan (0935551234) or from abroad (0081935551234)."""
    for home in (FROM_ABROAD, f"{ABROAD}81"):
        if digits.startswith(home):
            return _national("0" + digits.removeprefix(home).removeprefix("0"))
    if FROM_ABROAD.startswith(digits) or ABROAD.startswith(digits):
        return Completeness.GROWING
    if digits.startswith(ABROAD):
        possible = len(digits) <= LONGEST_ABROAD and digits[len(ABROAD)] != "0"
        return Completeness.GROWING if possible else Completeness.IMPOSSIBLE
    return _national(digits)


def _national(digits: str) -> Completeness:
    if assigned_in_japan(digits):
        return Completeness.COMPLETE
    # The plan fixes five digits at most after the 0, and every beginning that is in use goes on with one digit repeated.
    missing = [length - len(digits) for length in LENGTHS if length > len(digits)]
    may_grow = any(assigned_in_japan(digits + fill * count) for count in missing for fill in "123456789")
    return Completeness.GROWING if may_grow else Completeness.IMPOSSIBLE
