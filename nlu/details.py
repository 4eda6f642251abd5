"""What an office may ask besides, one of a few things that it offers: 「英語の通訳をお願いします」, 「中国語で」, 「通訳は要りません」."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nlu.lexicon import Entry
from nlu.meaning import NONE, Detail
from nlu.question import Expect, Question
from nlu.vocabulary.languages import ENOUGH, INTERPRETER, LANGUAGES, NOT_NEEDED

ASKED, UNASKED = 0.9, 0.8

LONG = 4
"""Kana of a word that is found anywhere."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one of them."""

    needed: tuple[str, ...]
    """Words for the thing itself: 通訳."""

    values: tuple[Entry, ...]
    """What may be offered of it, as callers call it."""


WORDS: Mapping[str, Words] = {"interpreter": Words(INTERPRETER, LANGUAGES)}


def find_details(text: str, kana: str, question: Question) -> tuple[Detail, ...]:
    """`text`: normalized; `kana`: its reading. Of those in question a value alone is enough. Of several values the last
    counts: 「英語、いえ、中国語で」."""
    found = (_find(name, words, text, kana, question) for name, words in WORDS.items())
    return tuple(detail for detail in found if detail is not None)


def _find(name: str, words: Words, text: str, kana: str, question: Question) -> Detail | None:
    thing = any(word in text or word in kana for word in words.needed)
    in_question = name in question.details
    asked = in_question and question.expect is Expect.DETAIL
    if not (thing or in_question):
        return None
    score = ASKED if in_question else UNASKED
    if (asked or thing) and NOT_NEEDED.found(text):
        return Detail(name, NONE, score)
    places = [(place, entry.id) for entry in words.values if (place := _place(entry, text, kana)) >= 0]
    if places:
        return Detail(name, max(places)[1], score)
    if asked and ENOUGH.found(text):
        return Detail(name, NONE, score)
    return Detail(name, "", score) if thing else None


def _place(entry: Entry, text: str, kana: str) -> int:
    """Where its last word stands, -1: nowhere. Where only the sounds have it, these say; a short word begins there what is
    said (したいご予約 is no タイ語)."""
    terms = (entry.name, *entry.aliases)
    written = max(text.rfind(term.text) for term in terms)
    return written if written >= 0 else max(_sounds(term.reading, kana) for term in terms)


def _sounds(reading: str, kana: str) -> int:
    if len(reading) >= LONG:
        return kana.rfind(reading)
    return max((m.end() for m in re.finditer(rf"(?:^|[、。はのがで]){reading}", kana)), default=-1)
