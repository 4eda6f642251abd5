"""Called by Alembic; works on the connection and in the transaction that the calendar's `run` handed over."""

from alembic import context

from voicebot.database.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table="voicebot_version",
    transactional_ddl=True,
)
context.run_migrations()
