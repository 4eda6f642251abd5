"""A call in which anything may happen at any moment, and what must hold whatever happens."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import takewhile
from typing import Any

import nlu
from dialog import actions, events
from dialog.calendar import Availability, Booking, Place, Reason
from dialog.city import city
from dialog.office import Office
from dialog.state import Phase, State
from dialog.step import step
from nlu.hypothesis import Hypothesis
from prompts.sentence import Sentence
from tests.dialog.conversation import NOW, OFFICE
from voicebot.telephony.record import dump_event, load_event
from voicebot.telephony.stored import dump_state, load_state

TURNS = 40
SILENCES = 12
"""After so many silences in a row every call has ended."""

TAKES = ("Book", "Change", "Cancel")
"""Actions that need a read-back and a yes."""


@dataclass
class Spoken:
    """One utterance of the bot, and how far it was heard."""

    sentences: tuple[Sentence, ...]
    heard: int = 0

    @property
    def heard_out(self) -> bool:
        return self.heard == len(self.sentences)

    @property
    def read_back(self) -> str:
        """What it tells that a yes would do; empty when it tells nothing of the kind."""
        return "".join(s.text for s in self.sentences if s.key in ("read_back", "booking_is"))


@dataclass
class RandomCall:
    """Tells the dialog what happens, and watches it from outside."""

    caller: str = "+81935551234"
    offices: tuple[Office, ...] = ()
    state: State = field(default_factory=State)
    spoken: list[Spoken] = field(default_factory=list)
    asked: list[actions.Action] = field(default_factory=list)
    """Inquiries to the calendar that wait for their answer."""

    told: list[tuple[events.Event, State]] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    """Book, Change and Cancel as far as they were sent, for when they are sent again after a break."""

    def __post_init__(self) -> None:
        self.now = NOW
        office = city(self.offices) if self.offices else OFFICE
        self.give(events.CallStarted(self.now, office, self.caller, offices=self.offices))

    @property
    def over(self) -> bool:
        return self.state.phase is Phase.ENDED

    @property
    def unheard(self) -> Spoken | None:
        """What the bot is saying."""
        return self.spoken[-1] if self.spoken and not self.spoken[-1].heard_out else None

    def give(self, event: events.Event, yes: bool = False) -> tuple[actions.Action, ...]:
        """One event; everything that must hold is checked. `yes`: it is a clear yes of the caller."""
        before = self.state
        self.state, done = step(before, event)
        assert step(before, event) == (self.state, done)
        assert load_state(dump_state(self.state)) == self.state
        self.told.append((event, self.state))
        for action in done:
            if type(action).__name__ in TAKES:
                self._check_permission(action, event, yes)
            self._note(action)
        assert len(self.spoken) <= TURNS
        return tuple(action for action in done if not isinstance(action, actions.Hold | actions.Release))

    def _note(self, action: actions.Action) -> None:
        match action:
            case actions.Say(sentences):
                assert sentences
                self.spoken.append(Spoken(sentences))
            case actions.HangUp() | actions.Transfer():
                assert self.over
            case _:
                self.asked.append(action)

    def _check_permission(self, action: Any, event: events.Event, yes: bool) -> None:
        """A read-back of just this was heard to its end, nothing else was read back since, and then came the yes."""
        if isinstance(event, events.Reconnected) and repr(action) in self.taken:
            return
        assert yes, f"{action} on {event}, which is no clear yes"
        read_backs = [spoken for spoken in reversed(self.spoken) if spoken.read_back]
        told = read_backs[0].read_back
        same = takewhile(lambda spoken: spoken.read_back == told, read_backs)
        assert any(spoken.heard_out for spoken in same), f"{action}, but {told} was not heard to its end"
        start = action.start if hasattr(action, "start") else action.booking.start
        booking: Booking | None = getattr(action, "booking", None)
        procedures = (booking.procedure, *booking.more) if booking else action.procedures
        for phrase in (
            *self._where(action, booking),
            f"{start.month}月{start.day}日",
            *(OFFICE.procedure(procedure).name.text for procedure in procedures),
        ):
            assert phrase in told, f"{action}, but what was read back is {told}"
        self.taken.append(repr(action))

    def _where(self, action: Any, booking: Booking | None) -> tuple[str, ...]:
        """What the read-back says of the office, where there are several."""
        at = booking.office if booking else action.office
        return tuple(office.name.text.split()[0] for office in self.offices if office.id == at)

    def hears(self, hypotheses: tuple[Hypothesis, ...], early: bool, yes: bool) -> None:
        """An utterance; when it comes into silence and nothing is looked up, it is answered."""
        waits = bool(self.asked)
        presses = bool(self.state.keypad.digits)
        early = early and self.unheard is not None
        if not early:
            self.hear_out()
        over = self.over
        done = self.give(events.Heard(self.now, hypotheses, early), yes)
        if not (waits or early or over or presses or nlu.hesitates(hypotheses)):
            assert done, f"no answer to {hypotheses} in {self.state.phase}"

    def goes_on(self, hypotheses: tuple[Hypothesis, ...], yes: bool) -> None:
        """The caller had not finished. What the calendar would answer to the first half is not looked at any more."""
        over, back = self.over, self.state.before
        if back is not None:
            self.asked.clear()
        done = self.give(events.Heard(self.now, hypotheses, resumes=True), yes)
        if back is not None and not (over or nlu.hesitates(hypotheses)):
            assert done, f"no answer to {hypotheses} in {self.state.phase}"

    def hear_out(self) -> None:
        """What the bot says is heard to its end."""
        while (spoken := self.unheard) and not self.over:
            self.hear_one(spoken)

    def hear_one(self, spoken: Spoken) -> None:
        sentence = spoken.sentences[spoken.heard]
        spoken.heard += 1
        self.give(events.Played(self.now, sentence.key, spoken.heard_out))

    def is_silent(self) -> None:
        self.hear_out()
        waits, over = bool(self.asked), self.over
        self.now += timedelta(seconds=8)
        done = self.give(events.NoInput(self.now))
        if not (waits or over):
            assert done or self.over, f"no answer to silence in {self.state.phase}"

    def breaks(self) -> None:
        """The line breaks and comes back: answers on their way are lost, and what was being said was not heard."""
        self.asked.clear()
        done = self.give(events.Reconnected(self.now))
        assert done or self.over, f"nothing is said or asked after a break in {self.state.phase}"

    def is_answered(self, choose: Any) -> None:
        """The calendar answers what was asked first. `choose` picks among possible answers."""
        inquiry = self.asked.pop(0)
        stands_at = self.offices[0].id if self.offices else ""
        self.give(choose([*answers(inquiry, self.now, stands_at)]))

    def ends(self) -> None:
        """Whatever happened, a caller who says nothing more is not kept; and the record gives the same states."""
        for _ in range(SILENCES):
            while self.asked:
                self.is_answered(lambda choices: choices[0])
            self.is_silent()
            if self.over:
                break
        assert self.over, f"a trap: {self.state.phase} after {SILENCES} silences"
        self.replay()

    def replay(self) -> None:
        """The events as they are written down, folded anew."""
        state = State()
        for event, after in self.told:
            state, _ = step(state, load_event(dump_event(event)))
            assert state == after


def answers(inquiry: actions.Action, now: Any, office: str = "") -> Iterator[events.Event]:
    """What the calendar may answer; the first is the good one."""
    day = NOW.replace(hour=10) + timedelta(days=7)
    places = tuple(Place(day + timedelta(minutes=15 * n)) for n in range(3))
    booking = Booking("4719", "juminhyo", day, office=office)
    match inquiry:
        case actions.FindPlaces(days=days):
            if days:
                places = tuple(
                    Place(p.start.replace(year=days[0].year, month=days[0].month, day=days[0].day))
                    for p in places
                )
            for n in (3, 1, 2):
                yield events.PlacesFound(now, Availability(places[:n]))
            for reason in Reason:
                for n in (0, 1, 3):
                    yield events.PlacesFound(
                        now, Availability(reason=reason, detail="weekend", alternatives=places[:n])
                    )
        case actions.Hold():
            yield events.Held(now)
            yield events.PlaceTaken(now)
        case actions.Release():
            yield events.Released(now)
        case actions.Book():
            yield events.Booked(now, "4720")
            yield events.TooMany(now)
            yield events.PlaceTaken(now)
        case actions.FindBookings():
            yield events.BookingsFound(now, (booking,))
            yield events.BookingsFound(now, ())
            more = Booking("4720", "tennyu", day + timedelta(days=1), ("juminhyo",), office=office)
            yield events.BookingsFound(now, (booking, more))
            yield events.BookingsFound(
                now, (booking, more, Booking("4721", "tenkyo", day + timedelta(days=2), office=office))
            )
        case actions.FindByNumber():
            yield events.BookingsFound(now, (booking,))
            yield events.BookingsFound(now, ())
        case actions.Change():
            yield events.Changed(now)
            yield events.PlaceTaken(now)
            yield events.TooLate(now)
        case actions.Cancel():
            yield events.Cancelled(now)
            yield events.TooLate(now)
        case actions.AskCallback():
            yield events.CallbackNoted(now)
        case _:
            raise AssertionError(f"tell here what may be answered to {inquiry}")
    yield events.Trouble(now)
