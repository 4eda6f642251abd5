"""What the calendar needs from time to time: holds that ran out put away, freed places offered to who waits."""

import asyncio
import logging
from datetime import datetime

from calendar_backend import CalendarError
from calendar_backend.city import CityCalendar
from voicebot.clock import Clock

log = logging.getLogger(__name__)

EVERY_S = 60.0
BY = "service"
"""Who offers, as it stands in the waiting list."""


def tend(city: CityCalendar, now: datetime) -> tuple[int, int]:
    """Sweeps, then offers; how many holds were put away and how many places offered. Raises DatabaseUnusable."""
    swept = city.sweep(now)
    offered = city.offer(now, by=BY)
    if swept or offered:
        log.info("calendar: %d holds ran out, %d places offered to who waits", swept, len(offered))
    return swept, len(offered)


async def keep_tending(city: CityCalendar, clock: Clock, every_s: float = EVERY_S) -> None:
    """Until cancelled. While the database is away it is tried again each time, and told once."""
    away = False
    while True:
        try:
            await asyncio.to_thread(tend, city, clock.now())
            away = False
        except CalendarError as error:
            if not away:
                log.error("the calendar is not swept: %s", error)
            away = True
        await asyncio.sleep(every_s)
