"""When each sound of a string was said: forced alignment."""

from typing import NamedTuple

import numpy as np

from voicebot.speech.ctc_forward import Posteriors, columns


class Stretch(NamedTuple):
    """Frames of `kana_model.FRAME_MS`."""

    start: int
    end: int
    """The frame after the last."""


def align(posteriors: Posteriors, sounds: str) -> list[Stretch]:
    """The frames of every sound on the likeliest way through the audio; empty where the string does not fit.

    Viterbi over the states of Graves et al. 2006 (section 4.1): a blank, a sound, a blank ... A sound ends with
    its last frame; the blanks up to the next sound are nobody's.
    """
    (labels,), _, (leaps,) = columns([sounds])
    states = np.zeros(2 * len(sounds) + 1, np.intp)
    states[1::2] = labels
    barred = np.full(len(states), -np.inf, np.float32)
    barred[3::2] = np.where(leaps[1:], 0.0, -np.inf)
    score = np.full(len(states), -np.inf, np.float32)
    steps = np.zeros((len(posteriors), len(states)), np.int8)
    for number, frame in enumerate(posteriors):
        if number == 0:
            score[:2] = frame[states[:2]]
            continue
        ways = np.full((3, len(states)), -np.inf, np.float32)
        ways[0] = score
        ways[1, 1:] = score[:-1]
        ways[2, 2:] = score[:-2] + barred[2:]
        steps[number] = ways.argmax(axis=0)
        score = ways.max(axis=0) + frame[states]
    if not sounds or len(posteriors) == 0 or score[-2:].max() == -np.inf:
        return []
    return _stretches(steps, len(states) - 2 + int(score[-2:].argmax()), len(sounds))


def _stretches(steps: np.ndarray, state: int, count: int) -> list[Stretch]:
    starts, ends = [0] * count, [0] * count
    for number in range(len(steps) - 1, -1, -1):
        sound, voiced = divmod(state, 2)
        if voiced:
            starts[sound] = number
            ends[sound] = ends[sound] or number + 1
        state -= int(steps[number, state])
    return [Stretch(start, end) for start, end in zip(starts, ends, strict=True)]
