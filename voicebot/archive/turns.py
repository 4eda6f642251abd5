"""A recorded call turn by turn: what the caller did, how it was understood, what came of it, by today's dialog."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import nlu
from dialog import events
from dialog.actions import Action
from dialog.state import State
from dialog.step import step
from nlu.hypothesis import Hypothesis
from nlu.meaning import Meaning
from nlu.question import Expect
from voicebot.archive.folder import Line, RecordedCall
from voicebot.telephony.key_watch import KeyWatch
from voicebot.telephony.number_watch import NumberWatch

_ANSWERS = {
    "FindPlaces": ("PlacesFound",),
    "Hold": ("Held", "PlaceTaken"),
    "Release": ("Released",),
    "Book": ("Booked", "PlaceTaken", "TooMany"),
    "FindBookings": ("BookingsFound",),
    "FindByNumber": ("BookingsFound",),
    "Change": ("Changed", "PlaceTaken", "TooLate"),
    "Cancel": ("Cancelled", "TooLate"),
    "AskCallback": ("CallbackNoted",),
}
"""Action -> the events that may answer it."""

_FOLLOWS = {"Played", *(name for names in _ANSWERS.values() for name in names)}
"""Events that belong to the turn before them."""

BEGINNINGS = ("CallStarted", "Reconnected")
"""Events with which a stream begins."""

PRIVATE = (Expect.NAME, Expect.DIGITS)
"""Questions whose answers are people."""


@dataclass(slots=True)
class Deed:
    """Something that the dialog had done."""

    kind: str
    action: Action | None
    """With what it was about; None: today's dialog does not do it there."""

    answer: events.Event | None = None


@dataclass(slots=True)
class Turn:
    """What happened, and all that followed until the next thing happened."""

    kind: str
    """The event's name."""

    at: datetime
    stream: int
    """Which of the call's streams, from 0."""

    ms: int
    """Where in the stream's audio it was told; what lies before it was said before."""

    hypotheses: tuple[Hypothesis, ...] = ()
    early: bool = False
    resumes: bool = False
    keys: str = ""
    meaning: Meaning | None = None
    """What today's ears understand; None: nothing was said, or it is not known what was asked."""

    before: State | None = None
    after: State | None = None
    """None from where today's dialog cannot follow the record."""

    deeds: list[Deed] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """The bot's sentences."""

    private: bool = False
    """The caller was asked for a name or a number, or it is not known what was asked."""

    removed: bool = False
    """A My Number may be in it: nothing of it is kept here."""

    differs: bool = False
    """Today's dialog does not do what was done."""

    @property
    def heard(self) -> str:
        """What was taken for said."""
        return self.hypotheses[0].text if self.hypotheses else ""


@dataclass(frozen=True, slots=True)
class Turns:
    turns: tuple[Turn, ...]
    followed: bool
    """Today's dialog came to the end of it."""

    names: tuple[str, ...]
    """The caller's, as far as they were understood."""


class _Reading:
    """One pass through a record."""

    def __init__(self) -> None:
        self.state: State | None = None
        """None before the call's beginning, and from where today's dialog cannot follow."""

        self.turns: list[Turn] = []
        self.names: dict[str, None] = {}
        self._stream = -1
        self._numbers, self._keys = NumberWatch(), KeyWatch()

    def take(self, line: Line) -> None:
        event = line.event
        kind = type(event).__name__
        if kind in BEGINNINGS:
            self._stream += 1
            self._numbers, self._keys = NumberWatch(), KeyWatch()
        if kind == "CallStarted" and not self.turns:
            self.state = State()
        turn = self._turn(line, kind)
        self._watch(turn, event)
        actions = self._fold(event)
        self._note(turn, line, actions)
        turn.after = self.state
        if self.state is not None and self.state.name:
            self.names[self.state.name] = None

    def _turn(self, line: Line, kind: str) -> Turn:
        """The one that this belongs to."""
        last = self.turns[-1] if self.turns else None
        goes_on = kind == "KeyPressed" and last is not None and last.kind == kind and not last.said
        if last is not None and (kind in _FOLLOWS or (goes_on and not last.deeds)):
            last.ms = last.ms if kind in _FOLLOWS else max(last.ms, line.ms)
            return last
        ms = max(line.ms, last.ms) if last is not None and last.stream == max(0, self._stream) else line.ms
        turn = Turn(kind, line.event.at, max(0, self._stream), ms, before=self.state)
        event, state = line.event, self.state
        turn.private = state is None or state.question.expect in PRIVATE
        if isinstance(event, events.Heard):
            turn.hypotheses, turn.early, turn.resumes = event.hypotheses, event.early, event.resumes
            turn.meaning = self._meaning(event)
        self.turns.append(turn)
        return turn

    def _meaning(self, event: events.Heard) -> Meaning | None:
        state = self.state
        if state is not None and event.resumes:
            state = state.before or state
        if state is None or not event.hypotheses:
            return None
        try:
            return nlu.interpret(event.hypotheses, state.question, event.at, state.lexicon)
        except Exception:  # words that today's ears cannot read
            return None

    def _fold(self, event: events.Event) -> tuple[Action, ...]:
        if self.state is None:
            return ()
        try:
            self.state, actions = step(self.state, event)
        except Exception:  # a record that today's dialog cannot follow
            self.state = None
            return ()
        return actions

    def _note(self, turn: Turn, line: Line, actions: Sequence[Action]) -> None:
        if isinstance(line.event, events.KeyPressed) and not turn.removed:
            turn.keys += line.event.digit
        kind = type(line.event).__name__
        answered = next((d for d in turn.deeds if not d.answer and kind in _ANSWERS.get(d.kind, ())), None)
        if answered is not None:
            answered.answer = line.event
        todays = list(actions)
        for name in line.actions:
            same = next((action for action in todays if type(action).__name__ == name), None)
            if same is not None:
                todays.remove(same)
            if name != "Say":
                turn.deeds.append(Deed(name, same))
        turn.said += () if turn.removed else line.said
        turn.differs |= self.state is not None and line.actions != tuple(type(a).__name__ for a in actions)

    def _watch(self, turn: Turn, event: events.Event) -> None:
        """A record holds no My Number; one that came from elsewhere is searched once more."""
        state = self.state or State()
        from_ms = self._keys.watch(state, event, turn.ms)
        if isinstance(event, events.Heard) and event.resumes:  # its first half was watched by itself
            from_ms = turn.ms if nlu.holds_my_number(event.hypotheses) else from_ms
        elif isinstance(event, events.Heard):
            secret = self._numbers.hear(event.hypotheses, turn.ms, state.question.expect)
            from_ms = secret.from_ms if secret is not None else from_ms
        if from_ms is not None:
            for one in self.turns:
                if one.stream == turn.stream and one.ms >= from_ms:
                    one.hypotheses, one.keys, one.meaning, one.said = (), "", None, []
                    one.removed = True


def turns(call: RecordedCall) -> Turns:
    """Never fails for what was recorded."""
    reading = _Reading()
    for line in call.lines:
        reading.take(line)
    return Turns(tuple(reading.turns), reading.state is not None, tuple(reading.names))
