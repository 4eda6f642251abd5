"""How well readings fit the audio, as people say them over a telephone."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from voicebot.speech.ctc_forward import Posteriors, log_likelihoods

# A high vowel between voiceless consonants is whispered (Maekawa & Kikuchi 2005), and the band of a telephone
# keeps next to nothing of a whispered mora at the start: ひとり arrives as とり.
_WHISPERED = re.compile(r"[hfsT][iu](?=[kstpSCT])")

SWALLOWED = -6.0
"""Natural log of how often such a mora is not there at all."""


def evidence(posteriors: Posteriors, sounds: Sequence[str]) -> NDArray[np.float64]:
    """Natural-log likelihood of every string of sounds, shape (strings,), a whispered first mora said or swallowed."""
    shorter = {n: one[found.end() :] for n, one in enumerate(sounds) if (found := _WHISPERED.match(one))}
    likely = log_likelihoods(posteriors, [*sounds, *shorter.values()])
    said, swallowed = likely[: len(sounds)].copy(), likely[len(sounds) :] + SWALLOWED
    places = list(shorter)
    said[places] = np.logaddexp(said[places], swallowed)
    return said
