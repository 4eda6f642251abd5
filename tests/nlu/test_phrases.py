"""Several hundred things that callers say, with what they mean; the lists are in phrases/."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from nlu.meaning import Meaning, Moment
from nlu.question import Expect
from tests.nlu.conftest import NOW, Hear

FOLDER = Path(__file__).parent / "phrases"
WHOLE = {
    "corrected",
    "excluded",
    "nothing",
    "several",
    "refused",
    "told",
    "numbers",
    "asked",
    "the day of something",
    "taken up",
    "of two",
    "counted",
    "moved from there",
}
"""Sections in which nothing may be found beyond what is listed."""


def _listed(name: str) -> Iterator[tuple[str, str, str]]:
    # BaseLoader: 12:30 is text, no number in base 60.
    sections = yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.BaseLoader)
    return (
        (section, said, means) for section, phrases in sections.items() for said, means in phrases.items()
    )


def _written(meaning: Meaning) -> list[str]:
    if meaning.impossible:
        return ["impossible"]
    return [_moment(scored.value) for scored in meaning.moments] or ["-"]


def _moment(moment: Moment) -> str:
    parts = []
    if moment.day:
        first, last = (str(d).removeprefix(f"{NOW.year}-") for d in (moment.day.first, moment.day.last))
        parts.append(first if first == last else f"{first}..{last}")
    if moment.time:
        start, end = (t.isoformat("minutes") for t in (moment.time.first, moment.time.last))
        parts.append(start if start == end else f"{start}..{end}")
    return " ".join(parts)


@pytest.mark.parametrize(
    ("section", "said", "means", "expect"),
    [
        pytest.param(*phrase, expect, id=f"{phrase[1]}-{expect.value}")
        for name, asked in (
            ("days.yaml", (Expect.DATE, Expect.ANY)),
            ("times.yaml", (Expect.TIME, Expect.ANY)),
            ("moments.yaml", (Expect.ANY,)),
            ("more.yaml", (Expect.ANY,)),
            ("written.yaml", (Expect.ANY,)),
            ("callers.yaml", (Expect.ANY,)),
            ("composed.yaml", (Expect.ANY,)),
        )
        for phrase in _listed(name)
        for expect in asked
    ],
)
def test_what_is_said_about_days_and_times_is_understood(
    hear: Hear, section: str, said: str, means: str, expect: Expect
) -> None:
    expected = means.split(" / ")
    found = _written(hear(said, expect))
    assert found if section in WHOLE else found[: len(expected)] == expected
    if section in WHOLE:
        assert found == expected
