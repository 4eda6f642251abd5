"""Telephone and booking numbers: spoken singly, in groups, with まる or ゼロ, with の for the hyphen."""

from collections.abc import Sequence
from itertools import pairwise

from nlu import lattice
from nlu.digit_words import plain, runs
from nlu.hypothesis import Hypothesis
from nlu.meaning import Scored
from nlu.prepared import Prepared, prepare
from nlu.vocabulary.numbers import NO_NUMBER
from nlu.vocabulary.phrase import Phrases, never, several
from nlu.voting import vote, weights
from numbering import Completeness, completeness
from numbering.my_number import DIGITS as MY_NUMBER

MIN_DIGITS = 2
BOOKING_DIGITS = 4
USUAL = 0.9
"""A 4-digit booking number, or all of a Japanese telephone number."""

UNUSUAL = 0.6
"""Any other length: a part of a number, or one that was heard in part."""

_COUNTED = Phrases(
    "月 日 時 分 年 週 人 歳 円 番目 つ目 がつ にち かに かで かの かを ふん ぷん ねん しゅう さい ばんめ",
    ("か", "$"),
    ("じ", never("ゅ ゃ")),
)
"""What follows the digits of dates, times, choices and counts."""

_IN_TURN = Phrases(
    (
        several(
            "、 。 の が は で に と ほんで そして それで",
            "それから そのあと その後 そのつぎ その次 つぎ 次 あと しまい 最後 さいご おしまい 続き つづき 続いて つづいて",
            "続きまして つづきまして 並んで ならんで ならんどって 並んどって きて 来て",
        ),
    ),
)
"""Between the groups of one number."""


def hear_digits(hypotheses: Sequence[Hypothesis]) -> tuple[Scored[str], ...]:
    """Numbers that may have been said, digits only, best first. Twelve digits and more are a My Number: never."""
    if not hypotheses:
        return ()
    shares = weights([h.score for h in hypotheses])
    return vote(
        [(w, find_digits(prepare(h.text, h.reading))) for w, h in zip(shares, hypotheses, strict=True)]
    )


def find_digits(part: Prepared) -> dict[str, float]:
    """Digits -> score; what corrects a number, or a part of it, takes its place. From the sounds where the
    writing holds fewer digits."""
    written = _last(part.text)
    heard = _last(part.kana) if len(part.kana) < 2 * MY_NUMBER * 3 else ""
    found = heard if len(heard) > len(written) and not is_telephone(written) else written
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
    text = NO_NUMBER.replaced(plain(text), "、")
    if whole := _told_in_turn(text):
        return whole
    best: tuple[str, ...] = ()
    end = 0
    for run in runs(text):
        if _COUNTED.ends(text, run.end):
            continue
        groups = _said_twice(run.groups)
        if best and _taken_back(text, end, run.start):
            best, end = _corrected(best, _whole_behind(groups)), run.end
        elif len("".join(groups)) > len("".join(best)):
            best, end = groups, run.end
    return "".join(best)


def _told_in_turn(text: str) -> str:
    """A telephone number whose groups are told one after another: 「093、それから555、そのあとは1234」; else empty."""
    found = [run for run in runs(text) if not _COUNTED.ends(text, run.end)]
    for first, begun in enumerate(found):
        digits = begun.digits
        for before, run in pairwise(found[first:]):
            if not _IN_TURN.all_of(text[before.end : run.start]):
                break
            digits += run.digits
            if is_telephone(digits):
                return digits
    return ""


def _taken_back(text: str, start: int, end: int) -> bool:
    """「1234、いや、5678」: whether a word of correction stands between two places."""
    return lattice.of_text(text).between(start, end, "Correct", "Negated") is not None


def _said_twice(groups: tuple[str, ...]) -> tuple[str, ...]:
    """「4719、4719です」"""
    digits = "".join(groups)
    half = digits[: len(digits) // 2]
    return (half,) if half * 2 == digits and is_whole(half) else groups


def _whole_behind(groups: tuple[str, ...]) -> tuple[str, ...]:
    """「90、090の5521の6307」: a part, then all of it."""
    for begin in range(1, len(groups)):
        part, whole = "".join(groups[:begin]), "".join(groups[begin:])
        if is_whole(whole) and part in groups[begin] and len(part + whole) != MY_NUMBER:
            return groups[begin:]
    return groups


def _corrected(before: tuple[str, ...], behind: tuple[str, ...]) -> tuple[str, ...]:
    """「090の1234の、いや、1235の5678」: what was said behind, with as much before it as makes a telephone number of them."""
    for kept in range(len(before)):
        whole = (*before[:kept], *behind)
        if is_telephone("".join(whole)):
            return whole
    digits, end = "".join(before), "".join(behind)
    if is_telephone(digits) and is_telephone(whole_again := digits[: -len(end)] + end):
        return (whole_again,)
    begun = digits.startswith("0") and not end.startswith("0") and not is_telephone(digits)
    return (*before[:-1], *behind) if begun and len(before) > 1 else behind
