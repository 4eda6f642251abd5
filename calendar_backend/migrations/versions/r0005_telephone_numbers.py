"""Telephone numbers as E.164, and none where the network withheld it. What is no number stays for a clerk to read."""

import sqlalchemy as sa
from alembic import op

from numbering import BadNumber, caller_id

revision = "0005"
down_revision = "0004"

TABLES = ("bookings", "callbacks", "waiting")


def upgrade() -> None:
    connection = op.get_bind()
    for name in TABLES:
        table = sa.table(name, sa.column("phone", sa.String))
        for phone in connection.scalars(sa.select(table.c.phone).where(table.c.phone != "").distinct()).all():
            number = _kept(phone)
            if number != phone:
                connection.execute(sa.update(table).where(table.c.phone == phone).values(phone=number))


def downgrade() -> None:
    """Numbers stay as they are."""


def _kept(phone: str) -> str:
    try:
        return caller_id(phone)
    except BadNumber:
        return phone
