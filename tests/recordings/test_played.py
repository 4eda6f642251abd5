"""Recorded calls, phoned for real, leave the rows that their files name."""

from pathlib import Path

import pytest

from recordings_fixtures import Call, load_all
from voicebot.bench.recorded import Engines, Outcome, play

HARD = ("slow_speaker", "closed_day")
"""Not understood every time: `make bench-calls` plays them, counts them and tells."""

CALLS = [call for call in load_all() if call.id not in HARD]


@pytest.fixture(scope="session")
def outcomes() -> list[Outcome]:
    """How the calls ended, as they are played."""
    return []


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.id)
def test_the_call_ends_with_its_rows(call: Call, engines: Engines, outcomes: list[Outcome], tmp_path: Path):
    outcome = play(call, engines, tmp_path / "first")
    if not outcome.right:
        # Pauses and answers run in real time: a machine that stalls in one of them gets a second try, and says so.
        print(f"{call.id}: played again after {outcome.result.turns}")
        outcome = play(call, engines, tmp_path / "second")
    outcomes.append(outcome)
    assert outcome.rows == outcome.wanted, outcome.result.turns
    assert outcome.result.outcome == call.expect.outcome, outcome.result.turns


def test_the_answer_times_are_reported(outcomes: list[Outcome], capsys: pytest.CaptureFixture[str]):
    gaps = sorted(g for outcome in outcomes for g in outcome.result.gaps_ms if g is not None)
    assert len(gaps) >= len(outcomes)
    median, late = gaps[len(gaps) // 2], gaps[int(0.95 * (len(gaps) - 1))]
    with capsys.disabled():
        print(
            f"\nend of speech to first audio: median {median} ms, 95th percentile {late} ms, {len(gaps)} answers"
        )
