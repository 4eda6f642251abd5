"""From an engine's raw output to what the telephone plays: 8 kHz, trimmed, equally loud."""

from itertools import pairwise

import numpy as np
import soxr
from numpy.typing import NDArray

from voicebot.speech import mulaw, wav
from voicebot.speech.synthesizer import NORMAL_RATE, SAMPLE_RATE

Samples = NDArray[np.float32]
"""Mono, -1 to 1, shape (samples,)."""

VERSION = 1
"""Part of every cache key: raise it when the sound changes."""

LOUDNESS = -20.0
"""dBFS, RMS over the parts that are speech."""

LONGEST_PAUSE = 0.35
"""Seconds within a sentence at NORMAL_RATE; longer at a lower rate."""

ARTICULATION = 1.1
"""Mora/s while sounding, per mora/s with the pauses: what engines are calibrated to."""

CEILING = -3.0
"""dBFS no sample exceeds; mu-law has no headroom beyond 0."""

_KNEE = -8.0
"""dBFS above which peaks are bent towards the ceiling."""

_FRAME = SAMPLE_RATE // 100
_SPEECH_BELOW_PEAK = 40.0
"""dB. A 10 ms frame softer than the loudest one by more than this is silence."""

_NOTHING = 1e-8
"""Mean square below which there is no speech at all (-80 dBFS)."""

_PAUSE = 15
"""Frames of silence that are a pause and no plosive."""

_LEAD = 4
_TAIL = 20
"""Frames around the speech; two sentences in a row must not run together."""

SURROUNDING = (_LEAD + _TAIL) * _FRAME / SAMPLE_RATE
"""Seconds without speech where one follows on another."""


def master(samples: Samples, hertz: int, rate: float = NORMAL_RATE) -> bytes:
    """The engine's output at `hertz` as telephone mu-law; empty for silence.

    Engines slowed down to `rate` mora/s stretch their pauses even more: these are cut to LONGEST_PAUSE.
    """
    phone = samples if hertz == SAMPLE_RATE else soxr.resample(samples, hertz, SAMPLE_RATE, quality="VHQ")
    frames = _frames(phone)
    speech = _is_speech(frames)
    if not speech.any():
        return b""
    loudness = np.sqrt(np.mean(np.square(frames[speech], dtype=np.float64)))
    gain = 10 ** (LOUDNESS / 20) / loudness
    return mulaw.encode(wav.to_int16(_bend(phone[_kept(speech, rate)] * gain)))


def louder(audio: bytes, gain_db: float) -> NDArray[np.int16]:
    """Mu-law audio as 16-bit PCM, raised by so many dB; its peaks run into the ceiling instead of being cut."""
    return wav.to_int16(_bend(_pcm(audio) * 10 ** (gain_db / 20))) if gain_db else mulaw.decode(audio)


def speech_seconds(audio: bytes) -> float:
    """From the first to the last sound of mu-law audio, pauses in between included."""
    sounds = np.flatnonzero(_is_speech(_frames(_pcm(audio))))
    return float(sounds[-1] + 1 - sounds[0]) * _FRAME / SAMPLE_RATE if len(sounds) else 0.0


def sounding_seconds(audio: bytes) -> float:
    """As `speech_seconds`, without the pauses of 150 ms and more."""
    sounds = np.flatnonzero(_is_speech(_frames(_pcm(audio))))
    gaps = np.diff(sounds) - 1
    return speech_seconds(audio) - float(gaps[gaps >= _PAUSE].sum()) * _FRAME / SAMPLE_RATE


def longest_pause(rate: float) -> float:
    """Seconds of a pause within a sentence at `rate` mora/s."""
    return LONGEST_PAUSE * NORMAL_RATE / rate


def _pcm(audio: bytes) -> Samples:
    return np.divide(mulaw.decode(audio), 32_768, dtype=np.float32)


def _frames(phone: Samples) -> Samples:
    """Shape (frames, 80): 10 ms each."""
    return phone[: len(phone) // _FRAME * _FRAME].reshape(-1, _FRAME)


def _is_speech(frames: Samples) -> NDArray[np.bool_]:
    power = np.mean(np.square(frames, dtype=np.float64), axis=1)
    if not len(power) or power.max() < _NOTHING:
        return np.zeros(len(power), np.bool_)
    return np.asarray(power > power.max() * 10 ** (-_SPEECH_BELOW_PEAK / 10))


def _kept(speech: NDArray[np.bool_], rate: float) -> NDArray[np.intp]:
    """Indices of the samples that stay: the speech, what surrounds it, and pauses up to their limit."""
    longest = round(longest_pause(rate) * SAMPLE_RATE / _FRAME)
    sounds = np.flatnonzero(speech)
    frames = [np.arange(max(0, sounds[0] - _LEAD), sounds[0])]
    for sound, following in pairwise(sounds):
        pause = following - sound - 1
        if pause > longest:
            frames += [
                np.arange(sound, sound + longest // 2 + 1),
                np.arange(following - (longest + 1) // 2, following),
            ]
        else:
            frames.append(np.arange(sound, following))
    frames.append(np.arange(sounds[-1], min(len(speech), sounds[-1] + 1 + _TAIL)))
    chosen = np.concatenate(frames)
    return np.asarray((chosen[:, None] * _FRAME + np.arange(_FRAME)).ravel())


def _bend(phone: Samples) -> Samples:
    """Peaks above the knee run into the ceiling instead of being cut."""
    knee, ceiling = 10 ** (_KNEE / 20), 10 ** (CEILING / 20)
    over = np.maximum(np.abs(phone) - knee, 0) / (ceiling - knee)
    bent = knee + (ceiling - knee) * np.tanh(over)
    return np.where(over > 0, np.sign(phone) * bent, phone).astype(np.float32)
