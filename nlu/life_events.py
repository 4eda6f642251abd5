"""What has happened in a family, and what is answered to the questions about it."""

import re

from guidance.conditions import NOTHING, UNKNOWN
from nlu.lexicon import Entry, Lexicon
from nlu.lexicon_index import forms
from nlu.normalize import normalize
from nlu.numbered import find_numbers
from nlu.prepared import Prepared
from nlu.question import Question
from nlu.vocabulary.guide import (
    ASKS_WHAT_TO_DO,
    DENIED,
    FIRST_OF_ALL,
    LAST_OF_ALL,
    NONE_OF_THEM,
    NOT_DECIDED,
    OF_A_UNION,
    TELLS_A_PLACE,
)
from nlu.vocabulary.relocations import ALL_DONE
from nlu.vocabulary.word import folded

_SHORTEST_HEARD = 3
"""Kana of a word that is looked for among sounds: いえ is no 家 in いいえ."""

_INSIDE = re.compile(r"(?<=[一-龥])[一-龥]|[一-龥](?=[一-龥])")
"""A sign of a longer word: 電車."""


def told(text: str, kana: str, lexicon: Lexicon) -> str:
    """The id of the event that is told with a question what is to be done; empty: none, it is done already, or a procedure is named by its
    name."""
    if not lexicon.events or not (ASKS_WHAT_TO_DO.found(text) or ASKS_WHAT_TO_DO.found(kana)):
        return ""
    if ALL_DONE.found(text) or ALL_DONE.found(kana):
        return ""
    if any(normalize(entry.name.text) in text for entry in lexicon.entries):
        return ""
    named = ((one, event.id) for event in lexicon.events for alias in event.aliases for one in forms(alias))
    found = [(len(written), id_) for (written, read), id_ in named if _stands(written, read, text, kana)]
    return max(found, default=(0, ""))[1]


def answers(part: Prepared, question: Question) -> tuple[str, ...]:
    """Those of the question's answers that are meant, by name or by number: longer names first, 小学校に入る前 is no 小学校. Where
    one alone may be so, it is the one that holds all that was named: 免許と車."""
    choices = question.answers
    terms = [
        (form, one.id) for one in choices for term in (one.name, *one.answered_by) for form in forms(term)
    ]
    named = _named([(normalize(written), id_) for (written, _), id_ in terms], part.text)
    heard = [(folded(read).replace(" ", ""), id_) for (_, read), id_ in terms]
    if part.has(OF_A_UNION):
        return (UNKNOWN,)
    heard = [one for one in heard if len(one[0]) >= _SHORTEST_HEARD]
    named = named or _named(heard, part.kana) or _named(heard, folded(part.smooth))
    found = {id_ for _, id_ in named} | {choices[n].id for n in find_numbers(part, len(choices))}
    if len(found) > question.most_answers:
        found = {one.id for one in choices if named and all(_holds(one, word) for word, _ in named)}
    if found:
        return tuple(one.id for one in choices if one.id in found)
    if placed := _by_place(part):
        return (choices[placed[0]].id,)
    if named or part.has(NOT_DECIDED):
        return (UNKNOWN,)
    return (NOTHING,) if part.has(NONE_OF_THEM) else ()


def _by_place(part: Prepared) -> tuple[int, ...]:
    """The index of the first or the last, where nothing else is said."""
    if len(part.smooth) > TELLS_A_PLACE:
        return ()
    places = ((FIRST_OF_ALL, 0), (LAST_OF_ALL, -1))
    return tuple(index for phrases, index in places if part.has(phrases))


def _holds(one: Entry, word: str) -> bool:
    return word in normalize(one.name.text) or word in folded(one.name.reading).replace(" ", "")


def _named(terms: list[tuple[str, str]], text: str) -> list[tuple[str, str]]:
    """Words and whom they name."""
    found = []
    for word, id_ in sorted(terms, key=lambda one: -len(one[0])):
        alone = _INSIDE.sub("、", text) if len(word) == 1 else text
        end = alone.find(word) + len(word)
        if word in alone and not DENIED.ends(alone, end):
            found.append((word, id_))
            text = text.replace(word, "、")
    return found


def _stands(written: str, read: str, text: str, kana: str) -> bool:
    return normalize(written) in text or folded(read) in kana
