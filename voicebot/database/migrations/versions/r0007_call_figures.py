"""What each call adds to the figures, and the sum of each day. The index is emptied: it is made anew from the folders at the
next start."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

CALL_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    forget = (
        "INSERT INTO call_grams (call_grams) VALUES ('delete-all')" if sqlite else "DELETE FROM call_grams"
    )
    for statement in (forget, "DELETE FROM call_texts", "DELETE FROM calls"):
        op.execute(statement)
    op.create_table(
        "call_figures",
        sa.Column("call", CALL_ID, nullable=False, autoincrement=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("call", name="pk_call_figures"),
        sa.ForeignKeyConstraint(["call"], ["calls.id"], name="fk_call_figures_call", ondelete="CASCADE"),
    )
    op.create_table(
        "call_days",
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_call_days"),
    )


def downgrade() -> None:
    op.drop_table("call_days")
    op.drop_table("call_figures")
