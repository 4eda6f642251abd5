"""Answers of a crowd to yes/no questions, with the lines that we hold to be mislabelled."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from bench.hearing import DATA
from voicebot.understand import Asked, understand

LABELS = ("yes", "no", "neither")

MISLABELLED: Mapping[str, tuple[int, ...]] = {
    "yes": (
        163, 317, 364, 415, 437, 438, 546, 754, 814, 911, 1134, 1135, 1191, 1196, 1229, 1260, 1641, 1642, 1669, 1707, 1779, 1902, 2008, 2047, 2104, 2446, 2561,
        2711, 2896, 2901, 2945, 3517,
    ),
    "no": (
        55, 323, 967, 2128, 101, 102, 120, 131, 140, 162, 281, 365, 379, 436, 574, 575, 664, 753, 1026, 1048, 1265, 1778, 1835, 1858, 2083, 2108, 2243, 2277, 2655, 2810, 2944,
        2954, 3332, 3434,
    ),
    "neither": (517, 518, 1122, 2250, 2445, 3212),
}  # fmt: skip
"""Lines of answers.jsonl, counted from 1, by what they say in our eyes. Only lines on which we disagree were looked at,
so leaving them out flatters."""


@dataclass
class Tally:
    """What was said and what was understood."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    sure: Counter[bool] = field(default_factory=Counter)
    """Right or wrong among the answers whose score says sure."""

    def f1(self, label: str) -> float:
        """Of one label; 0 where it was neither meant nor understood."""
        called = sum(n for (_, got), n in self.pairs.items() if got == label)
        meant = sum(n for (want, _), n in self.pairs.items() if want == label)
        return 2 * self.pairs[label, label] / max(1, called + meant)

    @property
    def macro(self) -> float:
        """The mean over the three labels."""
        return sum(self.f1(label) for label in LABELS) / len(LABELS)


def lines() -> Iterator[tuple[int, dict[str, str]]]:
    """Number and content of each line of answers.jsonl; none where the data is absent."""
    path = DATA / "answers.jsonl"
    if path.is_file():
        yield from enumerate(
            (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()), start=1
        )


def tally(asked: Asked, keep: Callable[[int], bool] = lambda number: True) -> Tally:
    """Every line that `keep` takes by its number, understood as an answer to its question."""
    found = Tally()
    for number, line in lines():
        if keep(number):
            answer = understand(line["text"], asked, question=line["question"])
            found.pairs[line["label"], answer["answer"]] += 1
            if answer["sure"]:
                found.sure[answer["answer"] == line["label"]] += 1
    return found


def trusted(number: int) -> bool:
    """Whether we hold a line to be rightly labelled."""
    return all(number not in numbers for numbers in MISLABELLED.values())
