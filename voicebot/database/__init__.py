"""The tables of the people around the telephone: accounts, what they did, and the calls that can be looked up.

They lie in the calendar's database, with a history of their own beside the calendar's: the calendar knows no call
and no account, and either side takes a step without the other.
"""

from pathlib import Path

from sqlalchemy import Engine

from calendar_backend.database import migrate as _migrate
from calendar_backend.database import reading, writing

HISTORY = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Makes or mends the tables in a database that the calendar has opened. Raises DatabaseUnusable."""
    _migrate(engine, HISTORY)


__all__ = ["HISTORY", "migrate", "reading", "writing"]
