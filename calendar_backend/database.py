"""Opening the database: a SQLite file or PostgreSQL, at the newest step of its history."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any

from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import (
    ArgumentError,
    DisconnectionError,
    IntegrityError,
    NoSuchModuleError,
    SQLAlchemyError,
)
from sqlalchemy.pool import ConnectionPoolEntry

from calendar_backend.errors import Collision, DatabaseUnusable
from calendar_backend.migrations import run

BUSY_TIMEOUT_MS = 10_000
"""How long a writer waits for another; a booking holds the lock for a few milliseconds."""

TURNS = 20
"""Tries at turning a new SQLite file to WAL while others open it, too."""

POLL_MS = 4
"""Mean wait between two tries at SQLite's write lock. SQLite itself waits the longer the longer it has waited, and
with a hundred writers some never get their turn; all waiting alike, each has the same chance."""

POLLS = BUSY_TIMEOUT_MS // POLL_MS

_waits = random.Random()

CONNECT_TIMEOUT_S = 5
"""How long a database server may take to answer a new connection."""

_WRITING = "calendar_writing"
_DURABLE = "calendar_durable"
_WITHOUT_WAITING = text("SET LOCAL synchronous_commit = off")

_MIGRATING = 2031_1015
"""Key of the lock under which one program at a time migrates a PostgreSQL database."""

_FIRST_COME = ("40001", "40P01", "55P03")
"""PostgreSQL's codes for a serialization failure, a deadlock and a lock not got in time: another try may succeed.
https://www.postgresql.org/docs/15/errcodes-appendix.html"""


def open_database(url_or_path: str | Path) -> Engine:
    """Creates or migrates the database at a file path or a SQLAlchemy URL. Raises DatabaseUnusable.

    Dispose of the engine when done with it.
    """
    url = _url(url_or_path)
    engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _server(url)
    try:
        migrate(engine)
    except DatabaseUnusable:
        engine.dispose()
        raise
    return engine


def migrate(engine: Engine, history: Path = run.CALENDAR) -> None:
    """Brings the tables of a history to its newest step. Raises DatabaseUnusable."""
    try:
        with writing(engine) as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
            run.upgrade(connection, history=history)
    except CommandError as error:
        raise DatabaseUnusable(
            f"the database {engine.url} was made by another version of this program ({error}); "
            "start the newest version or give another database"
        ) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view; on PostgreSQL each statement has its own. Raises DatabaseUnusable when the database fails, also midway."""
    with _told(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, durable: bool = True) -> Iterator[Connection]:
    """One transaction, all or nothing; on SQLite it takes the write lock at once, so that what was read
    stays true until the commit. Raises DatabaseUnusable like `reading`, and Collision when a constraint
    refuses a row.

    Not durable: the commit does not wait for the disk. A power cut within the next second may undo it as a
    whole, and nothing that was committed before or durably after it.
    """
    with _told(engine), engine.connect() as connection:
        connection = connection.execution_options(**{_WRITING: True, _DURABLE: durable})
        with connection.begin():
            if not durable and connection.dialect.name == "postgresql":
                connection.execute(_WITHOUT_WAITING)
            yield connection


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise Collision(
            f"a rule of the database {engine.url} was broken ({error.orig}); try again"
        ) from error
    except SQLAlchemyError as error:
        if getattr(getattr(error, "orig", None), "sqlstate", None) in _FIRST_COME:
            raise Collision(f"another writer of {engine.url} was first; try again") from error
        cause = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise DatabaseUnusable(
            f"the database {engine.url} cannot be used ({cause}); {_remedy(cause)}"
        ) from error


def _remedy(cause: str) -> str:
    if "not a database" in cause or "malformed" in cause:
        return "give another path, or restore the file from a backup"
    if "readonly" in cause or "unable to open" in cause:
        return "give a path in a folder that this program may write to"
    if "locked" in cause:
        return "end the other program that holds it"
    if "already exists" in cause:
        return "give another path: this file holds something else"
    return "check that it is there, has room and may be written to"


def _url(url_or_path: str | Path) -> URL:
    if isinstance(url_or_path, str) and "://" in url_or_path:
        try:
            return make_url(url_or_path)
        except ArgumentError as error:
            raise DatabaseUnusable(
                "the database URL cannot be read; write it like sqlite:////var/voicebot/voicebot.db"
            ) from error
    return URL.create("sqlite", database=str(Path(url_or_path).absolute()))


def _server(url: URL) -> Engine:
    try:
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        return create_engine(url, pool_pre_ping=True, connect_args=_postgresql(url))
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseUnusable(
            f"no driver for {url.drivername} is installed ({error}); install it or use a SQLite file"
        ) from error


def _postgresql(url: URL) -> dict[str, Any]:
    if url.drivername != "postgresql+psycopg":
        return {}
    options = f"{url.query.get('options', '')} -c lock_timeout={BUSY_TIMEOUT_MS}"
    return {"connect_timeout": CONNECT_TIMEOUT_S, "options": options}


def _sqlite(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise DatabaseUnusable("a database in memory forgets its bookings; give the path of a file")
    path = Path(url.database).absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("ab").close()
    except OSError as error:
        raise DatabaseUnusable(
            f"the database {path} cannot be written ({error.strerror}); "
            "give a path in a folder that this program may write to"
        ) from error

    def connect() -> sqlite3.Connection:
        # mode=rw: a file that vanished while the program runs is an error, not a new empty database.
        return sqlite3.connect(
            f"{path.as_uri()}?mode=rw",
            uri=True,
            timeout=BUSY_TIMEOUT_MS / 1000,
            isolation_level=None,
            check_same_thread=False,
        )

    engine = create_engine(URL.create("sqlite", database=str(path)), creator=connect)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "checkout", _same_file(path))
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()
    _write_ahead(connection)
    record.info["file"] = _identity(Path(connection.execute("PRAGMA database_list").fetchone()[2]))


def _write_ahead(connection: sqlite3.Connection) -> None:
    """A new file turns to WAL once; the busy timeout does not hold for that, but it holds for a transaction."""
    for _ in range(TURNS - 1):
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
        connection.execute("BEGIN IMMEDIATE").close()
        connection.execute("ROLLBACK").close()
    connection.execute("PRAGMA journal_mode = WAL").close()


def _same_file(path: Path) -> Any:
    def check(connection: object, record: ConnectionPoolEntry, proxy: object) -> None:
        """An open connection would go on writing into a file that was deleted or replaced."""
        if record.info.get("file") != _identity(path):
            raise DisconnectionError("unable to open the database file: it was removed or replaced")

    return check


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _begin(connection: Connection) -> None:
    if not connection.get_execution_options().get(_WRITING):
        connection.exec_driver_sql("BEGIN")
        return
    raw: Any = connection.connection.driver_connection
    safe = connection.get_execution_options().get(_DURABLE)
    raw.execute(f"PRAGMA synchronous = {'FULL' if safe else 'NORMAL'}").close()
    raw.execute("PRAGMA busy_timeout = 0").close()
    try:
        for _ in range(POLLS):
            if _begin_now(raw):
                return
            sleep(_waits.uniform(0, 2 * POLL_MS / 1000))
    finally:
        raw.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}").close()
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_now(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE").close()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True
