"""A call's folder read back, however much of it is there (`telephony/record` writes it)."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from calendar_backend.tokyo import TOKYO
from dialog import events
from voicebot.telephony.record import Said, load_event
from voicebot.telephony.transcripts import FILE as TRANSCRIPT

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Line:
    """Something that happened in a call."""

    ms: int
    """Offset in the caller's audio of its stream."""
    event: events.Event
    actions: tuple[str, ...]
    """The kinds of action that followed."""
    said: tuple[str, ...]
    """The sentences that the bot then had to say."""


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """What is in a folder."""

    path: Path
    lines: tuple[Line, ...]
    unread: int
    """Lines that are broken, or of another version."""
    outcome: Mapping[str, Any] | None
    """As it was written at the end; None: the call has not ended, or its end was not written."""

    @property
    def sid(self) -> str:
        """As far as it makes a folder's name."""
        return self.path.name

    @property
    def began(self) -> datetime:
        """By the first event, or by the folder's day."""
        if self.lines:
            return self.lines[0].event.at.astimezone(TOKYO)
        return datetime.combine(date.fromisoformat(self.path.parent.name), datetime.min.time(), TOKYO)

    @property
    def ended(self) -> datetime:
        """By the last event."""
        return self.lines[-1].event.at.astimezone(TOKYO) if self.lines else self.began

    @property
    def said(self) -> Sequence[Said]:
        """Where the bot's words are in `agent.wav`."""
        return [Said(*found) for found in spans(self.path / "agent.jsonl", "text")]

    @property
    def transcript(self) -> Sequence[Said]:
        """What the caller said, in ordinary writing, and where that is in `caller.wav`; empty before it is written."""
        return [Said(*found) for found in spans(self.path / TRANSCRIPT, "text")]

    @property
    def streams(self) -> Sequence[tuple[Path, Path]]:
        """The caller's and the bot's audio of each stream, of those that are there."""
        numbers = ["", *(f"-{number}" for number in range(2, 10))]
        pairs = [(self.path / f"caller{n}.wav", self.path / f"agent{n}.wav") for n in numbers]
        return [pair for pair in pairs if all(file.is_file() for file in pair)]


def read(path: Path) -> RecordedCall:
    """Never fails for what is in the folder. Raises OSError where the folder cannot be read."""
    lines, unread = [], 0
    for found in objects(path / "events.jsonl"):
        try:
            lines.append(_line(found))
        except (KeyError, TypeError, ValueError, ValidationError):
            unread += 1
    unread += sum(1 for _ in _broken(path / "events.jsonl"))
    return RecordedCall(path, tuple(lines), unread, next(_whole(path / "outcome.json"), None))


def all_of(calls: Path) -> Iterator[Path]:
    """The folder of every call below `var/calls`, by day. Other things that lie there are passed over."""
    for day in sorted(_folders(calls, _DAY)):
        yield from sorted(_folders(day, _SID))


def at(calls: Path, day: str, sid: str) -> Path | None:
    """The folder of one call, by its address; None where there is none."""
    if not _DAY.fullmatch(day) or not _SID.fullmatch(sid):
        return None
    path = calls / day / sid
    return path if path.is_dir() else None


def spans(path: Path, *more: str) -> list[tuple[Any, ...]]:
    """`start_ms`, `end_ms` and what else is asked for, as text, of each line that has them all."""
    found = []
    for line in objects(path):
        try:
            times = int(line["start_ms"]), int(line["end_ms"])
            found.append((*times, *(str(line[name]) for name in more)))
        except (KeyError, TypeError, ValueError, OverflowError):
            continue
    return found


def objects(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects, one a line; the last line may have been cut off."""
    return (found for text in _texts(path) if isinstance(found := _parsed(text), dict))


def _folders(parent: Path, name: re.Pattern[str]) -> list[Path]:
    if not parent.is_dir():
        return []
    return [path for path in parent.iterdir() if name.fullmatch(path.name) and path.is_dir()]


def _line(found: dict[str, Any]) -> Line:
    texts = [tuple(map(str, found.get(key, ()))) for key in ("actions", "said")]
    return Line(int(found["ms"]), load_event(found), texts[0], texts[1])


def _texts(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _broken(path: Path) -> Iterator[str]:
    return (text for text in _texts(path) if not isinstance(_parsed(text), dict))


def _whole(path: Path) -> Iterator[dict[str, Any]]:
    """The one JSON object of a file, if it is one."""
    found = _parsed("\n".join(_texts(path)))
    if isinstance(found, dict):
        yield found
