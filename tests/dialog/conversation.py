"""A typed conversation with the dialog: what is said is heard to its end unless a test says otherwise."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from dialog import events
from dialog.actions import (
    Action,
    AskCallback,
    Book,
    Cancel,
    Change,
    FindBookings,
    FindByNumber,
    FindPlaces,
    HangUp,
    Hold,
    Release,
    Say,
    Transfer,
)
from dialog.calendar import Booking, FakeCalendar, TooLate, TooMany
from dialog.city import city
from dialog.office import Office, Procedure
from dialog.state import State
from dialog.step import step
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Entry, Lexicon, Term

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)


def moment(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=TOKYO)


MOVING = Term("引っ越し", "ひっこし")
ENTRIES = (
    Entry("juminhyo", Term("住民票", "じゅうみんひょう")),
    Entry("tennyu", Term("転入届", "てんにゅうとどけ"), (MOVING,)),
    Entry("tenkyo", Term("転居届", "てんきょとどけ"), (MOVING,)),
    Entry("jido_teate", Term("児童手当", "じどうてあて")),
)
WARD = "kokuraminami"
HOURS = Term("平日の、午前9時から午後5時まで", "へいじつの、ごぜんくじからごごごじまで")
OFFICE = Office(
    "kokurakita",
    Term("小倉北区役所 市民課", "こくらきたくやくしょ、しみんか"),
    tuple(
        Procedure(e.id, e.name, Term("本人確認書類", "ほんにんかくにんしょるい"), HOURS, str(n))
        for n, e in enumerate(ENTRIES, 1)
    ),
    Lexicon(ENTRIES),
    "+81936718181",
)

WARDS = (
    replace(OFFICE, name=Term("小倉北区役所 市民課", "こくらきたくやくしょ しみんか")),
    replace(
        OFFICE,
        id=WARD,
        name=Term("小倉南区役所 市民課", "こくらみなみくやくしょ しみんか"),
        procedures=OFFICE.procedures[:2],
        lexicon=Lexicon(ENTRIES[:2]),
        agent_phone="+81939999999",
    ),
)
"""Two wards; the second does less."""


class Conversation:
    """One call, from the greeting on."""

    def __init__(
        self,
        *free: datetime,
        caller: str = "+81935551234",
        now: datetime = NOW,
        offices: tuple[Office, ...] = (),
        fixed: Office | None = None,
        standing: tuple[Booking, ...] = (),
    ) -> None:
        self.calendar = FakeCalendar(*free)
        self.calendar.standing = list(standing)
        self.now = now
        self.state = State()
        self.said = ""
        """What the bot said last."""

        self.keys: tuple[str, ...] = ()
        self.over: Action | None = None
        self.hears_out = True
        self.actions: list[Action] = []
        office = fixed or (city(offices) if offices else OFFICE)
        self.give(events.CallStarted(now, office, caller, offices=offices, standing=standing))

    def give(self, event: events.Event) -> tuple[Action, ...]:
        """An event and everything that follows from it without the caller."""
        self.state, actions = step(self.state, event)
        self.actions += actions
        for action in actions:
            self._carry_out(action)
            if isinstance(action, Hold) and self.state.place is None:
                break  # what was to be read back is not free
        return actions

    def says(self, text: str, early: bool = False) -> str:
        """The caller speaks; returns the bot's answer."""
        self.said = ""
        self.give(events.Heard(self.now, (Hypothesis(text),), early))
        return self.said

    def presses(self, digits: str) -> str:
        self.said = ""
        for digit in digits:
            self.give(events.KeyPressed(self.now, digit))
        return self.said

    def is_silent(self) -> str:
        self.said = ""
        self.give(events.NoInput(self.now))
        return self.said

    def hears_everything(self) -> None:
        """What the bot is saying is heard to its end."""
        sentences = self.state.said
        for n, sentence in enumerate(sentences, 1):
            self.give(events.Played(self.now, sentence.key, n == len(sentences)))

    def _carry_out(self, action: Action) -> None:
        match action:
            case Say(sentences):
                self.said = "".join(s.text for s in sentences)
                self.keys = tuple(s.key for s in sentences)
                if self.hears_out:
                    self.hears_everything()
            case FindPlaces(procedures, days, times, refused, people, _, number):
                places = self.calendar.find(procedures, self.now, days, times, refused, people, number)
                self.give(events.PlacesFound(self.now, places))
            case Hold(procedures, start, people, _, number):
                held = self.calendar.hold(procedures, start, "CA1", self.now, people, number)
                self.give(events.Held(self.now) if held else events.PlaceTaken(self.now))
            case Release():
                self.calendar.release("CA1", self.now)
                self.give(events.Released(self.now))
            case Book(procedures, start, phone, people, name, _, second, details):
                by = phone or self.state.caller
                self.give(self._booked(procedures, start, by, people, name, second, details))
            case FindBookings(phone):
                found = self.calendar.bookings(phone or self.state.caller, self.now)
                self.give(events.BookingsFound(self.now, found))
            case FindByNumber(number, phone):
                one = self.calendar.booking(number, phone, self.now)
                self.give(events.BookingsFound(self.now, (one,) if one else ()))
            case Change(booking, start, _, procedures):
                self.give(self._changed(booking, start, procedures))
            case Cancel(booking):
                self.give(self._cancelled(booking))
            case AskCallback(about, phone):
                self.calendar.ask_callback(phone or self.state.caller, about, "CA1", self.now)
                self.give(events.CallbackNoted(self.now))
            case Transfer() | HangUp():
                self.over = action

    def _booked(
        self,
        procedures: tuple[str, ...],
        start: datetime,
        phone: str,
        people: int,
        name: str,
        second: bool,
        details: Mapping[str, str],
    ) -> events.Event:
        try:
            number = self.calendar.book(
                procedures, start, phone, "CA1", self.now, people, name, second, details
            )
        except TooMany:
            return events.TooMany(self.now)
        return events.Booked(self.now, number) if number else events.PlaceTaken(self.now)

    def _changed(self, booking: Booking, start: datetime, procedures: tuple[str, ...]) -> events.Event:
        try:
            done = self.calendar.change(booking, start, self.state.caller, "CA1", self.now, procedures)
        except TooLate:
            return events.TooLate(self.now)
        return events.Changed(self.now) if done else events.PlaceTaken(self.now)

    def _cancelled(self, booking: Booking) -> events.Event:
        try:
            self.calendar.cancel(booking, self.state.caller, "CA1", self.now)
        except TooLate:
            return events.TooLate(self.now)
        return events.Cancelled(self.now)
