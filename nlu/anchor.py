"""What is on the table when something is asked: what 「次の日」, 「水曜」, 「28日」 and 「同じ時間」 lean on."""

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Anchor:
    """Days and times that were read back, offered or said before."""

    days: tuple[date, ...] = ()
    """The first is the one that is counted from, the others were offered beside it."""

    times: tuple[time, ...] = ()
    """In the same way."""

    earlier: tuple[date, ...] = ()
    """Days that were said in the call, the first one first."""

    booked: date | None = None
    """That of what was booked before in the call: 次の日 of another errand is from there, its bare weekday is not."""

    moves: bool = False
    """Nothing is on the table but where a booking is that is to be moved: 一週間後 is from there, not from today."""

    leaves: datetime | None = None
    """Where the booking stands that is on the table to be moved."""

    told: date | None = None
    """The day that a question was just answered about: その日."""

    @property
    def spoken_of(self) -> date | None:
        """What 次の日 and 同じ日 lean on."""
        return self.day or self.booked

    @property
    def day(self) -> date | None:
        return self.days[0] if self.days else None

    @property
    def time(self) -> time | None:
        return self.times[0] if self.times else None


NOTHING = Anchor()
