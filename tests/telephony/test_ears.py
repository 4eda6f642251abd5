"""From frames to utterances, with real voice activity and scripted recognition."""

import asyncio
import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
import pytest

from nlu.ending import Ending, SoFar
from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from nlu.question import Expect, Question
from tests.telephony.wire_phone import FRAME, silence, speech
from voicebot.speech import mulaw
from voicebot.speech.fake_recognizer import FakeListening, FakeRecognizer
from voicebot.speech.recognition_threads import ThreadedRecognition
from voicebot.speech.recognizer import Listening, Pcm
from voicebot.telephony.ears import Ears, Noticed
from voicebot.turns.no_input import WAIT_MS
from voicebot.turns.strategy import Pausing


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as threads:
        yield threads


@dataclass
class Keeping(FakeRecognizer):
    """Keeps the audio it was fed."""

    pcm: list[Pcm] = field(default_factory=list)

    def listen(self, hints: Hints, brief: bool = False) -> Listening:
        listening = FakeListening(self)
        listening.feed = self.pcm.append  # type: ignore[method-assign]
        return listening


WHOLE = SoFar(Ending.POLITE, complete=True, hesitates=False, certain=0.9, sounds=6)
HALF = SoFar(Ending.PARTICLE, complete=False, hesitates=False, certain=0.9, sounds=6)


def ears_of(recognizer: FakeRecognizer, pool: ThreadPoolExecutor, so_far: SoFar = WHOLE) -> Ears:
    return Ears(ThreadedRecognition(recognizer, pool), lambda hypotheses: so_far)


def feed(ears: Ears, audio: bytes, speaking: bool = False, frame: int = FRAME) -> list[Noticed]:
    return [ears.feed(mulaw.decode(audio[at : at + frame]), speaking) for at in range(0, len(audio), frame)]


def utterances(noticed: Sequence[Noticed]) -> list:
    return [one.utterance for one in noticed if one.utterance is not None]


async def test_an_utterance_is_heard_with_what_came_before_its_start(pool: ThreadPoolExecutor):
    recognizer = Keeping.hearing(["はい"])
    ears = ears_of(recognizer, pool)
    (utterance,) = utterances(feed(ears, silence(1_000) + speech() + silence(2_000)))
    assert await utterance.final() == (Hypothesis("はい"),)
    heard = np.concatenate(recognizer.pcm)
    onset_ms = int(np.argmax(np.abs(heard) > 1_000)) // 16
    assert onset_ms >= 150
    assert np.abs(heard[: 16 * 50]).max() < 500
    assert len(heard) // 16 > onset_ms + 300


async def test_silence_is_no_utterance(pool: ThreadPoolExecutor):
    assert utterances(feed(ears_of(FakeRecognizer.hearing([]), pool), silence(5_000))) == []


@pytest.mark.parametrize("frame", [80, 160, 333, 8_000])
async def test_the_size_of_the_frames_makes_no_difference(pool: ThreadPoolExecutor, frame: int):
    audio = silence(1_000) + speech() + silence(2_000)
    ears, other = (ears_of(FakeRecognizer.hearing([]), pool) for _ in range(2))
    (utterance,), (usual,) = utterances(feed(ears, audio, frame=frame)), utterances(feed(other, audio))
    assert utterance.start_ms == usual.start_ms
    assert ears.now_ms == other.now_ms == len(audio) // 8
    await utterance.final()
    await usual.final()


async def test_the_clock_of_a_call_is_its_audio(pool: ThreadPoolExecutor):
    ears = ears_of(FakeRecognizer.hearing([]), pool)
    feed(ears, silence(1_230))
    assert ears.now_ms == 1_230


async def test_two_utterances_with_a_long_pause_between_are_two(pool: ThreadPoolExecutor):
    recognizer = FakeRecognizer.hearing(["はい", "いいえ"])
    ears = ears_of(recognizer, pool)
    said = speech() + silence(2_500)
    first, second = utterances(feed(ears, silence(500) + said + said))
    assert await first.final() == (Hypothesis("はい"),)
    assert await second.final() == (Hypothesis("いいえ"),)
    assert second.start_ms > first.start_ms + len(speech()) // 8


async def test_an_utterance_is_hinted_with_what_the_question_allows(pool: ThreadPoolExecutor):
    recognizer = FakeRecognizer.hearing(["はい"])
    ears = ears_of(recognizer, pool)
    hints = Hints((Candidate("はい", "はい"), Candidate("いいえ", "いいえ")), closed=True)
    ears.expect(Question(Expect.ANSWER), hints)
    (utterance,) = utterances(feed(ears, speech() + silence(2_000)))
    await utterance.final()
    assert recognizer.hints == [hints]


async def test_an_utterance_that_begins_over_the_bot_is_early(pool: ThreadPoolExecutor):
    ears = ears_of(FakeRecognizer.hearing([]), pool)
    spoken = feed(ears, speech(), speaking=True)
    (utterance,) = utterances(spoken + feed(ears, silence(2_000)))
    assert utterance.early
    assert not utterance.interrupted
    await utterance.final()


async def test_an_utterance_that_stopped_the_bot_is_an_interruption_and_not_early(pool: ThreadPoolExecutor):
    ears = ears_of(FakeRecognizer.hearing([]), pool)
    spoken = feed(ears, speech("slot_by_slot_1"), speaking=True)
    assert any(one.barge_in for one in spoken)
    ears.interrupted()
    (utterance,) = utterances(feed(ears, silence(2_000)))
    assert utterance.interrupted
    assert not utterance.early
    await utterance.final()


async def test_speech_over_nothing_interrupts_nothing(pool: ThreadPoolExecutor):
    ears = ears_of(FakeRecognizer.hearing([]), pool)
    noticed = feed(ears, speech("slot_by_slot_1") + silence(2_000))
    assert not any(one.barge_in for one in noticed)
    for utterance in utterances(noticed):
        await utterance.final()


async def test_silence_is_told_once_and_only_after_a_question(pool: ThreadPoolExecutor):
    ears = ears_of(FakeRecognizer.hearing([]), pool)
    assert not any(one.no_input for one in feed(ears, silence(2 * WAIT_MS)))
    ears.await_answer()
    told = [one.no_input for one in feed(ears, silence(3 * WAIT_MS))]
    assert sum(told) == 1
    assert WAIT_MS <= (told.index(True) + 1) * 20 <= WAIT_MS + 40


async def test_who_speaks_is_not_silent(pool: ThreadPoolExecutor):
    ears = ears_of(FakeRecognizer.hearing([]), pool)
    ears.await_answer()
    noticed = feed(ears, speech() + silence(WAIT_MS))
    assert not any(one.no_input for one in noticed)
    for utterance in utterances(noticed):
        await utterance.final()


async def test_an_engine_that_fails_is_told_to_who_asks_and_to_nobody_else(
    pool: ThreadPoolExecutor, caplog: pytest.LogCaptureFixture
):
    class Broken(FakeRecognizer):
        def listen(self, hints: Hints, brief: bool = False) -> Listening:
            raise RuntimeError("the engine is broken")

    ears = ears_of(Broken.hearing([]), pool)
    (utterance,) = utterances(feed(ears, speech() + silence(2_000)))
    with pytest.raises(RuntimeError, match="broken"):
        await utterance.final()
    ears.close()
    del ears, utterance
    gc.collect()
    assert caplog.records == []


async def test_one_who_no_longer_waits_for_an_utterance_takes_it_from_nobody_else(pool: ThreadPoolExecutor):
    ears = ears_of(FakeRecognizer.hearing(["はい"]), pool)
    (utterance,) = utterances(feed(ears, silence(1_000) + speech() + silence(2_000)))
    impatient = asyncio.create_task(utterance.final())
    started = utterance.guess()
    await asyncio.wait({impatient, started}, return_when=asyncio.FIRST_COMPLETED, timeout=0)
    impatient.cancel()
    assert await utterance.final() == (Hypothesis("はい"),)


@dataclass
class Noting:
    """A strategy that notes what it is asked, and waits so long for everything."""

    silence_ms: int = 480
    asked: list[Pausing] = field(default_factory=list)

    def patience_ms(self, pausing: Pausing) -> int:
        self.asked.append(pausing)
        return self.silence_ms


def judged_by(noting: Noting, pool: ThreadPoolExecutor) -> Ears:
    recognition = ThreadedRecognition(FakeRecognizer.hearing(["はい"]), pool)
    return Ears(recognition, lambda hypotheses: HALF, strategy=noting)


async def test_a_strategy_is_asked_when_a_pause_begins_and_when_it_is_decoded(pool: ThreadPoolExecutor):
    noting = Noting(silence_ms=3_000)
    ears = judged_by(noting, pool)
    ears.expect(Question(Expect.ANSWER), Hints())
    feed(ears, silence(1_000) + speech() + silence(500))
    assert ears.unfinished is not None
    await ears.unfinished.final()
    for _ in range(3):
        await asyncio.sleep(0)
    first, second = noting.asked
    assert (first.so_far, second.so_far) == (None, HALF)
    assert first.expect is second.expect is Expect.ANSWER
    assert 0 < first.said_ms < len(speech()) // 8
    ears.close()


async def test_the_strategy_s_silence_ends_the_turn(pool: ThreadPoolExecutor):
    def ended_ms(silence_ms: int) -> int:
        ears = judged_by(Noting(silence_ms), pool)
        frames = feed(ears, silence(1_000) + speech() + silence(3_000))
        return next(number for number, one in enumerate(frames) if one.utterance is not None) * 20

    assert ended_ms(960) - ended_ms(480) == 480


async def test_the_caller_s_own_pauses_are_learnt_also_from_one_that_was_taken_for_the_end(
    pool: ThreadPoolExecutor,
):
    noting = Noting(silence_ms=640)
    ears = judged_by(noting, pool)
    feed(ears, speech() + silence(500) + speech() + silence(1_400) + speech() + silence(1_000))
    starts = [one.own_ms for one in noting.asked if one.so_far is None]
    assert len(starts) == 3
    assert starts == sorted(set(starts))
    ears.close()
