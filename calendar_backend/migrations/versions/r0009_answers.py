"""What is said to callers who ask in passing: where to park, what it costs, who may come, on which floor."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    for table in ("offices", "procedures"):
        op.add_column(table, sa.Column("answers", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("counters", sa.Column("floor", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    op.drop_column("counters", "floor")
    for table in ("procedures", "offices"):
        op.drop_column(table, "answers")
