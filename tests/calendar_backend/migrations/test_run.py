import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

from calendar_backend import DatabaseUnusable, OfficeCalendar, load_into, open_database
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
