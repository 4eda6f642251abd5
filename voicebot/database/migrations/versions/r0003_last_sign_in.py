"""When an account signed in last."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("accounts", sa.Column("last_sign_in", sa.DateTime(), nullable=True))
    op.execute(
        "UPDATE accounts SET last_sign_in = (SELECT MAX(audit.at) FROM audit "
        "WHERE audit.who = accounts.name AND audit.action = 'account.sign_in')"
    )


def downgrade() -> None:
    op.drop_column("accounts", "last_sign_in")
