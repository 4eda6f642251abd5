"""Every word about days and times by its forms."""

from functools import cache

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
