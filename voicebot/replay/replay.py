"""A recorded call run again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dialog import events
from dialog.state import State
from voicebot.archive import folder
from voicebot.archive.folder import Line, RecordedCall
from voicebot.replay.from_events import Folded, fold
from voicebot.replay.result import Ending, Result, Source, aligned
from voicebot.replay.side import Row, Side, Step, turns

_MADE = {events.Booked: "booked", events.Changed: "changed", events.Cancelled: "cancelled"}


@dataclass(eq=False)
class CannotReplay(Exception):
    """A call that cannot be run again."""

    why: str
    """`nothing` (no event can be read), `no_beginning` (the call's first event is lost), `no_audio`, `silent`."""

    call: str

    def __str__(self) -> str:
        return f"{self.call}: {self.why}"


def read(path: Path) -> RecordedCall:
    """A record that can be run again. Raises CannotReplay, OSError."""
    call = folder.read(path)
    if not call.lines:
        raise CannotReplay("nothing", name_of(path))
    if not isinstance(call.lines[0].event, events.CallStarted):
        raise CannotReplay("no_beginning", name_of(path))
    return call


def name_of(path: Path) -> str:
    """`2026-11-24/CA…`, as the index, labels and notes know the call."""
    return f"{path.parent.name}/{path.name}"


def from_events(path: Path) -> Result:
    """The fold over what was written down, with today's dialog. Raises CannotReplay, OSError."""
    call = read(path)
    folded = fold(call.lines)
    then = turns([Step(line.ms, line.event, line.actions, line.said, None, None) for line in call.lines])
    now = turns(folded.steps)
    for side, other in _paired(then, now):
        side.understood = other.understood  # both heard the same
    notes = (*record_notes(call, then), *fold_notes(folded))
    ending = Ending(_outcome(folded.state), tuple(folded.rows))
    return Result(name_of(path), Source.EVENTS, recorded_ending(call), ending, aligned(then, now), notes)


def _paired(then: Sequence[Side], now: Sequence[Side]) -> list[tuple[Side, Side]]:
    return [
        (turn.then, turn.now) for turn in aligned(then, now) if turn.then is not None and turn.now is not None
    ]


def as_understood_today(call: RecordedCall, folded: Folded) -> list[Side]:
    """The recorded turns, with what today's dialog understands of what was heard then."""
    then = turns([Step(line.ms, line.event, line.actions, line.said, None, None) for line in call.lines])
    for side, other in _paired(then, turns(folded.steps)):
        side.understood, side.slots, side.phase = other.understood, other.slots, other.phase
    return then


def recorded_ending(call: RecordedCall) -> Ending:
    """As it was written at the end, which tells of the booking that was made or changed last; without that, as the events tell."""
    written = call.outcome or {}
    outcome = written.get("outcome")
    made = [line.event for line in call.lines if type(line.event) in _MADE]
    found: list[Row] = []
    for line in call.lines:
        if isinstance(line.event, events.CallbackNoted):
            found.append(Row("callback"))
        if kind := _MADE.get(type(line.event)):
            found.append(_row(kind, written.get("booking") if line.event is made[-1] else None))
    return Ending(str(outcome) if outcome else None, tuple(found))


def _row(kind: str, booking: Any) -> Row:
    if not isinstance(booking, dict) or not {"procedure", "start"} <= booking.keys():
        return Row(kind)
    also = booking.get("also")
    procedures = (str(booking["procedure"]), *(map(str, also) if isinstance(also, list) else ()))
    return Row(kind, procedures, str(booking["start"]))


def detailed(then: Ending, folded: Folded) -> Ending:
    """With telephone number, people and name, which only the fold tells, where it comes to the same rows."""
    if len(then.rows) != len(folded.rows) or not all(
        a.same(b) for a, b in zip(then.rows, folded.rows, strict=True)
    ):
        return then
    return replace(then, rows=tuple(folded.rows))


def record_notes(call: RecordedCall, then: Sequence[Side]) -> list[tuple[str, str]]:
    notes = []
    if call.unread:
        notes.append(("unread", str(call.unread)))
    if call.outcome is None:
        notes.append(("unfinished", ""))
    if any(side.removed for side in then):
        notes.append(("removed", ""))
    return notes


def fold_notes(folded: Folded) -> list[tuple[str, str]]:
    notes = [("answered_anew", kind) for kind in Counter(folded.answered_anew)]
    return [*notes, ("broken", "")] if folded.broken else notes


def _outcome(state: State) -> str | None:
    return str(state.outcome) if state.outcome else "unfinished"


def beginning(lines: Sequence[Line]) -> events.CallStarted:
    """What the call began with."""
    first = lines[0].event
    assert isinstance(first, events.CallStarted)
    return first
