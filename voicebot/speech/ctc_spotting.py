"""Where in an utterance given words may stand, whatever else is said around them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from voicebot.speech.ctc_forward import Posteriors, columns


class Spot(NamedTuple):
    """The best place of one string of sounds."""

    start: int
    """Frame of its first sound."""

    end: int
    """Frame after its last sound."""

    evidence: float
    """Natural log of its probability against the likeliest symbols of the same frames: 0 where they are the same."""


def spot(posteriors: Posteriors, sounds: Sequence[str]) -> list[Spot]:
    """The best place of each string: Viterbi alignment between fillers that take every frame at its likeliest.

    Strings that do not fit have the evidence -inf; empty ones are not allowed.
    """
    labels, lengths, leaps = columns(sounds)
    rows = np.arange(len(labels))
    barred = np.where(leaps, 0.0, -np.inf).astype(np.float32)
    relative = posteriors - posteriors.max(axis=1, keepdims=True, initial=-np.inf)
    size = (len(labels), labels.shape[1] + 1)
    blanks = np.full(size, -np.inf, np.float32)
    blanks[:, 0] = 0.0
    voiced = np.full(size, -np.inf, np.float32)
    blank_starts, starts = np.zeros(size, np.int32), np.zeros(size, np.int32)
    best = np.full(len(labels), -np.inf, np.float32)
    places = np.zeros((len(labels), 2), np.int32)
    for number, frame in enumerate(relative):
        blank_starts[:, 0] = number
        leapt = voiced[:, :-1] + barred
        reached, reached_starts = voiced[:, 1:], starts[:, 1:]
        for other, other_starts in ((blanks[:, :-1], blank_starts[:, :-1]), (leapt, starts[:, :-1])):
            reached_starts = np.where(other > reached, other_starts, reached_starts)
            reached = np.maximum(reached, other)
        np.copyto(blank_starts, starts, where=voiced > blanks)
        np.maximum(blanks, voiced, out=blanks)
        blanks += frame[0]
        blanks[:, 0] = 0.0
        voiced[:, 1:] = reached + frame[labels]
        starts[:, 1:] = reached_starts
        ended = voiced[rows, lengths]
        better = ended > best
        best[better] = ended[better]
        places[better, 0] = starts[rows, lengths][better]
        places[better, 1] = number + 1
    return [Spot(int(start), int(end), float(one)) for (start, end), one in zip(places, best, strict=True)]
