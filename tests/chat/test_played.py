"""A scenario complains about everything that is not as it says."""

from typing import Any

import pytest

from calendar_backend import OfficeCalendar
from voicebot.chat.deeds import DeedFailed
from voicebot.chat.played import Played, play
from voicebot.chat.scenario import Scenario

ROW = {"procedure": "juminhyo", "start": "2026-12-01T14:00"}
CALL = ["12月1日の午後2時に住民票をお願いします", "はい"]


def played(calendar: OfficeCalendar, call: list[Any], expect: dict[str, Any], **more: Any) -> Played:
    scenario = {"about": "", "now": "2026-11-24T10:00", "caller": "+819012345678", "call": call}
    written = Scenario.model_validate(scenario | {"expect": expect} | more)
    return play(written, (calendar.office,), {calendar.office.id: calendar})


def complaints(calendar: OfficeCalendar, call: list[Any], **expect: Any) -> list[str]:
    return played(calendar, call, {"outcome": "booked", "rows": [ROW]} | expect).complaints


def test_a_call_as_expected_has_no_complaints(calendar: OfficeCalendar):
    assert complaints(calendar, [*CALL, {"says": ["予約番号"]}], says=["よろしいですか"], turns=3) == []


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ({"outcome": "changed"}, "the outcome is booked, not changed"),
        ({"rows": []}, "the rows are"),
        ({"rows": [{**ROW, "start": "2026-12-01T14:15"}]}, "the rows are"),
        ({"rows": [{**ROW, "phone": "+81312345678"}]}, "the rows are"),
        ({"says": ["さようなら"]}, "「さようなら」 was not said"),
        ({"never": ["予約番号"]}, "「予約番号」 was said"),
        ({"turns": 2}, "the bot spoke 3 times"),
        ({"callbacks": [{"about": "住民票"}]}, "the call-back list has"),
    ],
)
def test_what_differs_is_told(calendar: OfficeCalendar, expect: dict[str, Any], told: str):
    (complaint,) = complaints(calendar, CALL, **expect)
    assert complaint.startswith(told)


@pytest.mark.parametrize("visit", [("juminhyo", "inkan-shomei"), ("inkan-shomei", "juminhyo")])
def test_the_procedures_of_a_visit_stand_in_any_order(calendar: OfficeCalendar, visit: tuple[str, str]):
    call = ["住民票と印鑑証明を12月1日の午後2時にお願いします", "はい"]
    assert complaints(calendar, call, rows=[{**ROW, "procedure": visit[0], "more": [visit[1]]}]) == []


def test_another_procedure_of_the_visit_is_told(calendar: OfficeCalendar):
    (complaint,) = complaints(calendar, CALL, rows=[{**ROW, "more": ["inkan-shomei"]}])
    assert complaint.startswith("the rows are")


def test_phrases_in_the_middle_are_looked_for_in_the_last_answer(calendar: OfficeCalendar):
    told = complaints(calendar, [CALL[0], {"says": ["どのお手続き"]}, {"never": ["よろしい"]}, CALL[1]])
    assert [complaint[:8] for complaint in told] == ["「どのお手続き」", "「よろしい」 w"]


def test_rows_of_others_must_stand(calendar: OfficeCalendar):
    cancels = {"cancel": {"procedure": "juminhyo", "start": "2026-12-01T10:00"}}
    books = {"book": {"procedure": "juminhyo", "start": "2026-12-01T10:00", "count": 2}}
    expect = {"outcome": "booked", "rows": [ROW]}
    assert played(calendar, [books, *CALL], expect).complaints == []
    assert len(calendar.bookings()) == 3
    assert played(calendar, [cancels, "/hangup"], {"outcome": "abandoned", "rows": [ROW]}).complaints == []


def test_a_booking_of_others_that_is_gone_is_told(calendar: OfficeCalendar, monkeypatch: pytest.MonkeyPatch):
    books = {"book": {"procedure": "juminhyo", "start": "2026-12-01T10:00"}}
    take = calendar.book

    def take_and_lose(*wish: Any, **party: int) -> Any:
        calendar.cancel(calendar.bookings()[0].number, None, wish[-1], by_clerk=True)
        return take(*wish, **party)

    def book(*wish: Any, **party: int) -> Any:
        lost = wish[2] == "+819012345678"
        return take_and_lose(*wish, **party) if lost else take(*wish, **party)

    monkeypatch.setattr(calendar, "book", book)
    (complaint,) = complaints(calendar, [books, *CALL])
    assert complaint.startswith("bookings of others were touched")


def test_the_callers_own_booking_is_among_the_rows(calendar: OfficeCalendar):
    own = {"book": {"procedure": "koseki", "start": "2026-12-01T10:00", "phone": "caller"}}
    first = {"procedure": "koseki", "start": "2026-12-01T10:00"}
    expect = {"outcome": "booked", "rows": [first, ROW]}
    assert played(calendar, CALL, expect, before=[own]).complaints == []


def test_a_calendar_that_is_down_books_nothing(calendar: OfficeCalendar):
    call = [CALL[0], {"calendar": "down"}, CALL[1]]
    assert complaints(calendar, call, outcome="failed", rows=[]) == []


def test_what_others_cannot_do_is_told(calendar: OfficeCalendar):
    books = {"book": {"procedure": "juminhyo", "start": "2026-11-29T10:00"}}
    with pytest.raises(DeedFailed, match="others cannot book juminhyo 11-29 10:00"):
        played(calendar, [books, *CALL], {"outcome": "booked", "rows": [ROW]})
