"""What is understood of the recorded calls: clean, with white noise, and with frames lost."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

import nlu
from nlu.hinting import hints_for
from nlu.lexicon import Lexicon
from nlu.meaning import DateSpan, Meaning, Scored
from nlu.question import Expect, Question
from nlu.voting import SURE
from recordings_fixtures import Call, Turn, load_all
from recordings_fixtures.channel import RATE
from voicebot.speech import closed, mulaw, wav
from voicebot.speech.recognizer import Recognizer
from voicebot.speech.resampler import Doubler

FRAME = 160
"""Samples of 20 ms at 8,000 Hz."""

SNR_DB = 10.0
LOST = 0.03
CONFIRM = "ご予約してよろしいですか"
"""What the bot asks at the end of a read-back."""

ABOUT_4_S = (3.0, 5.0)
"""Seconds of speech of which the time is taken."""

Line8 = NDArray[np.int16]
Spoil = Callable[[Line8, np.random.Generator], Line8]


def clean(pcm: Line8, rng: np.random.Generator) -> Line8:
    """As it was recorded."""
    return pcm


def white_noise(pcm: Line8, rng: np.random.Generator) -> Line8:
    """With white noise SNR_DB below the level of the speech; frames within 30 dB of the loudest are speech."""
    frames = pcm[: pcm.size // FRAME * FRAME].reshape(-1, FRAME).astype(np.float64)
    power = np.mean(frames**2, axis=1)
    level = np.sqrt(np.mean(power[power > power.max() / 1_000]))
    noise = rng.standard_normal(pcm.size) * level * 10 ** (-SNR_DB / 20)
    spoilt = np.clip(pcm + noise, -32_768, 32_767).astype(np.int16)
    return mulaw.decode(mulaw.encode(spoilt))


def frames_lost(pcm: Line8, rng: np.random.Generator) -> Line8:
    """With LOST of its frames silent."""
    spoilt = pcm.copy()
    for start in range(0, pcm.size, FRAME):
        if rng.random() < LOST:
            spoilt[start : start + FRAME] = 0
    return spoilt


CONDITIONS: tuple[tuple[str, float, Spoil], ...] = (
    ("clean", 0.98, clean),
    (f"white noise at {SNR_DB:.0f} dB", 0.93, white_noise),
    (f"{LOST:.0%} of frames lost", 0.93, frames_lost),
)
"""Name, goal, and what is done to the audio."""


@dataclass
class Understood:
    """The turns with a slot to be filled."""

    turns: int = 0
    right: int = 0
    slots: int = 0
    sure: int = 0
    """Slots whose score says sure."""

    sure_right: int = 0
    wrong: list[str] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)
    """This thread's time from what was heard to its meaning, of turns that last about 4 s."""


def understood(engine: Recognizer, lexicon: Lexicon, spoil: Spoil) -> Understood:
    """Every turn that fills a slot, heard as an answer to the question it answers. The same audio in every run."""
    found = Understood()
    rng = np.random.default_rng(0)
    for call, turn in filling_turns():
        question = question_of(turn)
        listening = engine.listen(hints := hints_for(question, call.now, lexicon))
        assert turn.path is not None
        speech = wav.read(turn.path, RATE)
        listening.feed(Doubler().feed(spoil(speech, rng)))
        heard = closed.hear(listening, hints)
        words = heard[0].text if heard else ""
        began = time.thread_time()
        meaning = nlu.interpret(heard, question, call.now, lexicon)
        if ABOUT_4_S[0] <= speech.size / RATE <= ABOUT_4_S[1]:
            found.ms.append((time.thread_time() - began) * 1_000)
        slots = judged(turn, meaning)
        found.turns += 1
        found.slots += len(slots)
        found.right += all(right for right, _ in slots)
        found.sure += sum(score >= SURE for _, score in slots)
        found.sure_right += sum(right and score >= SURE for right, score in slots)
        if not all(right for right, _ in slots):
            found.wrong.append(f"{call.id}: {turn.say} -> {words}")
    return found


def filling_turns() -> Iterator[tuple[Call, Turn]]:
    for call in load_all():
        for turn in call.turns:
            means = turn.means
            if turn.path and any((means.procedure, means.date, means.time, means.answer)):
                yield call, turn


def question_of(turn: Turn) -> Question:
    """The question that a turn answers; one that fills several slots answers the opening question."""
    means = turn.means
    slots = {Expect.PROCEDURE: means.procedure, Expect.DATE: means.date, Expect.TIME: means.time}
    named = [kind for kind, value in slots.items() if value is not None]
    if means.answer is not None:
        return Question(Expect.ANSWER, text=CONFIRM)
    return Question(named[0] if len(named) == 1 else Expect.ANY)


def _day(meaning: Meaning) -> Scored[DateSpan] | None:
    """The best day heard; a single one within a run of days (12月 … 10日) is what was meant by it."""
    if not meaning.dates:
        return None
    best = meaning.dates[0]
    single = (s for s in meaning.dates if s.value.single)
    inside = (s for s in single if best.value.first <= s.value.first <= best.value.last)
    return best if best.value.single else next(inside, best)


def judged(turn: Turn, meaning: Meaning) -> list[tuple[bool, float]]:
    """For each slot that the turn fills: whether it is right, and its score."""
    means, slots = turn.means, []
    if means.procedure is not None:
        best = meaning.procedures[:1]
        slots.append((bool(best) and best[0].value == means.procedure, best[0].score if best else 0.0))
    if means.date is not None:
        day = _day(meaning)
        slots.append((day.value == DateSpan(means.date, means.date), day.score) if day else (False, 0.0))
    if means.time is not None:
        best_time = meaning.times[:1]
        right = bool(best_time) and best_time[0].value.first == means.time == best_time[0].value.last
        slots.append((right, best_time[0].score if best_time else 0.0))
    if means.answer is not None:
        answer = meaning.answer
        slots.append(
            (answer is not None and answer.value.value == means.answer, answer.score if answer else 0.0)
        )
    return slots
