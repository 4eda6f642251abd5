"""Stage 3: recordings through the telephone and Whisper's encoder. Packs of vectors in files."""

import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ears import bending, channel, speech
from ears.encoder import RATE, WINDOWS_S, Encoder
from ears.texts import Utterance
from voicebot.speech import wav
from voicebot.speech.resampler import Doubler

PACK = 200
"""Utterances in a file: what is lost at most when the work is broken off."""

DRAWS = {
    "openjtalk": (2, 1),
    "kokoro": (3, 2),
    "espeak": (1, 0),
    "strangers": (1, 2),
    "openjtalk_wide": (0, 2),
    "crowd": (2, 3),
}
"""Calls that one recording is heard through: as they are, and bad ones in which somebody else says it."""

_LONGEST_S = 9.6


@dataclass(frozen=True, slots=True)
class Example:
    """Vectors of one call, shape (frames, 512), float16, and what was said."""

    vectors: NDArray[np.float16]
    sounds: str


def make(folder: Path, utterances: list[Utterance], encoder: Encoder) -> None:
    """Encodes the packs that are missing. All speech must be there."""
    for voice, (plain, bad) in DRAWS.items():
        own = [u for u in utterances if u.voice == voice and u.part == "train"]
        packs = [own[start : start + PACK] for start in range(0, len(own), PACK)]
        for number, pack in enumerate(packs):
            for turn in range(plain + bad):
                target = folder / "features" / f"{voice}-{number:03}-{turn}.npz"
                if target.is_file():
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                _write(target, [e for u in pack if (e := _example(folder, u, turn, pack, encoder))])
                print(f"features: {target.stem} of {len(packs)}", file=sys.stderr, flush=True)


def _example(
    folder: Path, utterance: Utterance, turn: int, pack: list[Utterance], encoder: Encoder
) -> Example | None:
    rng = np.random.default_rng([turn, zlib.crc32(utterance.id.encode())])
    spoken = _read(folder, utterance)
    if turn < DRAWS[utterance.voice][0]:
        line = channel.draw(rng)
    else:
        line = channel.draw_hard(rng)
        spoken = bending.bend(bending.draw(rng), spoken, RATE, rng)
    others = []
    if line.noise == "babble":
        others = [_read(folder, pack[int(index)]) for index in rng.choice(len(pack), 5)]
    pcm = channel.through(line, spoken, RATE, rng, others)
    return encoded(pcm, utterance.sounds, encoder, short=rng.random() < 0.8)


def encoded(pcm: NDArray[np.int16], sounds: str, encoder: Encoder, short: bool = False) -> Example | None:
    """A call at 8,000 Hz as the listener hears it; None when too long. `short`: the shortest window will do."""
    if len(pcm) > _LONGEST_S * channel.RATE:
        return None
    fitting = [w for w in WINDOWS_S if len(pcm) <= (w - 0.2) * channel.RATE]
    window = (fitting or WINDOWS_S[-1:])[0] if short else WINDOWS_S[-1]
    return Example(encoder.encode(Doubler().feed(pcm), window).astype(np.float16), sounds)


def _read(folder: Path, utterance: Utterance) -> channel.Signal:
    return wav.read(speech.path(folder, utterance), RATE).astype(np.float64) / 32_768


def _write(path: Path, examples: list[Example]) -> None:
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        np.savez(
            file,
            vectors=np.concatenate([e.vectors for e in examples]),
            lengths=np.array([len(e.vectors) for e in examples]),
            sounds=np.array([e.sounds for e in examples]),
        )
    unfinished.rename(path)


def load(path: Path) -> list[Example]:
    """The examples of one file."""
    with np.load(path) as file:
        ends = np.cumsum(file["lengths"])[:-1]
        parts = np.split(file["vectors"], ends)
        return [Example(vectors, str(said)) for vectors, said in zip(parts, file["sounds"], strict=True)]
