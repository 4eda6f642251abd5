"""Holds, changed and cancelled bookings, their history; closures, call-backs, the waiting list; richer rules.

Cells become quarters of a day, so that a day's taken places can be read as one number. SQLite cannot change a
constraint in place: `bookings` and `closed_days` are made anew around their rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

LIVE = sa.text("status IN ('booked', 'changed')")
LIVE_CALL = sa.text("status IN ('booked', 'changed') AND call_sid <> '' AND step = ''")
HELD = sa.text("status = 'held'")
LIVE_0001 = sa.text("status = 'booked'")
LIVE_CALL_0001 = sa.text("status = 'booked' AND call_sid <> ''")

QUARTER = timedelta(minutes=15)
BATCH = 5_000


def _added() -> dict[str, tuple[sa.Column[Any], ...]]:
    return {
        "offices": (
            sa.Column("cut_off", sa.Time(), nullable=True),
            sa.Column("cancel_days", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("per_person", sa.Integer(), nullable=True),
            sa.Column("cool_down_minutes", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("year_end_from", sa.String(5), nullable=False, server_default="12-29"),
            sa.Column("year_end_to", sa.String(5), nullable=False, server_default="01-03"),
        ),
        "counters": (sa.Column("staffing", sa.JSON(), nullable=False, server_default="[]"),),
        "procedures": (
            sa.Column("also_at", sa.JSON(), nullable=False, server_default="[]"),
            sa.Column("buffer_minutes", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("lead_open_days", sa.Integer(), nullable=True),
            sa.Column("cut_off", sa.Time(), nullable=True),
            sa.Column("horizon_days", sa.Integer(), nullable=True),
            sa.Column("per_day", sa.Integer(), nullable=True),
            sa.Column("people", sa.Integer(), nullable=False, server_default="1"),
        ),
    }


NEW = ("cells", "tickets", "history", "callbacks", "closures", "waiting")
"""In the order in which they can be dropped."""


def upgrade() -> None:
    connection = op.get_bind()
    for table, columns in _added().items():
        for column in columns:
            op.add_column(table, column)
    _anew_closed_days(with_counters=True)
    cells = [(b, moment.date(), _slot(moment), c, lane) for b, moment, c, lane in _cells_0001(connection)]
    op.drop_table("booking_cells")
    _set_aside("bookings")
    _create_bookings()
    _bring_back(
        "bookings",
        'id, office_id, procedure_id, number, start, "end", status, phone, call_sid, created_at',
        "name, people, more_procedures, step, token",
        "'', 1, '[]', '', NULL",
    )
    _create_cells_and_tickets()
    into = sa.table("cells", *map(sa.column, ("booking_id", "day", "slot", "counter_id", "lane")))
    names = ("booking_id", "day", "slot", "counter_id", "lane")
    for rows in _batches(cells):
        connection.execute(sa.insert(into), [dict(zip(names, row, strict=True)) for row in rows])
    _create_history()
    op.execute(
        "INSERT INTO history (booking_id, at, actor, action, details) "
        "SELECT id, created_at, call_sid, 'booked', '{}' FROM bookings ORDER BY id"
    )
    _create_lists()


def downgrade() -> None:
    """Holds, history, closures, call-backs and the waiting list are lost; what was cancelled stays as rows."""
    connection = op.get_bind()
    op.execute(
        "DELETE FROM cells WHERE booking_id IN (SELECT id FROM bookings WHERE status IN ('held', 'cancelled'))"
    )
    cells = connection.execute(
        sa.text("SELECT booking_id, day, slot, counter_id, min(lane) FROM cells GROUP BY 1, 2, 3, 4").columns(
            day=sa.Date()
        )
    ).all()
    for table in NEW:
        op.drop_table(table)
    if connection.dialect.name == "postgresql":
        op.execute("DROP FUNCTION history_stands()")
    op.execute("DELETE FROM bookings WHERE status = 'held'")
    op.execute("UPDATE bookings SET status = 'booked' WHERE status = 'changed'")
    op.execute("UPDATE bookings SET status = 'past' WHERE status IN ('came', 'did_not_come')")
    _set_aside("bookings")
    _create_bookings_0001()
    _bring_back(
        "bookings", 'id, office_id, procedure_id, number, start, "end", status, phone, call_sid, created_at'
    )
    into = sa.table(
        "booking_cells", sa.column("booking_id"), sa.column("cell_start", sa.DateTime()),
        sa.column("counter_id"), sa.column("lane"),
    )  # fmt: skip
    for rows in _batches(cells):
        connection.execute(
            sa.insert(into),
            [
                {"booking_id": b, "cell_start": _moment(day, slot), "counter_id": c, "lane": lane}
                for b, day, slot, c, lane in rows
            ],
        )
    _anew_closed_days(with_counters=False)
    for table, columns in _added().items():
        for column in columns:
            op.drop_column(table, column.name)


def _batches(rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def _slot(moment: datetime) -> int:
    return moment.hour * 4 + moment.minute // 15


def _moment(day: date, slot: int) -> datetime:
    return datetime.combine(day, time()) + slot * QUARTER


def _cells_0001(connection: sa.Connection) -> Sequence[Sequence[Any]]:
    columns = sa.text("SELECT booking_id, cell_start, counter_id, lane FROM booking_cells")
    return connection.execute(columns.columns(cell_start=sa.DateTime())).all()


def _set_aside(table: str) -> None:
    op.execute(f"CREATE TABLE {table}_aside AS SELECT * FROM {table}")
    op.drop_table(table)


def _bring_back(table: str, columns: str, new: str = "", values: str = "") -> None:
    into, out = (f"{columns}, {new}", f"{columns}, {values}") if new else (columns, columns)
    op.execute(f"INSERT INTO {table} ({into}) SELECT {out} FROM {table}_aside ORDER BY id")
    op.drop_table(f"{table}_aside")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), coalesce(max(id), 0) + 1, false) FROM {table}"
        )


def _anew_closed_days(with_counters: bool) -> None:
    """With counters, a day may stand twice in an office; without, what is closed for some counters is left out."""
    if not with_counters:
        op.execute("DELETE FROM closed_days WHERE CAST(counters AS VARCHAR(9)) <> '[]'")
    _set_aside("closed_days")
    counters = (sa.Column("counters", sa.JSON(), nullable=False, server_default="[]"),)
    unique = (sa.UniqueConstraint("office_id", "day", name="uq_closed_days_office_id_day"),)
    op.create_table(
        "closed_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(length=63), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("reading", sa.String(length=120), nullable=False),
        *(counters if with_counters else ()),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_closed_days_office_id"),
        sa.PrimaryKeyConstraint("id", name="pk_closed_days"),
        *(() if with_counters else unique),
    )
    if with_counters:
        op.create_index("ix_closed_days_office_id", "closed_days", ["office_id"])
    _bring_back("closed_days", "id, office_id, position, day, name, reading")


def _booking_columns(number_may_be_empty: bool) -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(length=63), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=4), nullable=number_may_be_empty),
        sa.Column("start", sa.DateTime(), nullable=False),
        sa.Column("end", sa.DateTime(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("phone", sa.String(length=255), nullable=False),
        sa.Column("call_sid", sa.String(length=255), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
    )


def _create_bookings() -> None:
    op.create_table(
        "bookings",
        *_booking_columns(number_may_be_empty=True),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("more_procedures", sa.JSON(), nullable=False),
        sa.Column("step", sa.String(length=255), nullable=False),
        sa.Column("token", sa.String(length=43), nullable=True),
        sa.Column("held_until", sa.DateTime(), nullable=True),
        sa.CheckConstraint("number IS NULL OR length(number) = 4", name="ck_bookings_number"),
        sa.CheckConstraint("(status = 'held') = (number IS NULL)", name="ck_bookings_held_without_number"),
        sa.CheckConstraint("(status = 'held') = (held_until IS NOT NULL)", name="ck_bookings_held_until"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_bookings_office_id"),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedures.id"], name="fk_bookings_procedure_id"),
        sa.PrimaryKeyConstraint("id", name="pk_bookings"),
        sa.UniqueConstraint("token", name="uq_bookings_token"),
    )
    op.create_index("ix_bookings_office_id_start", "bookings", ["office_id", "start"])
    op.create_index("ix_bookings_procedure_id", "bookings", ["procedure_id"])
    _partial("ix_bookings_held", ["call_sid"], HELD, unique=False)
    _partial("ix_bookings_live_phone", ["phone"], LIVE, unique=False)
    _partial("uq_bookings_live_call", ["call_sid", "procedure_id", "start"], LIVE_CALL)
    _partial("uq_bookings_live_number", ["office_id", "number"], LIVE)
    _partial("uq_bookings_step", ["office_id", "call_sid", "step"], sa.text("step <> ''"))


def _create_bookings_0001() -> None:
    op.create_table(
        "bookings",
        *_booking_columns(number_may_be_empty=False),
        sa.CheckConstraint("length(number) = 4", name="ck_bookings_number"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_bookings_office_id"),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedures.id"], name="fk_bookings_procedure_id"),
        sa.PrimaryKeyConstraint("id", name="pk_bookings"),
    )
    op.create_index("ix_bookings_office_id_start", "bookings", ["office_id", "start"])
    op.create_index("ix_bookings_procedure_id", "bookings", ["procedure_id"])
    _partial("uq_bookings_live_call", ["call_sid", "procedure_id", "start"], LIVE_CALL_0001)
    _partial("uq_bookings_live_number", ["office_id", "number"], LIVE_0001)
    op.create_table(
        "booking_cells",
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("cell_start", sa.DateTime(), nullable=False),
        sa.Column("counter_id", sa.Integer(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.CheckConstraint("lane >= 1", name="ck_booking_cells_lane"),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_booking_cells_booking_id"),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"], name="fk_booking_cells_counter_id"),
        sa.PrimaryKeyConstraint("booking_id", "cell_start", name="pk_booking_cells"),
        sa.UniqueConstraint(
            "counter_id", "lane", "cell_start", name="uq_booking_cells_counter_id_lane_cell_start"
        ),
    )
    op.create_index("ix_booking_cells_counter_id_cell_start", "booking_cells", ["counter_id", "cell_start"])


def _partial(name: str, columns: list[str], where: Any, unique: bool = True) -> None:
    op.create_index(name, "bookings", columns, unique=unique, sqlite_where=where, postgresql_where=where)


def _create_cells_and_tickets() -> None:
    op.create_table(
        "cells",
        sa.Column("counter_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.CheckConstraint("lane >= 1", name="ck_cells_lane"),
        sa.CheckConstraint("slot BETWEEN 0 AND 95", name="ck_cells_slot"),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_cells_booking_id"),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"], name="fk_cells_counter_id"),
        sa.PrimaryKeyConstraint("counter_id", "day", "lane", "slot", name="pk_cells"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_cells_booking_id", "cells", ["booking_id"])
    op.create_table(
        "tickets",
        sa.Column("scope", sa.String(length=320), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_tickets_booking_id"),
        sa.PrimaryKeyConstraint("scope", "place", name="pk_tickets"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tickets_booking_id", "tickets", ["booking_id"])


def _create_history() -> None:
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(length=255), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_history_booking_id"),
        sa.PrimaryKeyConstraint("id", name="pk_history"),
    )
    op.create_index("ix_history_booking_id", "history", ["booking_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION history_stands() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = 'history is append-only'; END $$"
        )
        op.execute(
            "CREATE TRIGGER history_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON history "
            "FOR EACH STATEMENT EXECUTE FUNCTION history_stands()"
        )
    else:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER history_stands_{change.lower()} BEFORE {change} ON history "
                "BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
            )


def _create_lists() -> None:
    op.create_table(
        "closures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(length=63), nullable=False),
        sa.Column("counter_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=True),
        sa.Column("closes", sa.Time(), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("reading", sa.String(length=120), nullable=False),
        sa.Column("actor", sa.String(length=255), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("lifted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_closures_office_id"),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"], name="fk_closures_counter_id"),
        sa.PrimaryKeyConstraint("id", name="pk_closures"),
    )
    op.create_index("ix_closures_office_id_day", "closures", ["office_id", "day"])
    op.create_table(
        "callbacks",
        *_listed(),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.Column("closure_id", sa.Integer(), nullable=True),
        sa.Column("phone", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("about", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_callbacks_office_id"),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_callbacks_booking_id"),
        sa.ForeignKeyConstraint(["closure_id"], ["closures.id"], name="fk_callbacks_closure_id"),
        sa.PrimaryKeyConstraint("id", name="pk_callbacks"),
        sa.UniqueConstraint("closure_id", "booking_id", name="uq_callbacks_closure_id_booking_id"),
    )
    op.create_index("ix_callbacks_office_id_state", "callbacks", ["office_id", "state"])
    op.create_table(
        "waiting",
        *_listed(),
        sa.Column("procedures", sa.JSON(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("earliest", sa.Time(), nullable=True),
        sa.Column("latest", sa.Time(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("phone", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("token", sa.String(length=43), nullable=True),
        sa.Column("offered", sa.DateTime(), nullable=True),
        sa.Column("offered_until", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_waiting_office_id"),
        sa.PrimaryKeyConstraint("id", name="pk_waiting"),
    )
    op.create_index("ix_waiting_office_id_state", "waiting", ["office_id", "state"])


def _listed() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(length=63), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(length=255), nullable=False),
    )
