"""The database that the tests of the tables have."""

from tests.database.conftest import database, engine, path

__all__ = ["database", "engine", "path"]
