"""Whether the bot stops for who interrupts it, and for nobody else: `make bench-interruptions`.

Sounds of eleven kinds that want the turn and twelve that do not, over the bot's voice as the line has it. About ten minutes the first time.
With the argument `adapt` it plays the half that the rules were made on.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from bench import interruptions_heard, interruptions_samples
from bench.interruptions_heard import Heard
from bench.table import Row, report, share

SOON_MS = 400
BRIEF_MS = 700
YIELDS, IGNORES, TAKES = 0.98, 0.95, 0.05
LEAST = 200

Stopped = Callable[[Heard], int | None]
_PEERS: dict[str, Stopped] = {
    "500 ms of speech within 800 ms": lambda one: one.counted_ms,
    "voice activity alone": lambda one: one.plain_ms,
}


def main() -> int:
    events = interruptions_samples.events(measure="adapt" not in sys.argv[1:])
    print(report("interruptions", [*rows(interruptions_heard.heard(events))]))
    return 0


def rows(found: Sequence[Heard]) -> Iterator[Row]:
    """Goals first, then the strategies that only count speech, then each kind."""
    real = [one for one in found if one.event.real]
    others = [one for one in found if not one.event.real]
    yield Row(
        "events, of which interruptions", f">= {LEAST}", f"{len(found)}, {len(real)}", len(found) >= LEAST
    )
    yields = sum(map(in_time, real))
    yield Row(
        f"ours: silent within {SOON_MS} ms of an interruption, and yields", f">= {YIELDS:.0%}", share(yields, len(real)),
        yields >= YIELDS * len(real),
    )  # fmt: skip
    never = sum(one.held_ms is None for one in others)
    yield Row(
        "ours: what is none never stops the voice", f">= {IGNORES:.0%}", share(never, len(others)),
        never >= IGNORES * len(others),
    )  # fmt: skip
    resumed = [one for one in others if one.held_ms is not None and ignored(one)]
    for what, within in (("at most", True), ("more than", False)):
        count = sum((one.silent_ms <= BRIEF_MS) is within for one in resumed)
        yield Row(f"ours: it stops for {what} {BRIEF_MS} ms and goes on", "-", share(count, len(others)))
    taken = len(others) - never - len(resumed)
    yield Row(
        "ours: it stops for good for what is none", f"<= {TAKES:.0%}", share(taken, len(others)),
        taken <= TAKES * len(others),
    )  # fmt: skip
    yield Row(
        "ours: yields, however late", "-", share(sum(one.yielded_ms is not None for one in real), len(real))
    )
    silent = [after(one, one.held_ms) for one in real if one.held_ms is not None]
    yield Row("ours: silent after, median, 95 %", "-", _spread(silent))
    stopped = [after(one, one.yielded_ms) for one in real if one.yielded_ms is not None]
    yield Row("ours: certain after, median, 95 %", "-", _spread(stopped))
    waits = [one.silent_ms for one in others if one.silent_ms]
    yield Row("ours: silent for nothing before the voice goes on, median, 95 %", "-", _spread(waits))
    for name, when in _PEERS.items():
        soon = sum(_soon(one, when(one)) for one in real)
        yield Row(f"{name}: stops within {SOON_MS} ms of an interruption", "-", share(soon, len(real)))
        ever = sum(when(one) is not None for one in real)
        yield Row(f"{name}: stops, however late", "-", share(ever, len(real)))
        yield Row(
            f"{name}: does not stop for what is none",
            "-",
            share(sum(when(one) is None for one in others), len(others)),
        )
    for kind in dict.fromkeys(one.event.kind for one in found):
        these = [one for one in found if one.event.kind == kind]
        right = sum(map(in_time if these[0].event.real else ignored, these))
        unheld = sum(one.held_ms is None for one in these)
        what = "yields" if these[0].event.real else f"never stops {unheld}; not for good"
        yield Row(f"{kind}", "-", f"{what} {share(right, len(these))}")


def after(one: Heard, ms: int) -> int:
    """Since the sound began."""
    return ms - one.event.start_ms


def in_time(one: Heard) -> bool:
    """Silent soon, and then for good."""
    return one.yielded_ms is not None and one.silent_ms == 0 and _soon(one, one.held_ms)


def ignored(one: Heard) -> bool:
    return one.yielded_ms is None


def _soon(one: Heard, ms: int | None) -> bool:
    return ms is not None and 0 <= after(one, ms) <= SOON_MS


def _spread(ms: Sequence[int]) -> str:
    return f"{np.median(ms):.0f}, {np.quantile(ms, 0.95):.0f} ms ({len(ms)})" if ms else "none"


if __name__ == "__main__":
    raise SystemExit(main())
