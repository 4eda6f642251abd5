"""A recorded call folded anew: its events go through today's dialog.

The calendar's answers are fed as they came, where today's dialog asks what was asked then. What it asks beside that is
answered by `book`, at once; what it no longer asks is left out. A `Played` belongs to the sentences of its side: where
today's are others, they are heard out when the recorded ones were.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dialog import events
from dialog.actions import Action, FindPlaces, HangUp, Hold, Say, Transfer
from dialog.calendar import Unavailable
from dialog.state import State
from dialog.step import step
from voicebot.archive.folder import Line
from voicebot.clock import SteppedClock
from voicebot.replay.book import Known, RecordedBook
from voicebot.replay.side import Row, Step, kinds, row, spoken
from voicebot.telephony.calls import Call
from voicebot.telephony.inquiry import Inquiry, answer

log = logging.getLogger(__name__)

COMES_OF = {
    "FindPlaces": (events.PlacesFound,),
    "Hold": (events.Held, events.PlaceTaken),
    "Release": (events.Released,),
    "Book": (events.Booked, events.PlaceTaken, events.TooMany),
    "FindBookings": (events.BookingsFound,),
    "FindByNumber": (events.BookingsFound,),
    "Change": (events.Changed, events.PlaceTaken, events.TooLate),
    "Cancel": (events.Cancelled, events.TooLate),
    "AskCallback": (events.CallbackNoted,),
}
"""What may come back to each inquiry."""

_ANSWERS = tuple({kind: None for came in COMES_OF.values() for kind in came})
_CALLERS = events.Heard | events.KeyPressed | events.NoInput | events.HungUp
_NO_INQUIRY = Say | Transfer | HangUp


@dataclass
class _Asked:
    """An inquiry that is on record, not answered yet."""

    kind: str
    today: Inquiry | None
    """The same one of today's dialog; None: it did not ask, or asked something else."""


@dataclass
class Folded:
    """How the call goes today."""

    steps: list[Step] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    """What was asked and what had come back, by today's dialog."""

    answered_anew: list[str] = field(default_factory=list)
    """Kinds of inquiries that the record has no answer to."""

    broken: bool = False
    """Today's dialog found no way on from an event of the record."""

    @property
    def state(self) -> State:
        return self.steps[-1].after or State() if self.steps else State()


def fold(lines: Sequence[Line]) -> Folded:
    """`lines` begins with a CallStarted."""
    folding = _Folding(lines[0].event)
    for line in lines:
        folding.take(line)
    return folding.done


class _Folding:
    """One pass through a record."""

    def __init__(self, first: events.Event) -> None:
        assert isinstance(first, events.CallStarted)
        self.done = Folded()
        self._started = first
        self._state = State()
        self._asked: list[_Asked] = []
        self._places: set[datetime] = set()
        """Starts that the record named."""

        self._unheard: list[tuple[str, bool]] = []
        """Today's sentences that were not heard to their end: key, last."""

        self._then_unheard = False
        self._call = Call("REPLAY", first.caller, first.at)
        self._book = RecordedBook(first)

    def take(self, line: Line) -> None:
        event = line.event
        if isinstance(event, events.PlacesFound):
            found = event.availability
            self._places |= {place.start for place in (*found.fitting, *found.alternatives)}
        match event:
            case events.Played():
                self._played(line, event)
            case _ if isinstance(event, _ANSWERS):
                self._came(line, event)
            case _:
                if (
                    isinstance(event, _CALLERS)
                    and not self._then_unheard
                    and not getattr(event, "early", False)
                ):
                    self._hear_out(line)
                self._feed(line, event, line)
        if "Say" in line.actions:
            self._then_unheard = True

    def _played(self, line: Line, event: events.Played) -> None:
        if event.last:
            self._then_unheard = False
        keys = [key for key, _ in self._unheard]
        if (event.key, event.last) in self._unheard:
            del self._unheard[: keys.index(event.key) + 1]
            self._feed(line, event, line)
        elif event.last:
            self._hear_out(line)
            self._look(line)
        else:
            self._look(line)

    def _hear_out(self, line: Line) -> None:
        while self._unheard:
            key, last = self._unheard.pop(0)
            self._feed(line, events.Played(line.event.at, key, last), None)

    def _came(self, line: Line, event: events.Event) -> None:
        """The answer to what was asked last of those it fits."""
        fitting = [n for n, one in enumerate(self._asked) if isinstance(event, COMES_OF[one.kind])]
        asked = self._asked[fitting[-1]] if fitting else None
        if asked is not None:
            self._asked = [one for one in self._asked if one is not asked and one.kind != asked.kind]
        if asked is None or asked.today is None:
            self._look(line)
            return
        if not self._fits(asked.today, event):
            self._look(line)
            self._answer(line, asked.today)
            return
        self.done.known.append(Known(asked.today, event))
        self._row(asked.today, event)
        self._feed(line, event, line)

    def _fits(self, asked: Inquiry, came: events.Event) -> bool:
        """Whether it can be the answer to what today's dialog asks; what was asked then is not on record."""
        match asked, came:
            case FindPlaces(days=days, times=times), events.PlacesFound(availability=found):

                def within(start: datetime) -> bool:
                    return (days is None or days[0] <= start.date() <= days[1]) and (
                        times is None or times[0] <= start.time() <= times[1]
                    )

                fits = all(within(place.start) for place in found.fitting)
                return fits and not any(within(place.start) for place in found.alternatives)
        return True

    def _look(self, line: Line) -> None:
        """The record goes on, and today's dialog has nothing to do with it."""
        if line.actions:
            self._expect(line, ())

    def _feed(self, line: Line, event: events.Event, recorded: Line | None) -> None:
        """`recorded`: the line whose actions are those of this event; None: there is none."""
        before = self._state
        try:
            self._state, actions = step(before, event)
        except Exception:
            log.exception("no way on from %s", type(event).__name__)
            self.done.broken = True
            event = events.Trouble(event.at)
            self._state, actions = step(before, event)
        self.done.steps.append(Step(line.ms, event, kinds(actions), spoken(actions), before, self._state))
        said = [sentence for action in actions if isinstance(action, Say) for sentence in action.sentences]
        if said:
            self._unheard = [(one.key, one is said[-1]) for one in said]
        pending = self._expect(recorded, actions) if recorded is not None else actions
        for action in pending:
            if not isinstance(action, _NO_INQUIRY):
                came = self._answer(line, action)
                if isinstance(action, Hold) and not isinstance(came, events.Held):
                    break

    def _expect(self, line: Line, actions: Sequence[Action]) -> Sequence[Action]:
        """Pairs what was asked with what is asked; returns what only today's dialog asks."""
        left = [action for action in actions if not isinstance(action, _NO_INQUIRY)]
        for kind in line.actions:
            if kind in COMES_OF:
                same = next((a for a in left if type(a).__name__ == kind and self._is_on_record(a)), None)
                if same is not None:
                    left = [one for one in left if one is not same]
                self._asked.append(_Asked(kind, same))
        return left

    def _is_on_record(self, action: Action) -> bool:
        """Whether the record may have the answer: a place that it never named it tells nothing of."""
        start = getattr(action, "start", None)
        return start is None or start in self._places

    def _answer(self, line: Line, asked: Inquiry) -> events.Event:
        self.done.answered_anew.append(type(asked).__name__)
        try:
            came = answer(asked, self._call, self._book, SteppedClock(line.event.at))
        except Unavailable:
            came = events.Trouble(line.event.at)
        self.done.known.append(Known(asked, came))
        self._row(asked, came)
        self._feed(line, came, None)
        return came

    def _row(self, asked: Inquiry, came: events.Event) -> None:
        found = row(asked, came, self._started.caller)
        if found is not None:
            self.done.rows.append(found)
