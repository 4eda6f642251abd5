"""Reports when the event loop was held up: everything that a call hears and says goes through it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

EVERY_S = 0.02
"""The length of a frame."""

STALL_S = 0.05
"""Later than this, a frame may come too late."""

QUIET_S = 10.0
"""A stall is logged once in so long, with the worst of those since the last one."""


async def watch(
    told: Callable[[float], object],
    now: Callable[[], float],
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Until cancelled. `told` is given every stall over STALL_S, in seconds; `now`: the loop's own time."""
    worst, quiet_until = 0.0, now()
    while True:
        before = now()
        await sleep(EVERY_S)
        late = now() - before - EVERY_S
        if late >= STALL_S:
            told(late)
            worst = max(worst, late)
        if worst and now() >= quiet_until:
            log.warning("the event loop was held up for %.0f ms", worst * 1_000)
            worst, quiet_until = 0.0, now() + QUIET_S
