"""How callers tell a procedure from others that go by the same word."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("procedures", sa.Column("choice", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("procedures", "choice")
