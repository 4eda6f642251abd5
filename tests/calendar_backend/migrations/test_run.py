from datetime import date

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from calendar_backend import DatabaseUnusable, OfficeCalendar, PlaceTaken, load_into, open_database
from calendar_backend.database import reading, writing
from calendar_backend.migrations import run
from calendar_backend.models import Base
from tests.calendar_backend.small_office import NOW, at, small_office


def tables(engine: Engine) -> dict[str, list[str]]:
    """All tables, their columns and indexes."""
    found = inspect(engine)
    return {
        table: [str(column) for column in found.get_columns(table)]
        + [str(index["name"]) for index in found.get_indexes(table)]
        for table in found.get_table_names()
    }


def test_the_migrations_make_exactly_the_tables_of_the_models(engine: Engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_opening_again_keeps_what_is_booked(database: str, calendar: OfficeCalendar) -> None:
    booking = calendar.book("short", at("2026-12-04T10:00"), "", "CA1", NOW)
    again = open_database(database)
    assert OfficeCalendar(again, "small").bookings() == [booking]
    again.dispose()


def test_a_database_with_bookings_goes_down_to_nothing_and_up_again(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    calendar.book("short", at("2026-12-04T10:00"), "", "CA1", NOW)
    with writing(engine) as connection:
        run.downgrade(connection, "base")
    with reading(engine) as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    with writing(engine) as connection:
        run.upgrade(connection)
    assert load_into(engine, small_office())
    assert (
        OfficeCalendar(engine, "small").book("short", at("2026-12-04T10:00"), "", "CA1", NOW).status
        == "booked"
    )


def test_a_migration_that_fails_leaves_the_database_as_it_was(engine: Engine) -> None:
    before = tables(engine)

    def break_off() -> None:
        with writing(engine) as connection:
            run.downgrade(connection, "base")
            connection.exec_driver_sql("create table offices (id integer)")
            run.upgrade(connection)

    with pytest.raises(DatabaseUnusable, match="offices"):
        break_off()
    assert tables(engine) == before


BOOKINGS_0001 = (
    'insert into bookings (id, office_id, procedure_id, number, start, "end", status, phone, call_sid, created_at) '
    "select {id}, 'small', p.id, '{number}', '2026-12-04 {start}', '2026-12-04 {end}', '{status}', '+819012340000', "
    "'CA{id}', '2026-11-24 10:00:00' from procedures p where p.code = 'long'"
)


def test_the_bookings_of_the_first_step_keep_their_places_numbers_and_calls(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    closed = [{"date": "2027-02-08", "name": "休み", "reading": "やすみ"}]
    office = small_office(closed=closed)
    load_into(engine, office)
    with writing(engine) as connection:
        run.downgrade(connection, "0001")
        rows = ((5, "4718", "10:00:00", "10:40:00", "booked"), (9, "1000", "09:00:00", "09:40:00", "past"))
        for row_id, number, start, end, status in rows:
            given = {"id": row_id, "number": number, "start": start, "end": end, "status": status}
            connection.exec_driver_sql(BOOKINGS_0001.format(**given))
        for n in (0, 15, 30):
            connection.exec_driver_sql(
                "insert into booking_cells (booking_id, cell_start, counter_id, lane) "
                f"select 5, '2026-12-04 10:{n:02}:00', id, 1 from counters where code = 'desk'"
            )
    with writing(engine) as connection:
        run.upgrade(connection)
    again = OfficeCalendar(engine, "small")
    assert again.office == office
    assert [(b.number, b.status) for b in again.bookings()] == [("1000", "past"), ("4718", "booked")]
    assert again.look_up("4718", "+819012340000").start == at("2026-12-04T10:00")
    with pytest.raises(PlaceTaken):
        again.book("short", at("2026-12-04T10:30"), "", "CA1", NOW)
    assert [h.action for h in again.history("4718")[0]] == ["booked"]
    again.change("4718", "+819012340000", at("2026-12-04T11:00"), NOW)
    assert again.book("long", at("2026-12-04T10:00"), "", "CA5", NOW).start == at("2026-12-04T10:00")


def test_back_at_the_first_step_stands_what_was_booked_and_nothing_that_was_only_held(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    moved = calendar.book("short", at("2026-12-04T10:00"), "+819012340000", "CA1", NOW)
    calendar.change(moved.number, None, at("2026-12-04T11:00"), NOW)
    gone = calendar.book("both", at("2026-12-04T10:00"), "", "CA2", NOW)
    calendar.cancel(gone.number, None, NOW)
    calendar.hold("both", at("2026-12-04T10:00"), NOW, client="CA3")
    calendar.close(date(2026, 12, 4), "台風", "たいふう", NOW, by="clerk")
    with writing(engine) as connection:
        run.downgrade(connection, "0001")
        booked = connection.execute(text("select number, status from bookings order by id")).all()
        cells = connection.execute(text("select cell_start from booking_cells")).scalars().all()
        assert booked == [(moved.number, "booked"), (gone.number, "cancelled")]
        assert [str(cell)[:19] for cell in cells] == ["2026-12-04 11:00:00"]
    with writing(engine) as connection:
        run.upgrade(connection)
    again = OfficeCalendar(engine, "small")
    assert [(b.number, b.status) for b in again.bookings()] == [
        (gone.number, "cancelled"),
        (moved.number, "booked"),
    ]
    assert again.book("both", at("2026-12-04T10:00"), "", "CA3", NOW).status == "booked"
