"""How long calls are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "retention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(40), nullable=False),
        sa.Column("audio_days", sa.Integer(), nullable=True),
        sa.Column("record_days", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_retention"),
    )


def downgrade() -> None:
    op.drop_table("retention")
