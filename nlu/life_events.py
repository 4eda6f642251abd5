"""What has happened in a family, and what is answered to the questions about it."""

from guidance.conditions import NOTHING
from nlu.lexicon import Entry, Lexicon
from nlu.lexicon_index import forms
from nlu.normalize import normalize
from nlu.vocabulary.guide import ASKS_WHAT_TO_DO, NONE_OF_THEM
from nlu.vocabulary.word import folded

_SHORTEST = 2
"""Signs of a word that is looked for."""


def told(text: str, kana: str, lexicon: Lexicon) -> str:
    """The id of the event that is told with a question what is to be done; empty: none, or a procedure is named by its name."""
    if not lexicon.events or not (ASKS_WHAT_TO_DO.found(text) or ASKS_WHAT_TO_DO.found(kana)):
        return ""
    if any(normalize(entry.name.text) in text for entry in lexicon.entries):
        return ""
    named = ((one, event.id) for event in lexicon.events for alias in event.aliases for one in forms(alias))
    found = [(len(written), id_) for (written, read), id_ in named if _stands(written, read, text, kana)]
    return max(found, default=(0, ""))[1]


def answers(text: str, kana: str, choices: tuple[Entry, ...]) -> tuple[str, ...]:
    """The choices that are named, longer words first: 小学校に入る前 is no 小学校."""
    terms = [
        (form, one.id) for one in choices for term in (one.name, *one.answered_by) for form in forms(term)
    ]
    found = {*_named([(normalize(written), id_) for (written, _), id_ in terms], text)}
    found = found or {*_named([(folded(read).replace(" ", ""), id_) for (_, read), id_ in terms], kana)}
    if found:
        return tuple(one.id for one in choices if one.id in found)
    return (NOTHING,) if NONE_OF_THEM.found(text) or NONE_OF_THEM.found(kana) else ()


def _named(terms: list[tuple[str, str]], text: str) -> list[str]:
    found = []
    for word, id_ in sorted(terms, key=lambda one: -len(one[0])):
        if len(word) >= _SHORTEST and word in text:
            found.append(id_)
            text = text.replace(word, "、")
    return found


def _stands(written: str, read: str, text: str, kana: str) -> bool:
    return normalize(written) in text or folded(read) in kana
