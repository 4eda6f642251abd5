"""Every word about days and times by its forms."""

from collections.abc import Iterable
from functools import cache

from nlu.vocabulary.around import around_words
from nlu.vocabulary.days import day_words
from nlu.vocabulary.numbers import numbers
from nlu.vocabulary.sentence import sentence_words
from nlu.vocabulary.times import time_words
from nlu.vocabulary.word import Word


@cache
def every_word() -> tuple[Word, ...]:
    """In the order of their tables."""
    return (*numbers(), *day_words(), *time_words(), *sentence_words())


@cache
def listened() -> tuple[Word, ...]:
    """Those that a listener for sounds looks for, and what is put together of two: 2時半, 一週間後."""
    found = [word for word in (*every_word(), *around_words()) if word.written]
    found += _joined(found, "Hour", "HalfHour", "HourAndHalf")
    found += _joined(found, "WeekCount", "Later", "WeeksLater")
    return (*found, *_joined(found, "DayCount", "Later", "DaysLater"))


def _joined(known: Iterable[Word], first: str, second: str, kind: str) -> list[Word]:
    """The value is that of both, or of the only one that has any."""
    ends = [word for word in known if word.kind == second]
    return [
        Word(
            word.form + end.form,
            kind,
            word.value if end.value is None else (word.value, end.value),
            written=word.written + end.written,
        )
        for word in known
        if word.kind == first
        for end in ends
    ]


@cache
def by_form() -> dict[str, tuple[Word, ...]]:
    """The words of each form."""
    found: dict[str, dict[tuple[str, str], Word]] = {}
    for word in every_word():
        found.setdefault(word.form, {}).setdefault((word.kind, repr(word.value)), word)
    return {form: tuple(every.values()) for form, every in found.items()}


@cache
def longest() -> int:
    """Characters of the longest form."""
    return max(map(len, by_form()))


@cache
def sizes() -> dict[str, tuple[int, ...]]:
    """How many characters the forms have that begin with a character, the shortest first."""
    found: dict[str, set[int]] = {}
    for form in by_form():
        found.setdefault(form[0], set()).add(len(form))
    return {first: tuple(sorted(own)) for first, own in found.items()}
