"""Where a call stands. Everything `step` needs to go on, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dialog.asked import Asked
from dialog.calendar import Booking, Place
from dialog.city import city
from dialog.guide import Guiding
from dialog.mentioned import NOTHING_NAMED, Mentioned
from dialog.office import Office
from dialog.refused import NOTHING, Refused
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import DateSpan, Moment, Order, Request, Shift, TimeSpan
from nlu.question import Expect, Question
from prompts import Override
from prompts.sentence import Sentence

SLOW_RATE = 4.5
"""mora/s, after 「ゆっくり」."""

LOUD_DB = 6.0
"""Above the usual level, for who does not hear well."""


class Phase(StrEnum):
    """What the call is doing."""

    ASKING = "asking"
    """Collecting procedure, day and time."""
    LOOKING = "looking"
    """Waiting for the calendar's free places."""
    OFFERING = "offering"
    """Places were offered."""
    DOUBTING = "doubting"
    """Asking which of two days or times was meant, or whether one was."""
    CHECKING = "checking"
    """Waiting for what exists for the caller's number, before another one is booked; what is said to the wish counts."""
    DUPLICATE = "duplicate"
    """Bookings that the wish repeats were told; whether one is to be moved, or a second one is meant, is awaited."""
    PHONE = "phone"
    """Asking for the telephone number before the read-back: the line withholds it."""
    NAME = "name"
    """Asking for the caller's name before the read-back."""
    CONFIRMING = "confirming"
    """The read-back was said, a yes is awaited."""
    BOOKING = "booking"
    """Waiting for the calendar to book or to change."""
    SEARCHING = "searching"
    """Waiting for what stands for the caller's number, or for those given."""
    IDENTIFYING = "identifying"
    """Asking for the numbers of a booking made from another telephone."""
    CHOOSING = "choosing"
    """Several bookings were named, one is to be chosen."""
    CANCELLING = "cancelling"
    """The booking to cancel was read out, a yes is awaited."""
    FREEING = "freeing"
    """Waiting for the calendar to cancel."""
    AFFECTED = "affected"
    """A booking that cannot be kept was told; whether it is to be moved is awaited."""
    GUIDING = "guiding"
    """A life event was told: what the family has to do is asked after, told, and offered as one visit."""
    CALLBACK = "callback"
    """Nobody is there; a yes to being phoned back is awaited."""
    ANYTHING_ELSE = "anything_else"
    """What was wanted is done; whether there is anything else is awaited."""
    NOTING = "noting"
    """Waiting for the call-back to be written down."""
    CLOSING = "closing"
    """Last words; the line goes down, or to a person, when they were heard."""
    ENDED = "ended"


WAITING = (Phase.LOOKING, Phase.CHECKING, Phase.BOOKING, Phase.SEARCHING, Phase.FREEING, Phase.NOTING)
"""Phases in which the calendar is asked and nothing that is said counts."""


class Outcome(StrEnum):
    """How a call ended."""

    BOOKED = "booked"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    ANSWERED = "answered"
    TRANSFERRED = "transferred"
    CALLBACK = "callback"
    ABANDONED = "abandoned"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Readings of one slot, one or two: one of the fields is set."""

    procedures: tuple[str, ...] = ()
    days: tuple[DateSpan, ...] = ()
    times: tuple[TimeSpan, ...] = ()

    @property
    def readings(self) -> tuple[DateSpan | TimeSpan | str, ...]:
        return self.procedures or self.days or self.times

    @property
    def slot(self) -> Expect:
        if self.procedures:
            return Expect.PROCEDURE
        return Expect.DATE if self.days else Expect.TIME


@dataclass(frozen=True, slots=True)
class Shifted:
    """What is gone back to when nothing is free on the wished side."""

    wish: Shift
    places: tuple[Place, ...]
    day: DateSpan | None
    time: TimeSpan | None
    refused: Refused

    @property
    def earlier(self) -> bool:
        return self.wish in (Shift.EARLIER_TIME, Shift.EARLIER_DAY)

    def reaches(self, place: Place) -> bool:
        """Whether a place lies on the wished side of all of them."""
        starts = [one.start for one in self.places]
        return place.start < min(starts) if self.earlier else place.start > max(starts)


@dataclass(frozen=True, slots=True)
class NextErrand:
    """What was said to be booked by itself."""

    procedures: tuple[str, ...]
    day: DateSpan | None = None


@dataclass(frozen=True, slots=True)
class Keypad:
    """Where an answer on the keys stands."""

    digits: str = ""
    """Pressed so far towards it."""

    owed: int | None = None
    """Digits that may still be pressed of an answer that is complete without them, and a # after it; None: none was
    complete before its #."""

    read_aloud: bool = False
    """Something was said since the last key was pressed, and taken for the keys read aloud."""


NOWHERE = Office("", Term("", ""), (), Lexicon(), "")


@dataclass(frozen=True, slots=True)
class State:
    """A call between two events."""

    office: Office = NOWHERE
    """As long as it is not known which of several is meant: all of them together."""

    offices: tuple[Office, ...] = ()
    """Those that may be meant, where they are several."""

    fixed: str = ""
    """The id of the one that the called number stands for; empty: the caller says which."""

    overrides: tuple[Override, ...] = ()
    """What the call says in other words than the file of sentences."""

    caller: str = ""
    on_keys: bool = False
    """Nothing that is said is heard: the answers are keys."""

    phase: Phase = Phase.ASKING
    question: Question = field(default_factory=Question)
    procedure: str | None = None
    more: tuple[str, ...] = ()
    """What is to be done in the same visit after it."""

    which: tuple[str, ...] = ()
    """Procedures that one word stands for, as long as the caller has not said which is meant."""

    beside: tuple[str, ...] = ()
    """Procedures that were named together with one of `which`: all are one visit."""

    day: DateSpan | None = None
    time: TimeSpan | None = None
    order: Order | None = None
    other_ward: bool = False
    """Another ward was named than that of the one office that answers."""

    people: int | None = None
    """How many come, as far as it was said."""

    name: str = ""
    """The caller's, in katakana; or a note for the clerk where only the recording has it."""

    nameless: bool = False
    """The name is not asked for any more."""

    details: Mapping[str, str] = field(default_factory=dict)
    """What was answered to what the office asks besides; empty: something is needed, and not known yet what."""

    next_errand: NextErrand | None = None
    """What is booked after this, on another day."""

    refused: Refused = NOTHING
    """What is not offered, whatever is free."""

    not_meant: tuple[str, ...] = ()
    """Procedures that were heard, and refused."""

    guiding: Guiding | None = None
    """Where the guide by life event stands while GUIDING."""

    doubt: Doubt | None = None
    """What is asked while DOUBTING."""

    lists: bool = False
    """The caller asked what is free, or ruled something out: free places are named, and no time is asked for."""

    wondered: tuple[Request, ...] = ()
    """What was asked in passing and depends on the procedure, or with the yes: answered once that is known, or booked."""

    otherwise: Moment | None = None
    """What is to be taken where the wish is not free; a part that is None is as wished."""

    errand: Request | None = None
    """What is to be done with a booking that stands; None: a new one is made."""

    mentioned: Mentioned = NOTHING_NAMED
    """What was named with the wish to change or cancel."""

    standing: tuple[Booking, ...] = ()
    """The bookings to choose from."""

    booking: Booking | None = None
    """The one that is to be changed or cancelled."""

    told: Booking | None = None
    """The one that the caller asked about and was told last."""

    affected: tuple[Booking, ...] = ()
    """Bookings that cannot be kept and are still to be spoken of; the first is."""

    stood: tuple[Booking, ...] = ()
    """What stood for the number phoned from when the call began."""

    existing: tuple[Booking, ...] | None = None
    """What stands for the caller's number; None: not asked yet."""

    duplicates: tuple[Booking, ...] = ()
    """Those of them that were told because the wish repeats them."""

    second: bool = False
    """Another booking is meant beside those: it is not asked again in this call."""

    claimed: str = ""
    """The booking number that was given."""

    phone: str = ""
    """The telephone number that was given, E.164; empty: the one phoned from is meant."""

    other_phone: bool = False
    """A call-back is wished to another number than the one phoned from."""

    tries: int = 0
    """How often the numbers given belonged to no booking."""

    offered: tuple[Place, ...] = ()
    place: Place | None = None
    """The place read back."""

    heard_out: bool = False
    """The last thing said was heard to its end."""

    read_back_heard: bool = False
    """The read-back was heard to its end: a yes from here on books."""

    early_yes: bool = False
    """A yes came before the read-back had ended: it does not count."""

    filled: tuple[str, ...] = ()
    """Names of the slots that are filled, the last one last."""

    misses: int = 0
    """Failures in a row to understand."""

    silences: int = 0
    """How often in a row nothing was said."""

    asked: tuple[Asked, ...] = ()
    """What the answers led to so far, as it would be said the first time."""

    rounds: int = 0
    """How often in a row an answer that was understood led to nothing that had not been asked before."""

    shifted: Shifted | None = None
    """Where the call stood when earlier or later places were wished, as long as these are looked for."""

    turns: int = 0
    """How often the bot has spoken."""

    keypad: Keypad = Keypad()
    firm: bool = False
    """A key that means yes was pressed into the read-back: on the keys only 1 and # are a yes to it."""

    dictated: str = ""
    """The beginning of a telephone number that is said in pieces."""

    informed: bool = False
    """A question of the caller was answered; a wish for a consultation is none."""

    told_of: date | None = None
    """The day that a question was just answered about: what is said next may lean on it."""

    lead: tuple[Sentence, ...] = ()
    """Held back, to be said in front of the next sentence."""

    said: tuple[Sentence, ...] = ()
    """What 「もう一度」 repeats."""

    rate: float = 5.5
    """mora/s"""

    gain_db: float = 0.0
    """How much louder than usual is spoken."""

    done: Booking | None = None
    """What was booked, changed or cancelled last in this call."""

    before: "State | None" = None
    """Where the call stood before the last utterance, as long as its answer can be taken back."""

    transfer: bool = False
    """A person comes on after the last words."""

    outcome: Outcome | None = None

    @property
    def office_open(self) -> bool:
        """Whether it is not known which of several offices is meant."""
        return bool(self.offices) and not self.office.id

    @property
    def chosen(self) -> str | None:
        """The id of the office that the caller named, unlike the one phoned."""
        return self.at or None if self.office.id != self.fixed else None

    @property
    def at(self) -> str:
        """The id of the office whose calendar is asked; empty: there is no choice, or none was made yet."""
        return self.office.id if self.offices else ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The offices that may be meant, as callers speak of them."""
        return tuple(Entry(office.id, office.name) for office in self.offices)

    @property
    def lexicon(self) -> Lexicon:
        """The words for what any of the offices does."""
        return city(self.offices).lexicon if self.offices else self.office.lexicon

    def office_at(self, office: str) -> Office:
        """The office of this id; with an empty one, all together."""
        if not self.offices:
            return self.office
        return next((one for one in self.offices if one.id == office), city(self.offices))

    @property
    def number(self) -> str:
        """That of what was done last; empty: nothing was."""
        return self.done.number if self.done is not None else ""

    @property
    def stands(self) -> Booking | None:
        """What was booked or changed last, as long as it was not cancelled."""
        return None if self.outcome is Outcome.CANCELLED else self.done

    @property
    def at_hand(self) -> Booking | None:
        """What was booked, changed or told last: 「やっぱり火曜に」 is of that."""
        return self.stands or self.told

    @property
    def most_people(self) -> int:
        """That one booking for all of it may be for."""
        return min((self.office.procedure(one).people for one in self.procedures), default=1)

    @property
    def coming(self) -> int:
        """How many the place is for."""
        if self.booking is not None:
            return self.booking.people
        return min(self.people or 1, self.most_people)

    @property
    def instead_of(self) -> str:
        """The number of the booking that is to be for something else; empty: none is."""
        changes = self.booking is not None and self.procedures != self.booking.procedures
        return self.booking.number if changes and self.booking is not None else ""

    @property
    def procedures(self) -> tuple[str, ...]:
        """All that the visit is for; empty while nothing is known."""
        return (self.procedure, *self.more) if self.procedure is not None else ()
