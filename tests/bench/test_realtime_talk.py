"""A caller against a bot that is played by hand: no socket, no clock."""

import base64
from collections.abc import Callable

import numpy as np
import pytest

from bench.realtime_far_end import FarEnd
from bench.realtime_plan import Conversation, Line
from bench.realtime_sound import recording, speech
from bench.realtime_talk import PATIENCE_S, Talk
from recordings_fixtures import Call, load_all
from voicebot.speech import mulaw
from voicebot.telephony import filler

CALLS = {call.id: call for call in load_all()}
LOUD = base64.b64encode(mulaw.encode(np.full(160, 8_000, np.int16))).decode()


def conversation(call: Call, pause_ms: int = 600) -> Conversation:
    pauses = (pause_ms,) * len(call.turns)
    return Conversation(call, "+819012345678", pauses, Line(0, 0.0, -60.0, 1), 1.0)


def played(
    talk: Talk, far: FarEnd, frames: int, bot: Callable[[int], bool], mark: str = "one"
) -> list[tuple[str, str]]:
    """So many frames of the caller, as long as there are any; `bot`: whether it speaks in that frame."""
    sent = []
    for number in range(frames):
        now = 100 + number * 0.02
        if bot(number):
            far.audio(now, LOUD)
            far.mark(now, mark if number > 50 else "one")
        far.due(now + 0.02)
        spoken = talk.frame(now, number * 20, far)
        if spoken is None:
            break
        sent.append(spoken)
    return sent


def begun(name: str) -> Talk:
    talk = Talk(conversation(CALLS[name]))
    talk.begin(100)
    return talk


def test_a_caller_speaks_when_the_bot_has_been_silent_for_the_pause() -> None:
    talk = begun("clerk")
    played(talk, FarEnd(), 200, lambda number: number < 50)
    (said,) = talk.said
    path = CALLS["clerk"].turns[0].path
    assert path is not None
    sound = recording(path, -60.0)
    assert sound.begins_ms is not None
    assert said.what == "clerk_1"
    assert said.begins - sound.begins_ms / 1_000 == pytest.approx(101 + 0.6, abs=0.041)


def test_a_caller_does_not_speak_before_the_bot() -> None:
    talk = begun("clerk")
    played(talk, FarEnd(), 500, lambda number: False)
    assert talk.said == []


def test_the_next_thing_is_said_only_when_the_last_one_was_answered() -> None:
    talk = begun("one_breath")
    far = FarEnd()
    played(talk, far, 1_200, lambda number: number < 50)
    assert [one.what for one in talk.said] == ["one_breath_1"]
    talk = begun("one_breath")
    played(talk, FarEnd(), 1_200, lambda number: number < 50 or 500 < number < 550)
    assert [one.what for one in talk.said] == ["one_breath_1", "one_breath_2"]


def test_who_is_told_that_the_answer_is_on_its_way_waits_for_it() -> None:
    talk = begun("one_breath")
    played(talk, FarEnd(), 1_200, lambda number: number < 50 or number == 500, mark=f"a.1:{filler.KEY}")
    assert [one.what for one in talk.said] == ["one_breath_1"]


def test_who_hears_nothing_hangs_up() -> None:
    talk = begun("clerk")
    sent = played(talk, FarEnd(), 10_000, lambda number: False)
    assert talk.impatient
    assert len(sent) * 0.02 == pytest.approx(PATIENCE_S, abs=0.05)


def test_a_caller_who_has_said_all_hangs_up_where_the_file_says_so() -> None:
    talk = begun("never_mind")
    sent = played(talk, FarEnd(), 20_000, lambda number: number % 700 < 50)
    assert len(talk.said) == 4
    assert not talk.impatient
    assert len(sent) < 20_000


def test_keys_are_pressed_one_by_one() -> None:
    talk = begun("keys_only")
    sent = played(talk, FarEnd(), 5_000, lambda number: number % 500 < 50)
    assert "".join(key for _, key in sent) == "1121010301"
    assert talk.said == []


def test_speech_ends_with_its_last_voiced_sample() -> None:
    hiss = np.random.default_rng(0).normal(0, 20, 16_000)
    hiss[3_200:8_040] += 6_000 * np.sin(np.arange(4_840))
    begins, ends = speech(hiss.astype(np.int16))
    assert begins == 400
    assert ends == pytest.approx(1_005, abs=1)
    assert speech(np.random.default_rng(0).normal(0, 20, 16_000).astype(np.int16)) == (None, None)
