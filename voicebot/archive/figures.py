"""What one call adds to the figures."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dialog.state import Outcome, Phase, State
from nlu.meaning import Command
from voicebot.archive import sound, spoken
from voicebot.archive.first_time import first_time
from voicebot.archive.folder import RecordedCall
from voicebot.archive.turns import Turn, Turns
from voicebot.archive.turns import turns as turns_of


class Why(StrEnum):
    """Why a person was called for."""

    ASKED = "asked"
    """The caller wanted one."""
    NOT_UNDERSTOOD = "not_understood"
    SILENCE = "silence"
    NO_PROGRESS = "no_progress"
    """The caller was understood, and nothing new came of it."""
    NOT_FOUND = "not_found"
    """The booking was not found by its numbers."""
    RULE = "rule"
    """The office takes no more bookings, or no change any more."""
    TROUBLE = "trouble"
    """Something of ours failed."""
    BUSY = "busy"
    """No line was free."""
    STAFF = "staff"
    """Somebody of the staff who watched the call."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CallFigures:
    dropped: str = ""
    """What was asked when a caller gave up: `asks.date`, `phases.confirming`; empty: this one did not, or it is not known."""
    handover: str = ""
    """Why a person was first called for, a `Why`; empty: none was."""
    connected: bool = False
    """The line was given to a person."""
    slots: Mapping[str, bool] = field(default_factory=dict)
    """Slot to whether it was right the first time."""
    waits: tuple[int, ...] = ()
    """From the end of the caller's speech to the beginning of the answer, ms, of each answer."""

    def dumped(self) -> str:
        """Compact JSON."""
        found = {
            "dropped": self.dropped,
            "handover": self.handover,
            "connected": int(self.connected),
            "slots": {slot: int(right) for slot, right in self.slots.items()},
            "waits": list(self.waits),
        }
        return json.dumps({key: value for key, value in found.items() if value}, separators=(",", ":"))


def loaded(text: str) -> CallFigures:
    """What `dumped` wrote."""
    found = json.loads(text)
    return CallFigures(
        found.get("dropped", ""),
        found.get("handover", ""),
        bool(found.get("connected")),
        {slot: bool(right) for slot, right in found.get("slots", {}).items()},
        tuple(found.get("waits", ())),
    )


def of(call: RecordedCall, outcome: str) -> CallFigures:
    """As far as today's dialog can follow the record. Raises OSError."""
    read = turns_of(call)
    places = spoken.placed(read.turns, sound.read(call))
    waits = tuple(
        place.wait_ms
        for turn, place in zip(read.turns, places, strict=True)
        if turn.kind == "Heard" and place.wait_ms is not None and place.wait_ms >= 0
    )
    return CallFigures(
        dropped=_dropped(read) if outcome == Outcome.ABANDONED else "",
        handover=_handover(read),
        connected=any("Transfer" in line.actions for line in call.lines),
        slots=first_time(read.turns),
        waits=waits,
    )


_OVER = (Phase.CLOSING, Phase.ENDED)


def _dropped(read: Turns) -> str:
    """The last question before the end."""
    asked = [turn.after for turn in read.turns if turn.after is not None and turn.after.phase not in _OVER]
    if not asked:
        return ""
    last = asked[-1]
    return f"asks.{last.question.expect}" if last.phase is Phase.ASKING else f"phases.{last.phase}"


def _handover(read: Turns) -> Why | str:
    for turn in read.turns:
        before, after = turn.before, turn.after
        if before is not None and after is not None and _calls(after) and not _calls(before):
            return _why(turn, before)
    return ""


def _calls(state: State) -> bool:
    return state.transfer or state.phase in (Phase.CALLBACK, Phase.NOTING)


_BY_KIND = {
    "PersonCalled": Why.STAFF,
    "LinesBusy": Why.BUSY,
    "Trouble": Why.TROUBLE,
    "NoInput": Why.SILENCE,
}
_RULES = {"TooLate", "TooMany"}
_PATIENCE = 3
"""Failures in a row before a person comes; see `dialog/recover`."""


def _why(turn: Turn, before: State) -> Why:
    if turn.kind in _BY_KIND:
        return _BY_KIND[turn.kind]
    if any(type(deed.answer).__name__ in _RULES for deed in turn.deeds):
        return Why.RULE
    if any(type(deed.answer).__name__ == "BookingsFound" for deed in turn.deeds):
        return Why.NOT_FOUND
    if turn.keys.endswith("0") or _wants_a_person(turn):
        return Why.ASKED
    if before.misses >= _PATIENCE:
        return Why.NOT_UNDERSTOOD
    return Why.NO_PROGRESS if before.rounds else Why.OTHER


def _wants_a_person(turn: Turn) -> bool:
    return turn.meaning is not None and turn.meaning.command is Command.AGENT
