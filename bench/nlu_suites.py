"""Dates and times that others wrote: the suite of dates.jsonl, and the expressions of the Lex comparison."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from bench.hearing import DATA
from nlu.lexicon import Lexicon
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


def lex() -> list[Line]:
    """The expressions of the Lex comparison."""
    given = yaml.safe_load(Path(__file__).with_name("nlu_lex.yaml").read_text(encoding="utf-8"))
    return [
        Line(text, NOW, tuple({kind: value} for value in values))
        for kind, said in given.items()
        for text, values in said.items()
    ]


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
