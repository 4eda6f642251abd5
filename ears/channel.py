"""A telephone call as it can be: speaker, room, microphone, noise, line, coding, lost packets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import soxr
from numpy.typing import NDArray
from scipy.signal import butter, fftconvolve, lfilter, sosfilt

from voicebot.speech import mulaw, wav

RATE = 8_000
FRAME = 160
"""Samples in a 20 ms packet."""

Signal = NDArray[np.float64]
Noise = Literal["none", "white", "pink", "babble", "hum"]


@dataclass(frozen=True, slots=True)
class Line:
    """How one call sounds."""

    low_hz: float = 300.0
    high_hz: float = 3_400.0
    level_dbfs: float = -20.0
    """Active speech level before coding."""

    noise: Noise = "none"
    snr_db: float = 60.0
    """Against the active speech level."""

    hiss_dbfs: float = -60.0
    """Line noise that is always there."""

    reverberation_s: float = 0.0
    """Time in which the room falls by 60 dB; 0: no room."""

    lost: float = 0.0
    """Share of the packets that do not arrive."""

    clip: float = 1.0
    """Where the microphone overloads, as a share of the peak."""

    codings: int = 1
    """Times the call is coded in mu-law on its way."""

    warp: float = 1.0
    """Above 1: a larger, slower speaker with a lower voice."""

    onset_db: float = 0.0
    """How much softer the first sound is than the rest: people begin words softly, synthetic voices do not."""

    fade_db: float = 0.0
    """The same of the last sounds."""

    lead_s: float = 0.25
    tail_s: float = 0.25


def draw(rng: np.random.Generator) -> Line:
    """A call by chance: one in three is clean, the rest has one or more troubles."""
    clean = rng.random() < 0.3
    noise: Noise = (
        "none" if clean or rng.random() < 0.35 else rng.choice(["white", "pink", "babble", "white"])
    )
    return Line(
        low_hz=rng.uniform(150, 400),
        high_hz=rng.uniform(3_000, 3_700),
        level_dbfs=rng.uniform(-35, -12),
        noise=noise,
        snr_db=rng.uniform(10, 35) if noise == "babble" else rng.uniform(4, 35),
        hiss_dbfs=rng.uniform(-75, -48),
        reverberation_s=0.0 if clean or rng.random() < 0.6 else rng.uniform(0.1, 0.6),
        lost=0.0 if clean or rng.random() < 0.65 else rng.uniform(0.01, 0.06),
        clip=1.0 if clean or rng.random() < 0.85 else rng.uniform(0.3, 0.8),
        codings=2 if rng.random() < 0.25 else 1,
        warp=rng.uniform(0.84, 1.19),
        lead_s=rng.uniform(0.1, 0.6),
        tail_s=rng.uniform(0.1, 0.6),
        onset_db=_softer(rng, 0.3),
        fade_db=_softer(rng, 0.3),
    )


def draw_hard(rng: np.random.Generator) -> Line:
    """A bad call by chance: four in five in noise, two in five over a network that loses packets."""
    noise: Noise = (
        "none"
        if rng.random() < 0.2
        else rng.choice(["white", "white", "pink", "babble", "babble", "hum", "hum"])
    )
    return Line(
        low_hz=rng.uniform(120, 420),
        high_hz=rng.uniform(2_900, 3_800),
        level_dbfs=rng.uniform(-38, -10),
        noise=noise,
        snr_db=rng.uniform(7, 25) if noise == "babble" else rng.uniform(3, 20),
        hiss_dbfs=rng.uniform(-75, -45),
        reverberation_s=0.0 if rng.random() < 0.6 else rng.uniform(0.1, 0.7),
        lost=0.0 if rng.random() < 0.6 else rng.uniform(0.01, 0.08),
        clip=1.0 if rng.random() < 0.85 else rng.uniform(0.25, 0.8),
        codings=2 if rng.random() < 0.3 else 1,
        warp=rng.uniform(0.8, 1.25),
        lead_s=rng.uniform(0.05, 0.7),
        tail_s=rng.uniform(0.05, 0.7),
        onset_db=_softer(rng, 0.6),
        fade_db=_softer(rng, 0.4),
    )


def _softer(rng: np.random.Generator, often: float) -> float:
    return rng.uniform(3, 22) if rng.random() < often else 0.0


def through(
    line: Line, speech: Signal, rate: int, rng: np.random.Generator, others: Sequence[Signal] = ()
) -> NDArray[np.int16]:
    """Speech at `rate` Hz, shape (samples,), as 16-bit samples at 8,000 Hz off the line.

    `others` are recordings at `rate` that make up the babble.
    """
    voice = soxr.resample(speech, rate, round(RATE * line.warp))
    voice = _bent(voice, line.onset_db, rng.uniform(0.06, 0.22))
    voice = _bent(voice[::-1], line.fade_db, rng.uniform(0.1, 0.3))[::-1]
    voice = np.concatenate([np.zeros(round(line.lead_s * RATE)), voice, np.zeros(round(line.tail_s * RATE))])
    if line.clip < 1:
        limit = line.clip * float(np.abs(voice).max())
        voice = np.clip(voice, -limit, limit)
    if line.reverberation_s:
        voice = _room(voice, line.reverberation_s, rng)
    level = 10 ** (line.level_dbfs / 20)
    voice = voice * (level / max(active_rms(voice), 1e-6))
    voice = voice + _noise(line, voice.size, rate, rng, others) * (level / 10 ** (line.snr_db / 20))
    edges = butter(3, (line.low_hz, line.high_hz), btype="bandpass", fs=RATE, output="sos")
    voice = np.asarray(sosfilt(edges, voice))
    voice = voice + rng.standard_normal(voice.size) * 10 ** (line.hiss_dbfs / 20)
    coded = wav.to_int16(voice)
    for _ in range(line.codings):
        coded = mulaw.decode(mulaw.encode(coded))
    return lose(coded, line.lost, rng)


def lose(pcm: NDArray[np.int16], share: float, rng: np.random.Generator) -> NDArray[np.int16]:
    """Silence where packets are missing; a loss is followed by another one time in three."""
    if not share:
        return pcm
    kept = pcm.copy()
    chance = share
    for start in range(0, kept.size, FRAME):
        gone = rng.random() < chance
        if gone:
            kept[start : start + FRAME] = 0
        chance = 1 / 3 if gone else share / 1.5
    return kept


def active_rms(signal: Signal) -> float:
    """Root mean square over the frames of at most 30 dB under the loudest."""
    frames = signal[: signal.size // FRAME * FRAME].reshape(-1, FRAME)
    power = np.mean(frames**2, axis=1) if frames.size else np.zeros(1)
    return float(np.sqrt(np.mean(power[power >= power.max() / 1_000])))


def _bent(voice: Signal, softer_db: float, seconds: float) -> Signal:
    """The start softer by so much, rising to the voice's own level in so many seconds."""
    loud = np.flatnonzero(np.abs(voice) > 0.02 * np.abs(voice).max()) if softer_db and voice.size else ()
    if len(loud) == 0:
        return voice
    rise = np.interp(np.arange(voice.size) - loud[0], (0, seconds * RATE), (-softer_db, 0.0))
    return np.asarray(voice * 10 ** (rise / 20))


def _room(voice: Signal, seconds: float, rng: np.random.Generator) -> Signal:
    time = np.arange(round(seconds * RATE)) / RATE
    tail = rng.standard_normal(time.size) * 10 ** (-3 * time / seconds)
    tail[0] = 0
    tail *= rng.uniform(0.15, 0.7) / max(float(np.sqrt(np.sum(tail**2))), 1e-9)
    tail[0] = 1
    return np.asarray(fftconvolve(voice, tail)[: voice.size])


def _noise(line: Line, size: int, rate: int, rng: np.random.Generator, others: Sequence[Signal]) -> Signal:
    """Of RMS 1."""
    if line.noise == "none":
        return np.zeros(size)
    if line.noise == "babble" and others:
        mixed = np.zeros(size)
        for other in others:
            voice = soxr.resample(other, rate, RATE)
            mixed += np.roll(np.resize(voice, size), int(rng.integers(size))) / max(active_rms(voice), 1e-6)
    elif line.noise == "hum":
        mains = rng.choice([50.0, 60.0]) * np.arange(1, 21)
        phases = 2 * np.pi * (mains[:, np.newaxis] * np.arange(size) / RATE + rng.random((20, 1)))
        tones = (rng.random(20) ** 4) @ np.sin(phases)
        mixed = rng.standard_normal(size) + rng.uniform(0.2, 1.0) * tones / max(float(np.std(tones)), 1e-9)
    else:
        mixed = rng.standard_normal(size)
        if line.noise == "pink":
            # Paul Kellet's economy filter: -3 dB an octave within 0.5 dB.
            mixed = sum(
                gain * lfilter([1], [1, -pole], mixed)
                for pole, gain in ((0.99765, 0.099), (0.963, 0.2965), (0.57, 1.0527))
            ) + 0.1848 * mixed  # fmt: skip
    return np.asarray(mixed / max(float(np.sqrt(np.mean(mixed**2))), 1e-9))
