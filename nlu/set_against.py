"""A question that sets what was taken against another procedure, or doubts it: 「転居ですか、転入じゃないと？」, 「国保でいいんですかね」. It wishes
nothing."""

from collections.abc import Iterator

from nlu.choosing import akin, word_ends
from nlu.leaning_words import one_more
from nlu.lexicon import Lexicon
from nlu.lexicon_index import index
from nlu.meaning import Meaning, Request, Scored
from nlu.name_places import heard_in, written
from nlu.prepared import Prepared
from nlu.question import Expect, Question
from nlu.vocabulary.choosing import DIFFERENCE, NOT_SO
from nlu.vocabulary.phrase import Phrases
from nlu.vocabulary.set_against import DENIED, DIFFERENT, IS_IT, WILL_IT_DO

_Named = tuple[str, str, int]
"""The id of what is named, the text and where the name ends there."""


def set_against(part: Prepared, question: Question, lexicon: Lexicon) -> Meaning | None:
    """EXPLAIN with the other procedure, or with none where only what was taken is doubted; None where nothing is."""
    asked = question.known if question.expect in (Expect.DATE, Expect.TIME) else ()
    known = asked or (question.read_back if question.effect is None else ())
    if len(known) != 1 or one_more(part.text):
        return None
    named = list(_named(part, known[0], lexicon))
    own = [one for one in named if one[0] == known[0]]
    others = [one for one in named if one[0] != known[0]]
    ids = {one for one, _, _ in others}
    if not named or len(ids) > 1:
        return None
    denied = any(_stands(DENIED, one) for one in others)
    doubted = any(_stands(WILL_IT_DO, one) for one in own)
    either = own and any(_stands(IS_IT, one) for one in others)
    either = either or (
        any(_stands(IS_IT, one) for one in own) and any(_stands(NOT_SO, one) for one in others)
    )
    differs = any(_stands(DIFFERENT, one) for one in named) or (ids and DIFFERENCE.found(part.text))
    if not (denied or doubted or either or differs):
        return None
    return Meaning(spoken=True, request=Request.EXPLAIN, procedures=tuple(Scored(one, 1.0) for one in ids))


def _stands(phrases: Phrases, named: _Named) -> bool:
    _, text, end = named
    return bool(phrases.ends(text, end))


def _named(part: Prepared, known: str, lexicon: Lexicon) -> Iterator[_Named]:
    """Names of one procedure each, and words that tell those of one kind apart, where they stand."""
    for text, places in (
        (part.text, written(part.text, index(lexicon))),
        (part.kana, heard_in(part.kana, index(lexicon))),
    ):
        yield from ((one.ids[0], text, end) for one, _, end in places if len(one.ids) == 1)
    for entry in akin(known, lexicon):
        yield from ((entry.id, text, end) for text, end in word_ends([entry], part))
