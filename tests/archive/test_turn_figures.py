"""What turns took, read back and counted."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.archive.recorded import cut, recorded
from voicebot.archive.turn_figures import Figures, figures, took
from voicebot.telephony.record import FileCallLog
from voicebot.telephony.turn_times import FILE, Took


def first_audio(*ms: int) -> Figures:
    return figures([Took(0, 450, first_audio_ms=one) for one in ms])["first_audio"]


@pytest.mark.parametrize(
    ("ms", "median", "p95"),
    [
        ((700,), 700, 700),
        ((900, 700), 700, 900),
        (tuple(range(20, 0, -1)), 10, 19),
        (tuple(range(1, 101)), 50, 95),
    ],
)
def test_a_percentile_is_a_time_that_was_measured(ms: tuple[int, ...], median: int, p95: int):
    assert first_audio(*ms) == Figures(len(ms), median, p95)


def test_each_part_counts_the_turns_that_came_to_it():
    found = figures([Took(0, 450, 80, 3, 20, 600), Took(0, 650, 120)])
    assert list(found) == ["end_of_turn", "recognition", "understanding", "calendar", "first_audio"]
    assert found["end_of_turn"] == Figures(2, 450, 650)
    assert found["recognition"] == Figures(2, 80, 120)
    assert found["calendar"] == Figures(1, 20, 20)


def test_no_turn_has_no_percentile():
    assert set(figures([]).values()) == {Figures(0, None, None)}


def test_what_a_call_leaves_is_read_back(tmp_path: Path):
    log = FileCallLog(tmp_path, "CA1")
    turns = [Took(4_000, 650, 120, 3, None, 900), Took(9_000, 450)]
    for one in turns:
        log.turn_took(one)
    log.close({"outcome": None})
    assert took(log.folder) == turns


def test_a_torn_line_and_one_of_another_version_are_left_out(tmp_path: Path):
    call = recorded(tmp_path, "CA1", "転入届です")
    assert took(call) == []
    good = asdict(Took(4_000, 650))
    lines = [good, good | {"more": 1}, {"ended_ms": 1}, good | {"end_of_turn_ms": "650"}, good]
    (call / FILE).write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert took(call) == [Took(4_000, 650)] * 2
    cut(call / FILE, (call / FILE).stat().st_size - 9)
    assert took(call) == [Took(4_000, 650)]
