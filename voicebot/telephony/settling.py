"""Waiting until all that follows from a message is done, so that a call keeps audio time: it is the same on every machine."""

import asyncio
from collections.abc import Callable

_POLL_S = 0.001
_TURNS = 5
"""Turns of the event loop after which whatever follows from a message is under way."""


async def settled(thinking: Callable[[], bool]) -> None:
    """Returns when nothing is being worked out (`Session.thinking`)."""
    while True:
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        if not thinking():
            return
        await asyncio.sleep(_POLL_S)
