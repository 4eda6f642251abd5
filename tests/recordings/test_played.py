"""Every recorded call, phoned for real, leaves the rows that its file names."""

from pathlib import Path

import pytest

from recordings_fixtures import Call, load_all
from voicebot.bench.recorded import Engines, play


@pytest.mark.parametrize("call", load_all(), ids=lambda call: call.id)
def test_the_call_ends_with_its_rows(call: Call, engines: Engines, tmp_path: Path):
    outcome = play(call, engines, tmp_path)
    assert outcome.rows == outcome.wanted, outcome.result.turns
    assert outcome.result.outcome == call.expect.outcome, outcome.result.turns
