"""Stage 7: how well the exported listener hears: `python -m ears.evaluate`. Needs no torch."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from ears import FOLDER, channel, speech, texts
from ears.costs import Row, took
from ears.encoder import RATE, WINDOWS_S, Encoder
from nlu.phonemes import phonemes
from recordings_fixtures import load_all
from recordings_fixtures.channel import through_the_line
from voicebot.speech import wav
from voicebot.speech.ctc_beam import greedy
from voicebot.speech.ctc_forward import Posteriors, log_likelihoods
from voicebot.speech.kana_model import KanaModel
from voicebot.speech.resampler import Doubler

DATA = texts.BROAD.parent

Pcm = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Call:
    """An utterance off the telephone at 8,000 Hz, and its sounds."""

    pcm: Pcm
    sounds: str


class Listener:
    """Encoder and head together."""

    def __init__(self, model: KanaModel, encoder: Encoder, short: bool = False) -> None:
        """`short`: the shortest window that holds the audio instead of Whisper's 10 s."""
        self._model, self._encoder, self._short = model, encoder, short

    def hear(self, pcm: Pcm) -> Posteriors:
        """Posteriors of at most 10 s at 8,000 Hz."""
        seconds = len(pcm) / channel.RATE + 0.2
        fitting = [w for w in WINDOWS_S if seconds <= w] if self._short else []
        window = (fitting or WINDOWS_S[-1:])[0]
        heard = Doubler().feed(pcm)[: window * RATE]
        return self._model.posteriors(self._encoder.encode(heard, window))


def synthetic(folder: Path, part: str, noise_dbfs: float = -55.0, lost: float = 0.0) -> Iterator[Call]:
    """The utterances of a part through the telephone line of the recorded calls, speech at -20 dBFS."""
    rng = np.random.default_rng(5)
    for utterance in texts.load(folder / "texts.jsonl"):
        if utterance.part == part:
            recording = wav.read(speech.path(folder, utterance), RATE).astype(np.float64)
            yield Call(channel.lose(_line(recording, noise_dbfs, rng), lost, rng), utterance.sounds)


def words() -> list[Call]:
    """Single words by two people; empty where the data is absent."""
    index = DATA / "human_words.json"
    if not index.is_file():
        return []
    rng = np.random.default_rng(0)
    listed = json.loads(index.read_text(encoding="utf-8"))
    recordings = (
        (wav.read(DATA / word["file"], RATE).astype(np.float64), word["reading"]) for word in listed
    )
    return [Call(_line(recording, -55.0, rng), phonemes(reading)) for recording, reading in recordings]


def recorded_calls() -> Iterator[Call]:
    """Every spoken turn of the recorded calls."""
    for call in load_all():
        for turn in call.turns:
            if turn.reading and turn.path:
                yield Call(wav.read(turn.path, channel.RATE), phonemes(turn.reading))


def _line(recording: NDArray[np.float64], noise_dbfs: float, rng: np.random.Generator) -> Pcm:
    quiet = np.zeros(RATE * 3 // 10)
    return through_the_line(np.concatenate([quiet, recording, quiet]), RATE, -20.0, noise_dbfs, rng)


def errors(what: str, calls: Iterator[Call] | list[Call], listener: Listener) -> Row:
    """Insertions, deletions and substitutions per sound, by the likeliest symbol of every frame."""
    wrong = sounds = right = count = 0
    for call in calls:
        distance = Levenshtein.distance(greedy(listener.hear(call.pcm)), call.sounds)
        wrong, sounds = wrong + distance, sounds + len(call.sounds)
        right, count = right + (distance == 0), count + 1
    return Row(
        what, f"{100 * wrong / max(1, sounds):.1f} % ({wrong} of {sounds}); {right} of {count} without error"
    )


def choice(what: str, calls: list[Call], listener: Listener) -> Row:
    """How often what was said is the likeliest of all that is said in `calls`."""
    candidates = sorted({call.sounds for call in calls})
    ranks = []
    for call in calls:
        scores = log_likelihoods(listener.hear(call.pcm), candidates)
        ranks.append(int(np.sum(scores > scores[candidates.index(call.sounds)])))
    first, third = sum(r == 0 for r in ranks), sum(r < 3 for r in ranks)
    return Row(
        what, f"{first} of {len(calls)} right; {third} in the first three; {len(candidates)} candidates"
    )


def rows(folder: Path, model: KanaModel, encoder: Encoder) -> Iterator[Row]:
    """The whole table."""
    whole, short = Listener(model, encoder), Listener(model, encoder, short=True)
    measured: tuple[tuple[str, Callable[[], Iterator[Call]]], ...] = (
        ("Open JTalk, new sentences", lambda: synthetic(folder, "held_out")),
        ("unseen voice", lambda: synthetic(folder, "unseen")),
        ("unseen voice, noise at 10 dB", lambda: synthetic(folder, "unseen", noise_dbfs=-30.0)),
        ("unseen voice, 3 % of packets lost", lambda: synthetic(folder, "unseen", lost=0.03)),
        ("turns of the recorded calls", recorded_calls),
    )
    for what, calls in measured:
        yield errors(f"{what}: phoneme errors", calls(), whole)
        yield errors(f"{what}: phoneme errors, short window", calls(), short)
    spoken = words()
    if not spoken:
        yield Row("words by two people", f"skipped: {DATA} is absent")
        return
    yield errors("words by two people: phoneme errors", spoken, whole)
    yield choice("words by two people: closed choice", spoken, whole)
    yield choice("words by two people: closed choice, short window", spoken, short)


def main(folder: Path = FOLDER) -> int:
    print("| what | found |\n|---|---|")
    model = KanaModel()
    for row in chain(rows(folder, model, Encoder(adapted=True)), took(model)):
        print(f"| {row.what} | {row.found} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
