import base64

import numpy as np
import pytest

from bench.realtime_far_end import FarEnd, sounds
from voicebot.speech import mulaw
from voicebot.telephony import filler

SILENT = base64.b64encode(b"\xff" * 160).decode()
TONE = mulaw.encode((8_000 * np.sin(np.arange(160))).astype(np.int16))
LOUD = base64.b64encode(TONE).decode()


def test_silence_and_faint_hiss_are_no_sound() -> None:
    hiss = np.random.default_rng(0).normal(0, 30, 160).astype(np.int16)
    assert not sounds(b"\xff" * 160)
    assert not sounds(mulaw.encode(hiss))
    assert sounds(TONE)


def test_frames_that_come_at_once_are_played_one_after_the_other() -> None:
    far = FarEnd()
    for _ in range(50):
        far.audio(10.0, LOUD)
    assert far.ends == pytest.approx(11.0)
    assert far.spoken == [[10.0, pytest.approx(11.0)]]
    assert far.gaps == []


def test_a_sound_is_heard_when_it_is_played_and_not_when_it_comes() -> None:
    far = FarEnd()
    far.audio(10.0, SILENT)
    far.audio(10.0, SILENT)
    far.audio(10.0, LOUD)
    assert far.spoken[0][0] == pytest.approx(10.04)


def test_a_frame_of_a_sentence_that_comes_too_late_leaves_a_gap() -> None:
    far = FarEnd()
    far.audio(10.0, LOUD)
    far.audio(10.1, LOUD)
    assert far.gaps == [(10.1, pytest.approx(0.08))]


def test_a_pause_between_two_sentences_is_no_gap() -> None:
    far = FarEnd()
    far.audio(10.0, LOUD)
    far.mark(10.0, "one")
    far.audio(11.0, LOUD)
    assert far.gaps == []


def test_a_mark_comes_back_when_the_audio_before_it_has_been_played() -> None:
    far = FarEnd()
    far.audio(10.0, LOUD)
    assert far.mark(10.0, "one") == pytest.approx(10.02)
    assert not far.quiet
    assert far.due(10.01) == []
    assert far.due(10.03) == ["one"]
    assert far.quiet


def test_a_mark_comes_back_at_once_where_nothing_is_played() -> None:
    assert FarEnd().mark(10.0, "one") == 10.0


def test_a_filler_is_a_sound_and_no_answer() -> None:
    far = FarEnd()
    far.audio(10.0, LOUD)
    far.mark(10.0, f"abc.1:{filler.KEY}")
    assert far.spoken == [[10.0, pytest.approx(10.02)]]
    assert not far.answered_after(9.0, 11.0)
    far.audio(11.0, LOUD)
    far.mark(11.0, "abc.2:ask_date")
    assert far.answered_after(9.0, 12.0)
    assert not far.answered_after(11.5, 12.0)


def test_an_answer_right_behind_a_filler_is_one() -> None:
    far = FarEnd()
    far.audio(10.0, LOUD)
    far.mark(10.0, f"abc.1:{filler.KEY}")
    far.audio(10.0, LOUD)
    assert far.answered_after(9.0, 11.0)


def test_what_is_cleared_never_sounds_and_its_marks_come_back() -> None:
    far = FarEnd()
    for _ in range(100):
        far.audio(10.0, LOUD)
    far.mark(10.0, "one")
    assert far.clear(10.5) == ["one"]
    assert far.spoken == [[10.0, 10.5]]
    assert far.ends == 10.5
    far.audio(11.0, LOUD)
    assert far.spoken[1][0] == 11.0
    assert far.gaps == []


def test_faster_callers_hear_faster() -> None:
    far = FarEnd(speed=4)
    for _ in range(4):
        far.audio(10.0, LOUD)
    assert far.ends == pytest.approx(10.02)
