"""Who is here today: tickets, desks, serving times, their history; devices; when a booking loses its turn."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

TABLES = ("devices", "queue_history", "serving_times", "desks", "queue_tickets")
"""In the order in which they can be dropped."""


def upgrade() -> None:
    op.add_column("offices", sa.Column("late_minutes", sa.Integer(), nullable=False, server_default="5"))
    _create_tickets()
    op.create_table(
        "desks",
        sa.Column("counter_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(255), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("number >= 1", name="ck_desks_number"),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"], name="fk_desks_counter_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["queue_tickets.id"], name="fk_desks_ticket_id"),
        sa.PrimaryKeyConstraint("counter_id", "number", name="pk_desks"),
        sa.UniqueConstraint("ticket_id", name="uq_desks_ticket_id"),
    )
    op.create_table(
        "serving_times",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("counter_id", sa.Integer(), nullable=False),
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("procedures", sa.JSON(), nullable=False),
        sa.Column("began", sa.DateTime(), nullable=False),
        sa.Column("ended", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["queue_tickets.id"], name="fk_serving_times_ticket_id"),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"], name="fk_serving_times_counter_id"),
        sa.PrimaryKeyConstraint("id", name="pk_serving_times"),
    )
    op.create_index("ix_serving_times_ticket_id", "serving_times", ["ticket_id"])
    op.create_index("ix_serving_times_counter_id_id", "serving_times", ["counter_id", "id"])
    _create_history()
    op.create_table(
        "devices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(63), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("key_hash", sa.String(64), nullable=False),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(255), nullable=False),
        sa.Column("taken_back", sa.DateTime(), nullable=True),
        sa.Column("taken_back_by", sa.String(255), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_devices_office_id"),
        sa.PrimaryKeyConstraint("id", name="pk_devices"),
        sa.UniqueConstraint("key_hash", name="uq_devices_key_hash"),
    )
    op.create_index("ix_devices_office_id_id", "devices", ["office_id", "id"])


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    op.drop_column("offices", "late_minutes")


def _create_tickets() -> None:
    op.create_table(
        "queue_tickets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(63), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("counter_id", sa.Integer(), nullable=False),
        sa.Column("procedures", sa.JSON(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("desk", sa.Integer(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("drawn", sa.DateTime(), nullable=False),
        sa.Column("joined", sa.DateTime(), nullable=False),
        sa.Column("called", sa.DateTime(), nullable=True),
        sa.Column("began", sa.DateTime(), nullable=True),
        sa.Column("ended", sa.DateTime(), nullable=True),
        sa.Column("client", sa.String(255), nullable=False),
        sa.Column("step", sa.String(255), nullable=False),
        sa.Column("token", sa.String(43), nullable=False),
        sa.Column("told", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_queue_tickets_office_id"),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"], name="fk_queue_tickets_counter_id"),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_queue_tickets_booking_id"),
        sa.PrimaryKeyConstraint("id", name="pk_queue_tickets"),
        sa.UniqueConstraint("office_id", "day", "number", name="uq_queue_tickets_office_id_day_number"),
        sa.UniqueConstraint("booking_id", name="uq_queue_tickets_booking_id"),
        sa.UniqueConstraint("token", name="uq_queue_tickets_token"),
    )
    with_step = sa.text("step <> ''")
    op.create_index(
        "uq_queue_tickets_step",
        "queue_tickets",
        ["office_id", "client", "step"],
        unique=True,
        sqlite_where=with_step,
        postgresql_where=with_step,
    )
    op.create_index("ix_queue_tickets_counter_id_day_state", "queue_tickets", ["counter_id", "day", "state"])


def _create_history() -> None:
    op.create_table(
        "queue_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(63), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(255), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_queue_history_office_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["queue_tickets.id"], name="fk_queue_history_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_queue_history"),
    )
    op.create_index("ix_queue_history_ticket_id", "queue_history", ["ticket_id"])
    op.create_index("ix_queue_history_office_id_id", "queue_history", ["office_id", "id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER queue_history_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON queue_history "
            "FOR EACH STATEMENT EXECUTE FUNCTION history_stands()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER queue_history_stands_{change.lower()} BEFORE {change} ON queue_history "
            "BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
        )
