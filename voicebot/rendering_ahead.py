"""While nobody phones: what callers may hear from today on is rendered, a phrase at a time."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from datetime import date

from calendar_backend import CalendarError
from prompts.sentence import Sentence
from voicebot.clock import Clock
from voicebot.speech.recognizer import EngineMissing

log = logging.getLogger(__name__)

EVERY_S = 60.0


async def keep_rendering(
    phrases: Callable[[date], Iterator[Sentence]],
    idle: Callable[[], bool],
    clock: Clock,
    every_s: float = EVERY_S,
) -> None:
    """Until cancelled. `phrases` renders one at each step, in a thread, what is missing from a day on; none is begun while
    a call is under way, and a day is begun once."""
    done: date | None = None
    while True:
        today = clock.now().date()
        if today != done and idle():
            try:
                await _render(phrases(today), idle)
                done = today if idle() else done
            except CalendarError:
                log.warning("the database is away: what is rendered ahead waits for it")
            except EngineMissing as error:
                log.error("nothing is rendered ahead: %s", error)
                done = today
        await asyncio.sleep(every_s)


async def _render(phrases: Iterator[Sentence], idle: Callable[[], bool]) -> None:
    while idle() and await asyncio.to_thread(next, phrases, None) is not None:
        pass
