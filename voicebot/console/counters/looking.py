"""Live pages about an office's lines: they look again after each change, and after a while, as time goes on."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from datetime import datetime

from voicebot.console.ask import Ask, View
from voicebot.hub import CallEnded, Missed, QueueChanged

EVERY_S = 15.0
"""How often a page looks where nothing was told: waits go on, the office opens, a web booking comes."""


async def told(ask: Ask, office_id: str, made: Callable[[datetime], View]) -> AsyncGenerator[View]:
    """What `made` makes of a moment, in a thread, whenever it is another one than before."""
    with ask.service.hub.watching(QueueChanged, CallEnded) as watcher:
        last: View | None = None
        while True:
            view = await asyncio.to_thread(made, ask.service.clock.now())
            if view != last:
                yield view
            last = view
            while True:
                try:
                    news = await asyncio.wait_for(watcher.news(), EVERY_S)
                except TimeoutError:
                    break
                if not news:
                    return
                if any(isinstance(one, CallEnded | Missed) or one.office == office_id for one in news):  # type: ignore[union-attr]
                    break
