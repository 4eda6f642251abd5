"""Every recorded call, phoned for real, leaves the rows that its file names."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from recordings_fixtures import Call, load_all
from voicebot.bench.recorded import Engines, Outcome, play

CALLS = load_all()
AT_ONCE = 2
"""Calls in progress at a time: mostly they wait, in real time, for answers."""


@pytest.fixture(scope="session")
def outcomes(engines: Engines, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """How the calls ended, by their ids."""
    folder = tmp_path_factory.mktemp("calls")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        played = pool.map(lambda call: play(call, engines, folder / call.id), CALLS)
        return {outcome.call.id: outcome for outcome in played}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.id)
def test_the_call_ends_with_its_rows(call: Call, outcomes: dict[str, Outcome]):
    outcome = outcomes[call.id]
    assert outcome.rows == outcome.wanted, outcome.result.turns
    assert outcome.result.outcome == call.expect.outcome, outcome.result.turns


def test_the_answer_times_are_reported(outcomes: dict[str, Outcome], capsys: pytest.CaptureFixture[str]):
    gaps = sorted(g for outcome in outcomes.values() for g in outcome.result.gaps_ms if g is not None)
    assert len(gaps) >= sum(len(call.turns) for call in CALLS) // 2
    median, late = gaps[len(gaps) // 2], gaps[int(0.95 * (len(gaps) - 1))]
    with capsys.disabled():
        print(
            f"\nend of speech to first audio: median {median} ms, 95th percentile {late} ms, {len(gaps)} answers"
        )
