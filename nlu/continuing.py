"""A sentence in two halves with a pause between them: does the second half add to the first, and what are both together?"""

from collections.abc import Sequence

from nlu.hypothesis import Hypothesis
from nlu.interpret import MAX_HYPOTHESES
from nlu.meaning import Answer, Meaning
from nlu.normalize import normalize
from nlu.question import Expect, Question
from nlu.vocabulary.answers import BARE


def goes_on(
    hypotheses: Sequence[Hypothesis], meaning: Meaning, question: Question, *, unheard: bool = False
) -> bool:
    """Whether an utterance may be the rest of the one before it, which answered `question`: no silence, no 「はい」 of
    somebody who listens, and nothing that stands for itself, as 「もう一度」 or a cry for help does.

    `meaning`: of `hypotheses`; `unheard`: nobody spoke in between to whom the caller could listen.
    """
    if not meaning.spoken or meaning.command is not None or meaning.emergency is not None:
        return False
    agrees = meaning.answer is not None and meaning.answer.value is Answer.YES
    if not agrees or _says_more(meaning):
        return True
    return question.expect is Expect.ANSWER and (unheard or not _bare(hypotheses))


def _bare(hypotheses: Sequence[Hypothesis]) -> bool:
    """Nothing but 「はい」, 「ええ」, 「うん」."""
    best = max(hypotheses, key=lambda one: one.score)
    return not normalize(best.text).strip(BARE)


def _says_more(meaning: Meaning) -> bool:
    slots = meaning.procedures or meaning.dates or meaning.times or meaning.order or meaning.offices
    others = meaning.excluded or meaning.impossible or meaning.digits or meaning.people or meaning.shift
    return bool(slots or others or meaning.request or meaning.topic)


def together(first: Sequence[Hypothesis], second: Sequence[Hypothesis]) -> tuple[Hypothesis, ...]:
    """Every first half with every second half, as sure as the less sure of them; the n best."""
    if not first or not second:
        return tuple(first or second)
    both = [
        Hypothesis(
            f"{one.text}、{two.text}",
            min(one.score, two.score),
            f"{one.reading}、{two.reading}" if one.reading and two.reading else "",
        )
        for one in first
        for two in second
    ]
    return tuple(sorted(both, key=lambda h: -h.score)[:MAX_HYPOTHESES])
