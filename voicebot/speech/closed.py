"""Closed questions: what the question allows is heard before anything else."""

from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech.recognizer import Listening

CLEAR = 0.6
"""A candidate that scores this much leads; the open hypotheses share what it leaves."""


def hear(listening: Listening, hints: Hints) -> tuple[Hypothesis, ...]:
    """The hypotheses for all audio fed so far; with closed hints, led by the candidate the audio supports."""
    heard = listening.result()
    if not hints.closed or not heard:
        return heard
    ranked = listening.score(hints.candidates)
    if not ranked or ranked[0].score < CLEAR:
        return heard
    best = ranked[0]
    rest = (Hypothesis(h.text, h.score * (1 - best.score), h.reading) for h in heard)
    return (Hypothesis(best.candidate.text, best.score, best.candidate.reading), *rest)
