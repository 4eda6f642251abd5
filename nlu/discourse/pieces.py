"""An utterance as the best row of pieces: days, times, and words that change what those are for."""

from collections.abc import Iterator

from nlu.chart import Chart, Item

DAY, TIME, EVENING = "Day", "Time", "Evening"
_MARKS = frozenset(
    {"Correct", "Negated", "Needs", "Except", "Refusal", "Busy", "Because", "Contrast", "Fact", "Positive", "Happened", "WillHappen", "BornAt", "Born", "Asks", "Other", "Every", "AfterIt", "BeforeIt", "Occasion"}
)  # fmt: skip
_KINDS = frozenset({DAY, TIME, EVENING}) | _MARKS

MARKED = 0.9
"""What a character of another word weighs, one of a day or a time being 1."""

PIECE = 0.01
"""What each piece takes off, so that one that explains as much as two comes first."""


def pieces(chart: Chart) -> list[Item]:
    """The row of days, times and marks that explains most of the utterance; what is not understood lies between them."""
    size = len(chart.lattice.text)
    # best[after][place]: weight of the best row from there on, and its first piece; `after`: a piece ends there.
    best: dict[bool, list[tuple[float, Item | None]]] = {
        after: [(0.0, None)] * (size + 1) for after in (False, True)
    }
    for place in range(size - 1, -1, -1):
        skipped = best[False][place + 1][0]
        starting = list(chart.starting(place, _KINDS))
        for after in (False, True):
            likeliest: tuple[float, Item | None] = (skipped, None)
            for item in starting:
                if item.free or after:
                    weight = _weight(item) - PIECE + best[True][item.end][0]
                    if weight > likeliest[0]:
                        likeliest = (weight, item)
            best[after][place] = likeliest
    return list(_row(best, size))


def _row(best: dict[bool, list[tuple[float, Item | None]]], size: int) -> Iterator[Item]:
    place, after = 0, False
    while place < size:
        item = best[after][place][1]
        if item is None:
            place, after = place + 1, False
        else:
            yield item
            place, after = item.end, True


def _weight(item: Item) -> float:
    return item.weight * MARKED if item.kind in _MARKS and item.kind != "Other" else item.weight
