"""Stage 2: every utterance as a recording at 16,000 Hz, before any telephone. One WAV file each."""

import sys
from pathlib import Path
from random import Random

import numpy as np

from ears import frontend, hesitating, voices
from ears.texts import Utterance
from voicebot.speech import wav

PEAK = 0.7


def path(folder: Path, utterance: Utterance) -> Path:
    """Where the recording of an utterance lies."""
    return folder / "speech" / utterance.voice / f"{utterance.id}.wav"


def synthesize(utterance: Utterance) -> voices.Signal:
    """The recording, shape (samples,) at `voices.RATE`. The same every time; eSpeak NG's but for a few samples."""
    rng = Random(utterance.id)
    pieces: list[voices.Signal] = []
    for stretch in frontend.read(utterance.text):
        if pieces:
            pieces.append(np.zeros(int(rng.uniform(0.2, 0.9) * voices.RATE)))
        pieces.append(voices.speak(stretch, utterance.voice, rng))
    whole = np.concatenate(pieces)
    return whole * (PEAK / max(float(np.abs(whole).max()), 1e-6))


def _put_together(folder: Path, utterance: Utterance) -> voices.Signal:
    """Of recordings that are there; they come first among the utterances."""
    of = [folder / "speech" / utterance.voice / f"{part}.wav" for part in utterance.parts]
    recordings = [(wav.read(one, voices.RATE) / 32_768, "-filler-" in one.name) for one in of]
    return hesitating.joined(recordings, voices.RATE, Random(utterance.id))


def make(folder: Path, utterances: list[Utterance]) -> None:
    """Speaks what has not been spoken yet."""
    missing = [u for u in utterances if not path(folder, u).is_file()]
    for number, utterance in enumerate(missing):
        target = path(folder, utterance)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".part")
        recording = _put_together(folder, utterance) if utterance.parts else synthesize(utterance)
        wav.write(unfinished, wav.to_int16(recording), voices.RATE)
        unfinished.rename(target)
        if number % 100 == 99:
            print(f"speech: {utterance.voice} {number + 1} of {len(missing)}", file=sys.stderr, flush=True)
