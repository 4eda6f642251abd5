"""A day that leans on the one that is known."""

from datetime import date

import pytest

from dialog.slots.day import within
from dialog.state import Phase
from nlu.meaning import Bare, DateSpan
from tests.dialog.conversation import Conversation, moment


def _span(first: str, last: str = "") -> DateSpan:
    return DateSpan(date.fromisoformat(first), date.fromisoformat(last or first))


JANUARY = _span("2027-01-01", "2027-01-31")
TENTH = _span("2026-12-10")
"""A Thursday."""


@pytest.mark.parametrize(
    ("known", "heard", "bare", "meant"),
    [
        (JANUARY, _span("2026-12-10"), None, "2026-12-10"),
        (TENTH, _span("2026-11-27"), None, "2026-11-27"),
        (_span("2026-12-07", "2026-12-13"), _span("2026-11-25"), Bare.WEEKDAY, "2026-12-09"),
        (JANUARY, _span("2026-11-24", "2026-11-30"), Bare.THIRD, "2027-01-21..2027-01-31"),
        (None, _span("2026-11-26"), Bare.WEEKDAY, "2026-11-26"),
    ],
)
def test_the_part_that_was_said_is_taken_of_what_is_known(
    known: DateSpan | None, heard: DateSpan, bare: Bare | None, meant: str
) -> None:
    found = within(known, heard, bare)
    assert (str(found.first) if found.single else f"{found.first}..{found.last}") == meant


@pytest.mark.parametrize(
    ("month", "day", "start"),
    [
        ("1月でお願いします", "とおかで", moment(1, 10, 14).replace(year=2027)),
        ("いちがつがいいです", "15日やね", moment(1, 15, 14).replace(year=2027)),
        ("1月がよか", "12月10日にします", moment(12, 10, 14)),
        ("1月でお願いします", "じゅうにがつとおかにします", moment(12, 10, 14)),
    ],
)
def test_the_month_that_was_named_holds_unless_another_is_named(month: str, day: str, start: object) -> None:
    call = Conversation(start)  # type: ignore[arg-type]
    for said in ("住民票です", month, day, "2時で"):
        call.says(said)
    assert call.state.phase is Phase.CONFIRMING
    assert call.state.place is not None
    assert call.state.place.start == start


def test_a_day_that_is_pressed_names_its_month():
    call = Conversation(moment(12, 10, 14))
    call.says("住民票です")
    call.says("1月でお願いします")
    call.presses("1210")
    assert call.state.day == TENTH
