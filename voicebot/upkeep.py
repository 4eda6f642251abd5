"""What the calendar needs from time to time: holds that ran out put away, freed places offered to who waits."""

import asyncio
import logging
from collections.abc import Callable
from datetime import date, datetime

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


async def keep_tending(
    city: CityCalendar,
    clock: Clock,
    every_s: float = EVERY_S,
    tidied: Callable[[date], object] = lambda today: None,
) -> None:
    """Until cancelled. While the database is away it is tried again each time, and told once. `tidied`: what is done
    once a day, in a thread."""
    away, tidy_day = False, None
    while True:
        try:
            now = clock.now()
            await asyncio.to_thread(tend, city, now)
            if tidy_day != now.date():
                await asyncio.to_thread(tidied, now.date())
                tidy_day = now.date()
            away = False
        except CalendarError as error:
            if not away:
                log.error("the calendar is not swept: %s", error)
            away = True
        await asyncio.sleep(every_s)
