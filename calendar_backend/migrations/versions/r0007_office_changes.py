"""What was changed in an office's data, by whom: the office before and after."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "office_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(63), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(255), nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_office_changes"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_office_changes_office_id"),
    )
    op.create_index("ix_office_changes_office_id_id", "office_changes", ["office_id", "id"])


def downgrade() -> None:
    op.drop_index("ix_office_changes_office_id_id", "office_changes")
    op.drop_table("office_changes")
