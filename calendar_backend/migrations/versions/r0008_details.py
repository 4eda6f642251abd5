"""What an office asks besides, and what a visitor answered."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("offices", sa.Column("asks", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("bookings", sa.Column("details", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("bookings", "details")
    op.drop_column("offices", "asks")
