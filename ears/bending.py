"""The same words by another body: pitch, pace, tremor and breath of a recording, each changed on its own.

Time-domain pitch-synchronous overlap-add (Moulines and Charpentier 1990): two periods around each pitch mark are cut
out and laid down again at other distances. The size of the speaker, which moves the formants, is the channel's `warp`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ears import pitch
from ears.pitch import FRAME_S, STEP_S, Signal


@dataclass(frozen=True, slots=True)
class Bend:
    """How somebody else says it."""

    pitch: float = 1.0
    """Factor on the fundamental frequency."""

    pace: float = 1.0
    """Above 1: faster."""

    tremor: float = 0.0
    """Largest deviation of the pitch, as a share of it, five times a second."""

    breath: float = 0.0
    """Noise that follows the loudness, as a share of it."""


def draw(rng: np.random.Generator) -> Bend:
    """Men, old people and people in a hurry by chance; one in four stays as recorded."""
    if rng.random() < 0.25:
        return Bend()
    old = rng.random() < 0.25
    return Bend(
        pitch=float(np.exp(rng.uniform(np.log(0.5), np.log(1.25)))),
        pace=rng.uniform(0.7, 0.95) if old else rng.uniform(0.8, 1.35),
        tremor=rng.uniform(0.02, 0.1) if old else 0.0,
        breath=rng.uniform(0.0, 0.2) if rng.random() < 0.4 else 0.0,
    )


def bend(bent: Bend, speech: Signal, rate: int, rng: np.random.Generator) -> Signal:
    """Speech at `rate` Hz, shape (samples,), as somebody else's, at the same rate."""
    if bent == Bend() or len(speech) < 2 * FRAME_S * rate:
        return speech
    marks, periods, voiced = _marks(speech, rate)
    moved = np.zeros(round(len(speech) / bent.pace) + rate // 10)
    at, number, last = float(marks[0]), 0, -1
    phase = rng.uniform(0, 2 * np.pi)
    while at < len(speech) / bent.pace:
        source = at * bent.pace
        while number + 1 < len(marks) and abs(marks[number + 1] - source) <= abs(marks[number] - source):
            number += 1
        mark, period = marks[number], periods[number]
        cut = speech[max(0, mark - period) : mark + period]
        begin = round(at) - min(period, mark)
        if number == last and not voiced[number]:
            # Noise said twice would hum; backwards it is other noise.
            cut = cut[::-1]
        last = number
        window = np.hanning(2 * period + 1)[period - min(period, mark) :][: len(cut)]
        if begin >= 0 and begin + len(cut) <= len(moved):
            moved[begin : begin + len(cut)] += cut * window
        factor = bent.pitch * (1 + bent.tremor * np.sin(phase + 10 * np.pi * at / rate))
        at += period / factor if voiced[number] else period
    if bent.breath:
        width = rate // 100
        loudness = np.sqrt(np.convolve(moved**2, np.ones(width) / width, "same"))
        moved += bent.breath * loudness * rng.standard_normal(len(moved))
    return moved[: round(len(speech) / bent.pace)]


def _marks(speech: Signal, rate: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
    """Where periods are cut, how long each is in samples, and whether it is one of a voice."""
    tracked, sung = pitch.periods(speech, rate)
    step = round(STEP_S * rate)
    marks, periods, voiced = [], [], []
    at = 0
    while at < len(speech):
        frame = min(at // step, len(tracked) - 1)
        period, is_voice = int(tracked[frame]), bool(sung[frame])
        if is_voice:
            reach = period // 4 if voiced and voiced[-1] else period // 2
            near = speech[max(0, at - reach) : at + reach + 1]
            at = max(at - reach, 0) + int(np.argmax(near))
            if marks and at <= marks[-1]:
                at = marks[-1] + period
        marks.append(min(at, len(speech) - 1))
        periods.append(period)
        voiced.append(is_voice)
        at += period
    return np.array(marks), np.array(periods), np.array(voiced)
