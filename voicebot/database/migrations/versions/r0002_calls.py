"""Calls that can be looked up, with all that was said, and what people found and wrote about them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TABLES = ("calls", "call_texts", "call_labels", "call_notes")
CALL_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "calls",
        sa.Column("id", CALL_ID, nullable=False, autoincrement=False),
        sa.Column("folder", sa.String(80), nullable=False),
        sa.Column("sid", sa.String(64), nullable=False),
        sa.Column("began", sa.DateTime(), nullable=False),
        sa.Column("ended", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("office", sa.String(63), nullable=False),
        sa.Column("procedures", sa.String(1000), nullable=False),
        sa.Column("caller", sa.String(16), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("silences", sa.Integer(), nullable=False),
        sa.Column("transfers", sa.Integer(), nullable=False),
        sa.Column("booking", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calls"),
        sa.UniqueConstraint("folder", name="uq_calls_folder"),
    )
    op.create_index("ix_calls_sid", "calls", ["sid"])
    op.create_table(
        "call_texts",
        sa.Column("call", CALL_ID, nullable=False, autoincrement=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("call", name="pk_call_texts"),
        sa.ForeignKeyConstraint(["call"], ["calls.id"], name="fk_call_texts_call", ondelete="CASCADE"),
    )
    op.create_table(
        "call_labels",
        sa.Column("folder", sa.String(80), nullable=False),
        sa.Column("label", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("folder", "label", name="pk_call_labels"),
    )
    op.create_table(
        "call_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("folder", sa.String(80), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_call_notes"),
    )
    op.create_index("ix_call_notes_folder", "call_notes", ["folder"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE call_grams USING fts5(grams, content='', "
            "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co'\")"
        )
    else:
        op.execute(
            "CREATE TABLE call_grams (call BIGINT PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE, "
            "grams TEXT[] NOT NULL)"
        )
        op.execute("CREATE INDEX ix_call_grams_grams ON call_grams USING gin (grams)")


def downgrade() -> None:
    op.drop_table("call_grams")
    for table in reversed(TABLES):
        op.drop_table(table)
