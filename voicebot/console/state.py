"""What the console remembers between two requests, as long as the process lives."""

import asyncio
import secrets
from dataclasses import dataclass, field
from datetime import timedelta

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
    phone_secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    """Makes the keys of the calls from the browser."""
    work: Work = field(default_factory=Work)
    """Replays."""
    live: int = 0
    """Live pages that are being read."""
