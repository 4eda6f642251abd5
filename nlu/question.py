"""What the bot has just asked: the frame in which an utterance is understood."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from nlu.anchor import NOTHING, Anchor
from nlu.lexicon import Entry


class Expect(StrEnum):
    """The kinds of question, by the answer they want."""

    ANY = "any"
    PROCEDURE = "procedure"
    DATE = "date"
    TIME = "time"
    ANSWER = "answer"
    CHOICE = "choice"
    NAME = "name"
    DIGITS = "digits"
    """A telephone or booking number."""
    OFFICE = "office"
    """Which of `Question.offices`."""
    PEOPLE = "people"
    """How many are coming."""
    DETAIL = "detail"
    """What an office asks besides: the first of `Question.details`."""


class Effect(StrEnum):
    """What a yes does to a booking that stands."""

    CHANGE = "change"
    CANCEL = "cancel"


class Existing(StrEnum):
    """What is to become of a booking that exists when another one is wished for."""

    MOVE = "move"
    """変更してください"""
    SECOND = "second"
    """もう1件, 母の分です: another one beside it."""
    KEEP = "keep"
    """そのままで: it stands, and no other is made."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A place that was offered. 「2番目」 and 「10時の方」 are answers to it."""

    day: date
    start: time


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the dialog asked it."""

    expect: Expect = Expect.ANY
    choices: tuple[Choice, ...] = ()
    """What was offered, in the spoken order; only with CHOICE."""

    heard_two_ways: bool = False
    """The choices are what the caller may have said: a yes to all of them takes none."""

    procedures: tuple[str, ...] = ()
    """Ids the caller was asked to choose from; empty when any procedure is meant."""

    offices: tuple[Entry, ...] = ()
    """The wards or counters that may be meant, from the city's data; a part that several share means: ask which."""

    details: tuple[str, ...] = ()
    """Names of what the office asks besides: where one is in question, its value alone names it."""

    effect: Effect | None = None
    """「取り消してください」 is a yes where a yes cancels."""

    existing: Existing | None = None
    """What a yes means where it is asked what is to become of a booking that exists."""

    altering: bool = False
    """What of a refused read-back is to be another."""

    further: bool = False
    """Whether there is anything else: a no, thanks and a goodbye say that there is not."""

    made: bool = False
    """Whether something was booked before in this call: さっきのは何時やったかね is of that."""

    known: tuple[str, ...] = ()
    """Ids of what the new visit is for, as far as that is known."""

    phones_back: bool = False
    """Whether a person may phone back: かけてきてくれたら助かる is a yes."""

    standing: bool = False
    """Whether a booking stands for the caller: what does not name it may be about it, 「翌日にずらして」."""

    stand: tuple[str, ...] = ()
    """Ids of what the bookings are for of which one is to be chosen: a part of its name chooses it, でんしのほう."""

    several: bool = False
    """A yes takes several procedures: 「両方お願いします」 is one."""

    anchor: Anchor = NOTHING
    """What is on the table."""

    read_back: tuple[str, ...] = ()
    """Ids of the procedures that are read back with the day and time of `anchor`; only with ANSWER."""

    answers: tuple[Entry, ...] = ()
    """What may be answered to a question of the guide, in the spoken order, by name or number; empty: a yes or a no."""

    most_answers: int = 1
    """How many of them may be so."""

    first_visit: str = ""
    """The id of the procedure that whoever the guide asks has to see to in any case: of a move, where they come from tells another one."""

    text: str = ""
    """The question's own words. 「結構です」 means yes to 「よろしいですか」 and no to 「必要ですか」."""

    @property
    def offers(self) -> bool:
        """Whether the choices are places that are offered, of which whoever agrees takes the first."""
        return bool(self.choices) and not (self.standing or self.heard_two_ways)
