"""What `OfficeCalendar.find` answers, on rows in SQLite."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, event

from calendar_backend import (
    WEEKEND,
    BadWish,
    NaiveDatetime,
    OfficeCalendar,
    Place,
    Reason,
    UnknownProcedure,
    load_into,
)
from tests.calendar_backend.small_office import NOW, at, clock, fill, on, small_office


def said(places: tuple[Place, ...]) -> list[str]:
    return [f"{place.start:%m-%d %H:%M}" for place in places]


def test_a_free_start_that_was_wished_is_the_only_offer(calendar: OfficeCalendar) -> None:
    found = calendar.find("long", NOW, on("2026-12-04"), clock("10:00"))
    assert found.fitting == (Place("long", at("2026-12-04T10:00"), at("2026-12-04T10:40")),)
    assert (found.reason, found.alternatives) == (None, ())
    assert found.fitting[0].start.isoformat() == "2026-12-04T10:00:00+09:00"


def test_a_day_is_offered_in_its_parts(calendar: OfficeCalendar) -> None:
    found = calendar.find("short", NOW, on("2026-12-04"))
    assert said(found.fitting) == ["12-04 08:30", "12-04 13:00", "12-04 15:00"]


def test_without_any_wish_the_first_open_days_are_offered(calendar: OfficeCalendar) -> None:
    assert said(calendar.find("short", NOW).fitting) == ["11-25 08:30", "11-26 13:00", "11-27 15:00"]


def test_a_week_at_a_time_is_offered_on_its_first_days(calendar: OfficeCalendar) -> None:
    found = calendar.find("short", NOW, (on("2026-11-28")[0], on("2026-12-04")[0]), clock("10:00"))
    assert said(found.fitting) == ["11-30 10:00", "12-01 10:00", "12-02 10:00"]


def test_a_taken_time_gets_the_nearest_times_of_that_day(calendar: OfficeCalendar) -> None:
    calendar.book("long", at("2026-12-04T10:00"), "", "a", NOW)
    found = calendar.find("short", NOW, on("2026-12-04"), clock("10:15"))
    assert (found.fitting, found.reason) == ((), Reason.FULL)
    assert said(found.alternatives) == ["12-04 09:45", "12-04 10:45", "12-04 09:30"]


def test_a_long_procedure_is_not_offered_in_a_gap_too_short_for_it(calendar: OfficeCalendar) -> None:
    calendar.book("short", at("2026-12-04T10:30"), "", "a", NOW)
    assert calendar.find("long", NOW, on("2026-12-04"), clock("10:00", "10:30")).fitting == ()
    assert said(calendar.find("long", NOW, on("2026-12-04"), clock("09:45", "10:45")).fitting) == [
        "12-04 09:45",
        "12-04 10:45",
    ]


def test_a_counter_for_two_is_full_after_two(calendar: OfficeCalendar) -> None:
    calendar.book("both", at("2026-12-04T10:00"), "", "a", NOW)
    assert calendar.find("both", NOW, on("2026-12-04"), clock("10:00")).reason is None
    calendar.book("both", at("2026-12-04T10:00"), "", "b", NOW)
    assert calendar.find("both", NOW, on("2026-12-04"), clock("10:00")).reason is Reason.FULL


def test_two_halves_free_on_different_lanes_are_no_place(calendar: OfficeCalendar) -> None:
    for start, call in (("10:00", "a"), ("10:00", "b"), ("10:30", "c")):
        calendar.book("both", at(f"2026-12-04T{start}"), "", call, NOW)
    assert calendar.find("both", NOW, on("2026-12-04"), clock("10:30")).reason is None
    assert calendar.find("both", NOW, on("2026-12-04"), clock("10:15")).reason is Reason.FULL


def test_a_full_day_gets_the_same_time_on_the_nearest_days(calendar: OfficeCalendar) -> None:
    fill(calendar, "short", "2026-12-02T08:30", "2026-12-02T17:00", minutes=15)
    found = calendar.find("short", NOW, on("2026-12-02"), clock("14:00"))
    assert found.reason is Reason.FULL
    assert said(found.alternatives) == ["12-03 14:00", "12-01 14:00", "12-04 14:00"]
    assert calendar.find("short", NOW, on("2026-12-02")).reason is Reason.FULL


@pytest.mark.parametrize(
    ("day", "reason", "detail", "alternatives"),
    [
        ("2026-12-05", Reason.CLOSED, WEEKEND, ["12-04 10:00", "12-07 10:00", "12-03 10:00"]),
        ("2026-12-31", Reason.CLOSED, "年末年始", ["12-28 10:00", "01-04 10:00", "01-05 10:00"]),
        ("2027-01-11", Reason.CLOSED, "成人の日", ["01-12 10:00", "01-13 10:00", "01-14 10:00"]),
        ("2026-11-23", Reason.PAST, "", ["11-25 10:00", "11-26 10:00", "11-27 10:00"]),
        ("2026-11-24", Reason.PAST, "", ["11-25 10:00", "11-26 10:00", "11-27 10:00"]),
        ("2027-01-25", Reason.TOO_FAR, "", ["01-22 10:00", "01-21 10:00", "01-20 10:00"]),
    ],
)
def test_a_day_that_cannot_be_says_why_and_what_is_near(
    calendar: OfficeCalendar, day: str, reason: Reason, detail: str, alternatives: list[str]
) -> None:
    found = calendar.find("short", NOW, on(day), clock("10:00"))
    assert (found.fitting, found.reason, found.detail) == ((), reason, detail)
    assert said(found.alternatives) == alternatives


def test_later_today_is_too_soon(calendar: OfficeCalendar) -> None:
    assert calendar.find("short", NOW, on("2026-11-24"), clock("15:00")).reason is Reason.TOO_SOON
    assert calendar.find("short", NOW, on("2026-11-24")).reason is Reason.TOO_SOON


def test_an_evening_is_outside_hours_except_where_thursday_is_long(calendar: OfficeCalendar) -> None:
    found = calendar.find("both", NOW, on("2026-12-04"), clock("18:00"))
    assert (found.reason, said(found.alternatives)[0]) == (Reason.OUTSIDE_HOURS, "12-04 16:45")
    assert said(calendar.find("both", NOW, on("2026-12-03"), clock("18:00")).fitting) == ["12-03 18:00"]


def test_a_time_beside_the_grid_gets_the_nearest_times_behind_it(calendar: OfficeCalendar) -> None:
    found = calendar.find("short", NOW, on("2026-12-04"), clock("10:10"))
    assert (found.reason, said(found.alternatives)[:2]) == (
        Reason.OFF_GRID,
        ["12-04 10:15", "12-04 10:30"],
    )


def test_with_no_lead_the_rest_of_today_is_free_and_its_past_is_not(engine: Engine) -> None:
    load_into(engine, small_office(rules={"lead_open_days": 0}))
    calendar = OfficeCalendar(engine, "small")
    assert said(calendar.find("short", NOW, on("2026-11-24"), limit=1).fitting) == ["11-24 10:15"]
    assert calendar.find("short", NOW, on("2026-11-24"), clock("09:00")).reason is Reason.PAST
    evening = NOW + timedelta(hours=8)
    assert calendar.find("short", evening, on("2026-11-24")).reason is Reason.PAST


def test_an_office_without_a_free_day_has_no_alternatives(engine: Engine) -> None:
    days = [f"2026-11-{day}" for day in (25, 26, 27)]
    closed = [{"date": day, "name": "休み", "reading": "やすみ"} for day in days]
    load_into(engine, small_office(rules={"horizon_days": 3}, closed=closed))
    found = OfficeCalendar(engine, "small").find("short", NOW)
    assert (found.fitting, found.alternatives) == ((), ())
    assert found.reason is Reason.TOO_SOON


def test_one_query_answers_a_wish(engine: Engine, calendar: OfficeCalendar) -> None:
    fill(calendar, "short", "2026-12-02T08:30", "2026-12-02T17:00", minutes=15)
    asked: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    calendar.find("short", NOW, on("2026-12-02"), clock("14:00"))
    assert [statement.split()[0] for statement in asked if statement != "BEGIN"] == ["SELECT"]


def test_a_change_of_the_office_is_seen_at_the_next_wish(engine: Engine, calendar: OfficeCalendar) -> None:
    assert calendar.find("short", NOW, on("2026-12-04")).reason is None
    load_into(engine, small_office(closed=[{"date": "2026-12-04", "name": "台風", "reading": "たいふう"}]))
    found = calendar.find("short", NOW, on("2026-12-04"))
    assert (found.reason, found.detail, found.detail_reading) == (Reason.CLOSED, "台風", "たいふう")


def test_bad_wishes_are_refused(calendar: OfficeCalendar) -> None:
    with pytest.raises(NaiveDatetime, match="aware"):
        calendar.find("short", NOW.replace(tzinfo=None))
    with pytest.raises(UnknownProcedure, match="teleport"):
        calendar.find("teleport", NOW)
    with pytest.raises(BadWish, match="2026-12-04"):
        calendar.find("short", NOW, (on("2026-12-05")[0], on("2026-12-04")[0]))
    with pytest.raises(BadWish, match="11:00"):
        calendar.find("short", NOW, times=clock("11:00", "10:00"))
    with pytest.raises(BadWish, match="limit"):
        calendar.find("short", NOW, limit=0)
