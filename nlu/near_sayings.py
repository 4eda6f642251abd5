"""Sentences in kana of which some sounds are wrong: the nearest of what is usually said, where nothing else was understood."""

from dataclasses import replace
from functools import cache

from nlu.meaning import Meaning, Request
from nlu.phonemes import phonemes, similarity
from nlu.prepared import Prepared
from nlu.vocabulary.sayings import ASKED, GREETINGS, OPENS
from nlu.vocabulary.word import is_kana

NEAR_ENOUGH = 0.84
SHORTEST, LONGEST = 7, 40
"""Characters of a sentence in kana."""


def near_saying(meaning: Meaning, said: Prepared) -> Meaning:
    """`meaning` with the question or the greeting that `said` nearly is; unchanged where none is near."""
    if meaning.understood or not (SHORTEST <= len(said.text) <= LONGEST and is_kana(said.text, "、。?")):
        return meaning
    heard = phonemes(OPENS.replaced(said.kana))
    nearness, request = max(
        ((similarity(heard, sounds), request) for sounds, request in _sayings()), key=lambda pair: pair[0]
    )
    if nearness < NEAR_ENOUGH:
        return meaning
    return replace(meaning, request=request, greets=request is None)


@cache
def _sayings() -> tuple[tuple[str, Request | None], ...]:
    asked = [(phonemes(one), request) for request, each in ASKED.items() for one in each.split()]
    return (*((phonemes(one), None) for one in GREETINGS), *asked)
