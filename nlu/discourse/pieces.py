"""An utterance as the best row of pieces: days, times, and words that change what those are for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nlu.chart import Chart, Item

DAY, TIME, EVENING = "Day", "Time", "Evening"
_MARKS = frozenset(
    {"Correct", "Negated", "Needs", "Except", "Refusal", "Busy", "Because", "Contrast", "Fact", "Positive", "Happened", "WillHappen", "BornAt", "Born", "Asks", "Other", "Every"}
)  # fmt: skip
_KINDS = frozenset({DAY, TIME, EVENING}) | _MARKS

MARKED = 0.9
"""What a character of another word weighs, one of a day or a time being 1."""

PIECE = 0.01
"""What each piece takes off, so that one that explains as much as two comes first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` as a day, a time or a mark; what is not understood lies between pieces."""

    kind: str
    start: int
    end: int
    value: Any
    heard: bool = False
    """Whether some of its words only sound right."""


def pieces(chart: Chart) -> list[Piece]:
    """The row that explains most of the utterance."""
    size = len(chart.lattice.text)
    # best[after][place]: weight of the best row from there on, and its first piece; `after`: a piece ends there.
    best: dict[bool, list[tuple[float, Item | None]]] = {
        after: [(0.0, None)] * (size + 1) for after in (False, True)
    }
    for place in range(size - 1, -1, -1):
        skipped = best[False][place + 1][0]
        for after in (False, True):
            options: list[tuple[float, Item | None]] = [(skipped, None)]
            for item in chart.starting(place, _KINDS):
                if item.free or after:
                    options.append((_weight(item) - PIECE + best[True][item.end][0], item))
            best[after][place] = max(options, key=lambda option: option[0])
    return list(_row(best, size))


def _row(best: dict[bool, list[tuple[float, Item | None]]], size: int) -> Iterator[Piece]:
    place, after = 0, False
    while place < size:
        item = best[after][place][1]
        if item is None:
            place, after = place + 1, False
        else:
            yield Piece(item.kind, item.start, item.end, item.value, item.cost > 0)
            place, after = item.end, True


def _weight(item: Item) -> float:
    return item.weight * MARKED if item.kind in _MARKS and item.kind != "Other" else item.weight
