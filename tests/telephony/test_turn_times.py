"""What a turn took, part by part."""

import json
from dataclasses import asdict
from itertools import count
from pathlib import Path

import numpy as np

from nlu.hints import Hints
from tests.telephony.conftest import NOW
from tests.telephony.halves import ByAnswer, said
from tests.telephony.one_stream import AtOnce
from tests.telephony.test_going_on import asked_for_a_day, line_hearing
from tests.telephony.wire_phone import silence
from voicebot.metrics import Metrics
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.recognition_threads import ThreadedRecognition
from voicebot.telephony.calls import Call
from voicebot.telephony.record import FileCallLog
from voicebot.telephony.turn_times import FILE, Took, TurnTimes
from voicebot.telephony.utterance import Utterance


def utterance(end_ms: int) -> Utterance:
    made = Utterance(ThreadedRecognition(FakeRecognizer([]), AtOnce()), Hints(), 0, early=False)
    made.end_ms = end_ms
    return made


def times() -> tuple[TurnTimes, Metrics, list[Took]]:
    """On a clock that goes on by a quarter of a second whenever it is looked at."""
    metrics, told, clock = Metrics(), list[Took](), count(0.0, 0.25)
    return TurnTimes(metrics, told.append, lambda: next(clock)), metrics, told


def test_every_part_is_measured_until_the_answer_sounds():
    turn, metrics, told = times()
    one = utterance(4_000)
    turn.ended(one, 4_650)
    turn.recognized(one)
    turn.sounds(4_800)
    with turn.understanding(None):
        pass
    with turn.understanding(one):
        pass
    for _ in range(2):
        with turn.calendar():
            pass
    assert told == []
    turn.sounds(5_100)
    turn.sounds(7_000)
    assert told == [Took(4_000, 650, 250, 250, 500, 1_100)]
    shown = metrics.exposition().decode()
    assert "voicebot_end_of_turn_seconds_sum 0.65" in shown
    assert "voicebot_recognition_seconds_sum 0.25" in shown
    assert "voicebot_understanding_seconds_count 1.0" in shown
    assert "voicebot_calendar_seconds_count 2.0" in shown
    assert "voicebot_first_audio_seconds_sum 1.1" in shown
    assert "voicebot_first_audio_seconds_count 1.0" in shown


def test_a_turn_that_nothing_answers_is_told_when_the_next_one_ends():
    turn, _, told = times()
    first, second = utterance(1_000), utterance(3_000)
    turn.ended(first, 1_700)
    turn.ended(second, 3_700)
    turn.recognized(first)
    with turn.understanding(first):
        pass
    turn.sounds(3_900)
    turn.close()
    turn.close()
    assert told == [Took(1_000, 700), Took(3_000, 700)]


async def test_the_turns_of_a_call_are_on_its_record():
    async with line_hearing("来週の水曜日") as line:
        await asked_for_a_day(line)
        line.log.took.clear()
        await line.says(said(0) + silence(1_500))
        await line.hears("ask_time")
    (took,) = line.log.took
    assert took.ended_ms == line.log.spoken[-1].end_ms
    assert took.end_of_turn_ms == line.log.spans[-1].end_ms - took.ended_ms
    assert took.first_audio_ms is not None
    assert took.first_audio_ms >= took.end_of_turn_ms > 200
    assert None not in (took.recognition_ms, took.understanding_ms, took.calendar_ms)


async def test_no_answer_sounds_within_200_ms_even_where_nothing_takes_time():
    async with line_hearing("来週の水曜日") as line:
        line.session._ears._strategy = ByAnswer(soon_ms=0, late_ms=0)
        await asked_for_a_day(line)
        line.log.took.clear()
        await line.says(said(0) + silence(1_500))
        await line.hears("ask_time")
    (took,) = line.log.took
    assert took.first_audio_ms is not None
    assert 200 <= took.first_audio_ms < 300


async def test_what_is_said_to_silence_is_no_answer():
    async with line_hearing("えーと") as line:
        await asked_for_a_day(line)
        line.log.took.clear()
        await line.says(said(0))
        await line.hears("no_input")
    (took,) = line.log.took
    assert took.understanding_ms is not None
    assert took.first_audio_ms is None


async def test_what_goes_on_sounding_is_no_answer():
    async with line_hearing("はい") as line:
        await line.says(said(0, 450) + silence(2_500))
        assert line.cleared == 0
    (took,) = line.log.took
    assert took.understanding_ms is not None
    assert took.first_audio_ms is None


def test_they_lie_in_the_calls_folder(tmp_path: Path):
    log = FileCallLog(tmp_path, "CA1")
    took = Took(4_000, 650, 120, 3, None, 900)
    log.turn_took(took)
    log.caller_audio(np.zeros(160, np.int16))
    log.close(Call("CA1", "", NOW).record)
    assert [json.loads(line) for line in (tmp_path / "CA1" / FILE).read_text("utf-8").splitlines()] == [
        asdict(took)
    ]
