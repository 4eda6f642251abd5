"""`make bench-calendar`: no double booking, nothing half done, the same as a plain calendar, and fast when full.

On SQLite and on PostgreSQL. `--quick` makes a small round of everything.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import Engine

from calendar_backend import open_database
from voicebot.bench import calendar_full, calendar_kills, calendar_race
from voicebot.bench.calendar_cluster import PostgresMissing, cluster
from voicebot.bench.calendar_machine import machine
from voicebot.bench.calendar_race import percentile_95
from voicebot.bench.table import Row, report

BOOKERS = (8, 24, 100)
GOAL_MS = 20.0
GOAL_AT = 24
PAUSE_S = 1.0


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    parser = argparse.ArgumentParser(prog="python -m voicebot.bench.calendar", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small round of everything")
    quick = parser.parse_args().quick
    rows: list[Row] = []

    def told(new: list[Row]) -> None:
        """Shown and written as soon as it is there: the whole takes a while."""
        rows.extend(new)
        for row in new:
            print(f"... {row.what}: {row.measured}", flush=True)
        report("calendar", rows)

    told([_disk(50 if quick else 500)])
    with ExitStack() as stack:
        engines = {"SQLite": stack.enter_context(_sqlite())}
        try:
            engines["PostgreSQL"] = stack.enter_context(_postgresql())
        except PostgresMissing as error:
            told([Row("PostgreSQL", "-", f"not measured: {error}")])
        for name, engine in engines.items():
            for bookers in BOOKERS:
                told(_race(name, engine, bookers, 400 if quick else 10_000))
            told([_paced(name, engine, 48 if quick else 960)])
            told(_kills(name, engine, 10 if quick else 200))
            told([_machine(name, engine, 5 if quick else 100)])
            told(_full(name, engine, 7_000 if quick else 100_000, 40 if quick else 400))
    print(report("calendar", rows))


@contextmanager
def _sqlite() -> Iterator[Engine]:
    with tempfile.TemporaryDirectory(prefix="voicebot-bench-") as folder:
        engine = open_database(Path(folder) / "calendar.db")
        yield engine
        engine.dispose()


@contextmanager
def _postgresql() -> Iterator[Engine]:
    with cluster() as url:
        engine = open_database(url)
        yield engine
        engine.dispose()


def _disk(times: int) -> Row:
    """What a commit cannot be faster than."""
    ms = []
    with tempfile.TemporaryFile(prefix="voicebot-bench-") as file:
        for _ in range(times):
            file.write(bytes(4096))
            file.flush()
            began = time.perf_counter()
            os.fdatasync(file.fileno())
            ms.append((time.perf_counter() - began) * 1000)
    measured = f"95 %: {percentile_95(ms):.1f} ms (median {median(ms):.1f}; {times} times)"
    return Row("this machine's disk, 4 KiB made safe (fdatasync)", "-", measured)


def _race(name: str, engine: Engine, bookers: int, attempts: int) -> list[Row]:
    tally, standing = calendar_race.race(engine, f"race-{bookers}", bookers, attempts)
    what = f"{name}, {bookers} bookers at once"
    tried = f"of {tally.attempts} attempts, {len(tally.won)} won"
    wrong = standing.doubly_booked + tally.unequal
    met = None if name != "PostgreSQL" or bookers != GOAL_AT else _fast(tally)
    return [
        Row(f"{what}: double bookings", "0", f"{wrong} ({tried})", wrong == 0),
        Row(f"{what}: lost places", "0", f"{standing.lost} ({tally.gave_up} gave up)", standing.lost == 0),
        Row(f"{what}, without a pause: 95 % of holds, bookings", _goal(met), _times(tally), met),
    ]


def _paced(name: str, engine: Engine, attempts: int) -> Row:
    """Still far busier than a city's 24 lines, each of which books once in some minutes."""
    tally, _ = calendar_race.race(engine, f"paced-{GOAL_AT}", GOAL_AT, attempts, PAUSE_S)
    met = _fast(tally) if name == "PostgreSQL" else None
    what = f"{name}, {GOAL_AT} bookers, each an attempt a second: 95 % of holds, bookings"
    return Row(what, _goal(met), _times(tally), met)


def _fast(tally: calendar_race.Tally) -> bool:
    return max(percentile_95(tally.hold_ms), percentile_95(tally.book_ms)) <= GOAL_MS


def _goal(met: bool | None) -> str:
    return "-" if met is None else f"<= {GOAL_MS:.0f} ms"


def _times(tally: calendar_race.Tally) -> str:
    holds, books = percentile_95(tally.hold_ms), percentile_95(tally.book_ms)
    middle = f"median {median(tally.hold_ms):.1f}, {median(tally.book_ms):.1f}"
    return f"{holds:.1f} ms, {books:.1f} ms ({middle}; {len(tally.hold_ms)} holds)"


def _kills(name: str, engine: Engine, kills: int) -> list[Row]:
    after = calendar_kills.kill(engine, "killed", kills)
    what, stand = f"{name}, bookers killed {after.kills} times", f"{after.bookings} bookings stand"
    return [
        Row(f"{what}: cells that are no booking's", "0", f"{after.wrong} ({stand})", after.wrong == 0),
        Row(f"{what}: places neither free nor booked", "0", str(after.neither), after.neither == 0),
    ]


def _machine(name: str, engine: Engine, sequences: int) -> Row:
    steps = 40
    what, goal = f"{name}, against a plain calendar in memory", "equal"
    chosen = settings(
        max_examples=sequences,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(machine(engine), settings=chosen)
    except AssertionError as error:
        return Row(what, goal, f"different: {error}", False)
    return Row(what, goal, f"equal after {sequences} sequences of up to {steps} requests", True)


def _full(name: str, engine: Engine, bookings: int, times: int) -> list[Row]:
    offices = calendar_full.fill(engine, bookings)
    found = calendar_full.find(engine, offices, times)
    middle, high = median(found.ms), percentile_95(found.ms)
    what = f"{name}, free places of 60 days, 7 offices, {found.bookings} bookings stored"
    measured = f"{middle:.1f} ms (95 %: {high:.1f} ms; {times} times, {found.places // times} places each)"
    rows = [Row(what, "<= 20 ms", measured, middle <= GOAL_MS)]
    return rows + [Row(f"{name}, its plan", "-", line.strip()) for line in found.plan]


if __name__ == "__main__":
    main()
