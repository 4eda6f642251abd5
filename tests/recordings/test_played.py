"""Recorded calls, phoned for real and in audio time, leave the rows that their files name."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from recordings_fixtures import Call, load_all
from recordings_fixtures.playing import Outcome, play
from voicebot.replay.engines import Engines

AT_ONCE = 2
"""Calls played at the same time, as on any busy morning; they share the recognizer."""

CALLS = load_all()


@pytest.fixture(scope="module")
def played(
    engines: Engines, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[Outcome]]]:
    """Every call, as it ends."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {
            call.id: pool.submit(play, call, engines, tmp_path_factory.mktemp(call.id), audio_time=True)
            for call in CALLS
        }


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.id)
def test_the_call_ends_with_its_rows(call: Call, played: dict[str, Future[Outcome]]):
    outcome = played[call.id].result()
    assert outcome.rows == outcome.wanted, outcome.result.turns
    assert outcome.result.outcome == call.expect.outcome, outcome.result.turns
