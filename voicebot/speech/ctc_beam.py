"""What was said, openly: the most probable strings of sounds."""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.kana_model import SYMBOLS

BEAM = 12
"""Strings kept after each frame."""

_SURE_BLANK = math.log(0.999)
_WORTH = math.log(0.005)
"""Symbols below this are not tried in a frame."""


class Heard(NamedTuple):
    """A string of sounds and its natural-log probability, as far as the beam saw it."""

    sounds: str
    log_probability: float


def _no_prior(_string: str, _sound: str) -> float:
    return 0.0


def search(
    posteriors: Posteriors, beam: int = BEAM, prior: Callable[[str, str], float] = _no_prior
) -> list[Heard]:
    """The `beam` most probable strings, best first: prefix search (Hannun et al. 2014, algorithm 1).

    `prior(string, sound)`: what speaks for the sound after the string, a natural log; it steers the search and
    orders what is found, and is no part of the log-probabilities. Frames that are blank beyond doubt only part
    the sounds on both sides.
    """
    # For every string: probability of the alignments that end in a blank, and of those that end in its last sound.
    strings: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}
    log_scale = 0.0
    priors = {"": 0.0}
    for frame in posteriors:
        if frame[0] > _SURE_BLANK:
            log_scale += float(frame[0])
            strings = {string: (blank + last, 0.0) for string, (blank, last) in strings.items()}
            continue
        silent = math.exp(frame[0])
        tried = [
            (SYMBOLS[column], math.exp(frame[column]))
            for column in np.flatnonzero(frame > min(_WORTH, float(frame.max())))
            if column
        ]
        extended: dict[str, list[float]] = {}
        for string, (blank, last) in strings.items():
            both = blank + last
            own = extended.setdefault(string, [0.0, 0.0])
            own[0] += both * silent
            for sound, probability in tried:
                if string and string[-1] == sound:
                    own[1] += last * probability
                    longer = blank * probability
                else:
                    longer = both * probability
                if longer > 0:
                    if string + sound not in priors:
                        priors[string + sound] = priors[string] + prior(string, sound)
                    extended.setdefault(string + sound, [0.0, 0.0])[1] += longer
        best = sorted(extended.items(), key=lambda item: -sum(item[1]) * math.exp(priors[item[0]]))[:beam]
        total = sum(sum(pair) for _, pair in best)
        log_scale += math.log(total)
        strings = {string: (blank / total, last / total) for string, (blank, last) in best}
    found = [Heard(s, math.log(sum(pair)) + log_scale) for s, pair in strings.items() if sum(pair) > 0]
    return sorted(found, key=lambda heard: -heard.log_probability - priors[heard.sounds])


def greedy(posteriors: Posteriors) -> str:
    """The likeliest symbol of every frame, repetitions and blanks taken out."""
    best = posteriors.argmax(axis=1)
    kept = best[np.flatnonzero(np.diff(best, prepend=-1))]
    return "".join(SYMBOLS[index] for index in kept)
