"""`make bench-realtime`: many callers at once, in real time, on the wire of a service that runs as its own process.

The callers are the recorded calls, each over a line of its own: jitter up to 40 ms, up to 3 % of the frames lost, noise. Two
recordings are left out: they ring at another time of the day than the others.

python -m bench.realtime [--calls 1,8,24,40] [--seconds 120] [--url URL] [--soak]
"""

import argparse
import asyncio
import gc
import math
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from bench import realtime_page, realtime_soak
from bench.realtime_driver import Driver
from bench.realtime_figures import Figures
from bench.realtime_machine import Sample, machine, sample, sampled
from bench.realtime_plan import plan, playable
from bench.realtime_rows import rows
from bench.realtime_service import NotStarted, ends, judged, service
from bench.realtime_turns import Ended
from bench.table import FOLDER, report, text
from recordings_fixtures import load_all

CALLS = (1, 8, 24, 40)
ALONE = 3
"""A single caller has so many times as much time, for as many turns as a 95th percentile needs."""

SHORTEST_S = 25
"""No caller can have more conversations than one in so many seconds."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 1 when a goal was missed, or the driver was late."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--calls", type=numbers, default=CALLS, help="callers at once, one run each")
    parser.add_argument(
        "--seconds",
        type=float,
        default=180.0,
        help="in which calls begin, in each run; three times as many for one caller",
    )
    parser.add_argument(
        "--url", help="a service that runs already; its bookings and its costs cannot be seen"
    )
    parser.add_argument(
        "--soak", action="store_true", help="200 calls as fast as they are taken: memory alone"
    )
    args = parser.parse_args(arguments)
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        if args.soak:
            table = realtime_soak.soak()
            print(report("realtime_soak", table))
        else:
            runs: list[Figures] = []
            for callers in args.calls:
                runs.append(_run(callers, args.seconds * (ALONE if callers == 1 else 1), args.url))
                if len(args.calls) > 1:
                    print(text(rows(runs[-1:])), flush=True)
            table = rows(runs)
            print(report("realtime", table))
            page = FOLDER / "realtime.html"
            page.write_text(realtime_page.page(runs, table, machine()), encoding="utf-8")
            print(f"plots: {page}")
    except NotStarted as error:
        print(error, file=sys.stderr)
        return 1
    print(f"machine: {machine()}; load {' '.join(f'{load:.1f}' for load in os.getloadavg())}")
    return 0 if all(row.met is not False for row in table) else 1


def _run(callers: int, seconds: float, url: str | None) -> Figures:
    each = math.ceil(seconds / SHORTEST_S)
    planned = plan(callers, each, calls=playable(load_all(), prepared=url is None))
    token = os.environ.get("TWILIO_AUTH_TOKEN", "") if url else ""
    samples: list[Sample] = []
    idle = None
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="voicebot-bench-"))) / "var"
        log = FOLDER / f"realtime-{callers}.log"
        with ExitStack() as running:
            if url is None:
                started = running.enter_context(service(planned, folder, log))
                url, idle = started.url, sample(started.pid)
                samples = running.enter_context(sampled(started.pid))
            print(f"{callers} at once: {url}, {seconds:.0f} s and until the last call ends ...", flush=True)
            gc.collect()
            gc.freeze()  # the driver must not stop to look through what it imported
            driven = asyncio.run(Driver(url, token).run(planned, seconds))
        own = idle is not None
        rights = judged(driven.phoned, folder) if own else None
        ended = ends(driven.phoned, folder) if own else []
    for number, one in enumerate(driven.phoned):
        told = "" if rights is None else "right" if rights[number] else f"WRONG, {one.outcome}"
        longest = max((turn.wait_s for turn in one.turns if turn.wait_s is not None), default=0.0)
        print(
            f"  {one.conversation.call.id}: {told} {one.why} {one.seconds:.0f} s, longest wait {longest:.1f} s, "
            f"{sum(turn.cut_off for turn in one.turns)} cut off, {one.broken} broken",
            flush=True,
        )
    total = Ended(sum(one.early for one in ended), sum(one.split for one in ended))
    right = (
        None
        if rights is None
        else sum(r for r, one in zip(rights, driven.phoned, strict=True) if not one.refused)
    )
    return Figures(callers, driven, total, right, samples, idle)


def numbers(text: str) -> tuple[int, ...]:
    """Of callers, as an argument of the command."""
    found = tuple(int(part) for part in text.split(","))
    if not found or min(found) < 1:
        raise argparse.ArgumentTypeError("give numbers of callers, like 1,8,24")
    return found


if __name__ == "__main__":
    sys.exit(main())
