"""What residents say at a given moment of a call, and what the bot answers to it.

Each row of `moments/MOMENT.tsv`: what is said (` // ` between two turns), phrases that the answer to it holds, phrases that it does
not hold, both with ` | ` between them.
"""

from pathlib import Path

import pytest
import yaml

from voicebot.chat import house
from voicebot.chat.played import play
from voicebot.chat.scenario import Scenario

FOLDER = Path(__file__).parent / "moments"
MOMENTS = yaml.safe_load((FOLDER / "moments.yaml").read_text("utf-8"))
ROWS = [
    (path.stem, *(line + "\t\t").split("\t")[:3])
    for path in sorted(FOLDER.glob("*.tsv"))
    for line in path.read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("moment", "said", "says", "never"), ROWS, ids=lambda part: part[:30])
def test_it_is_answered(moment: str, said: str, says: str, never: str) -> None:
    assert says or never
    checks = [{key: phrases.split(" | ")} for key, phrases in (("says", says), ("never", never)) if phrases]
    written = Scenario.model_validate(
        {
            "now": "2026-11-24T10:00",
            "caller": "+81935825100",
            **MOMENTS[moment],
            "call": [*MOMENTS[moment].get("call", []), *said.split(" // "), *checks],
            "expect": {"outcome": "abandoned", "rows": []},
        }
    )
    with house.opened() as (files, calendars):
        complaints = play(written, files, calendars).complaints
    assert [complaint for complaint in complaints if complaint.startswith("「")] == []


def test_there_are_rows_of_every_moment() -> None:
    assert {row[0] for row in ROWS} == set(MOMENTS)
