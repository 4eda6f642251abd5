"""Offices, their counters, hours and procedures, and the bookings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

LIVE = sa.text("status = 'booked'")
LIVE_CALL = sa.text("status = 'booked' AND call_sid <> ''")

TABLES = (
    "offices",
    "closed_days",
    "counters",
    "open_days",
    "opening_hours",
    "procedures",
    "bookings",
    "booking_cells",
)


def upgrade() -> None:
    op.create_table(
        "offices",
        sa.Column("id", sa.String(length=63), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("reading", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=16), nullable=False),
        sa.Column("agent_phone", sa.String(length=16), nullable=False),
        sa.Column("agent_opens", sa.Time(), nullable=False),
        sa.Column("agent_closes", sa.Time(), nullable=False),
        sa.Column("lead_open_days", sa.Integer(), nullable=False),
        sa.Column("horizon_days", sa.Integer(), nullable=False),
        sa.Column("grid_minutes", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_offices"),
    )
    op.create_table(
        "closed_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(length=63), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("reading", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_closed_days_office_id"),
        sa.PrimaryKeyConstraint("id", name="pk_closed_days"),
        sa.UniqueConstraint("office_id", "day", name="uq_closed_days_office_id_day"),
    )
    op.create_table(
        "counters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(length=63), nullable=False),
        sa.Column("code", sa.String(length=63), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("reading", sa.String(length=120), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_counters_office_id"),
        sa.PrimaryKeyConstraint("id", name="pk_counters"),
        sa.UniqueConstraint("office_id", "code", name="uq_counters_office_id_code"),
    )
    op.create_table(
        "open_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("counter_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"], name="fk_open_days_counter_id"),
        sa.PrimaryKeyConstraint("id", name="pk_open_days"),
    )
    op.create_index("ix_open_days_counter_id", "open_days", ["counter_id"])
    op.create_table(
        "opening_hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("counter_id", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"], name="fk_opening_hours_counter_id"),
        sa.PrimaryKeyConstraint("id", name="pk_opening_hours"),
    )
    op.create_index("ix_opening_hours_counter_id", "opening_hours", ["counter_id"])
    op.create_table(
        "procedures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(length=63), nullable=False),
        sa.Column("code", sa.String(length=63), nullable=False),
        sa.Column("counter_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("reading", sa.String(length=120), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=1), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("bring", sa.JSON(), nullable=False),
        sa.Column("deadline", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"], name="fk_procedures_counter_id"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_procedures_office_id"),
        sa.PrimaryKeyConstraint("id", name="pk_procedures"),
        sa.UniqueConstraint("office_id", "code", name="uq_procedures_office_id_code"),
    )
    op.create_index("ix_procedures_counter_id", "procedures", ["counter_id"])
    op.create_table(
        "bookings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(length=63), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=4), nullable=False),
        sa.Column("start", sa.DateTime(), nullable=False),
        sa.Column("end", sa.DateTime(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("phone", sa.String(length=255), nullable=False),
        sa.Column("call_sid", sa.String(length=255), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("length(number) = 4", name="ck_bookings_number"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_bookings_office_id"),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedures.id"], name="fk_bookings_procedure_id"),
        sa.PrimaryKeyConstraint("id", name="pk_bookings"),
    )
    op.create_index("ix_bookings_office_id_start", "bookings", ["office_id", "start"])
    op.create_index("ix_bookings_procedure_id", "bookings", ["procedure_id"])
    op.create_index(
        "uq_bookings_live_call",
        "bookings",
        ["call_sid", "procedure_id", "start"],
        unique=True,
        sqlite_where=LIVE_CALL,
        postgresql_where=LIVE_CALL,
    )
    op.create_index(
        "uq_bookings_live_number",
        "bookings",
        ["office_id", "number"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
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


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
