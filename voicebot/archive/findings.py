"""What people found about a call: labels from a fixed list, and notes. By the call's folder, so that they outlive the index."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from voicebot.database.tables import CallLabelRow, CallNoteRow

LABELS = (
    "misheard",
    "misunderstood",
    "transfer_wanted",
    "wrong_booking",
    "my_number",
    "noisy",
    "complaint",
    "good",
)

LONGEST = 2_000
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Label:
    label: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    who: str
    at: datetime
    text: str


def labels(connection: Connection, folders: Iterable[str]) -> Mapping[str, Sequence[Label]]:
    """By the call's folder, each call's in the order in which they were given."""
    table = CallLabelRow
    asked = select(table.folder, table.label, table.who, table.at).where(table.folder.in_([*folders]))
    found: defaultdict[str, list[Label]] = defaultdict(list)
    for folder, label, who, at in connection.execute(asked.order_by(table.at, table.label)):
        found[folder].append(Label(label, who, at))
    return found


def add_label(connection: Connection, folder: str, label: str, who: str, now: datetime) -> bool:
    """False: the call has it already."""
    if any(one.label == label for one in labels(connection, [folder]).get(folder, ())):
        return False
    connection.execute(insert(CallLabelRow).values(folder=folder, label=label, who=who, at=now))
    return True


def remove_label(connection: Connection, folder: str, label: str) -> None:
    table = CallLabelRow
    connection.execute(delete(table).where(table.folder == folder, table.label == label))


def notes(connection: Connection, folder: str) -> Sequence[Note]:
    """The oldest first."""
    table = CallNoteRow
    asked = select(table.id, table.who, table.at, table.text).where(table.folder == folder)
    return [Note(*row) for row in connection.execute(asked.order_by(table.id))]


def add_note(connection: Connection, folder: str, text: str, who: str, now: datetime) -> int:
    """The note's id."""
    row = {"folder": folder, "text": text, "who": who, "at": now}
    return connection.execute(insert(CallNoteRow).values(row).returning(CallNoteRow.id)).scalar_one()


def remove_note(connection: Connection, id: int) -> None:
    connection.execute(delete(CallNoteRow).where(CallNoteRow.id == id))
