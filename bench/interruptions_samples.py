"""What sounds on the caller's line while the bot speaks: words that want the turn, and sounds that do not.

Two halves with other sentences, words, readings and noises: one to make the rules on, one to measure on. Speech is by synthetic
voices and by people, who begin where voice activity does; coughs, breath, clicks and doors are made of shaped noise, laughter is spoken.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

import prompts
from bench import ears_people_samples, ears_speech
from bench import interruptions_said as said_over
from bench.hearing import DATA
from recordings_fixtures.channel import RATE, at_level, coded, line_noise
from voicebot.speech import mulaw, wav
from voicebot.speech.openjtalk_voice import OpenJTalkVoice
from voicebot.speech.recognizer import SAMPLE_RATE
from voicebot.speech.vad import CHUNK_MS, VoiceActivity
from voicebot.speech.voice_cache import VoiceCache
from voicebot.speech.voices import CachedVoice
from voicebot.transport.line import SAMPLES_PER_MS, Pcm
from voicebot.turns.endpoint import SPEECH

VOICES = ("unseen", "plain", "extreme", "formants", "accented", "fluent")
CACHE = Path("var/voice")
_SAID_FIRST = "転出届の予約をお願いします"
_BEFORE_S = 0.3
_REST_S = 0.7
"""Silence before and after the caller's own turn, which tells how loud this caller is."""

_BOT_S = 8.0
_AFTER_S = 3.0
_ECHOES = 0.4
PEOPLE = 36
"""Readings of a half: twenty that interrupt, sixteen on television."""

_BEFORE_SPEECH = int(0.1 * SAMPLE_RATE)
"""Of a reading, before voice activity begins; what comes before it are clicks and the room."""


Signal = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Event:
    """One sound over the bot's voice."""

    id: str
    kind: str
    real: bool
    """It wants the turn."""

    line: Pcm
    """The caller's channel, 8,000 Hz."""

    bot: Pcm
    """What the bot plays, 8,000 Hz, from `bot_ms` on."""

    bot_ms: int
    start_ms: int
    """Where the sound begins, by its level."""

    end_ms: int


def events(measure: bool = True) -> Iterator[Event]:
    """Always the same; people only where their data is there. `measure`: those that nothing was tuned on."""
    chosen = said_over.MEASURE if measure else said_over.ADAPT
    again = " again" if measure else ""
    bots = cycle(_sentences())
    voices = cycle(VOICES)
    for real, kinds, each in ((True, chosen.real, 4), (False, chosen.listening, 10)):
        for kind, texts in kinds.items():
            count = each * len(texts) if real else each
            for number, text in zip(range(count), cycle(texts), strict=False):
                voice = next(voices)
                said = _spoken(voice, text)
                yield _event(
                    f"{kind} {number} {voice} {text}", kind, real, said, _spoken(voice, _SAID_FIRST), next(bots)
                )  # fmt: skip
            next(voices)
    for kind, word, speech in _words(chosen.words):
        yield _event(f"{kind} {word}", kind, True, speech, speech, next(bots))
    people = _people()[PEOPLE:] if measure else _people()[:PEOPLE]
    for name, clip in people[:20]:
        begins = _speech_start(clip)
        said = clip[begins : begins + int(Random(name).uniform(0.7, 1.6) * SAMPLE_RATE)]
        yield _event(f"people {name}", "other words of people", True, said, clip, next(bots))
    for name, clip in people[20:PEOPLE]:
        yield _event(
            f"television {name}", "a television", False, clip[: 4 * SAMPLE_RATE], _spoken(next(voices), _SAID_FIRST),
            next(bots), below_db=Random(name).uniform(12, 24),
        )  # fmt: skip
    for kind, made in (("a cough", _cough), ("a click or a door", _click), ("breathing", _breath)):
        for number in range(12):
            name = f"{kind} {number}{again}"
            rng = np.random.default_rng(zlib.crc32(name.encode()))
            first = _spoken(next(voices), _SAID_FIRST)
            below = Random(name).uniform(*_BELOW[kind])
            yield _event(name, kind, False, made(rng), first, next(bots), below_db=below)
    for number in range(14):
        name, silent = f"echo {number}{again}", np.zeros(SAMPLE_RATE)
        first = _spoken(next(voices), _SAID_FIRST)
        yield _event(name, "our own echo", False, silent, first, next(bots), echo=True)


_BELOW = {"a cough": (-4.0, 8.0), "a click or a door": (-6.0, 10.0), "breathing": (12.0, 24.0)}
"""dB under the caller's voice."""


def _event(
    name: str, kind: str, real: bool, said: Signal, first: Signal, bot: Pcm,
    below_db: float | None = None, echo: bool | None = None,
) -> Event:  # fmt: skip
    rng, noise = Random(name), np.random.default_rng(zlib.crc32(name.encode()))
    own_dbfs = rng.uniform(-26, -16)
    own = at_level(first[: 3 * SAMPLE_RATE], SAMPLE_RATE, own_dbfs)
    bot_ms = int((_BEFORE_S + _REST_S) * 1_000) + len(own) * 1_000 // RATE
    at_ms = bot_ms + rng.randrange(1_000, 3_000)
    level = own_dbfs + (rng.uniform(-2, 4) if below_db is None else -below_db)
    sound = at_level(said, SAMPLE_RATE, level) if said.any() else np.zeros(RATE)
    start, end = _edges(sound)
    whole = np.zeros(
        max(bot_ms * SAMPLES_PER_MS + len(bot), at_ms * SAMPLES_PER_MS + len(sound)) + int(_AFTER_S * RATE)
    )
    whole[int(_BEFORE_S * RATE) :][: len(own)] += own
    whole[at_ms * SAMPLES_PER_MS :][: len(sound)] += sound
    if echo or (echo is None and rng.random() < _ECHOES):
        whole += _echo(bot, bot_ms, len(whole), rng)
    line = coded(whole + line_noise(len(whole), rng.uniform(-62, -46), noise))
    line = line[: (at_ms + end) * SAMPLES_PER_MS + int(_AFTER_S * RATE)]
    return Event(name, kind, real, line, bot, bot_ms, at_ms + start, at_ms + end)


def _echo(bot: Pcm, bot_ms: int, samples: int, rng: Random) -> Signal:
    """The bot's voice as the caller's telephone gives it back: late, softer, off a wall or two."""
    delay, loss = rng.uniform(50, 250), rng.uniform(20, 35)
    path = np.zeros(RATE // 2)
    path[int(delay * SAMPLES_PER_MS)] = 1.0
    for _ in range(3):
        path[int((delay + rng.uniform(2, 25)) * SAMPLES_PER_MS)] += rng.uniform(-0.4, 0.4)
    heard = np.convolve(bot / 32_768, path)[: samples - bot_ms * SAMPLES_PER_MS] * 10 ** (-loss / 20)
    late = np.zeros(samples)
    late[bot_ms * SAMPLES_PER_MS :][: len(heard)] = heard
    return late


def _edges(sound: Signal) -> tuple[int, int]:
    """Where it begins and ends, in ms."""
    frames = sound[: len(sound) // 80 * 80].reshape(-1, 80)
    level = 10 * np.log10(np.mean(frames**2, axis=1) + 1e-12)
    loud = np.flatnonzero(level > max(level.max() - 25, -80))
    return (int(loud[0]) * 10, int(loud[-1]) * 10 + 10) if len(loud) else (0, len(frames) * 10)


def _sentences() -> list[Pcm]:
    """The bot's voice, long enough to be interrupted anywhere."""
    voice = CachedVoice(OpenJTalkVoice(), VoiceCache(CACHE))
    pieces = [mulaw.decode(voice.speak(piece)) for piece in prompts.fixed_pieces()[:60]]
    found, whole = [], np.zeros(0, np.int16)
    for piece in pieces:
        whole = np.concatenate([whole, piece])
        if len(whole) > _BOT_S * RATE:
            found.append(whole)
            whole = np.zeros(0, np.int16)
    return found


def _spoken(voice: str, text: str) -> Signal:
    return _trimmed(wav.read(ears_speech.speak(voice, text), SAMPLE_RATE) / 32_768)


def _trimmed(speech: Signal) -> Signal:
    loud = np.flatnonzero(np.abs(speech) > np.abs(speech).max() / 50)
    return np.asarray(speech[loud[0] : loud[-1]])


def _speech_start(clip: Signal) -> int:
    """The sample from which somebody reads."""
    loud = wav.to_int16(clip * (0.3 / np.abs(clip).max()))
    heard = VoiceActivity().feed(loud)
    began = next(number for number, probability in enumerate(heard) if probability >= SPEECH)
    return max(0, began * CHUNK_MS * SAMPLE_RATE // 1_000 - _BEFORE_SPEECH)


def _words(chosen: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str, Signal]]:
    index = DATA / "human_words.json"
    if not index.is_file():
        return
    files = {one["text"]: one["file"] for one in json.loads(index.read_text(encoding="utf-8"))}
    for kind, words in chosen.items():
        for word in words:
            yield kind, word, _trimmed(wav.read(DATA / files[word], SAMPLE_RATE) / 32_768)


def _people() -> Sequence[tuple[str, Signal]]:
    folder = ears_people_samples.FOLDER
    clips = [one for one in ears_people_samples.entries(ears_people_samples.MEASURE) if not one["odd"]]
    Random(3).shuffle(clips)
    chosen = [one["file"] for one in clips[: 2 * PEOPLE]]
    return [(name, _trimmed(ears_people_samples.decoded(folder / name))) for name in chosen]


def _cough(rng: np.random.Generator) -> Signal:
    """One to three bursts of throaty noise, each with a sharp onset."""
    bursts = []
    for _ in range(rng.integers(1, 4)):
        n = int(rng.uniform(0.15, 0.3) * SAMPLE_RATE)
        noise = _coloured(n, rng, (500, 1_200, 2_400), 0.8)
        bursts += [
            noise * np.exp(-np.arange(n) / (n / 3)),
            np.zeros(int(rng.uniform(0.08, 0.2) * SAMPLE_RATE)),
        ]
    return np.concatenate(bursts)


def _click(rng: np.random.Generator) -> Signal:
    """A click, or the thud of a door with its rattle."""
    n = int(rng.choice([0.03, 0.25, 0.4]) * SAMPLE_RATE)
    thud = np.sin(2 * np.pi * rng.uniform(90, 400) * np.arange(n) / SAMPLE_RATE) + rng.standard_normal(n)
    return np.asarray(thud * np.exp(-np.arange(n) / (n / 5)))


def _breath(rng: np.random.Generator) -> Signal:
    """In and out, two or three times."""
    n = int(rng.uniform(0.5, 0.9) * SAMPLE_RATE)
    one = _coloured(n, rng, (700, 1_700), 0.6) * np.hanning(n)
    return np.concatenate([one, np.zeros(n // 3)] * int(rng.integers(2, 4)))


def _coloured(samples: int, rng: np.random.Generator, peaks: Sequence[int], depth: float) -> Signal:
    spectrum = np.fft.rfft(rng.standard_normal(samples))
    hertz = np.fft.rfftfreq(samples, 1 / SAMPLE_RATE)
    shape = sum(np.exp(-(((hertz - peak) / 300) ** 2)) for peak in peaks)
    return np.fft.irfft(spectrum * (1 - depth + depth * shape), samples)
