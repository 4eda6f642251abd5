"""How often the caller spoke, and the first words. The index is emptied: it is made anew from the folders at the next start."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    forget = (
        "INSERT INTO call_grams (call_grams) VALUES ('delete-all')" if sqlite else "DELETE FROM call_grams"
    )
    for statement in (forget, "DELETE FROM call_texts", "DELETE FROM calls"):
        op.execute(statement)
    op.add_column("calls", sa.Column("turns", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("calls", sa.Column("first_words", sa.String(200), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("calls", "first_words")
    op.drop_column("calls", "turns")
