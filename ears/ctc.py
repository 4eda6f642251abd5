"""Reading and scoring CTC posteriors, in numpy."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ears.symbols import labels
from voicebot.speech.kana_model import SYMBOLS

Posteriors = NDArray[np.float32]
"""Natural-log probabilities, shape (frames, len(SYMBOLS)); column 0 is the blank."""


def greedy(posteriors: Posteriors) -> str:
    """The likeliest symbol of every frame, repetitions and blanks taken out."""
    best = posteriors.argmax(axis=1)
    kept = best[np.flatnonzero(np.diff(best, prepend=-1))]
    return "".join(SYMBOLS[index] for index in kept)


def log_likelihoods(posteriors: Posteriors, candidates: Sequence[str]) -> NDArray[np.float64]:
    """log p(candidate | audio) for each string of sounds, shape (len(candidates),), summed over alignments.

    The forward algorithm of Graves et al. 2006 (section 4.1), all candidates at once.
    """
    targets = [labels(candidate) for candidate in candidates]
    width = 2 * max(map(len, targets), default=0) + 1
    states = np.zeros((len(targets), width), np.int64)
    for row, target in zip(states, targets, strict=True):
        row[1 : 2 * len(target) : 2] = target
    skips = np.zeros(states.shape, bool)
    skips[:, 2:] = (states[:, 2:] != 0) & (states[:, 2:] != states[:, :-2])
    score = np.full(states.shape, -np.inf)
    score[:, 0] = 0.0
    started = False
    for frame in posteriors.astype(np.float64):
        reached = score.copy()
        if started:
            reached[:, 1:] = np.logaddexp(reached[:, 1:], score[:, :-1])
            leapt = np.where(skips[:, 2:], score[:, :-2], -np.inf)
            reached[:, 2:] = np.logaddexp(reached[:, 2:], leapt)
        else:
            reached[:, 1:2] = 0.0
            started = True
        score = reached + frame[states]
    last = np.array([2 * len(target) for target in targets])
    rows = np.arange(len(targets))
    return np.asarray(np.logaddexp(score[rows, last], np.where(last > 0, score[rows, last - 1], -np.inf)))
