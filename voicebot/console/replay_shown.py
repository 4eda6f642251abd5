"""A replay in words that staff read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from voicebot.console.words import Words
from voicebot.replay.result import Ending, Result, Turn
from voicebot.replay.side import Row, Side

FIELDS = ("heard", "keys", "understood", "said", "actions", "slots", "phase")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing about a turn on both sides."""

    what: str
    then: str
    now: str
    differs: bool


@dataclass(frozen=True, slots=True)
class ShownTurn:
    number: int
    title: str
    differs: bool
    only: str
    """The side on which alone it is; empty: on both."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ReplayWords:
    t: Words
    names: Mapping[str, str] = field(default_factory=dict)
    """Of procedures, by their ids."""

    def turns(self, result: Result) -> list[ShownTurn]:
        return [self._turn(n, turn) for n, turn in enumerate(result.turns, 1)]

    def notes(self, result: Result) -> list[str]:
        return [
            self.t(f"replay.notes.{kind}", about=self._about(kind, about)) for kind, about in result.notes
        ]

    def ending(self, ending: Ending) -> str:
        return self.word("outcomes", ending.outcome or "unfinished")

    def rows(self, ending: Ending) -> list[str]:
        return [self._row(row) for row in ending.rows] or [self.t("replay.no_rows")]

    def _about(self, kind: str, about: str) -> str:
        return self.word("deeds", about) if kind == "answered_anew" else about

    def _row(self, row: Row) -> str:
        people = self.t("dialog.values.people", people=row.people) if row.people and row.people > 1 else ""
        done = self.word("outcomes", row.done)
        when = (row.start or "")[:16].replace("T", " ")
        what = self.t("shell.comma").join(self.names.get(one, one) for one in row.procedures or ())
        parts = (done, what, when, row.name or "", people)
        return " ".join(filter(None, parts))

    def _turn(self, number: int, turn: Turn) -> ShownTurn:
        side = turn.then or turn.now
        assert side is not None
        only = "now" if turn.then is None else "then" if turn.now is None else ""
        title = self.word("events", side.event)
        return ShownTurn(number, title, bool(turn.differs), only, tuple(self._lines(turn)))

    def _lines(self, turn: Turn) -> Iterator[Line]:
        differs = turn.differs
        for name in FIELDS:
            then, now = (self._value(side, name) for side in (turn.then, turn.now))
            if then or now:
                yield Line(self.t(f"replay.fields.{name}"), then, now, name in differs or "turn" in differs)

    def _value(self, side: Side | None, name: str) -> str:
        if side is None:
            return ""
        comma = self.t("shell.comma")
        match name:
            case "heard":
                return " / ".join(f"{text} {score:.2f}" for text, score in side.heard)
            case "understood":
                return comma.join(self._pairs(side.understood, "meanings"))
            case "slots":
                return (
                    self.t("replay.not_kept")
                    if side.slots is None
                    else comma.join(self._pairs(side.slots, "slots"))
                )
            case "said":
                return "".join(side.said)
            case "actions":
                return comma.join(self.word("deeds", kind) for kind in side.actions)
            case "phase":
                return self.t("replay.not_kept") if side.phase is None else self.word("phases", side.phase)
        return str(getattr(side, name))

    def _pairs(self, known: dict[str, str], kind: str) -> list[str]:
        return [f"{self.word(kind, name)} {self._short(value)}".strip() for name, value in known.items()]

    def _short(self, value: str) -> str:
        if value == "true":
            return ""
        if ids := [one for one in value.split(", ") if one in self.names]:
            return self.t("shell.comma").join(self.names[one] for one in ids)
        return self.word("meant", value).removesuffix(":00+09:00").removesuffix("+09:00")

    def word(self, kind: str, name: str) -> str:
        """As it is, where there is no word for it."""
        key = f"dialog.{kind}.{name}"
        return self.t(key) if key in self.t else name
