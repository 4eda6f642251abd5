"""What differs between a call as it was recorded and as it goes today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from voicebot.replay.side import Row, Side

FIELDS = {
    "event": "event",
    "heard": "best",
    "keys": "keys",
    "understood": "understood",
    "said": "said",
    "actions": "actions",
    "slots": "slots",
    "phase": "phase",
}
"""What is compared, and by what of a turn: scores and guesses beside the best one differ from machine to machine."""


class Source(StrEnum):
    EVENTS = "events"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Turn:
    """The same turn then and now; None: there is none on that side."""

    then: Side | None
    now: Side | None

    @property
    def differs(self) -> tuple[str, ...]:
        """Names of the fields that differ; of what is not on record nothing is said."""
        then, now = self.then, self.now
        if then is not None and then.removed:
            return ()
        if then is None or now is None:
            return ("turn",)
        values = ((name, getattr(then, by), getattr(now, by)) for name, by in FIELDS.items())
        return tuple(name for name, old, new in values if old is not None and new is not None and old != new)

    def as_json(self) -> dict[str, Any]:
        sides = {"then": self.then, "now": self.now}
        shown = {name: side and side.as_json() for name, side in sides.items()}
        return {**shown, "differs": list(self.differs)}


@dataclass(frozen=True, slots=True)
class Ending:
    """What came of a call."""

    outcome: str | None
    """None: the record does not tell."""

    rows: tuple[Row, ...]

    def as_json(self) -> dict[str, Any]:
        return {"outcome": self.outcome, "rows": [row.as_json() for row in self.rows]}


@dataclass(frozen=True, slots=True)
class Result:
    call: str
    """`2026-11-24/CA…`"""

    source: Source
    then: Ending
    now: Ending
    turns: tuple[Turn, ...]
    notes: tuple[tuple[str, str], ...] = ()
    """What is to be known besides: a kind (`unread`, `answered_anew`, `broken`, `streams`, `cut_short`, `removed`, `person_called`) and
    what it is about."""

    @property
    def same_outcome(self) -> bool:
        return self.then.outcome is None or self.then.outcome == self.now.outcome

    @property
    def same_rows(self) -> bool:
        then, now = self.then.rows, self.now.rows
        return len(then) == len(now) and all(a.same(b) for a, b in zip(then, now, strict=True))

    @property
    def same_end(self) -> bool:
        """Outcome and rows are the same."""
        return self.same_outcome and self.same_rows

    @property
    def different(self) -> tuple[Turn, ...]:
        return tuple(turn for turn in self.turns if turn.differs)

    @property
    def same(self) -> bool:
        """Nothing differs at all."""
        return self.same_end and not self.different

    def as_json(self) -> dict[str, Any]:
        return {
            "call": self.call,
            "source": str(self.source),
            "same": self.same,
            "same_outcome": self.same_outcome,
            "same_rows": self.same_rows,
            "then": self.then.as_json(),
            "now": self.now.as_json(),
            "notes": [{"kind": kind, "about": about} for kind, about in self.notes],
            "turns": [turn.as_json() for turn in self.turns],
        }


def aligned(then: Sequence[Side], now: Sequence[Side]) -> tuple[Turn, ...]:
    """Turns side by side: those that led to the same sentences stand together."""
    old, new = ([(side.event, tuple(side.said)) for side in sides] for sides in (then, now))
    found: list[Turn] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal" or b - a == d - c:
            found += [Turn(x, y) for x, y in zip(then[a:b], now[c:d], strict=True)]
        else:
            found += _side_by_side(then[a:b], now[c:d])
    return tuple(found)


def _side_by_side(then: Sequence[Side], now: Sequence[Side]) -> Iterable[Turn]:
    """Of two rows of other lengths the same kinds of turn stand together, in their order."""
    left = list(now)
    for side in then:
        at = next((n for n, other in enumerate(left) if other.event == side.event), None)
        if at is None:
            yield Turn(side, None)
            continue
        yield from (Turn(None, other) for other in left[:at])
        yield Turn(side, left[at])
        del left[: at + 1]
    yield from (Turn(None, other) for other in left)
