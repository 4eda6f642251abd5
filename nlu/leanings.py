"""Answers that say neither yes nor no in so many words: 「駅から近い方がいいです」 to 「駅から近い宿がよろしいですか」.

They only lean: a score is at most HIGHEST, and nothing is found without the words of the question.
"""

import re
from math import exp

from nlu.leaning_evidence import BIAS, IN_ANSWER, IN_QUESTION, SHARED, SHARED_WEIGHTS, TOGETHER, Weights
from nlu.meaning import Answer, Scored

HIGHEST = 0.6
"""A leaning is never sure."""

_WORDS = re.compile(r"[一-龥々]+|[ァ-ヺー]{2,}|\d+")


def lean(text: str, question: str) -> Scored[Answer] | None:
    """Which way an answer leans. None: neither, or the question's words are not known. Both texts normalized."""
    if not question:
        return None
    evidence = _evidence(text, question)
    if evidence is None:
        return None
    yes, no, neither = (exp(total) for total in evidence)
    if neither >= max(yes, no):
        return None
    value, strength = (Answer.YES, yes) if yes > no else (Answer.NO, no)
    return Scored(value, min(HIGHEST, strength / (yes + no + neither)))


def _evidence(text: str, question: str) -> list[float] | None:
    """The sums for yes, no and neither; None where the answer itself tells nothing."""
    said = {name: weights for name, (phrases, weights) in IN_ANSWER.items() if phrases.found(text)}
    asked = {name: weights for name, (phrases, weights) in IN_QUESTION.items() if phrases.found(question)}
    if any(word in question for word in _WORDS.findall(text)):
        asked[SHARED] = SHARED_WEIGHTS
    if not said and SHARED not in asked:
        return None
    pairs: list[Weights] = [w for (a, b), w in TOGETHER.items() if a in said and b in asked]
    return [sum(column) for column in zip(BIAS, *said.values(), *asked.values(), *pairs, strict=True)]
