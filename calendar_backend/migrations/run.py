"""Moving a database to another step of its history, in one transaction."""

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

CALENDAR = Path(__file__).parent
"""The folder of the calendar's own history. Who keeps other tables in the same database has a folder of their own,
with another version table in its `env.py`."""

_alembic = Lock()
"""Alembic keeps the running migration in module globals: one at a time in a process."""


def _config(connection: Connection, history: Path) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(history).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(connection: Connection, revision: str = "head", history: Path = CALENDAR) -> None:
    """Raises alembic.util.CommandError when the database is at a step this code does not know."""
    with _alembic:
        command.upgrade(_config(connection, history), revision)


def downgrade(connection: Connection, revision: str, history: Path = CALENDAR) -> None:
    """Back to an earlier step; `base` removes all tables and what is in them."""
    with _alembic:
        command.downgrade(_config(connection, history), revision)
