"""What can happen in a call. Each event carries the moment it happened."""

from dataclasses import dataclass
from datetime import datetime

from dialog.calendar import Availability, Booking
from dialog.office import Office
from nlu.hypothesis import Hypothesis
from prompts import Override


@dataclass(frozen=True, slots=True)
class CallStarted:
    """The line is open."""

    at: datetime
    office: Office
    caller: str
    """E.164, or empty when withheld."""

    rate: float = 5.5
    """Speech rate, mora/s."""

    offices: tuple[Office, ...] = ()
    """Those that the caller may mean, where they are several; `office` is all of them together unless the called
    number stands for one."""

    affected: tuple[Booking, ...] = ()
    """Bookings of the caller's number that cannot be kept, by start."""

    standing: tuple[Booking, ...] = ()
    """All bookings of the caller's number that stand, by start."""

    overrides: tuple[Override, ...] = ()
    """What this call says in other words than the file of sentences."""


@dataclass(frozen=True, slots=True)
class Reconnected:
    """The line is open again after it broke."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Heard:
    """The caller finished an utterance."""

    at: datetime
    hypotheses: tuple[Hypothesis, ...]
    early: bool = False
    """Begun while the bot was speaking, and the bot went on."""

    resumes: bool = False
    """The last utterance and what the caller said after it without a long pause, as one: it takes that one's place."""


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """One DTMF digit: 0-9, * or #."""

    at: datetime
    digit: str


@dataclass(frozen=True, slots=True)
class NoInput:
    """The caller said and pressed nothing for as long as we wait."""

    at: datetime


@dataclass(frozen=True, slots=True)
class MyNumberSpoken:
    """Twelve digits were heard, or pressed on keys, and thrown away."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Played:
    """A sentence was heard to its end."""

    at: datetime
    key: str
    last: bool
    """It was the last one of what the bot had to say."""


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """The calendar's answer to `FindPlaces`."""

    at: datetime
    availability: Availability


@dataclass(frozen=True, slots=True)
class Held:
    """The place is kept for the call."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Released:
    """The call holds no place any more."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Booked:
    """The place is ours."""

    at: datetime
    number: str


@dataclass(frozen=True, slots=True)
class PlaceTaken:
    """Somebody else was first to take the place, at the read-back or at the yes."""

    at: datetime


@dataclass(frozen=True, slots=True)
class BookingsFound:
    """What stands for the caller's number, or for the numbers that were given, by start."""

    at: datetime
    bookings: tuple[Booking, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """The booking stands at its new time."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The booking is given back."""

    at: datetime


@dataclass(frozen=True, slots=True)
class TooLate:
    """The office takes no change of the booking any more."""

    at: datetime


@dataclass(frozen=True, slots=True)
class TooMany:
    """The caller's number has as many bookings as the office allows."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CallbackNoted:
    """The caller is on the list of those to be phoned back."""

    at: datetime


@dataclass(frozen=True, slots=True)
class PersonCalled:
    """Somebody who watches the call has a person take it over."""

    at: datetime


@dataclass(frozen=True, slots=True)
class LinesBusy:
    """As many calls as can be served are under way: this one is led on keys, and hears no more than it must."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Trouble:
    """A part failed (recognizer, calendar) or the service is going down."""

    at: datetime


@dataclass(frozen=True, slots=True)
class HungUp:
    """The caller has gone."""

    at: datetime


Event = (
    CallStarted
    | Reconnected
    | Heard
    | KeyPressed
    | NoInput
    | MyNumberSpoken
    | Played
    | PlacesFound
    | Held
    | Released
    | Booked
    | PlaceTaken
    | BookingsFound
    | Changed
    | Cancelled
    | TooLate
    | TooMany
    | CallbackNoted
    | PersonCalled
    | LinesBusy
    | Trouble
    | HungUp
)
