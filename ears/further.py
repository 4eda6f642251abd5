"""What the upper layers of the encoder are trained on: people and synthetic speech, through another call each time."""

import gc
import multiprocessing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from faster_whisper.feature_extractor import FeatureExtractor
from numpy.typing import NDArray

from ears import bending, channel, speech
from ears.encoder import FRAME, RATE, WINDOWS_S
from ears.people import Clip
from ears.symbols import frames_needed, labels
from ears.texts import Utterance
from voicebot.speech import wav
from voicebot.speech.resampler import Doubler

BATCH = 16
BESIDE = 0.5
"""Synthetic recordings to one of people in an epoch."""

_BAD = 0.5
"""Share of the calls that are bad ones, in which another body speaks."""

_OTHERS = 5
"""Voices of a babble."""


_UNBENT = bending.Bend()


@dataclass(frozen=True, slots=True)
class Said:
    """A recording before any telephone."""

    path: Path
    text: str
    sounds: str
    clip: Clip | None = None

    def speech(self) -> channel.Signal:
        """Shape (samples,) at RATE."""
        return self.clip.speech() if self.clip else wav.read(self.path, RATE).astype(np.float64) / 32_768


@dataclass(frozen=True, slots=True)
class Example:
    """A call."""

    mel: NDArray[np.float32]
    """Shape (80, frames of 10 ms), of a whole window."""

    frames: int
    """Of 20 ms that are audio, and two of what fills the window up."""

    text: str
    sounds: str


def of_people(clips: Sequence[Clip]) -> list[Said]:
    return [Said(clip.path, clip.text, clip.sounds, clip) for clip in clips]


def synthetic(folder: Path, utterances: Sequence[Utterance]) -> list[Said]:
    """Those to train on that were spoken (`ears.speech`)."""
    paths = [(speech.path(folder, u), u) for u in utterances if u.part == "train"]
    return [Said(path, u.text, u.sounds) for path, u in paths if path.is_file()]


def epoch(
    people: Sequence[Said], beside: Sequence[Said], number: int, workers: int
) -> Iterator[list[Example]]:
    """Batches of calls of one window length: all people, and some of the others by chance. The same for the same number."""
    rng = np.random.default_rng(number)
    some = min(round(BESIDE * len(people)), len(beside))
    chosen = [beside[int(i)] for i in rng.choice(len(beside), some, replace=False)]
    listed = [*people, *chosen]
    order = rng.permutation(len(listed))
    jobs = [
        (listed[int(i)], [listed[int(j)] for j in rng.choice(len(listed), _OTHERS)], number, int(i))
        for i in order
    ]
    waiting: dict[int, list[Example]] = {}
    with multiprocessing.get_context("spawn").Pool(workers, _ready) as pool:
        for example in pool.imap(_through, jobs, chunksize=4):
            if example is None:
                continue
            batch = waiting.setdefault(example.mel.shape[1], [])
            batch.append(example)
            if len(batch) == BATCH:
                yield waiting.pop(example.mel.shape[1])
    yield from waiting.values()


def _ready() -> None:
    """With this module there: faster-whisper's `decode_audio` collects garbage after each file, and does not look through what
    is frozen."""
    gc.freeze()


def plain(said: Said, rng: np.random.Generator) -> Example | None:
    """Through the middle of all lines."""
    return call(said, channel.Line(hiss_dbfs=-55.0), rng)


def call(
    said: Said,
    line: channel.Line,
    rng: np.random.Generator,
    others: Sequence[channel.Signal] = (),
    bend: bending.Bend = _UNBENT,
    short: bool = True,
) -> Example | None:
    """None where it is too long for the window, or too fast to be written. `short`: the shortest window will do."""
    spoken = bending.bend(bend, said.speech(), RATE, rng)
    pcm = Doubler().feed(channel.through(line, spoken, RATE, rng, others))
    fitting = [w for w in WINDOWS_S if len(pcm) <= (w - 0.2) * RATE]
    if not fitting:
        return None
    window = np.zeros((fitting[0] if short else WINDOWS_S[-1]) * RATE, np.float32)
    window[: len(pcm)] = pcm.astype(np.float32) / 32_768
    frames = -(-len(pcm) // FRAME) + 2
    if not said.sounds or frames_needed(labels(said.sounds)) >= 0.9 * frames:
        return None
    mel = np.ascontiguousarray(_mel()(window, padding=0), np.float32)
    return Example(mel, frames, said.text, said.sounds)


def _through(job: tuple[Said, Sequence[Said], int, int]) -> Example | None:
    said, others, *seed = job
    rng = np.random.default_rng(seed)
    bad = rng.random() < _BAD
    line = channel.draw_hard(rng) if bad else channel.draw(rng)
    bend = bending.draw(rng) if bad else bending.Bend()
    babble = [other.speech() for other in others] if line.noise == "babble" else []
    example = call(said, line, rng, babble, bend, short=rng.random() < 0.8)
    return example and replace(example, mel=_masked(example.mel, rng))


def _masked(mel: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """With moments and bands silenced (SpecAugment, Park et al. 2019)."""
    masked = mel.copy()
    for _ in range(int(rng.integers(0, 4))):
        start = int(rng.integers(0, mel.shape[1]))
        masked[:, start : start + int(rng.integers(1, 13))] = mel.min()
    for _ in range(int(rng.integers(0, 3))):
        band = int(rng.integers(0, mel.shape[0]))
        masked[band : band + int(rng.integers(1, 9))] = mel.min()
    return masked


_extractor: FeatureExtractor | None = None


def _mel() -> FeatureExtractor:
    global _extractor
    if _extractor is None:
        _extractor = FeatureExtractor()
    return _extractor
