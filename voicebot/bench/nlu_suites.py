"""Dates and times that others wrote: the suite of dates.jsonl, and the expressions of the Lex comparison."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nlu.lexicon import Lexicon
from voicebot.bench.hearing import DATA
from voicebot.understand import Asked, understand

Result = dict[str, Any]
NOW = "2026-11-24T10:00:00"
"""A Tuesday: the moment of the Lex comparison, which names none."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text said at a moment, and the results that are right."""

    text: str
    now: str
    accept: tuple[Result, ...]


LEX = tuple(
    Line(text, NOW, tuple({kind: value} for value in values))
    for kind, said in (
        (
            "time",
            {
                "9": ("09:00", "21:00"), "9時": ("09:00", "21:00"), "12": ("12:00",), "12時": ("12:00",), "正午": ("12:00",), "じゅうさんじ": ("13:00",),
                "2時間後": ("12:00",), "午前12": ("00:00",), "PM12": ("12:00",),
            },
        ),
        (
            "date",
            {
                "翌日": ("2026-11-25",), "あした": ("2026-11-25",), "あす": ("2026-11-25",), "きょう": ("2026-11-24",), "ほんじつ": ("2026-11-24",),
                "明々後日": ("2026-11-27",), "しあさって": ("2026-11-27",), "明日": ("2026-11-25",), "次の日": ("2026-11-25",), "本日": ("2026-11-24",),
                "金曜日": ("2026-11-27",), "明後日": ("2026-11-26",), "あさって": ("2026-11-26",), "4日後": ("2026-11-28",),
            },
        ),
    )
    for text, values in said.items()
)  # fmt: skip
"""What Amazon Lex's published Japanese results (2023, text) name: the first 16 it got wrong or did not recognise."""


def dates() -> list[Line]:
    """The lines of dates.jsonl; empty where the data is absent."""
    path = DATA / "dates.jsonl"
    if not path.is_file():
        return []
    given = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Line(one["text"], one["now"], tuple(one["accept"])) for one in given]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in a suite."""

    right: int
    total: int
    sure: int
    sure_right: int
    ms: tuple[float, ...]
    wrong: tuple[str, ...]


def ours(lines: Sequence[Line], lexicon: Lexicon) -> Read:
    """By the first result, in the office's hours. The time is the processor's, whatever else runs."""
    right, sure, sure_right, ms, wrong = 0, 0, 0, [], []
    for line in lines:
        asked = Asked("any", lexicon, datetime.fromisoformat(line.now))
        began = time.process_time()
        answer = understand(line.text, asked)
        ms.append((time.process_time() - began) * 1_000)
        good = right_first(answer["results"], line)
        right += good
        sure += answer["sure"]
        sure_right += answer["sure"] and good
        if not good:
            wrong.append(line.text)
    return Read(right, len(lines), sure, sure_right, tuple(ms), tuple(wrong))


def right_first(results: Sequence[Result], line: Line) -> bool:
    """Whether the first result is one of those accepted."""
    return bool(results) and results[0] in line.accept


def peer(
    lines: Sequence[Line], read: Callable[[list[dict[str, str]]], tuple[list[list[Result]], float]]
) -> tuple[int, float]:
    """How many a peer has right by its first result, and its ms a line."""
    results, ms = read([{"text": line.text, "now": line.now} for line in lines])
    return sum(right_first(found, line) for found, line in zip(results, lines, strict=True)), ms
