"""A recorded caller taken apart, and done again on a line that keeps audio time."""

import asyncio
from collections.abc import Sequence

import numpy as np
import pytest

from dialog import events
from recordings_fixtures.loader import FOLDER
from tests.telephony.conftest import NOW
from voicebot.archive.folder import Line as Recorded
from voicebot.clock import SteppedClock
from voicebot.replay import line as lines
from voicebot.replay.caller import Does, HangsUp, Sound, Speaks, StaysSilent, script
from voicebot.replay.line import Line
from voicebot.speech import wav
from voicebot.speech.recognizer import Pcm
from voicebot.telephony.record import Said
from voicebot.transport.line import FRAME_SAMPLES, Audio, Digit, End

YES = wav.read(FOLDER / "audio" / "half_hour_4.wav", 8_000)
"""はい、それでいいです: two pieces of speech, about 1.5 s."""


def caller(seconds: float, *at_ms: int) -> Pcm:
    """A quiet line on which this is said at these moments."""
    line = np.zeros(round(seconds * 8_000), np.int16)
    for ms in at_ms:
        line[ms * 8 : ms * 8 + len(YES)] = YES
    return line


def did(pcm: Pcm, *said: tuple[int, int], events_: Sequence[tuple[int, events.Event]] = ()) -> list[Does]:
    happened = [Recorded(ms, event, (), ()) for ms, event in events_]
    return script(happened, Sound(pcm, [Said(start, end, "x") for start, end in said]))


def test_an_answer_comes_as_long_after_the_question_as_it_came():
    (answer,) = did(caller(12, 6_000), (0, 5_000))
    assert isinstance(answer, Speaks)
    assert not answer.early
    assert answer.wait_ms == pytest.approx(1_000, abs=300)
    assert len(answer.frames) * 20 == pytest.approx(len(YES) / 8, abs=600)


def test_what_was_said_into_the_question_is_said_into_it_again():
    (answer,) = did(caller(12, 2_000), (1_000, 8_000))
    assert isinstance(answer, Speaks)
    assert answer.early
    assert answer.wait_ms == pytest.approx(1_000, abs=300)


@pytest.mark.parametrize(
    ("second_ms", "answer", "parts"),
    [
        (7_000, (4_500, 6_800), 2),  # the answer was heard out
        (6_200, (4_900, 8_000), 2),  # more than a second of it was
        (5_500, (4_900, 7_000), 1),  # hardly any
        (6_500, (6_000, 7_000), 2),  # hardly any, after a long pause
        (6_500, None, 1),
    ],
)
def test_who_went_on_before_the_answer_had_sounded_for_a_second_goes_on_again(
    second_ms: int, answer: tuple[int, int] | None, parts: int
):
    said = [(0, 1_500), *([answer] if answer else [])]
    does = did(caller(14, 2_000, second_ms), *said)
    assert [type(one) for one in does] == [Speaks] * parts


def test_keys_are_pressed_with_the_same_pauses():
    keys = [(6_000 + 1_000 * n, events.KeyPressed(NOW, digit)) for n, digit in enumerate("1210")]
    (pressed,) = did(caller(12), (0, 5_000), events_=keys)
    assert isinstance(pressed, Speaks)
    assert [key for _, key in pressed.keys] == ["1", "2", "1", "0"]
    assert [frame for frame, _ in pressed.keys] == [0, 50, 100, 150]
    assert not pressed.speech


def test_a_key_that_was_taken_out_of_the_record_is_not_pressed():
    assert did(caller(12), (0, 5_000), events_=[(6_000, events.KeyPressed(NOW, ""))]) == []


def test_silence_and_hanging_up_are_done_again():
    happened = [(9_000, events.NoInput(NOW)), (16_000, events.HungUp(NOW))]
    does = did(caller(16), (0, 1_500), (9_100, 14_000), events_=happened)
    assert does == [StaysSilent(), HangsUp(2_000)]


def test_an_empty_line_does_nothing():
    assert did(caller(3), (0, 1_000)) == []


class Bot:
    """Says its sentences one after another, each when the caller has done something, and hears what comes."""

    def __init__(self, *sentences_ms: int) -> None:
        self.left = list(sentences_ms)
        self.keys: list[tuple[int, str]] = []
        self.ms = 0
        self.spoken = 0

    async def phone(self, line: Line, most_ms: int = 120_000) -> None:
        await self.says(line)
        while self.ms < most_ms:
            match await line.receive():
                case Audio():
                    self.ms += 20
                case Digit(digit):
                    self.keys.append((self.ms, digit))
                    await self.says(line)
                case End():
                    return

    async def says(self, line: Line) -> None:
        if self.left:
            for _ in range(self.left.pop(0) // 20):
                await line.play(np.zeros(FRAME_SAMPLES, np.int16))
            await line.mark("m")


def key(digit: str, wait_ms: int = 500, early: bool = False) -> Speaks:
    return Speaks((), (b"\xff" * 160,), ((0, digit),), wait_ms, early)


def played(does: Sequence[Does], *sentences_ms: int) -> Bot:
    bot = Bot(*sentences_ms)
    asyncio.run(bot.phone(Line(does, SteppedClock(NOW))))
    return bot


def test_each_thing_is_done_after_its_question_however_long_that_is_today():
    bot = played([key("1"), key("2")], 3_000, 9_000)
    assert [digit for _, digit in bot.keys] == ["1", "2"]
    first, second = (ms for ms, _ in bot.keys)
    assert first == pytest.approx(3_500, abs=60)
    assert second - first == pytest.approx(9_500, abs=60)


def test_what_came_early_comes_as_long_after_the_beginning():
    bot = played([key("1", 1_000, early=True)], 5_000)
    assert bot.keys[0][0] == pytest.approx(1_000, abs=60)


def test_who_has_nothing_left_to_do_leaves():
    bot = played([], 2_000)
    assert bot.ms == pytest.approx(2_000 + lines.LEAVES_MS, abs=60)


def test_nothing_is_said_to_a_bot_that_asks_nothing():
    bot = played([key("1"), key("2")], 1_000)
    assert [digit for _, digit in bot.keys] == ["1"]
