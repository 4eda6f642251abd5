"""Who may sign in. The command and the page both come here."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from voicebot.console import audit, passwords
from voicebot.console.roles import Role
from voicebot.console.sign_ins import holds
from voicebot.console.words import Words
from voicebot.database.tables import AccountRow, SignInRow

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,39}")


class BadAccount(Exception):
    """An account that there cannot be, is not, or must stay. The message is a key of the console's texts below
    `accounts.problems`."""


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    role: Role
    created_at: datetime
    last_sign_in: datetime | None
    sessions: int
    """Browsers that are signed in now."""
    version: str
    """Another one whenever the role or the password is another."""


def problem(words: Words, error: BadAccount | passwords.BadPassword) -> str:
    """What is to be told."""
    subject = "accounts.problems" if isinstance(error, BadAccount) else "password"
    return words(f"{subject}.{error}", shortest=passwords.SHORTEST, longest=passwords.LONGEST)


def all_of(connection: Connection, now: datetime) -> Sequence[Account]:
    """By name."""
    return [_account(row) for row in connection.execute(_asked(now).order_by(AccountRow.name))]


def one(connection: Connection, name: str, now: datetime) -> Account:
    """Raises BadAccount."""
    row = connection.execute(_asked(now).where(AccountRow.name == name)).first()
    if row is None:
        raise BadAccount("unknown")
    return _account(row)


def lock(connection: Connection, name: str) -> None:
    """Makes others wait who change this account, or who is an administrator, until the transaction ends."""
    kept = (AccountRow.name == name) | (AccountRow.role == Role.ADMINISTRATOR)
    connection.execute(select(AccountRow.name).where(kept).order_by(AccountRow.name).with_for_update()).all()


def any_exist(connection: Connection) -> bool:
    return connection.execute(select(AccountRow.name).limit(1)).first() is not None


def password_of(connection: Connection, name: str) -> str | None:
    """The hash; None when there is no such account."""
    found: str | None = connection.execute(
        select(AccountRow.password).where(AccountRow.name == name)
    ).scalar_one_or_none()
    return found


def add(connection: Connection, name: str, role: Role, password: str, now: datetime, by: str) -> None:
    """Raises BadAccount, BadPassword."""
    if not NAME.fullmatch(name):
        raise BadAccount("bad_name")
    same = select(AccountRow.name).where(func.lower(AccountRow.name) == name.lower())
    if connection.execute(same).first() is not None:
        raise BadAccount("exists")
    kept = passwords.hashed(password)
    connection.execute(insert(AccountRow).values(name=name, role=role, password=kept, created_at=now))
    audit.record(connection, now, by, "account.add", f"account:{name}", after={"role": role})


def remove(connection: Connection, name: str, now: datetime, by: str) -> None:
    """Signs the account out everywhere, too. Raises BadAccount, also for the last administrator."""
    lock(connection, name)
    role = _role_of(connection, name)
    _keep_an_administrator(connection, name)
    _sign_out(connection, name)
    connection.execute(delete(AccountRow).where(AccountRow.name == name))
    audit.record(connection, now, by, "account.remove", f"account:{name}", before={"role": role})


def set_password(connection: Connection, name: str, password: str, now: datetime, by: str) -> None:
    """Signs the account out everywhere, too. Raises BadAccount, BadPassword."""
    _role_of(connection, name)
    kept = passwords.hashed(password)
    connection.execute(update(AccountRow).where(AccountRow.name == name).values(password=kept))
    _sign_out(connection, name)
    audit.record(connection, now, by, "account.password", f"account:{name}")


def set_role(connection: Connection, name: str, role: Role, now: datetime, by: str) -> None:
    """Holds from the next request on. Raises BadAccount, also for the last administrator."""
    lock(connection, name)
    before = _role_of(connection, name)
    if not role.may(Role.ADMINISTRATOR):
        _keep_an_administrator(connection, name)
    connection.execute(update(AccountRow).where(AccountRow.name == name).values(role=role))
    audit.record(
        connection, now, by, "account.role", f"account:{name}", before={"role": before}, after={"role": role}
    )


def sign_out(connection: Connection, name: str, now: datetime, by: str) -> None:
    """Everywhere. Raises BadAccount."""
    _role_of(connection, name)
    _sign_out(connection, name)
    audit.record(connection, now, by, "account.sign_out_all", f"account:{name}")


def _asked(now: datetime) -> Select[Any]:
    signed_in = select(func.count()).where(SignInRow.account == AccountRow.name, holds(now))
    return select(
        AccountRow.name,
        AccountRow.role,
        AccountRow.created_at,
        AccountRow.last_sign_in,
        AccountRow.password,
        signed_in.correlate(AccountRow).scalar_subquery().label("sessions"),
    )


def _account(row: Any) -> Account:
    version = hashlib.sha256(f"{row.role} {row.created_at} {row.password}".encode()).hexdigest()[:16]
    return Account(row.name, Role(row.role), row.created_at, row.last_sign_in, row.sessions, version)


def _keep_an_administrator(connection: Connection, name: str) -> None:
    """Raises BadAccount where nobody would be left who can add one."""
    held = select(AccountRow.name).where(AccountRow.role == Role.ADMINISTRATOR)
    if connection.execute(held).scalars().all() == [name]:
        raise BadAccount("last_administrator")


def _role_of(connection: Connection, name: str) -> str:
    role: str | None = connection.execute(
        select(AccountRow.role).where(AccountRow.name == name)
    ).scalar_one_or_none()
    if role is None:
        raise BadAccount("unknown")
    return role


def _sign_out(connection: Connection, name: str) -> None:
    connection.execute(delete(SignInRow).where(SignInRow.account == name))
