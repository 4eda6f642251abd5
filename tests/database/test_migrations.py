"""The tables of the people around the telephone, beside the calendar's."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

from calendar_backend.database import migrate as migrate_calendar
from calendar_backend.database import writing
from calendar_backend.migrations import run
from calendar_backend.models import Base as Calendar
from voicebot.database import HISTORY, migrate, reading
from voicebot.database.tables import Base


def test_the_migrations_make_exactly_the_tables_of_the_models(engine: Engine):
    def ours(thing: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
        return kind != "table" or name in Base.metadata.tables

    options = {"compare_type": True, "version_table": "voicebot_version", "include_object": ours}
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_no_table_has_the_name_of_one_of_the_calendars():
    assert not Base.metadata.tables.keys() & Calendar.metadata.tables.keys()


def test_both_histories_go_their_own_way(engine: Engine):
    with writing(engine) as connection:
        run.downgrade(connection, "base", HISTORY)
    with reading(engine) as connection:
        left = set(inspect(connection).get_table_names())
    assert left == {*Calendar.metadata.tables, "alembic_version", "voicebot_version"}
    migrate(engine)
    with writing(engine) as connection:
        run.downgrade(connection, "base")
    with reading(engine) as connection:
        assert set(Base.metadata.tables) <= set(inspect(connection).get_table_names())
    migrate_calendar(engine)
    migrate(engine)
