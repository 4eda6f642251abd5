"""How well and how fast each recognizer hears: `python -m bench.hearing`."""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Levenshtein

from bench.table import Row, report, share
from calendar_backend import DEMO_OFFICE, load_office
from nlu.hinting import hints_for
from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.phonemes import phonemes
from nlu.question import Expect, Question
from nlu.reading import read
from recordings_fixtures import Turn, load_all
from recordings_fixtures.channel import RATE, through_the_line
from voicebot import desk
from voicebot.speech import wav
from voicebot.speech.engines import make_recognizer
from voicebot.speech.recognizer import SAMPLE_RATE, EngineMissing, Pcm, Recognizer
from voicebot.speech.resampler import Doubler
from voicebot.speech.written import tidy

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
RESULT_GOAL_MS = 500
ENGINES = ("kana", "whisper", "vosk")


@dataclass(frozen=True, slots=True)
class Sample:
    """An utterance off the telephone."""

    pcm: Pcm
    """At 16,000 Hz."""

    text: str
    reading: str
    hints: Hints


@dataclass(slots=True)
class Heard:
    """What an engine made of the samples."""

    sound_errors: int = 0
    sounds: int = 0
    letter_errors: int = 0
    letters: int = 0
    right: int = 0
    """Samples of which the best hypothesis sounds exactly as what was said."""

    result_ms: list[float] = field(default_factory=list)

    def add(self, sample: Sample, hypotheses: tuple[Hypothesis, ...], ms: float) -> None:
        """Counts one sample."""
        best = hypotheses[0] if hypotheses else Hypothesis("")
        said = phonemes(sample.reading)
        sounds = phonemes(best.reading or read(best.text).kana)
        self.sound_errors += Levenshtein.distance(said, sounds)
        self.sounds += len(said)
        self.letter_errors += Levenshtein.distance(tidy(sample.text), best.text)
        self.letters += len(tidy(sample.text))
        self.right += said == sounds
        self.result_ms.append(ms)


def human_words() -> list[Sample]:
    """Single words by two people, sent through a telephone line; empty where the data is absent."""
    index = DATA / "human_words.json"
    if not index.is_file():
        return []
    rng = np.random.default_rng(0)
    samples = []
    for word in json.loads(index.read_text(encoding="utf-8")):
        speech = wav.read(DATA / word["file"], SAMPLE_RATE).astype(np.float64)
        padded = np.concatenate([np.zeros(4_800), speech, np.zeros(4_800)])
        line = through_the_line(padded, SAMPLE_RATE, level_dbfs=-20, noise_dbfs=-55, rng=rng)
        samples.append(Sample(Doubler().feed(line), word["text"], word["reading"], Hints()))
    return samples


def recorded_turns() -> Iterator[Sample]:
    """Every spoken turn of the recorded calls, hinted as the question that it answers would be."""
    lexicon = desk.office(load_office(DEMO_OFFICE)).lexicon
    for call in load_all():
        for turn in call.turns:
            if turn.say and turn.reading and turn.path:
                pcm = Doubler().feed(wav.read(turn.path, RATE))
                yield Sample(pcm, turn.say, turn.reading, _hints(turn, call.now, lexicon))


def _hints(turn: Turn, now: datetime, lexicon: Lexicon) -> Hints:
    means = turn.means
    asked = (
        (Expect.PROCEDURE, means.procedure),
        (Expect.DATE, means.date),
        (Expect.TIME, means.time),
        (Expect.ANSWER, means.answer),
        (Expect.CHOICE, means.choice),
    )
    expect = next((kind for kind, value in asked if value is not None), Expect.ANY)
    return hints_for(Question(expect), now, lexicon)


def listen(engine: Recognizer, samples: list[Sample]) -> Heard:
    """Open recognition of every sample; the time is that of the result alone, after streaming."""
    heard = Heard()
    for sample in samples:
        listening = engine.listen(sample.hints)
        listening.feed(sample.pcm)
        began = time.perf_counter()
        hypotheses = listening.result()
        heard.add(sample, hypotheses, (time.perf_counter() - began) * 1_000)
    return heard


def choose(engine: Recognizer, samples: list[Sample]) -> tuple[int, list[float]]:
    """How often the right word is ranked first among all of them, and the time of each ranking in ms.

    The engine prunes: Whisper scores only the readings nearest to what it heard openly.
    """
    candidates = [Candidate(sample.text, sample.reading) for sample in samples]
    right, times = 0, []
    for sample, candidate in zip(samples, candidates, strict=True):
        listening = engine.listen(sample.hints)
        listening.feed(sample.pcm)
        listening.result()
        began = time.perf_counter()
        ranked = listening.score(candidates)
        times.append((time.perf_counter() - began) * 1_000)
        right += bool(ranked) and ranked[0].candidate == candidate
    return right, times


def rows(engine: Recognizer, words: list[Sample], turns: list[Sample]) -> list[Row]:
    """The engine's part of the table."""
    found = []
    if words:
        found += _open_rows(f"{engine.name}, {len(words)} words by two people", listen(engine, words))
        right, times = choose(engine, words)
        what = f"{engine.name}, choice among the {len(words)} words"
        found.append(Row(f"{what}: right", "-", f"{right} of {len(words)}"))
        found.append(Row(f"{what}: time", "-", _times(times)))
    else:
        found.append(Row(f"{engine.name}, words by two people", "-", f"skipped: {DATA} is absent"))
    heard = listen(engine, turns)
    what = f"{engine.name}, {len(turns)} turns of the recorded calls"
    found += _open_rows(what, heard)
    found.append(Row(f"{what}: character errors as written", "-", share(heard.letter_errors, heard.letters)))
    median = statistics.median(heard.result_ms)
    found.append(
        Row(
            f"{what}: time of a result",
            f"median <= {RESULT_GOAL_MS} ms",
            _times(heard.result_ms),
            median <= RESULT_GOAL_MS,
        )
    )
    return found


def _open_rows(what: str, heard: Heard) -> list[Row]:
    count = len(heard.result_ms)
    return [
        Row(f"{what}: phoneme errors", "-", share(heard.sound_errors, heard.sounds)),
        Row(f"{what}: every sound right", "-", f"{heard.right} of {count}"),
    ]


def _times(ms: list[float]) -> str:
    return f"median {statistics.median(ms):.0f} ms, 95 % {np.quantile(ms, 0.95):.0f} ms ({len(ms)})"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=ENGINES, action="append", help="only this one; may be repeated")
    parser.add_argument("--threads", type=int, default=2, help="cores for one utterance")
    args = parser.parse_args()
    words, turns = human_words(), list(recorded_turns())
    found: list[Row] = []
    for name in args.engine or ENGINES:
        print(f"{name}: {len(words)} words and {len(turns)} turns ...", file=sys.stderr)
        try:
            found += rows(make_recognizer(name, threads=args.threads), words, turns)
        except EngineMissing as missing:
            found.append(Row(name, "-", f"model not present: {missing}"))
    print(report("hearing", found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
