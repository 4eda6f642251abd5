"""What the bot says in other words than the file of sentences."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "sentence_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("previous", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("speech", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sentence_changes"),
        sa.UniqueConstraint("key", "number", "previous", name="uq_sentence_changes_key_number_previous"),
    )


def downgrade() -> None:
    op.drop_table("sentence_changes")
