"""How probable given strings of sounds are: the CTC forward algorithm, many candidates at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from voicebot.speech.kana_model import SYMBOLS

Posteriors = NDArray[np.float32]
"""Natural-log probabilities, shape (frames, len(SYMBOLS)); column 0 is the blank."""

_INDEX = {symbol: index for index, symbol in enumerate(SYMBOLS)}
_RESCALED_EVERY = 4
_LEAST = -25.0
"""Log-probability under which a frame's symbol counts as this: keeps the sums inside float64 between rescalings."""


def columns(sounds: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
    """Strings of sounds as columns of the posteriors, shape (strings, longest), blank after the end.

    With them the lengths, shape (strings,), and, shaped as the first, where a symbol may follow the one
    before it without a blank between: where the two differ. Raises KeyError for what is no sound.
    """
    lengths = np.array([len(one) for one in sounds], np.intp)
    labels = np.zeros((len(sounds), max(map(len, sounds), default=0)), np.intp)
    for row, one in zip(labels, sounds, strict=True):
        row[: len(one)] = [_INDEX[sound] for sound in one]
    leaps = np.zeros(labels.shape, bool)
    leaps[:, 1:] = labels[:, 1:] != labels[:, :-1]
    return labels, lengths, leaps


def log_likelihoods(posteriors: Posteriors, sounds: Sequence[str]) -> NDArray[np.float64]:
    """log p(sounds | audio) for each string, shape (strings,), summed over all alignments.

    The forward algorithm of Graves et al. 2006 (section 4.1), in probabilities rescaled as it goes: strings
    that are 1e-200 times less probable than their own best beginning count as impossible (-inf).
    """
    labels, lengths, leaps = columns(sounds)
    rows = np.arange(len(labels))
    blanks = np.zeros((len(labels), labels.shape[1] + 1))
    blanks[:, 0] = 1.0
    # One column more in front, always 0: the sound before the first.
    voiced = np.zeros_like(blanks)
    leap = leaps.astype(np.float64)
    scale = np.zeros(len(labels))
    for number, frame in enumerate(np.exp(np.maximum(posteriors.astype(np.float64), _LEAST))):
        reached = voiced[:, :-1] * leap
        reached += voiced[:, 1:]
        reached += blanks[:, :-1]
        reached *= frame[labels]
        blanks += voiced
        blanks *= frame[0]
        voiced[:, 1:] = reached
        if number % _RESCALED_EVERY == 0:
            largest = np.maximum(blanks.max(axis=1), voiced.max(axis=1))
            scale += np.log(largest)
            blanks /= largest[:, np.newaxis]
            voiced /= largest[:, np.newaxis]
    total = blanks[rows, lengths] + voiced[rows, lengths] * (lengths > 0)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(total) + scale)
