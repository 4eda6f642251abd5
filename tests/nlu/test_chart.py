"""Which rules a chart tries, and what it is made for."""

import pytest

from nlu import discourse, lattice
from nlu.chart import At, Rules, applicable


def table() -> Rules:
    rules = Rules()

    @rules.on("Date", "Month DayNumber Weekday?")
    @rules.on("Weekday", "Letter Sun")
    def made(at: At, *values: object) -> object:
        return values

    return rules


@pytest.mark.parametrize(
    ("kinds", "made"),
    [
        ("Month DayNumber", [("Date", 2)]),
        ("Month DayNumber Weekday", [("Date", 3), ("Date", 2)]),
        ("Month DayNumber Letter Sun", [("Weekday", 2), ("Date", 3), ("Date", 2)]),
        ("Month Weekday", []),
        ("Letter", []),
    ],
)
def test_a_rule_is_tried_only_where_all_that_it_needs_stands_or_can_be_made(
    kinds: str, made: list[tuple[str, int]]
) -> None:
    found = applicable(table(), frozenset(kinds.split()))
    assert [(rule.left, len(rule.right)) for every in found.values() for rule in every] == made


@pytest.mark.parametrize("text", ["来週の火曜", "じゅーにがつよっか", "午後", "今夜", "先週の火曜に行った"])
def test_a_day_or_a_time_is_looked_for_where_its_words_stand(text: str) -> None:
    assert discourse.speaks_of_when(lattice.of_text(text))


@pytest.mark.parametrize(
    "text", ["", "はい、おねがいします", "住民票ですけど", "いや、違います", "だめなんよ"]
)
def test_none_is_looked_for_where_there_is_nothing_but_words_around_it(text: str) -> None:
    assert not discourse.speaks_of_when(lattice.of_text(text))
