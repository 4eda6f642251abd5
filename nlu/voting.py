"""Many hypotheses, one ranking. Scores of 0.8 and more mean "sure"."""

from collections.abc import Hashable, Mapping, Sequence
from math import sqrt
from typing import TypeVar

from nlu.meaning import Scored

SURE = 0.8
"""From here on a dialog need not ask back. What only sounds alike, or is guessed, stays below."""

MOSTLY = 0.6
WORTH_TELLING = 0.15
MAX_RESULTS = 8

K = TypeVar("K", bound=Hashable)


def vote(ballots: Sequence[tuple[float, Mapping[K, float]]]) -> tuple[Scored[K], ...]:
    """Weighs what each hypothesis found by how probable the hypothesis is; weights sum to 1.

    Hypotheses that found nothing of the kind count against the ones that did, by the root of their share: the beams of
    a recognizer differ more often in words beside the point, but one faint hypothesis decides nothing alone.
    """
    speaking = sum(weight for weight, found in ballots if found)
    if not speaking:
        return ()
    totals: dict[K, float] = {}
    for weight, found in ballots:
        for value, score in found.items():
            totals[value] = totals.get(value, 0.0) + weight * score
    presence = sqrt(speaking)
    ranked = [Scored(value, min(1.0, total / speaking * presence)) for value, total in totals.items()]
    ranked.sort(key=lambda scored: -scored.score)
    return tuple(s for s in ranked if s.score >= WORTH_TELLING)[:MAX_RESULTS]


def several(voted: tuple[Scored[K], ...], best: Mapping[K, float]) -> tuple[Scored[K], ...]:
    """`voted`, of which each that the best hypothesis names beside another is as sure as it is there, where most hypotheses name it:
    they are no rivals of each other. `best`: what it names."""
    meant = [one.value for one in voted if best.get(one.value, 0.0) >= SURE and one.score >= MOSTLY]
    if len(meant) < 2:
        return voted
    raised = [Scored(one.value, best[one.value]) if one.value in meant else one for one in voted]
    return tuple(sorted(raised, key=lambda scored: -scored.score))


def weights(scores: Sequence[float]) -> list[float]:
    """Recognizer scores as weights that sum to 1; equal ones where the engine gives none."""
    kept = [max(0.0, min(1.0, score)) if score == score else 0.0 for score in scores]
    total = sum(kept)
    return [score / total for score in kept] if total > 0 else [1 / len(kept)] * len(kept)
