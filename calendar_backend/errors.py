"""Everything the calendar may refuse, each in one sentence."""

from datetime import datetime

from calendar_backend.reason import Reason


class CalendarError(Exception):
    """Base of all errors this package raises on purpose."""


class DatabaseUnusable(CalendarError):
    """The database cannot be opened, read or written; the message names it and the remedy."""


class Collision(DatabaseUnusable):
    """A constraint refused the row: another writer was first. Nothing was written."""


class OfficeFileError(CalendarError):
    """The office file cannot be used; the message, in Japanese, names the file, the line and the remedy."""

    def __init__(self, path: str, line: int | None, problem: str, remedy: str) -> None:
        where = f"{path} {line}行目" if line else path
        super().__init__(f"{where}: {problem}。{remedy}。")
        self.path = path
        self.line = line
        """Counted from 1; None when the file as a whole is meant."""
        self.problem = problem
        self.remedy = remedy


class OfficeInUse(CalendarError):
    """A counter or procedure that would go has bookings still to come; `args[0]` are their numbers."""

    @property
    def numbers(self) -> tuple[str, ...]:
        found: tuple[str, ...] = self.args[0]
        return found


class UnknownOffice(CalendarError):
    """No such office in the database."""


class UnknownProcedure(CalendarError):
    """The office does not offer this procedure."""


class NaiveDatetime(CalendarError, ValueError):
    """A moment without a time zone was handed in."""


class BadWish(CalendarError, ValueError):
    """A range that ends before it starts, or a limit below 1."""


class MyNumberGiven(BadWish):
    """A name has the twelve digits of a My Number, which is kept nowhere."""


class PlaceTaken(CalendarError):
    """Somebody else has the place."""


class NotBookable(CalendarError):
    """The office's rules forbid this start, whoever asks."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"this start cannot be booked: {reason}{f' ({detail})' if detail else ''}")
        self.reason = reason
        self.detail = detail


class PersonLimit(CalendarError):
    """The telephone number has as many bookings as the office allows it."""


class SamePerson(CalendarError):
    """The telephone number has a booking for the same procedure, or at the same time, and no second one was meant."""


class TooLate(CalendarError):
    """The booking can no longer be changed or cancelled: the office wants it earlier."""


class HoldGone(CalendarError):
    """The hold was released, has expired, or never was; its place may be somebody else's."""


class StepReused(CalendarError):
    """The client used the same step before for something else; each request needs a step of its own."""


class UnknownBooking(CalendarError):
    """No booking that stands has this number, or it is not the telephone number's."""


class ChangedMeanwhile(CalendarError):
    """It is not any more as it was seen: somebody else was first."""


class UnknownCounter(CalendarError):
    """The office has no such counter."""


class UnknownTicket(CalendarError):
    """Nobody waits today with such a number or token."""


class SeveralBookings(CalendarError):
    """Several bookings of today fit; `args[0]` are their starts, of which one is to be chosen."""

    @property
    def starts(self) -> tuple[datetime, ...]:
        found: tuple[datetime, ...] = self.args[0]
        return found


class AnotherDay(CalendarError):
    """The booking is not for today; `args[0]` is its start."""

    @property
    def start(self) -> datetime:
        found: datetime = self.args[0]
        return found


class DeskShut(CalendarError):
    """The desk is closed or pauses: it calls nobody."""


class DeskBusy(CalendarError):
    """The desk has somebody: first say what became of the ticket."""


class UnknownEntry(CalendarError):
    """No such line on the list, or it is settled already."""


class NumbersExhausted(CalendarError):
    """All 9,000 booking numbers of the office stand on bookings still to come."""
