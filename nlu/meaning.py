"""What an utterance means, and how sure that is."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Generic, TypeVar

from nlu.question import Expect

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scored(Generic[T]):
    """A value with its score, 0 to 1."""

    value: T
    score: float


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A day (first == last) or a run of days, both ends included."""

    first: date
    last: date

    @property
    def single(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A start time (first == last) or a range of start times, both ends included."""

    first: time
    last: time
    about: bool = False
    """The caller said ごろ: near it will do."""

    @property
    def single(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a time, or both."""

    day: DateSpan | None = None
    time: TimeSpan | None = None


class Answer(StrEnum):
    YES = "yes"
    NO = "no"


class Command(StrEnum):
    """What may be said at any moment, whatever was asked."""

    REPEAT = "repeat"
    """もう一度"""
    AGENT = "agent"
    """係員"""
    START_OVER = "start_over"
    """最初から"""
    BACK = "back"
    """戻って"""
    SLOWER = "slower"
    """ゆっくり"""
    GOODBYE = "goodbye"
    """もういいです, やめます: the caller wants to end the call without a booking."""


class Order(StrEnum):
    """A wish among whatever is free."""

    EARLIEST = "earliest"
    """なるべく早く, 一番早い日"""
    ANY = "any"
    """いつでも"""


class Request(StrEnum):
    """What a caller may want other than a new booking."""

    CHANGE = "change"
    """予約を変更したい"""
    CANCEL = "cancel"
    """予約を取り消したい"""
    CHECK = "check"
    """予約を確認したい"""
    BRING = "bring"
    """持ち物は"""
    HOURS = "hours"
    """何時まで開いていますか"""


class Shift(StrEnum):
    """A wish to move away from what was offered: もう少し遅く, もっと先の日."""

    EARLIER_TIME = "earlier_time"
    LATER_TIME = "later_time"
    EARLIER_DAY = "earlier_day"
    LATER_DAY = "later_day"


@dataclass(frozen=True, slots=True)
class Excluded:
    """What was named only to be refused: 「木曜以外」, 「午前中はちょっと」. One of the fields is set."""

    days: DateSpan | None = None
    weekday: int | None = None
    """0 is Monday: every such day."""

    times: TimeSpan | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """Everything found in one utterance. Empty tuples and None: not said. Best first."""

    text: str = ""
    """The hypothesis that was understood, for transcripts."""

    procedures: tuple[Scored[str], ...] = ()
    """Procedure ids. Several with close scores: ask which."""

    dates: tuple[Scored[DateSpan], ...] = ()
    times: tuple[Scored[TimeSpan], ...] = ()
    order: Order | None = None
    answer: Scored[Answer] | None = None
    choice: Scored[int] | None = None
    """Index into Question.choices."""

    command: Command | None = None
    topic: Expect | None = None
    """A slot named without a value: 「時間を変えたい」 is TIME, 「日にちを」 DATE, 「手続きを」 PROCEDURE."""

    impossible: tuple[str, ...] = field(default=())
    """What was named but cannot be: 2月30日, 25時, as the caller said it."""

    moments: tuple[Scored[Moment], ...] = ()
    """`dates` and `times` as they were said together; of neither without the other."""

    excluded: tuple[Excluded, ...] = ()
    shift: Shift | None = None
    request: Request | None = None
    digits: tuple[Scored[str], ...] = ()
    """A telephone or booking number, digits only. Not looked for in an utterance with a day or a time."""

    @property
    def understood(self) -> bool:
        """Whether anything at all was found."""
        return bool(
            self.procedures
            or self.dates
            or self.times
            or self.order
            or self.answer
            or self.choice
            or self.command
            or self.topic
            or self.impossible
            or self.excluded
            or self.shift
            or self.request
            or self.digits
        )
