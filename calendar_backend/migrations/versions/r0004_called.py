"""The numbers at which an office is called."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("offices", sa.Column("called", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("offices", "called")
