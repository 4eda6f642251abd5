"""Whether memory stays flat over 200 calls. They run faster than real time: their waits tell nothing and are not told."""

import asyncio
import tempfile
from pathlib import Path

from bench.realtime_driver import Driver
from bench.realtime_machine import sampled
from bench.realtime_plan import plan
from bench.realtime_service import service
from bench.table import FOLDER, Row

LINES = 8
EACH = 25
SPEED = 2.0
WARM = 0.25
"""Share of the run after which everything is loaded that will ever be."""

FLAT_MB = 20.0
MB = 1e6


def soak() -> list[Row]:
    """Raises NotStarted."""
    planned = plan(LINES, EACH)
    print(f"{LINES * EACH} calls, {LINES} at once, {SPEED:.0f} times as fast as real ...", flush=True)
    with (
        tempfile.TemporaryDirectory(prefix="voicebot-bench-") as folder,
        service(planned, Path(folder) / "var", FOLDER / "realtime-soak.log") as running,
        sampled(running.pid) as samples,
    ):
        driven = asyncio.run(Driver(running.url, speed=SPEED).run(planned, float("inf")))
    streams = sum(one.streams for one in driven.phoned)
    measured = [(one.at, one.pss / MB) for one in samples if one.pss is not None]
    warm = driven.began + WARM * (driven.ended - driven.began)
    later = [pss for at, pss in measured if at >= warm]
    middle = len(later) // 2
    growth = max(later[middle:]) - max(later[: middle or 1])
    curve = ", ".join(f"{pss:.0f}" for _, pss in measured[:: max(1, len(measured) // 10)])
    return [
        Row("soak: calls that had a stream", "-", f"{streams} of {len(driven.phoned)} at {SPEED:.0f} x"),
        Row("soak: memory in the course of it", "-", f"{curve} MB PSS"),
        Row(
            f"soak: growth of the most, from the first half after {WARM:.0%} of the time to the second",
            f"<= {FLAT_MB:.0f} MB",
            f"{growth:.0f} MB",
            growth <= FLAT_MB,
        ),
    ]
