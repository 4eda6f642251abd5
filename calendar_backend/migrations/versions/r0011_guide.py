"""The guide by life event: what is asked about a family, and what it then has to do."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("offices", sa.Column("guide", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("offices", "guide")
