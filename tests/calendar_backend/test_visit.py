from datetime import date, datetime

import pytest

from calendar_backend import WEEKEND, OfficeFile, Reason
from calendar_backend.cells import between, moment, slot, slots
from calendar_backend.opening import Openings
from calendar_backend.visit import Visit, visit
from tests.calendar_backend.small_office import small_office

wall = datetime.fromisoformat
"""Wall-clock time without a zone."""

TUESDAY = wall("2026-11-24T10:00")


def desk(
    procedure_ids: str | tuple[str, ...] = "short",
    now: datetime = TUESDAY,
    office: OfficeFile | None = None,
    people: int = 1,
) -> Visit:
    return visit(Openings(office or small_office()), procedure_ids, people, now)


def starts(desk: Visit, day: str) -> list[str]:
    return [f"{start:%H:%M}" for start in desk.starts(date.fromisoformat(day))]


def test_the_last_start_ends_at_closing_time() -> None:
    assert (starts(desk("short"), "2026-12-04")[0], starts(desk("short"), "2026-12-04")[-1]) == (
        "08:30",
        "17:00",
    )
    assert starts(desk("long"), "2026-12-04")[-1] == "16:30"


def test_thursday_is_open_to_seven_only_at_the_counter_that_says_so() -> None:
    assert starts(desk("both"), "2026-12-03")[-1] == "18:30"
    assert starts(desk("both"), "2026-12-04")[-1] == "16:45"
    assert starts(desk("short"), "2026-12-03")[-1] == "17:00"


@pytest.mark.parametrize(
    ("day", "detail"),
    [
        ("2026-12-05", WEEKEND),
        ("2026-12-06", WEEKEND),
        ("2026-11-23", "勤労感謝の日"),
        ("2026-12-31", "年末年始"),
    ],
)
def test_weekends_and_holidays_are_closed_and_say_which(day: str, detail: str) -> None:
    opening = desk().opening(date.fromisoformat(day))
    assert (opening.spans, opening.detail) == ((), detail)


def test_a_special_open_day_opens_a_sunday_at_its_counters_alone() -> None:
    office = small_office(
        open_days=[{"date": "2026-12-06", "open": "9:00", "close": "10:00", "counters": ["desk"]}]
    )
    assert starts(desk("short", office=office), "2026-12-06") == ["09:00", "09:15", "09:30", "09:45"]
    assert desk("both", office=office).opening(date(2026, 12, 6)).detail == WEEKEND


def test_a_closed_day_wins_over_a_special_open_day() -> None:
    closed = [{"date": "2026-12-06", "name": "台風", "reading": "たいふう"}]
    open_days = [{"date": "2026-12-06", "open": "9:00", "close": "10:00", "counters": ["desk"]}]
    opening = desk(office=small_office(closed=closed, open_days=open_days)).opening(date(2026, 12, 6))
    assert (opening.spans, opening.detail, opening.detail_reading) == ((), "台風", "たいふう")


def test_hours_hold_from_their_first_to_their_last_day() -> None:
    hours = [
        {"days": "月火水木金", "open": "8:30", "close": "9:00", "to": "2026-12-03"},
        {"days": "月火水木金", "open": "10:00", "close": "10:30", "from": "2026-12-04"},
    ]
    counter = {"id": "desk", "name": "名", "reading": "な", "capacity": 1, "hours": hours}
    procedure = {"id": "short", "name": "名", "reading": "な", "counter": "desk", "duration_minutes": 15}
    office = small_office(counters=[counter], procedures=[procedure])
    assert starts(desk(office=office), "2026-12-03") == ["08:30", "08:45"]
    assert starts(desk(office=office), "2026-12-04") == ["10:00", "10:15"]


def test_a_booking_stays_within_one_span() -> None:
    hours = [{"days": "金", "open": f"{n}:00", "close": f"{n + 1}:00"} for n in (9, 10, 13)]
    counter = {"id": "desk", "name": "名", "reading": "な", "capacity": 1, "hours": hours}
    procedure = {"id": "hour", "name": "名", "reading": "な", "counter": "desk", "duration_minutes": 60}
    office = small_office(counters=[counter], procedures=[procedure])
    assert starts(desk("hour", office=office), "2026-12-04") == ["09:00", "10:00", "13:00"]


def test_starts_lie_on_the_grid_even_when_the_doors_open_beside_it() -> None:
    hours = [{"days": "金", "open": "8:40", "close": "9:40"}]
    counter = {"id": "desk", "name": "名", "reading": "な", "capacity": 1, "hours": hours}
    procedure = {"id": "short", "name": "名", "reading": "な", "counter": "desk", "duration_minutes": 15}
    office = small_office(counters=[counter], procedures=[procedure])
    assert starts(desk(office=office), "2026-12-04") == ["08:45", "09:00", "09:15"]


@pytest.mark.parametrize(
    ("now", "lead", "first"),
    [
        (wall("2026-11-24T10:00"), 1, date(2026, 11, 25)),
        (wall("2026-11-27T10:00"), 1, date(2026, 11, 30)),
        (wall("2026-11-20T10:00"), 1, date(2026, 11, 24)),
        (wall("2026-11-20T10:00"), 2, date(2026, 11, 25)),
        (wall("2026-12-28T23:59"), 1, date(2027, 1, 4)),
        (wall("2026-11-24T10:00"), 0, date(2026, 11, 24)),
    ],
)
def test_the_lead_counts_open_days(now: datetime, lead: int, first: date) -> None:
    assert desk(now=now, office=small_office(rules={"lead_open_days": lead})).first == first


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        ("2026-11-24T09:45", Reason.PAST),
        ("2026-11-24T10:00", Reason.PAST),
        ("2026-11-24T10:15", Reason.TOO_SOON),
        ("2026-11-25T08:30", None),
        ("2026-12-05T10:00", Reason.CLOSED),
        ("2026-12-04T08:15", Reason.OUTSIDE_HOURS),
        ("2026-12-04T17:15", Reason.OUTSIDE_HOURS),
        ("2026-12-04T10:10", Reason.OFF_GRID),
        ("2026-12-04T10:15:30", Reason.OFF_GRID),
        ("2027-01-22T10:00", None),
        ("2027-01-25T10:00", Reason.TOO_FAR),
    ],
)
def test_a_start_is_refused_for_the_reason_that_holds(start: str, reason: Reason | None) -> None:
    refusal = desk().refusal(datetime.fromisoformat(start))
    assert (refusal.reason if refusal else None) == reason


WEEK = {"days": "月火水木金", "open": "9:00", "close": "12:00"}
NAME = {"name": "名", "reading": "な"}
FRIDAY = date(2026, 12, 4)


def rich(
    counters: list[dict[str, object]], procedures: list[dict[str, object]], **rules: object
) -> OfficeFile:
    return small_office(
        counters=[NAME | {"hours": [WEEK], "capacity": 1} | counter for counter in counters],
        procedures=[NAME | {"duration_minutes": 30} | procedure for procedure in procedures],
        rules=rules,
    )


def free(desk: Visit, taken: dict[tuple[str, date], dict[int, int]] | None = None) -> list[str]:
    return [f"{moment(FRIDAY, slot):%H:%M}" for slot in slots(desk.free_mask(FRIDAY, taken or {}))]


def used(first: str, last: str) -> int:
    """The mask of the quarters from a time up to another."""
    return between(*(slot(datetime.fromisoformat(f"2026-12-04T{at}")) for at in (first, last)))


def test_the_buffer_keeps_the_place_but_is_no_part_of_the_visit() -> None:
    office = rich([{"id": "desk"}], [{"id": "a", "counter": "desk", "buffer_minutes": 20}])
    visit = desk("a", office=office)
    assert visit.end(wall("2026-12-04T09:00")) == wall("2026-12-04T09:30")
    assert free(visit)[-1] == "11:30"
    assert free(visit, {("desk", FRIDAY): {1: used("10:00", "12:00")}}) == ["09:00"]


def test_a_second_counter_serves_when_the_first_has_no_place() -> None:
    office = rich([{"id": "one"}, {"id": "two"}], [{"id": "a", "counter": "one", "also_at": ["two"]}])
    visit, start = desk("a", office=office), wall("2026-12-04T09:00")
    taken = {("one", FRIDAY): {1: used("09:00", "12:00")}}
    assert [seat.counter_id for seat in visit.seats(start, {}) or []] == ["one"]
    assert [seat.counter_id for seat in visit.seats(start, taken) or []] == ["two"]
    assert visit.seats(start, taken | {("two", FRIDAY): {1: used("09:00", "09:15")}}) is None


def test_fewer_are_served_where_the_staffing_says_so() -> None:
    lunch = {"days": "金", "open": "11:00", "close": "11:30", "capacity": 0}
    early = {"days": "金", "open": "9:00", "close": "9:30", "capacity": 2}
    office = rich([{"id": "desk", "staffing": [lunch, early]}], [{"id": "a", "counter": "desk"}])
    visit = desk("a", office=office)
    assert free(visit)[-3:] == ["10:15", "10:30", "11:30"]
    assert free(visit, {("desk", FRIDAY): {1: used("09:00", "12:00")}}) == ["09:00"]


def test_bookings_of_a_time_with_more_people_count_against_a_smaller_capacity() -> None:
    office = rich([{"id": "desk", "capacity": 2}], [{"id": "a", "counter": "desk"}])
    visit = desk("a", office=office)
    above = {3: used("09:00", "09:30")}
    assert free(visit, {("desk", FRIDAY): above})[0] == "09:00"
    assert free(visit, {("desk", FRIDAY): above | {2: used("09:00", "09:30")}})[0] == "09:30"
    assert free(visit, {("desk", FRIDAY): above | {1: used("09:00", "09:30")}})[0] == "09:30"


def test_after_the_cut_off_the_lead_is_a_day_longer() -> None:
    office = rich([{"id": "desk"}], [{"id": "a", "counter": "desk", "cut_off": "10:00"}])
    assert desk("a", wall("2026-11-24T09:59"), office).first == date(2026, 11, 25)
    assert desk("a", wall("2026-11-24T10:00"), office).first == date(2026, 11, 26)


def test_of_several_procedures_the_strictest_rules_hold() -> None:
    procedures = [
        {"id": "a", "counter": "desk", "lead_open_days": 3},
        {"id": "b", "counter": "desk", "horizon_days": 10},
    ]
    visit = desk(("a", "b"), office=rich([{"id": "desk"}], procedures))
    assert (visit.first, visit.last, visit.minutes) == (date(2026, 11, 27), date(2026, 12, 4), 60)


def test_procedures_at_two_counters_are_done_one_after_the_other_and_both_must_be_open() -> None:
    short = WEEK | {"open": "10:00"}
    counters = [{"id": "one"}, {"id": "two", "hours": [short]}]
    office = rich(
        counters, [{"id": "a", "counter": "one", "duration_minutes": 20}, {"id": "b", "counter": "two"}]
    )
    visit = desk(("a", "b"), office=office)
    assert (free(visit)[0], free(visit)[-1], visit.minutes) == ("09:30", "11:00", 60)
    assert free(visit, {("two", FRIDAY): {1: used("10:00", "11:00")}})[0] == "10:30"


def test_two_people_need_two_lanes_at_once() -> None:
    office = rich([{"id": "desk", "capacity": 3}], [{"id": "a", "counter": "desk", "people": 2}])
    visit = desk("a", office=office, people=2)
    taken = {("desk", FRIDAY): {2: used("09:00", "10:00")}}
    assert [seat.lane for seat in visit.seats(wall("2026-12-04T09:00"), taken) or []] == [1, 3]
    taken[("desk", FRIDAY)][3] = used("09:30", "09:45")
    assert free(visit, taken)[:2] == ["09:00", "09:45"]


def test_the_offices_own_year_end_is_closed() -> None:
    office = small_office(rules={"year_end": {"from": "12-24", "to": "01-02"}})
    opening = desk(office=office).opening
    assert opening(date(2026, 12, 24)).detail == "年末年始"
    assert opening(date(2027, 1, 3)).detail == WEEKEND


def test_a_day_closed_for_some_counters_is_open_at_the_others() -> None:
    closed = [{"date": "2026-12-04", "name": "研修", "reading": "けんしゅう", "counters": ["desk"]}]
    office = small_office(closed=closed)
    assert desk(office=office).opening(FRIDAY).detail == "研修"
    assert desk("both", office=office).opening(FRIDAY).spans
