"""Humming is no answer: 「えーと」, 「うーん」, 「ちょっと待ってください」."""

from collections.abc import Sequence

from nlu.hypothesis import Hypothesis
from nlu.normalize import normalize
from nlu.vocabulary.hesitation import HUMS, SEARCHES, WAITS


def hesitates(hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether the best hypothesis holds nothing but fillers, or a plea to wait.

    A short 「うん」, 「ええ」 or 「そうですね」 may be a yes and is left to `interpret`.
    """
    return HUMS.all_of(_best(hypotheses)) or asks_to_wait(hypotheses)


def asks_to_wait(hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether the best hypothesis pleads to wait, hands the telephone over, or says that a calendar, glasses or a pen are being
    fetched."""
    said = _best(hypotheses)
    return WAITS.all_of(said) or SEARCHES.found(said)


def _best(hypotheses: Sequence[Hypothesis]) -> str:
    best = max(hypotheses, key=lambda h: h.score, default=None)
    return normalize(best.text).replace(" ", "").lstrip("、。") if best else ""
