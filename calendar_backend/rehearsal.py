"""What would become of bookings, without making them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from calendar_backend import store, taking
from calendar_backend.database import writing
from calendar_backend.errors import CalendarError, PlaceTaken
from calendar_backend.taking import Client, Visitor
from calendar_backend.tokyo import in_tokyo
from calendar_backend.work import Stale, Work, unknown_office


@dataclass(frozen=True, slots=True)
class Wish:
    """What a clerk wants to be booked."""

    procedures: tuple[str, ...]
    start: datetime
    phone: str
    """E.164; empty when it is not known."""

    name: str
    people: int
    client: str
    step: str
    """With `client`, the name of the request: booked under it before, it is the same booking."""


class _Undone(Exception):
    pass


def rehearse(
    engine: Engine, office_id: str, wishes: Sequence[Wish], now: datetime
) -> list[CalendarError | None]:
    """What a clerk's `OfficeCalendar.book` would raise for each wish if they were booked in this order.

    All happens in one transaction that is taken back; other writers wait for it. Raises UnknownOffice,
    DatabaseUnusable.
    """
    while True:
        answers: list[CalendarError | None] = []
        try:
            with writing(engine) as connection:
                work = _work(connection, office_id, in_tokyo(now))
                answers.extend(_tried(work, wish) for wish in wishes)
                raise _Undone
        except Stale:
            continue
        except _Undone:
            return answers


def _work(connection: Connection, office_id: str, now: datetime) -> Work:
    snapshot = store.read(connection, office_id)
    if snapshot is None:
        raise unknown_office(office_id)
    return Work(connection, snapshot, now, random.Random(), writes=True)


def _tried(work: Work, wish: Wish) -> CalendarError | None:
    visitor, client = Visitor(wish.phone, wish.name), Client(wish.client, wish.step, is_clerk=True)
    try:
        with work.connection.begin_nested():
            taking.book(work, work.visit(wish.procedures, wish.people), in_tokyo(wish.start), visitor, client)
    except IntegrityError:
        return PlaceTaken("somebody else was first")
    except CalendarError as error:
        return error
    return None
