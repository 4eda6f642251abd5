"""What was done by whom. Targets and changes name things by their ids, not people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from voicebot.database.tables import AuditRow


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the log."""

    id: int
    at: datetime
    who: str
    action: str
    target: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def record(
    connection: Connection,
    now: datetime,
    who: str,
    action: str,
    target: str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Writes one line, in the transaction of what it tells where that is possible.

    `action` is a noun and a verb with a dot (`booking.cancel`) and stands in the texts under `audit.actions`;
    `target` a kind and an id with a colon (`booking:4711`); `before` and `after` JSON objects of what changed.
    """
    row = {"at": now, "who": who, "action": action, "target": target[:200]}
    row |= {"before": before and dict(before), "after": after and dict(after)}
    connection.execute(insert(AuditRow).values(row))


def deeds(
    connection: Connection, *, who: str = "", target: str = "", before: int | None = None, most: int = 50
) -> Sequence[Deed]:
    """The newest first; `before`: those older than the line of this id."""
    table = AuditRow
    asked = select(
        table.id, table.at, table.who, table.action, table.target, table.before, table.after
    ).order_by(table.id.desc())
    if who:
        asked = asked.where(table.who == who)
    if target:
        asked = asked.where(table.target == target)
    if before is not None:
        asked = asked.where(table.id < before)
    return [Deed(*row) for row in connection.execute(asked.limit(most))]
