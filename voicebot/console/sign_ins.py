"""Browsers that are signed in.

The cookie is 256 random bits, and the database keeps only its SHA-256: neither a copy of the database nor a log signs
anybody in, and there is no key to keep. To sign out is to delete the row.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, select, update

from voicebot.console.roles import Role
from voicebot.database import reading, writing
from voicebot.database.tables import AccountRow, SignInRow

IDLE = timedelta(hours=4)
"""After so long without a request it is over."""

LONGEST = timedelta(hours=12)
"""A working day and its overtime."""

_NOTED = timedelta(minutes=1)
"""How old the time of the last request may grow before it is written anew."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks."""

    name: str
    role: Role


def begin(connection: Connection, account: str, now: datetime) -> str:
    """Signs a browser in; returns its cookie. What is over is put away."""
    connection.execute(delete(SignInRow).where(~holds(now)))
    cookie = secrets.token_urlsafe(32)
    connection.execute(insert(SignInRow).values(token=_kept(cookie), account=account, since=now, seen=now))
    connection.execute(update(AccountRow).where(AccountRow.name == account).values(last_sign_in=now))
    return cookie


def holds(now: datetime) -> ColumnElement[bool]:
    """Of a row: it is not over."""
    return (SignInRow.seen >= now - IDLE) & (SignInRow.since >= now - LONGEST)


def person(engine: Engine, cookie: str, now: datetime) -> Person | None:
    """Whose cookie it is, as long as it holds. Raises DatabaseUnusable."""
    if not cookie:
        return None
    asked = (
        select(AccountRow.name, AccountRow.role, SignInRow.since, SignInRow.seen)
        .join(SignInRow, SignInRow.account == AccountRow.name)
        .where(SignInRow.token == _kept(cookie))
    )
    with reading(engine) as connection:
        row = connection.execute(asked).first()
    if row is None or row.seen < now - IDLE or row.since < now - LONGEST:
        return None
    if row.seen < now - _NOTED:
        with writing(engine, durable=False) as connection:
            connection.execute(update(SignInRow).where(SignInRow.token == _kept(cookie)).values(seen=now))
    return Person(row.name, Role(row.role))


def end(connection: Connection, cookie: str) -> None:
    connection.execute(delete(SignInRow).where(SignInRow.token == _kept(cookie)))


def _kept(cookie: str) -> str:
    return hashlib.sha256(cookie.encode("utf-8", "surrogatepass")).hexdigest()
