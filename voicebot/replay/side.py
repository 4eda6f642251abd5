"""One side of a replayed call: what happened in it turn by turn, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import nlu
from dialog import events
from dialog.actions import Action, AskCallback, Book, Cancel, Change, Say
from dialog.state import State
from nlu.meaning import DateSpan, Excluded, Impossible, Meaning, Scored, TimeSpan

FOLLOWS = (
    events.Played
    | events.PlacesFound
    | events.Held
    | events.Released
    | events.Booked
    | events.PlaceTaken
    | events.BookingsFound
    | events.Changed
    | events.Cancelled
    | events.TooLate
    | events.TooMany
    | events.CallbackNoted
)
"""Events that belong to the turn before them: nothing that the caller does."""


_AGAIN = ("spoken", "trails_off", "moments")
"""What the words, or other fields of a meaning, tell too."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a fold."""

    ms: int
    """Offset in the caller's audio of its stream."""

    event: events.Event
    actions: tuple[str, ...]
    """Their kinds."""

    said: tuple[str, ...]
    before: State | None
    """None: not known."""

    after: State | None


@dataclass(slots=True)
class Side:
    """A turn: something that the caller did, or that befell the call, and all that followed from it."""

    event: str
    ms: int
    heard: tuple[tuple[str, float], ...] = ()
    """The n best and their scores."""

    keys: str = ""
    understood: dict[str, str] = field(default_factory=dict)
    """The best of each thing that was found."""

    said: list[str] = field(default_factory=list)
    """Sentences."""

    actions: list[str] = field(default_factory=list)
    """Kinds of what was asked of the calendar or the line."""

    slots: dict[str, str] | None = None
    """After the turn; None: not on record."""

    phase: str | None = None
    removed: bool = False
    """What was said or pressed is not in the record: a My Number may have been in it."""

    @property
    def best(self) -> str:
        """What was taken for said."""
        return self.heard[0][0] if self.heard else ""

    def as_json(self) -> dict[str, Any]:
        return {
            "event": self.event,
            "ms": self.ms,
            "heard": [{"text": text, "score": round(score, 4)} for text, score in self.heard],
            "keys": self.keys,
            "understood": self.understood,
            "said": self.said,
            "actions": self.actions,
            "slots": self.slots,
            "phase": self.phase,
            "removed": self.removed,
        }


def spoken(actions: Sequence[Action]) -> tuple[str, ...]:
    """The sentences in what is to be done."""
    return tuple(sentence.text for a in actions if isinstance(a, Say) for sentence in a.sentences)


def kinds(actions: Sequence[Action]) -> tuple[str, ...]:
    return tuple(type(action).__name__ for action in actions)


def turns(steps: Sequence[Step]) -> list[Side]:
    """What follows from an event stands with it; keys that are pressed one after another are one turn."""
    found: list[Side] = []
    for one in steps:
        side = found[-1] if found else None
        if side is None or not (isinstance(one.event, FOLLOWS) or _goes_on(side, one.event)):
            side = _begun(one)
            found.append(side)
        if isinstance(one.event, events.KeyPressed):
            side.keys += one.event.digit
            side.removed |= not one.event.digit
        side.said += one.said
        side.actions += [kind for kind in one.actions if kind != "Say"]
        if one.after is not None:
            side.slots, side.phase = slots(one.after), str(one.after.phase)
    return found


def _goes_on(side: Side, event: events.Event) -> bool:
    return isinstance(event, events.KeyPressed) and bool(side.keys) and not (side.said or side.actions)


def _begun(one: Step) -> Side:
    side = Side(type(one.event).__name__, one.ms)
    if isinstance(one.event, events.Heard):
        side.heard = tuple((h.text, h.score) for h in one.event.hypotheses)
        side.removed = not side.heard
        side.understood = _understood(one.event, one.before)
    return side


def _understood(event: events.Heard, state: State | None) -> dict[str, str]:
    if state is not None and event.resumes:
        state = state.before or state
    if state is None or not event.hypotheses:
        return {}
    meaning = nlu.interpret(event.hypotheses, state.question, event.at, state.lexicon)
    known = {one.name: getattr(meaning, one.name) for one in fields(Meaning) if one.name not in _AGAIN}
    best = {name: value[:1] if isinstance(value, tuple) else value for name, value in known.items()}
    return {name: text for name, value in best.items() if (text := _text(value))}


def slots(state: State) -> dict[str, str]:
    """What is known of the wish, without what is not."""
    known = {
        "errand": state.errand,
        "procedures": state.procedures,
        "office": state.office.id if state.offices else "",
        "day": state.day,
        "time": state.time,
        "people": state.people,
        "name": state.name,
        "phone": state.phone,
        "claimed": state.claimed,
        "place": state.place.start if state.place else None,
        "booking": state.booking.number if state.booking else "",
    }
    return {name: text for name, value in known.items() if (text := _text(value))}


def _text(value: Any) -> str:
    """As one line, the same every time."""
    match value:
        case None | False | () | "":
            return ""
        case Scored():
            return _text(value.value)
        case DateSpan() | TimeSpan():
            first, last = value.first.isoformat(), value.last.isoformat()
            return first if first == last else f"{first}/{last}"
        case tuple():
            return ", ".join(map(_text, value))
        case Impossible():
            return value.said
        case Excluded():
            return ", ".join(filter(None, map(_text, (value.days, value.weekday, value.times))))
        case True:
            return "true"
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


@dataclass(frozen=True, slots=True)
class Row:
    """What a call did to the book."""

    done: str
    """booked, changed, cancelled or callback."""

    procedures: tuple[str, ...] | None = None
    start: str | None = None
    """ISO 8601. What is None is not on record."""

    phone: str | None = None
    people: int | None = None
    name: str | None = None

    def same(self, other: "Row") -> bool:
        """As far as both are known."""
        mine, others = self._values(), other._values()
        return all(mine[name] == others[name] for name in mine if None not in (mine[name], others[name]))

    def _values(self) -> dict[str, Any]:
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def as_json(self) -> dict[str, Any]:
        known = {name: value for name, value in self._values().items() if value is not None}
        return known | ({"procedures": list(self.procedures)} if self.procedures is not None else {})


def row(asked: Action, came: events.Event, caller: str) -> Row | None:
    """The row that an inquiry left; None: none."""
    match asked, came:
        case Book(), events.Booked():
            start, phone = asked.start.isoformat(), asked.phone or caller
            return Row("booked", asked.procedures, start, phone, asked.people, asked.name)
        case Change(), events.Changed():
            phone = asked.phone or caller
            return Row(
                "changed", asked.procedures or asked.booking.procedures, asked.start.isoformat(), phone
            )
        case Cancel(), events.Cancelled():
            phone = asked.phone or caller
            return Row("cancelled", asked.booking.procedures, asked.booking.start.isoformat(), phone)
        case AskCallback(), events.CallbackNoted():
            return Row("callback", phone=asked.phone or caller)
    return None
