"""What the dialog wants done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from dialog.calendar import Booking
from dialog.refused import NOTHING, Refused
from prompts.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Say:
    """Speak these, in order; replaces whatever is still being said."""

    sentences: tuple[Sentence, ...]
    rate: float
    """mora/s"""

    interruptible: bool = True
    """False for what must be heard to its end: the read-back and the booking number."""

    gain_db: float = 0.0
    """How much louder than usual."""


@dataclass(frozen=True, slots=True)
class FindPlaces:
    """Ask the calendar; answered by `PlacesFound`."""

    procedures: tuple[str, ...]
    """Done one after another in one visit."""

    days: tuple[date, date] | None
    times: tuple[time, time] | None
    refused: Refused = NOTHING
    people: int = 1
    office: str = ""
    """Its id, where several are served."""

    instead_of: str = ""
    """The number of a booking that is to be for something else: its own place counts as free."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Keep the place for the call, and no other; answered by `Held` or, before the caller hears any more, `PlaceTaken`.
    Asked again, the hold lasts anew."""

    procedures: tuple[str, ...]
    start: datetime
    people: int = 1
    office: str = ""
    instead_of: str = ""
    """The number of the booking that is to go there, and what it has already is not held besides; empty: none that is to
    be for something else."""


@dataclass(frozen=True, slots=True)
class Release:
    """Give back what the call holds; answered by `Released`."""

    office: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """Take the place; answered by `Booked`, `PlaceTaken` or `TooMany`."""

    procedures: tuple[str, ...]
    start: datetime
    phone: str = ""
    """E.164; empty: the one phoned from."""

    people: int = 1
    name: str = ""
    """In katakana; empty: not known."""
    office: str = ""
    second: bool = False
    """Meant beside another one of the same number; the record says so."""
    details: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What was answered to what the office asks besides."""


@dataclass(frozen=True, slots=True)
class FindBookings:
    """Ask what stands for a telephone number; answered by `BookingsFound`."""

    phone: str = ""
    """E.164; empty: the one phoned from."""


@dataclass(frozen=True, slots=True)
class FindByNumber:
    """Ask for the booking that has this number and this telephone number; answered by `BookingsFound` with it or
    without any."""

    number: str
    phone: str
    """E.164"""


@dataclass(frozen=True, slots=True)
class Change:
    """Move a booking; answered by `Changed`, `PlaceTaken` or `TooLate`."""

    booking: Booking
    start: datetime
    phone: str = ""
    """E.164, the booking's own; empty: the one phoned from."""

    procedures: tuple[str, ...] = ()
    """What it is for from then on; empty: what it was for."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give a booking back; answered by `Cancelled` or `TooLate`."""

    booking: Booking
    phone: str = ""
    """E.164, the booking's own; empty: the one phoned from."""


@dataclass(frozen=True, slots=True)
class AskCallback:
    """Have a person phone the caller back; answered by `CallbackNoted`."""

    about: str
    """The wish as far as it is known, for the clerk; Japanese."""

    phone: str = ""
    """E.164; empty: the one phoned from."""

    office: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """Connect the caller with a person."""

    phone: str
    """E.164"""

    whisper: Sentence | None = None
    """What the person hears before being connected."""


@dataclass(frozen=True, slots=True)
class HangUp:
    """End the call."""


Action = (
    Say
    | FindPlaces
    | Hold
    | Release
    | Book
    | FindBookings
    | FindByNumber
    | Change
    | Cancel
    | AskCallback
    | Transfer
    | HangUp
)
