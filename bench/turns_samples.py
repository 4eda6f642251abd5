"""Turns whose end and inner pauses are known, off a telephone line: recorded calls, hesitant readings, people.

FIT is what the strategy may learn from, MEASURE what figures stand on; no voice or account is in both.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

import numpy as np
from numpy.typing import NDArray

from bench import ears_people_samples, ears_samples, ears_speech, turns_calls
from bench.ears_sentences import Sentence, hesitant, sentences
from bench.hearing import DATA
from nlu.question import Expect
from recordings_fixtures import load_all
from recordings_fixtures.channel import noise_only, through_the_line
from recordings_fixtures.loader import Means
from voicebot.speech import wav
from voicebot.speech.recognizer import SAMPLE_RATE, Pcm
from voicebot.speech.resampler import Doubler

FIT, MEASURE = "fit", "measure"
PAUSE_MS = 200
"""The shortest inner pause: what is shorter stops no strategy."""

LONGEST_MS = 1_500
MEDIAN_MS, SPREAD = 370.0, 0.45
"""Pauses within a turn are lognormal about their speaker's own median: one in five lasts longer than 600 ms."""

SPEAKER_SPREAD = 0.25
AFTER_S = 4.0
"""The line after the last word."""

PEOPLE = {FIT: 60, MEASURE: 90}
CALLED = 140
"""Answers from simulated calls."""

JOINED = 0.25
"""Share of the people's turns that are two whole sentences; the others pause where their speaker paused, for longer."""

_EVERY = 5
_CAP = 10
"""Clips of one account."""

_FRAME = SAMPLE_RATE // 100
Signal = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Turn:
    """Something said in one go, with pauses."""

    id: str
    source: str
    caller: str
    """Turns of one caller follow each other."""

    expect: Expect
    pcm: Pcm
    """16,000 Hz, with the line around it."""

    pauses: tuple[tuple[int, int], ...]
    """Inner pauses of at least PAUSE_MS: where they begin and end, in ms."""

    end_ms: int
    """Where the speech ends for good."""


def turns(part: str) -> Iterator[Turn]:
    """Those to fit on or to measure on, always the same; people and dialogue only where their data is there."""
    if part == FIT:
        yield from _answers()
        yield from _hesitant("formants", 17, 60)
        yield from _hesitant("accented", 18, 25)
        yield from _fluent("formants", 19, 40)
        yield from _people(FIT)
        yield from _called()
    else:
        yield from _recorded()
        yield from _hesitant("slow", None, 70)
        yield from _dialogue()
        yield from _people(MEASURE)


def spans(line: Pcm) -> list[tuple[int, int]]:
    """Where somebody speaks, in ms, by level alone; gaps under PAUSE_MS are closed."""
    frames = line[: len(line) // _FRAME * _FRAME].astype(np.float64).reshape(-1, _FRAME)
    level = 10 * np.log10(np.mean(frames**2, axis=1) + 1)
    active = 10 * np.log10(np.mean(10 ** (level[level > level.max() - 30] / 10)))
    loud = np.flatnonzero(level > max(active - 25, np.percentile(level, 5) + 8))
    found: list[tuple[int, int]] = []
    for frame in loud:
        start, end = int(frame) * 10, int(frame) * 10 + 10
        if found and start - found[-1][1] < PAUSE_MS:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [one for one in found if one[1] - one[0] >= 60]


def _turn(name: str, source: str, caller: str, expect: Expect, line: Pcm) -> Turn:
    spoken = spans(line)
    gaps = tuple((one[1], two[0]) for one, two in pairwise(spoken))
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    quiet = np.sqrt(np.percentile(np.square(line[: 100 * _FRAME].astype(np.float64)), 50))
    after = noise_only(AFTER_S, float(np.clip(20 * np.log10(max(quiet, 1) / 32_768), -70, -48)), rng)
    return Turn(
        name, source, caller, expect, np.concatenate([line, Doubler().feed(after)]), gaps, spoken[-1][1]
    )


def _recorded() -> Iterator[Turn]:
    for call in load_all():
        for number, turn in enumerate(call.turns):
            if turn.path is not None and turn.silence_s is None:
                line = Doubler().feed(wav.read(turn.path, SAMPLE_RATE // 2))
                expect = Expect.ANY if number == 0 else _asked(turn.means)
                yield _turn(turn.path.stem, "recorded calls", call.id, expect, line)


def _asked(means: Means) -> Expect:
    """What was most likely asked of who said this."""
    named = (
        (means.choice, Expect.CHOICE), (means.answer, Expect.ANSWER), (means.date, Expect.DATE),
        (means.time, Expect.TIME), (means.procedure, Expect.PROCEDURE),
    )  # fmt: skip
    return next((expect for value, expect in named if value is not None), Expect.ANY)


def _dialogue() -> Iterator[Turn]:
    for number, sample in enumerate(ears_samples.dialogue_turns()):
        quiet = np.zeros(SAMPLE_RATE // 4, np.int16)
        yield _turn(f"dialogue-{number}", "dialogue (people)", f"dialogue-{number}", Expect.ANY,
                    np.concatenate([quiet, sample.pcm]))  # fmt: skip


_SAID = (
    "はい", "はい、お願いします", "はい、…それで…お願いします", "いいえ", "いいえ、…違います", "はい、…大丈夫です", "えーと…はい、そうです", "うん、…それでよか",
    "はい、…あの、…時間だけ変えてください", "いや、…やっぱり木曜日で", "はい、けっこうです", "ええ、それでいいです", "はい、…いいえ、…違います", "お願いします", "そうです",
    "違います、…10時です", "えーと…2番目で…お願いします", "最初の方で", "10時の…方が…いいです", "いいですよ", "えー…どうしようかな…はい",
)  # fmt: skip


def _answers() -> Iterator[Turn]:
    made = [Sentence(f"answer-{n}", "answer", (text,), Expect.ANSWER) for n, text in enumerate(_SAID)]
    for voice in ("formants", "accented"):
        yield from (_spoken(one, voice, f"{voice}-answers-{n // 5}") for n, one in enumerate(made))


def _called() -> Iterator[Turn]:
    for one in turns_calls.answers(CALLED):
        yield _spoken(one, "formants", f"formants-call-{one.id.partition('-')[0]}")


def _hesitant(voice: str, seed: int | None, count: int) -> Iterator[Turn]:
    lexicon = ears_samples.lexicon()
    made = list(sentences(lexicon) if seed is None else sentences(lexicon, seed))
    chosen = ears_samples.unknown(made)[::_EVERY] if seed is None else made
    for number, one in enumerate(chosen[:count]):
        yield _spoken(hesitant(one), voice, f"{voice}-{number // 5}")


def _fluent(voice: str, seed: int, count: int) -> Iterator[Turn]:
    """Sentences without a pause, and every third after another with a pause between them."""
    made = list(sentences(ears_samples.lexicon(), seed))
    for number, one in enumerate(made[:count]):
        if number % 3 == 2:
            first = next(each for each in made[count + number :] if each.kind == "procedure")
            one = replace(one, parts=(*first.parts, "…", *one.parts), expect=Expect.ANY)
        yield _spoken(one, voice, f"{voice}-fluent-{number // 5}")


def _spoken(sentence: Sentence, voice: str, caller: str) -> Turn:
    speech = wav.read(ears_speech.speak(voice, sentence.text), SAMPLE_RATE).astype(np.float64)
    pieces = _apart(speech)
    name = f"{voice}-{sentence.id}"
    return _turn(name, "synthetic readings", caller, sentence.expect, _joined(pieces, caller, name))


def _apart(speech: Signal) -> list[Signal]:
    """Cut where nothing at all sounds for a quarter of a second."""
    edges = np.flatnonzero(np.diff(np.concatenate([[1], speech != 0, [1]])))
    runs = zip(edges[::2], edges[1::2], strict=True)
    cuts = [(a, b) for a, b in runs if b - a >= SAMPLE_RATE // 4 and a > 0 and b < len(speech)]
    starts, ends = [0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(speech)]
    return [speech[a:b] for a, b in zip(starts, ends, strict=True)]


def _joined(pieces: Sequence[Signal], caller: str, name: str) -> Pcm:
    """The pieces with pauses as the caller makes them, over a line."""
    own = MEDIAN_MS * np.exp(Random(caller).gauss(0, SPEAKER_SPREAD))
    rng = Random(name)
    whole = [np.zeros(SAMPLE_RATE * 2 // 5)]
    for number, piece in enumerate(pieces):
        if number:
            pause = own * np.exp(rng.gauss(0, SPREAD))
            whole.append(np.zeros(int(min(max(pause, PAUSE_MS), LONGEST_MS) * SAMPLE_RATE / 1_000)))
        whole.append(_trimmed(piece))
    noise = np.random.default_rng(zlib.crc32(name.encode()))
    line = through_the_line(np.concatenate(whole), SAMPLE_RATE, -20.0, rng.uniform(-60, -48), noise)
    return Doubler().feed(line)


def _trimmed(piece: Signal) -> Signal:
    loud = np.flatnonzero(np.abs(piece) > np.abs(piece).max() / 100)
    return piece[max(0, loud[0] - 160) : loud[-1] + 160]


def _people(part: str) -> Iterator[Turn]:
    folder = ears_people_samples.FOLDER
    split = "adapt" if part == FIT else ears_people_samples.MEASURE
    clips = [one for one in ears_people_samples.entries(split) if not one["odd"]]
    Random(1).shuffle(clips)
    taken: dict[str, int] = {}
    before: dict[str, Signal] = {}
    made: list[Turn] = []
    for clip in clips:
        name, speaker = clip["file"], clip["speaker"]
        if len(made) == PEOPLE[part]:
            break
        if "unknown" in speaker:
            speaker = name
        taken[speaker] = taken.get(speaker, 0) + 1
        if taken[speaker] > _CAP:
            continue
        speech = ears_people_samples.decoded(folder / name)
        if speaker in before and Random(name).random() < JOINED:
            pieces = [before.pop(speaker), _trimmed(speech)]
        elif len(pieces := _breaths(speech)) == 1:
            before[speaker] = _trimmed(speech)
            if Random(name).random() < 0.6:
                continue
        made.append(_turn(name, "people reading", speaker, Expect.ANY, _joined(pieces, speaker, name)))
    yield from sorted(made, key=lambda turn: turn.caller)


def _breaths(speech: Signal) -> list[Signal]:
    """Cut where its reader stopped for 90 ms or more."""
    frames = _trimmed(speech)
    frames = frames[: len(frames) // _FRAME * _FRAME].reshape(-1, _FRAME)
    level = 10 * np.log10(np.mean(frames**2, axis=1) + 1e-12)
    quiet = level < max(level.max() - 38, np.percentile(level, 3) + 3)
    pieces, start, run = [], 0, 0
    for number, silent in enumerate([*quiet, False]):
        run = run + 1 if silent else 0
        if not silent or run != 9:
            continue
        ahead = next((n for n in range(number, len(quiet)) if not quiet[n]), len(quiet))
        if number - 9 - start >= 30 and len(quiet) - ahead >= 30:
            pieces.append(frames[start : number - 8].reshape(-1))
            start = ahead
    return [*pieces, frames[start:].reshape(-1)]


def present() -> bool:
    """Whether the data from outside is there."""
    return (DATA / "people").is_dir() and (DATA / "dialogue_turns").is_dir()
