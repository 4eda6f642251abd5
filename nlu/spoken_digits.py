"""Telephone and booking numbers: spoken singly, in groups, with まる or ゼロ, with の for the hyphen."""

import re
from collections.abc import Sequence

from nlu import corrections
from nlu.digit_words import runs
from nlu.hypothesis import Hypothesis
from nlu.meaning import Scored
from nlu.my_number import DIGITS as MY_NUMBER
from nlu.prepared import Prepared, prepare
from nlu.voting import vote, weights
from numbering import Completeness, completeness

MIN_DIGITS = 2
BOOKING_DIGITS = 4
USUAL = 0.9
"""A 4-digit booking number, or all of a Japanese telephone number."""

UNUSUAL = 0.6
"""Any other length: a part of a number, or one that was heard in part."""

_COUNTED = re.compile(
    r"[月日時分年週人歳円]|番目|つ目|がつ|にち|か[にでのを]|か$|じ(?!ゅ)|[ふぷ]ん|ねん|しゅう|さい|ばんめ"
)


def hear_digits(hypotheses: Sequence[Hypothesis]) -> tuple[Scored[str], ...]:
    """Numbers that may have been said, digits only, best first. Twelve digits and more are a My Number: never."""
    if not hypotheses:
        return ()
    shares = weights([h.score for h in hypotheses])
    return vote(
        [(w, find_digits(prepare(h.text, h.reading))) for w, h in zip(shares, hypotheses, strict=True)]
    )


def find_digits(part: Prepared) -> dict[str, float]:
    """Digits -> score; the last number stands when it corrects the one before. From the sounds where the
    writing holds fewer digits."""
    written = _last(part.text)
    heard = _last(part.kana) if len(part.kana) < 2 * MY_NUMBER * 3 else ""
    found = heard if len(heard) > len(written) else written
    if not MIN_DIGITS <= len(found) < MY_NUMBER:
        return {}
    return {found: USUAL if is_whole(found) else UNUSUAL}


def is_whole(digits: str) -> bool:
    """Whether it may be all of a booking or telephone number."""
    return len(digits) == BOOKING_DIGITS or is_telephone(digits)


def is_telephone(digits: str) -> bool:
    """Whether it is all of a Japanese telephone number."""
    return completeness(digits) is Completeness.COMPLETE


def _last(text: str) -> str:
    best, end = "", 0
    for run in runs(text):
        corrected = bool(best) and corrections.corrects(text, end, run.start)
        if not _COUNTED.match(text, run.end) and (corrected or len(run.digits) > len(best)):
            best, end = run.digits, run.end
    return best
