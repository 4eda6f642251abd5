"""The 12-digit My Number: recognised only so that it can be thrown away."""

import re
from collections.abc import Sequence

from nlu.digit_words import runs
from nlu.hypothesis import Hypothesis
from nlu.normalize import normalize, without_fillers
from numbering.my_number import DIGITS

_PIECE = 2
"""Digits from which an utterance may be a piece of a number."""

_PAUSES = re.compile(r"[\s、。・]")
_COUNTED = re.compile("[月日時分番年個通枚人]")
"""What follows the digits of dates, times, choices and counts."""


def bare_digits(hypotheses: Sequence[Hypothesis]) -> str:
    """The digits of an utterance that is hardly more than digits: part of a number said in pieces; else empty."""
    if not hypotheses:
        return ""
    plain = without_fillers(normalize(hypotheses[0].text))
    found = list(runs(plain))
    digits = "".join(run.digits for run in found)
    rest = plain
    for run in reversed(found):
        rest = rest[: run.start] + rest[run.end :]
    counted = _COUNTED.search(rest) or len(_PAUSES.sub("", rest)) > 2 * len(digits)
    return digits if len(digits) >= _PIECE and not counted else ""


def holds_my_number(hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether any hypothesis has twelve digits or more in a row, however written."""
    said = (without_fillers(normalize(part, len(part))) for h in hypotheses for part in (h.text, h.reading))
    return any(len(run.digits) >= DIGITS for text in said for run in runs(text))
