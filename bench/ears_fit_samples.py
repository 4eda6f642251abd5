"""What the phoneme listener's evidence is fitted on: synthetic sentences, words and noises."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

import numpy as np

from bench import ears_samples
from bench.ears_fitting import Array
from bench.ears_hearing import Material
from bench.ears_samples import CLEAN, LOSSY, NOISY, Sample
from bench.ears_sentences import NOW, Sentence, hesitant, sentences
from ears import frontend, people, short_words
from nlu.hinting import hints_for
from nlu.hints import Candidate, Hints
from nlu.phonemes import phonemes
from nlu.question import Expect, Question
from voicebot.speech.ctc_alignment import align
from voicebot.speech.kana_engine import FRAME
from voicebot.speech.recognizer import SAMPLE_RATE

SEED = 7_919

COUNT = 180

WORDS = 300

FLUENT_SEED = 31
FLUENT, SLOW = 270, 100
_SPOKEN = {"fluent": 34, "fluent_slow": 12}
"""Of them that are spoken over each of four lines."""

_SHORT = 10
"""Sounds of an everyday word at most."""

_PAUSE, _AROUND = 10, 8
"""Frames: of a pause at which a clip is cut, and of it that stay around the piece."""

_SHORTEST = 4
"""Sounds of a piece."""

LINES = (
    ("plain", CLEAN), ("plain", CLEAN), ("plain", NOISY), ("plain", LOSSY), ("extreme", CLEAN), ("extreme", NOISY),
    ("formants", CLEAN), ("extreme", LOSSY), ("accented", CLEAN), ("accented", CLEAN),
)  # fmt: skip
"""Voices and conditions, each of which gets as many sentences."""


def samples() -> Iterator[Sample]:
    """Sentences, slow ones and short answers, each over one of three lines."""
    made = list(sentences(ears_samples.lexicon(), SEED))[:COUNT]
    said = [*made, *map(hesitant, made[::4]), *_answers()]
    for number, (voice, condition) in enumerate(LINES):
        yield from ears_samples.spoken(said[number :: len(LINES)], voice, condition)


def fluent() -> Iterator[Sample]:
    """What scores are made true on: other sentences than the bench's by strangers who speak like natives, a quarter of
    them slow and hesitant; two in four over a quiet line, one in noise, one with packets lost."""
    known = ears_samples.lexicon()
    measured = {ears_samples.sounds(one.text) for one in sentences(known)}
    made = [one for one in sentences(known, FLUENT_SEED) if ears_samples.sounds(one.text) not in measured]
    said = [(one, "fluent") for one in made[:FLUENT]]
    said += [(hesitant(one), "fluent_slow") for one in made[FLUENT : FLUENT + SLOW]]
    for number, condition in enumerate((CLEAN, CLEAN, NOISY, LOSSY)):
        for voice, most in _SPOKEN.items():
            own = [one for one, by in said[number::4] if by == voice]
            yield from ears_samples.spoken(own[:most], voice, condition)


def readers() -> Iterator[Sample]:
    """People who are kept apart from training and read what is unlike what was trained on, heard as first answers; one in four
    in noise. Raises OSError where their clips are absent."""
    hints = hints_for(Question(Expect.ANY), NOW, ears_samples.lexicon())
    for number, clip in enumerate(people.unfamiliar(people.clips())):
        rng = np.random.default_rng(zlib.crc32(clip.path.name.encode()))
        pcm = ears_samples.off_the_line(clip.speech(), NOISY if number % 4 == 3 else CLEAN, rng)
        yield Sample(pcm, clip.sounds, hints, text=clip.text)


def phrases(materials: Sequence[Material]) -> Iterator[Sample]:
    """What people said between two pauses, cut out of `readers`: as short as callers' answers. Whole clips are left out."""
    for material in materials:
        sounds = material.sample.sounds
        said = align(material.posteriors, sounds)
        cuts = [n for n in range(1, len(said)) if said[n].start - said[n - 1].end >= _PAUSE]
        for first, end in pairwise([0, *cuts, len(said)] if cuts else []):
            begin = max(0, said[first].start - _AROUND) * FRAME
            pcm = material.sample.pcm[begin : (said[end - 1].end + _AROUND) * FRAME]
            if end - first >= _SHORTEST:
                yield replace(material.sample, pcm=pcm, sounds=sounds[first:end], text="")


def _answers() -> list[Sentence]:
    rng = Random(SEED)
    known = ears_samples.lexicon()
    found = []
    for expect in (Expect.ANSWER, Expect.CHOICE):
        candidates = hints_for(Question(expect), NOW, known).candidates
        found += [
            Sentence(f"{expect}-{n}", "answer", (_katakana(candidates[n].reading),), expect)
            for n in sorted(rng.sample(range(len(candidates)), 15))
        ]
    return found


def words() -> tuple[list[Sample], list[Candidate]]:
    """Single words, and the list that they are chosen from: the office's, and short everyday ones that are near
    to each other."""
    rng = Random(SEED)
    known = ears_samples.lexicon()
    kinds = (Expect.PROCEDURE, Expect.DATE, Expect.TIME, Expect.ANSWER)
    every = [c for kind in kinds for c in hints_for(Question(kind), NOW, known).candidates]
    listed = list({phonemes(c.reading): c for c in every}.values())
    chosen = rng.sample(listed, WORDS // 3)
    taken = {phonemes(c.reading) for c in chosen}
    while len(chosen) < WORDS:
        text = short_words.everyday(rng)
        reading = "".join(stretch.kana for stretch in frontend.read(text))
        if phonemes(reading) not in taken and 1 < len(phonemes(reading)) <= _SHORT:
            chosen.append(Candidate(text, reading))
            taken.add(phonemes(reading))
    said = [Sentence(c.reading, "word", (_katakana(c.reading),), Expect.ANY) for c in chosen]
    found = []
    for number, (voice, condition) in enumerate(LINES):
        part = said[number :: len(LINES)]
        spoken = ears_samples.spoken(part, voice, condition)
        found += [replace(one, sounds=phonemes(word.id)) for one, word in zip(spoken, part, strict=True)]
    return found, chosen


def _katakana(reading: str) -> str:
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in reading)


def noises() -> Iterator[Sample]:
    """Hiss, hum, keys, busy tones and clicks, 3 s each."""
    rng = np.random.default_rng(SEED)
    seconds = np.arange(3 * SAMPLE_RATE) / SAMPLE_RATE
    sounds: list[Array] = [
        rng.normal(0, level, len(seconds))
        for level in (3, 30, 100, 300, 1_000, 3_000, 8_000)
        for _ in range(12)
    ]
    sounds += [np.cumsum(rng.normal(0, level, len(seconds))) * 0.2 for level in (30, 300) for _ in range(4)]
    sounds += [8_000 * np.sin(2 * np.pi * hz * seconds) for hz in (100, 200, 440, 1_000, 2_500)]
    sounds += [8_000 * np.sin(2 * np.pi * 425 * seconds) * (seconds % on < on / 2) for on in (0.5, 1.0)]
    keys = ((697, 1_209), (770, 1_336), (852, 1_477), (941, 1_336))
    sounds += [
        6_000 * np.sin(2 * np.pi * np.outer(pair, seconds)).sum(axis=0) * (seconds % 0.3 < 0.1)
        for pair in keys
    ]
    sounds += [
        20_000 * (rng.random(len(seconds)) < rate) * rng.normal(0, 1, len(seconds)) for rate in (1e-4, 1e-3)
    ]
    for sound in sounds:
        yield Sample(sound.clip(-32_768, 32_767).astype(np.int16), "", Hints())
