from datetime import timedelta

from sqlalchemy import Engine, func, select

from calendar_backend import CityCalendar, OfficeCalendar, load_into
from calendar_backend.database import reading
from calendar_backend.models import BookingRow, CellRow, TicketRow
from tests.calendar_backend.small_office import NOW, at, small_office

TEN = at("2026-12-04T10:00")
FIVE = timedelta(minutes=5)


def rows(engine: Engine) -> list[int]:
    with reading(engine) as connection:
        counts = [select(func.count()).select_from(table) for table in (BookingRow, CellRow, TicketRow)]
        return [connection.scalar(count) or 0 for count in counts]


def test_what_has_run_out_goes_and_what_stands_stays(engine: Engine) -> None:
    name = {"name": "名", "reading": "な"}
    procedures = [{"id": "few", **name, "counter": "wide", "duration_minutes": 15, "per_day": 5}]
    load_into(engine, small_office(procedures=procedures, rules={"cool_down_minutes": 3, "per_person": 3}))
    calendar, city = OfficeCalendar(engine, "small"), CityCalendar(engine)
    calendar.book("few", TEN, "+819012340000", "CA1", NOW)
    cancelled = calendar.book("few", TEN, "+819012340000", "CA2", NOW)
    calendar.cancel(cancelled.number, None, NOW)
    calendar.hold("few", TEN + timedelta(hours=1), NOW, client="CA3")
    calendar.hold("few", TEN + timedelta(hours=2), NOW + FIVE, client="CA4")
    assert rows(engine) == [4, 4, 4]  # CA4 has taken over the ticket that CA2 has no more
    assert city.sweep(NOW + FIVE - timedelta(seconds=1)) == 0
    assert city.sweep(NOW + FIVE) == 1
    assert rows(engine) == [3, 2, 3]
    assert city.sweep(NOW + FIVE) == 0


def test_a_booking_whose_visit_is_over_keeps_its_cells(engine: Engine, calendar: OfficeCalendar) -> None:
    calendar.book("short", TEN, "", "CA1", NOW)
    CityCalendar(engine).sweep(TEN + timedelta(days=9))
    assert rows(engine) == [1, 1, 0]
