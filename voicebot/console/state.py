"""What the console remembers between two requests, as long as the process lives."""

import asyncio
import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from calendar_backend.taking import HOLD
from voicebot.console.fair_limit import FairLimit
from voicebot.console.rate_limit import RateLimit
from voicebot.replay.work import Work

AT_ONCE = 4
"""Pages being made; the others wait. Each may keep the interpreter busy, which the voices on the telephone need, too."""

WITHIN = timedelta(minutes=15)


@dataclass
class ConsoleState:
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    failed_here: RateLimit = field(default_factory=lambda: RateLimit(5, WITHIN))
    """Sign-ins of one name from one address."""
    failed_anywhere: RateLimit = field(default_factory=lambda: RateLimit(50, WITHIN))
    """Of one name from all addresses."""
    failed_from: RateLimit = field(default_factory=lambda: RateLimit(30, WITHIN))
    """Of all names from one address."""
    found_by: RateLimit = field(default_factory=lambda: RateLimit(5, WITHIN))
    """Wrong tries to find a booking with one telephone number from one address."""
    found_anywhere: RateLimit = field(default_factory=lambda: RateLimit(50, WITHIN))
    """With one telephone number from all addresses."""
    found_from: RateLimit = field(default_factory=lambda: RateLimit(30, WITHIN))
    """With all telephone numbers from one address."""
    holds_from: RateLimit = field(default_factory=lambda: RateLimit(60, HOLD))
    """Places kept for residents from one address, which a library's or a carrier's may be. None lasts longer than this counts, so
    that no more are kept at a time."""
    holds_of_all: RateLimit = field(default_factory=lambda: RateLimit(600, HOLD))
    """From all addresses."""
    holds_on_day: RateLimit = field(default_factory=lambda: RateLimit(600, HOLD))
    """At one counter on one day."""
    bookings_from: RateLimit = field(default_factory=lambda: RateLimit(30, timedelta(hours=1)))
    """Made by residents from one address."""
    bookings_of_all: FairLimit = field(default_factory=lambda: FairLimit(500, timedelta(hours=1)))
    """From all addresses."""
    checked_in_at: RateLimit = field(default_factory=lambda: RateLimit(10, WITHIN))
    """Bookings that were not found at one kiosk, where four digits are all that is asked."""
    visitor_secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    """Signs the cookies of residents."""
    phone_secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    """Makes the keys of the calls from the browser."""
    work: Work = field(default_factory=Work)
    """Replays."""
    live: int = 0
    """Live pages of staff that are being read."""
    live_residents: int = 0
    """Of residents and devices."""
