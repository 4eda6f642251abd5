"""One office as it was last read, and the transactions at it."""

import random
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Engine

from calendar_backend import store
from calendar_backend.database import reading, writing
from calendar_backend.errors import Collision
from calendar_backend.office import OfficeFile
from calendar_backend.tokyo import in_tokyo
from calendar_backend.work import Stale, Work, unknown_office

ATTEMPTS = 20
"""Tries at a transaction while other writers collide with it; each looks anew and sees what they have taken."""

T = TypeVar("T")


class Transactions:
    """What every part of an office's calendar stands on."""

    def __init__(self, engine: Engine, office_id: str, rng: random.Random | None = None) -> None:
        """`rng` draws booking numbers and tokens. Raises UnknownOffice."""
        self._engine = engine
        self._office_id = office_id
        self._rng = rng or random.SystemRandom()
        self._snapshot = self._read()

    @property
    def office(self) -> OfficeFile:
        """The office as last read; every other method notices a change and reads it anew."""
        return self._snapshot.office

    @property
    def snapshot(self) -> store.Snapshot:
        """The office as last read, with the rows behind its ids."""
        return self._snapshot

    def refresh(self) -> None:
        """Reads the office anew where it has changed. Raises UnknownOffice."""
        with reading(self._engine) as connection:
            revision = store.revision(connection, self._office_id)
        if revision != self._snapshot.revision:
            self._snapshot = self._read()

    def _reading(self, now: datetime, do: Callable[[Work], T]) -> T:
        now = in_tokyo(now)
        while True:
            try:
                with reading(self._engine) as connection:
                    return do(Work(connection, self._snapshot, now, self._rng, writes=False))
            except Stale:
                self.refresh()

    def _holding(self, now: datetime, do: Callable[[Work], T]) -> T:
        """Like `_writing`, but a power cut may lose it: a hold that is gone is only looked for anew."""
        return self._writing(now, do, durable=False)

    def _writing(self, now: datetime, do: Callable[[Work], T], durable: bool = True) -> T:
        """Everything that `do` writes, or nothing; anew when another writer was first."""
        now, attempt = in_tokyo(now), 0
        while True:
            try:
                with writing(self._engine, durable) as connection:
                    return do(Work(connection, self._snapshot, now, self._rng, writes=True))
            except Stale:
                self.refresh()
            except Collision:
                attempt += 1
                if attempt == ATTEMPTS:
                    raise

    def _read(self) -> store.Snapshot:
        with reading(self._engine) as connection:
            snapshot = store.read(connection, self._office_id)
        if snapshot is None:
            raise unknown_office(self._office_id)
        return snapshot
