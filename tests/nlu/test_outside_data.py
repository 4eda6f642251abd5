"""Examples that nobody here wrote. Floors stand a little below what is reached; run with -s to see the figures."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from nlu.meaning import Meaning
from nlu.question import Expect
from tests.nlu.conftest import Hear

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
EVERY = 4
"""So many answers are passed over for each that is read; `make bench-nlu` reads all."""

DATES_FLOOR = 0.98
ANSWERS_FLOOR = 0.77
SURE_YES_FLOOR = 0.93


def _lines(name: str) -> Iterator[dict[str, Any]]:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{path} is not there: outside data, not part of this repository")
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def _first(meaning: Meaning) -> dict[str, Any]:
    """The best result, in the form of the file."""
    day = meaning.dates[0].value if meaning.dates else None
    span = meaning.times[0].value if meaning.times else None
    start: dict[str, str] = {"date": str(day.first)} if day else {}
    end: dict[str, str] = {"date": str(day.last)} if day else {}
    if span:
        start["time"], end["time"] = (t.isoformat().removesuffix(":00") for t in (span.first, span.last))
    return start if start == end else {"start": start, "end": end}


def _accepted(got: dict[str, Any], accept: list[dict[str, Any]]) -> bool:
    """A day beside a time (今朝6時) is no mistake where the suite notes the time alone."""
    return got in accept or {k: v for k, v in got.items() if k == "time"} in accept


def test_dates_and_times_of_four_other_suites(hear: Hear) -> None:
    wrong, total = [], 0
    for line in _lines("dates.jsonl"):
        total += 1
        got = _first(hear(line["text"], now=datetime.fromisoformat(line["now"])))
        if not _accepted(got, line["accept"]):
            wrong.append((line["text"], got, line["accept"]))
    right = 1 - len(wrong) / total
    print(f"\ndates.jsonl: {right:.1%} of {total} by the first result; wrong: {wrong}")
    assert right >= DATES_FLOOR


def test_answers_to_yes_no_questions_of_a_crowd(hear: Hear) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    sure: Counter[bool] = Counter()
    for line in islice(_lines("answers.jsonl"), 0, None, EVERY):
        answer = hear(line["text"], Expect.ANSWER, text=line["question"]).answer
        counts[line["label"], answer.value if answer else "neither"] += 1
        if answer and answer.value == "yes" and answer.score >= 0.8:
            sure[line["label"] == "yes"] += 1
    scores = {label: _f1(counts, label) for label in ("yes", "no", "neither")}
    macro = sum(scores.values()) / 3
    print(
        f"\nanswers.jsonl: macro F1 {macro:.3f} {scores}; sure yes: {sure[True]} right, {sure[False]} wrong"
    )
    assert macro >= ANSWERS_FLOOR
    assert sure[True] / sure.total() >= SURE_YES_FLOOR


def _f1(counts: Counter[tuple[str, str]], label: str) -> float:
    hits = counts[label, label]
    called = sum(n for (_, got), n in counts.items() if got == label)
    meant = sum(n for (want, _), n in counts.items() if want == label)
    return 2 * hits / (called + meant)
