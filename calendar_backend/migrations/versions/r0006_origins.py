"""Who put a line on a list, whoever wrote it last; how often somebody was phoned in vain; bookings of any state by their
number and telephone."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TABLES = ("callbacks", "waiting")


def upgrade() -> None:
    connection = op.get_bind()
    for name in TABLES:
        op.add_column(name, sa.Column("origin", sa.String(255), nullable=False, server_default=""))
        table = sa.table(name, *map(sa.column, ("origin", "actor", "created_at", "updated_at")))
        untouched = table.c.created_at == table.c.updated_at
        connection.execute(sa.update(table).where(untouched).values(origin=table.c.actor))
    op.add_column("callbacks", sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_bookings_office_id_number", "bookings", ["office_id", "number"])
    op.create_index("ix_bookings_phone", "bookings", ["phone"])


def downgrade() -> None:
    op.drop_index("ix_bookings_phone", "bookings")
    op.drop_index("ix_bookings_office_id_number", "bookings")
    op.drop_column("callbacks", "tries")
    for name in TABLES:
        op.drop_column(name, "origin")
