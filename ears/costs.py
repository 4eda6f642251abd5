"""What listening costs: the time of the encoder, the head and a closed choice."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ears.encoder import RATE, WINDOWS_S, Encoder
from ears.texts import fixture_sounds
from voicebot.speech.ctc_forward import log_likelihoods
from voicebot.speech.kana_model import KanaModel

_RUNS = 9


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    found: str


def took(model: KanaModel) -> Iterator[Row]:
    """Time on one thread for audio that fills each window; the median of several runs, on a machine as busy as it is."""
    encoder, candidates = Encoder(1), sorted(fixture_sounds())
    pcm = np.random.default_rng(0).standard_normal(WINDOWS_S[-1] * RATE) * 3_000
    for window in WINDOWS_S:
        audio = pcm[: window * RATE].astype(np.int16)
        times = []
        for _ in range(_RUNS):
            begun = time.perf_counter()
            vectors = encoder.encode(audio, window)
            encoded = time.perf_counter()
            posteriors = model.posteriors(vectors)
            heard = time.perf_counter()
            log_likelihoods(posteriors, candidates)
            times.append((encoded - begun, heard - encoded, time.perf_counter() - heard))
        for_encoder, for_head, for_choice = (
            1_000 * float(np.median(part)) for part in zip(*times, strict=True)
        )
        yield Row(
            f"time for {window} s, one thread",
            f"encoder {for_encoder:.0f} ms, head {for_head:.0f} ms, {len(candidates)} candidates {for_choice:.0f} ms",
        )
