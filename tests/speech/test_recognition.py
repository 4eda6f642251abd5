"""Both recognitions keep the same promises; the engine is a real one of this process or of another."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
import pytest

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech.engine_process import EngineFailed
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.recognition import Urgency
from voicebot.speech.recognition_processes import ProcessedRecognition
from voicebot.speech.recognition_threads import STREAM_MS, ThreadedRecognition
from voicebot.speech.recognizer import Pcm

ANSWER, GUESS = Urgency.ANSWER, Urgency.GUESS


@dataclass
class SlowEngine:
    """In place of a process: answers when it is told to."""

    at_once: int = 1
    name: str = "slow"
    asked: list[tuple[int, "Future[tuple[Hypothesis, ...]]"]] = field(default_factory=list)
    """Samples of each utterance, and what becomes of it."""

    brief: list[bool] = field(default_factory=list)
    closed: bool = False

    def hear(self, pcm: Pcm, hints: Hints, brief: bool = False) -> "Future[tuple[Hypothesis, ...]]":
        self.brief.append(brief)
        self.asked.append((len(pcm), Future()))
        return self.asked[-1][1]

    def close(self) -> None:
        self.closed = True


def samples(n: int) -> Pcm:
    return np.zeros(n, np.int16)


async def turns() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_an_answer_goes_before_guesses_that_wait():
    engine = SlowEngine()
    recognition = ProcessedRecognition([engine])
    hearings = [recognition.begin(Hints()) for _ in range(3)]
    for n, hearing in enumerate(hearings, 1):
        hearing.feed(samples(n))
    asked = [
        asyncio.create_task(hearing.hear(urgency))
        for hearing, urgency in zip(hearings, (GUESS, GUESS, ANSWER), strict=True)
    ]
    await turns()
    for n in range(3):
        engine.asked[n][1].set_result((Hypothesis(str(engine.asked[n][0])),))
        await turns()
    assert [length for length, _ in engine.asked] == [1, 3, 2]
    assert [found[0].text for found in await asyncio.gather(*asked)] == ["1", "2", "3"]


async def test_a_guess_that_is_forgotten_before_its_turn_costs_nothing():
    engine = SlowEngine()
    recognition = ProcessedRecognition([engine])
    first, second = recognition.begin(Hints()), recognition.begin(Hints())
    first.feed(samples(1))
    second.feed(samples(2))
    heard, forgotten = (asyncio.create_task(one.hear(GUESS)) for one in (first, second))
    await turns()
    second.forget()
    first.forget()
    await turns()
    assert recognition.waiting == 0
    assert forgotten.cancelled()
    engine.asked[0][1].set_result(())
    assert await heard == ()
    await turns()
    assert len(engine.asked) == 1
    again = asyncio.create_task(second.hear(ANSWER))
    await turns()
    engine.asked[1][1].set_result((Hypothesis("はい"),))
    assert await again == (Hypothesis("はい"),)


async def test_a_guess_whose_turn_has_ended_is_hastened():
    engine = SlowEngine()
    recognition = ProcessedRecognition([engine])
    others = [recognition.begin(Hints()) for _ in range(3)]
    waiting = [asyncio.create_task(other.hear(GUESS)) for other in others]
    hearing = recognition.begin(Hints())
    hearing.feed(samples(7))
    guess = asyncio.create_task(hearing.hear(GUESS))
    await turns()
    hearing.hasten(ANSWER)
    engine.asked[0][1].set_result(())
    await turns()
    assert engine.asked[1][0] == 7
    for other in others[1:]:
        other.forget()
    engine.asked[1][1].set_result((Hypothesis("はい"),))
    assert await guess == (Hypothesis("はい"),)
    await asyncio.gather(*waiting, return_exceptions=True)


async def test_several_utterances_are_before_an_engine_at_once_as_far_as_it_takes_them():
    engine = SlowEngine(at_once=2)
    recognition = ProcessedRecognition([engine])
    asked = [asyncio.create_task(recognition.begin(Hints()).hear(ANSWER)) for _ in range(3)]
    await turns()
    assert len(engine.asked) == 2
    assert recognition.waiting == 1
    for n in range(3):
        engine.asked[n][1].set_result(())
        await turns()
    await asyncio.gather(*asked)


async def test_second_opinions_are_left_out_while_others_are_heard():
    engine = SlowEngine(at_once=2)
    recognition = ProcessedRecognition([engine])
    asked = [asyncio.create_task(recognition.begin(Hints()).hear(GUESS)) for _ in range(6)]
    await turns()
    for n in range(6):
        engine.asked[n][1].set_result(())
        await turns()
    assert engine.brief == [False, True, True, True, True, True]
    await asyncio.gather(*asked)


async def test_after_a_failure_the_utterance_is_heard_anew():
    engine = SlowEngine()
    hearing = ProcessedRecognition([engine]).begin(Hints())
    hearing.feed(samples(3))
    failing = asyncio.create_task(hearing.hear(GUESS))
    await turns()
    engine.asked[0][1].set_exception(EngineFailed("no"))
    with pytest.raises(EngineFailed):
        await failing
    hearing.feed(samples(2))
    again = asyncio.create_task(hearing.hear(ANSWER))
    await turns()
    assert engine.asked[1][0] == 5
    engine.asked[1][1].set_result(())
    assert await again == ()


async def test_what_is_built_from_hints_is_built_by_every_engine():
    engines = [SlowEngine(), SlowEngine()]
    preparing = asyncio.create_task(ProcessedRecognition(engines).prepare(Hints()))
    await turns()
    for engine in engines:
        engine.asked[0][1].set_result(())
    await preparing


def test_closing_ends_every_engine():
    engines = [SlowEngine(), SlowEngine()]
    ProcessedRecognition(engines).close()
    assert all(engine.closed for engine in engines)


@pytest.fixture
async def threaded() -> AsyncIterator[Callable[[FakeRecognizer], ThreadedRecognition]]:
    with ThreadPoolExecutor(1) as pool:
        yield lambda recognizer: ThreadedRecognition(recognizer, pool)


async def test_in_threads_audio_is_handed_on_while_the_caller_speaks(
    threaded: Callable[[FakeRecognizer], ThreadedRecognition],
):
    fake = FakeRecognizer.hearing(["はい"])
    hearing = threaded(fake).begin(Hints())
    assert not hearing.busy
    hearing.feed(samples(16 * STREAM_MS))
    assert hearing.busy
    assert await hearing.hear(ANSWER) == (Hypothesis("はい"),)
    assert len(fake.hints) == 1


async def test_in_threads_too_a_closed_question_is_led_by_what_it_allows(
    threaded: Callable[[FakeRecognizer], ThreadedRecognition],
):
    fake = FakeRecognizer([(Hypothesis("灰", 0.9), Hypothesis("はい", 0.8))])
    hearing = threaded(fake).begin(Hints((Candidate("はい", "はい"),), closed=True))
    hearing.feed(samples(100))
    assert (await hearing.hear(GUESS))[0].text == "はい"
