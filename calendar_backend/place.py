"""Places and bookings as the calendar hands them out. All moments are aware, Asia/Tokyo."""

from dataclasses import dataclass
from datetime import datetime

from calendar_backend.reason import Reason


@dataclass(frozen=True, slots=True)
class Place:
    """A time at which the procedure can be done."""

    procedure_id: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a wish: places, or the reason and the nearest places instead."""

    fitting: tuple[Place, ...] = ()
    reason: Reason | None = None
    """None when something fits."""

    detail: str = ""
    """With `Reason.CLOSED`: the holiday as written (文化の日), `WEEKEND`, or empty on other days."""

    alternatives: tuple[Place, ...] = ()
    """Nearest first; empty when something fits."""

    detail_reading: str = ""
    """The holiday in hiragana; empty where the detail is no holiday or its reading is not known."""


@dataclass(frozen=True, slots=True)
class Booking:
    """A place that is somebody's."""

    number: str
    """Four digits, the first not 0."""

    office_id: str
    procedure_id: str
    start: datetime
    end: datetime
    status: str
    phone: str
    """As the network gave it, E.164; empty when withheld."""

    office_name: str
    procedure_name: str

    def as_row(self) -> dict[str, str]:
        """The row of `voicebot bookings --json`; times ISO 8601 with +09:00."""
        return {
            "number": self.number,
            "office": self.office_id,
            "procedure": self.procedure_id,
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "status": self.status,
            "phone": self.phone,
        }
