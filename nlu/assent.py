"""A yes in a sentence of several clauses: 「はい、お手数かけますが、それでお願いします」."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlu.meaning import Answer, Meaning, Scored
from nlu.overheard import overheard
from nlu.question import Effect, Expect, Question
from nlu.vocabulary import answers as words
from nlu.vocabulary import assent

_SCORE = 0.85
_PLAIN = 0.8
"""Words of a yes from here on are one by themselves."""

_MOST = 30
"""Characters of other talk in which nothing was found that speaks against the yes."""

_CLAUSES = re.compile("[、。,!\\s]+")


def parted(text: str) -> str:
    """`text` with a pause behind a grunted yes, whose end would be taken for the beginning of a number (お|うにじ)."""
    return assent.GRUNTED.replaced(text, "おう、")


def assented(meaning: Meaning, texts: Sequence[str], question: Question, *, other: bool) -> Meaning:
    """The meaning, its yes plain, where every text assents to what was read back.

    `texts`: every hypothesis without fillers and what it only says again; `other`: something else was named.
    """
    if other or question.expect is not Expect.ANSWER or not question.read_back:
        return meaning
    if question.effect is Effect.CANCEL:
        return meaning
    if meaning.answer is not None and (meaning.answer.value is Answer.NO or meaning.answer.score >= _SCORE):
        return meaning
    if _wants_something(meaning) or not all(_assents(text, question) for text in texts):
        return meaning
    return replace(meaning, answer=Scored(Answer.YES, _SCORE))


def _wants_something(meaning: Meaning) -> bool:
    return bool(
        meaning.command
        or meaning.request
        or meaning.order
        or meaning.shift
        or meaning.topic
        or meaning.unknown
        or meaning.emergency
        or meaning.elsewhere
        or meaning.excluded
        or meaning.impossible
        or meaning.dropped
        or meaning.people
        or meaning.weekday_of
        or meaning.foreign
        or meaning.hard_of_hearing
    )


def _assents(text: str, question: Question) -> bool:
    """Whether nothing but a yes and what may stand around it was said; other talk only between a yes and an assent."""
    text = assent.TAKES_NOTE.replaced(text)
    if overheard(text, question.text) or assent.TRAILS.found(text):
        return False
    if question.effect is Effect.CHANGE and assent.UNCHANGED.found(text):
        return False
    begins = bool(words.BEGINS_YES.ends(text))
    clauses = _clauses(text)
    other = [clause for clause in clauses if _beside(clause)]
    if not other:
        refuses = words.MAY_REFUSE.found(text) and not words.TAKES_THAT.found(text)
        return begins or (not refuses and any(map(_is_yes, clauses)))
    ends = bool(clauses) and _is_yes(clauses[-1]) and clauses[-1] not in other
    takes_up = ends and bool(assent.SO.ends(clauses[-1]))
    return ends and (begins or takes_up) and sum(map(len, other)) <= _MOST and all(map(_is_harmless, other))


def _clauses(text: str) -> list[str]:
    """Parted where the speaker paused; behind a yes and before a last 「それで…」 also where nobody did."""
    begun = max(words.BEGINS_YES.ends(text), default=0)
    end = next(
        (at for at in range(begun, len(text)) if assent.SO.ends(text, at) and not _beside(text[at:])),
        len(text),
    )
    parted = "、".join((text[:begun], text[begun:end], text[end:]))
    return [clause for clause in _CLAUSES.split(parted) if clause]


def _beside(clause: str) -> str:
    """What is left beside the words of a yes and what may stand around it."""
    if assent.LEADS.all_of(clause):
        return ""
    for said in (assent.EXPLAINS, words.ANY_YES, assent.COURTESY, words.POLITE):
        clause = said.replaced(clause)
    return clause


def _is_yes(clause: str) -> bool:
    return any(score >= _PLAIN and phrases.found(clause) for phrases, score in words.YES)


def _is_harmless(clause: str) -> bool:
    return assent.PREDICATE.found(clause) and not assent.AGAINST.found(assent.HARMLESS.replaced(clause, " "))
