"""What the listener is measured with: sentences and words off a telephone line, and what was said."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import ears_speech
from bench.ears_sentences import NOW, Sentence
from bench.hearing import DATA
from calendar_backend import DEMO_OFFICE, load_office
from nlu.hinting import hints_for
from nlu.hints import Hints
from nlu.lexicon import Lexicon
from nlu.phonemes import phonemes
from nlu.question import Question
from nlu.reading import hiragana
from recordings_fixtures.channel import through_the_line
from voicebot import desk
from voicebot.speech import wav
from voicebot.speech.recognizer import SAMPLE_RATE, Pcm
from voicebot.speech.resampler import Doubler

PACKET = 160
"""Samples at 8,000 Hz."""

LEVEL_DBFS = -20.0
TRAINED_ON = Path("var/ears/texts.jsonl")
"""What `make train-ears` had spoken; below the folder from which the benchmark is run."""


@dataclass(frozen=True, slots=True)
class Condition:
    """How the line is."""

    noise_dbfs: float = -55.0
    lost: float = 0.0
    """Share of the packets."""


CLEAN = Condition()
NOISY = Condition(noise_dbfs=LEVEL_DBFS - 10)
LOSSY = Condition(lost=0.03)


@dataclass(frozen=True, slots=True)
class Sample:
    """An utterance off the telephone."""

    pcm: Pcm
    """At 16,000 Hz."""

    sounds: str
    """What was said, in the symbols of `nlu.phonemes`."""

    hints: Hints
    sentence: Sentence | None = None
    text: str = ""


def lexicon() -> Lexicon:
    """Of the demo office."""
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def sounds(text: str) -> str:
    """A text as the voices read it: by Open JTalk with its corrections, as in training."""
    import pyopenjtalk

    spoken = (
        word["pron"]
        for piece in text.split("…")
        if piece.strip("、")
        for word in pyopenjtalk.run_frontend(piece, use_sudachi_kanji_yomi=False)
    )
    return phonemes("".join(hiragana(pron) for pron in spoken))


def unknown(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Those that do not sound like a training text; all where the training texts are not here."""
    if not TRAINED_ON.is_file():
        return list(sentences)
    lines = TRAINED_ON.read_text(encoding="utf-8").splitlines()
    trained = {one["sounds"] for one in map(json.loads, lines) if one["part"] == "train"}
    return [sentence for sentence in sentences if sounds(sentence.text) not in trained]


def spoken(sentences: Sequence[Sentence], voice: str, condition: Condition = CLEAN) -> Iterator[Sample]:
    """The sentences by a voice of `ears_speech`, hinted as answers to their questions."""
    known = lexicon()
    rng = np.random.default_rng(5)
    for one in sentences:
        speech = wav.read(ears_speech.speak(voice, one.text), SAMPLE_RATE).astype(np.float64)
        hints = hints_for(Question(one.expect), NOW, known)
        yield Sample(off_the_line(speech, condition, rng), sounds(one.text), hints, one, one.text)


def human_words() -> list[Sample]:
    """Single words by two people; empty where the data is absent."""
    index = DATA / "human_words.json"
    if not index.is_file():
        return []
    rng = np.random.default_rng(0)
    return [
        Sample(
            off_the_line(wav.read(DATA / word["file"], SAMPLE_RATE).astype(np.float64), CLEAN, rng),
            phonemes(word["reading"]),
            Hints(),
            text=word["text"],
        )
        for word in json.loads(index.read_text(encoding="utf-8"))
    ]


def dialogue_turns() -> list[Sample]:
    """Turns of recorded dialogue with drafts of what is said; empty where the data is absent."""
    index = DATA / "dialogue_turns.json"
    if not index.is_file():
        return []
    return [
        Sample(
            Doubler().feed(wav.read(DATA / turn["file"], SAMPLE_RATE // 2)),
            sounds(turn["text_draft"]),
            Hints(),
            text=turn["text_draft"],
        )
        for turn in json.loads(index.read_text(encoding="utf-8"))
    ]


def off_the_line(speech: NDArray[np.float64], condition: Condition, rng: np.random.Generator) -> Pcm:
    """Speech at 16,000 Hz as it arrives, at 16,000 Hz, 0.3 s of the line around it."""
    quiet = np.zeros(SAMPLE_RATE * 3 // 10)
    padded = np.concatenate([quiet, speech, quiet])
    line = through_the_line(padded, SAMPLE_RATE, LEVEL_DBFS, condition.noise_dbfs, rng)
    return Doubler().feed(lose(line, condition.lost, rng))


def lose(pcm: NDArray[np.int16], share: float, rng: np.random.Generator) -> NDArray[np.int16]:
    """Silence where packets are missing; a loss is followed by another one time in three."""
    kept, chance = pcm.copy(), share
    for start in range(0, len(kept) if share else 0, PACKET):
        gone = rng.random() < chance
        if gone:
            kept[start : start + PACKET] = 0
        chance = 1 / 3 if gone else share / 1.5
    return kept
