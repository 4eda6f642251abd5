"""A call on the demo office and a real database."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from calendar_backend import OfficeCalendar
from voicebot import desk
from voicebot.chat import house
from voicebot.chat.conversation import Conversation
from voicebot.clock import TOKYO, SteppedClock

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
CALLER = "+819012345678"

Phone = Callable[[], Conversation]


@pytest.fixture
def calendar() -> Iterator[OfficeCalendar]:
    with house.opened() as (_, calendars):
        yield next(iter(calendars.values()))


@pytest.fixture
def phone(calendar: OfficeCalendar) -> Phone:
    """A caller who has just heard the phone being picked up."""
    office = desk.office(calendar.office, NOW.date())
    return lambda: Conversation((office,), desk.Desk(calendar), SteppedClock(NOW), CALLER)
