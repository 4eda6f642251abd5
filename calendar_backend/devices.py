"""Kiosks and wall screens: known by a key of their own, which is shown once and kept only as its hash."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, insert, select, update

from calendar_backend import texts
from calendar_backend.database import reading, writing
from calendar_backend.errors import BadWish, UnknownEntry
from calendar_backend.queue_models import DeviceRow
from calendar_backend.tokyo import in_tokyo

KIOSK = "kiosk"
LOBBY = "lobby"
KINDS = (KIOSK, LOBBY)

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Device:
    id: int
    office_id: str
    kind: str
    name: str
    """Where it stands."""
    made: datetime
    made_by: str
    taken_back: datetime | None
    """From then on its key opens nothing."""
    taken_back_by: str


def make(
    engine: Engine, office_id: str, kind: str, name: str, now: datetime, *, by: str
) -> tuple[Device, str]:
    """A new device and its key, 43 characters. Raises BadWish, DatabaseUnusable."""
    if kind not in KINDS:
        raise BadWish(f"{kind!r} is no kind of device; use one of {', '.join(KINDS)}")
    if not name.strip():
        raise BadWish("a device needs a name; say where it stands")
    texts.check(LONGEST_NAME, name=name)
    texts.check(client=by)
    key, made = secrets.token_urlsafe(32), in_tokyo(now)
    row: dict[str, Any] = {"office_id": office_id, "kind": kind, "name": name.strip(), "key_hash": _hash(key)}
    row |= {"made": made, "made_by": by, "taken_back_by": ""}
    with writing(engine) as connection:
        device_id = connection.execute(insert(DeviceRow).values(**row).returning(DeviceRow.id)).scalar_one()
        return _read(connection, DeviceRow.id == device_id)[0], key


def known(engine: Engine, key: str) -> Device | None:
    """The device whose key this is, unless it was taken back."""
    with reading(engine) as connection:
        found = _read(connection, DeviceRow.key_hash == _hash(key), DeviceRow.taken_back.is_(None))
    return next(iter(found), None)


def take_back(engine: Engine, office_id: str, device_id: int, now: datetime, *, by: str) -> Device:
    """Its key opens nothing any more. Raises UnknownEntry where there is no such device, or it was taken back."""
    texts.check(client=by)
    here = (DeviceRow.office_id == office_id, DeviceRow.id == device_id)
    values = {"taken_back": in_tokyo(now), "taken_back_by": by}
    with writing(engine) as connection:
        changed = update(DeviceRow).where(*here, DeviceRow.taken_back.is_(None)).values(**values)
        if not connection.execute(changed).rowcount:
            raise UnknownEntry(f"there is no device {device_id} that could be taken back")
        return _read(connection, *here)[0]


def listed(engine: Engine, office_id: str) -> list[Device]:
    """All of an office, also those taken back, the oldest first."""
    with reading(engine) as connection:
        return _read(connection, DeviceRow.office_id == office_id)


def _hash(key: str) -> str:
    """Without a salt: a key has 256 random bits."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


def _read(connection: Connection, *conditions: ColumnElement[bool]) -> list[Device]:
    asked = select(
        DeviceRow.id,
        DeviceRow.office_id,
        DeviceRow.kind,
        DeviceRow.name,
        DeviceRow.made,
        DeviceRow.made_by,
        DeviceRow.taken_back,
        DeviceRow.taken_back_by,
    )
    return [Device(*row) for row in connection.execute(asked.where(*conditions).order_by(DeviceRow.id))]
