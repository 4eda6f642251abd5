"""Called by Alembic; works on the connection and in the transaction that `run` handed over."""

from alembic import context

from calendar_backend.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
)
context.run_migrations()
