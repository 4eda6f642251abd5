"""What has happened in a family, and what is answered to the questions about it."""

import re

from guidance.conditions import NOTHING, UNKNOWN
from nlu.events import find_events
from nlu.lexicon import Entry, Lexicon
from nlu.lexicon_index import forms
from nlu.meaning import Answer, Scored
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
    NOTICE_IS_IN,
    NOTICE_IS_NOT,
    OF_A_UNION,
    TELLS_A_PLACE,
    WHETHER_DONE,
)
from nlu.vocabulary.relocations import ALL_DONE
from nlu.vocabulary.word import folded
from nlu.voting import SURE

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
    return max(found, default=(0, ""))[1] or _by_what_happened(text, kana, lexicon)


def _by_what_happened(text: str, kana: str, lexicon: Lexicon) -> str:
    """The same of whoever else it happened to, and in other words: ばあさんが死んで, where the office says 家族が亡くなった. Empty, too,
    where something is named besides: 戸籍をどうしたらいいですか."""
    names = (form for entry in lexicon.entries for alias in entry.aliases for form in forms(alias))
    if any(_stands(*name, text, kana) and not find_events(normalize(name[0])) for name in names):
        return ""
    said = {one.event for one in (*find_events(text), *find_events(kana))} - {None}
    ids = [
        event.id
        for event in lexicon.events
        if any(one.event in said for alias in event.aliases for one in find_events(normalize(alias.text)))
    ]
    return ids[0] if len(ids) == 1 else ""


def notice_is_in(text: str, kana: str) -> Scored[Answer] | None:
    """Whether what is to be handed in is told, beside the event, to be with the office already."""
    said = {Answer.NO: NOTICE_IS_NOT, Answer.YES: NOTICE_IS_IN}
    told = (one for one, phrases in said.items() if phrases.found(text) or phrases.found(kana))
    return next((Scored(one, SURE) for one in told), None)


def asks_whether_done(question: str) -> bool:
    """Whether this question of the guide is answered by that."""
    return WHETHER_DONE.found(question)


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
