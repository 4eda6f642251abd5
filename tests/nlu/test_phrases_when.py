"""The same words said at other moments; the list is in phrases/moments_of_speaking.yaml."""

from datetime import datetime
from pathlib import Path

import pytest
import yaml

from nlu.meaning import Moment
from tests.nlu.conftest import Hear

PHRASES = yaml.load(
    (Path(__file__).parent / "phrases" / "moments_of_speaking.yaml").read_text(encoding="utf-8"),
    yaml.BaseLoader,
)


def _written(moment: Moment) -> str:
    day = moment.day
    if day:
        return str(day.first) if day.single else f"{day.first}..{day.last}"
    return f"T{moment.time.first:%H:%M}" if moment.time else "X"


@pytest.mark.parametrize(
    ("now", "said", "means"),
    [(now, said, means) for now, phrases in PHRASES.items() for said, means in phrases.items()],
)
def test_days_are_counted_from_the_moment_of_speaking(hear: Hear, now: str, said: str, means: str) -> None:
    found = hear(said, now=datetime.fromisoformat(now)).moments
    assert (_written(found[0].value) if found else "X") == means
