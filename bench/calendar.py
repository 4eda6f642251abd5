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

from bench import calendar_full, calendar_kills, calendar_race
from bench.calendar_cluster import PostgresMissing, cluster
from bench.calendar_machine import machine
from bench.calendar_race import percentile_95
from bench.table import Row, report
from calendar_backend import open_database

BOOKERS = (8, 24, 100)
GOAL_AT, PAUSE_S = 24, 1.0
"""Where holds and bookings have a goal: 24 bookers, each an attempt a second. A city's 24 lines book once in some minutes each."""

HOLD_GOAL_MS, BOOK_GOAL_MS = 20, 40
"""95 % of them on PostgreSQL."""

FIND_GOAL_MS = 20


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    parser = argparse.ArgumentParser(prog="python -m bench.calendar", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small round of everything")
    quick = parser.parse_args().quick
    rows: list[Row] = []
    began = time.monotonic()

    def told(new: list[Row]) -> None:
        """Shown and written as soon as it is there: the whole takes a while."""
        rows.extend(new)
        for row in new:
            print(f"... {time.monotonic() - began:.0f} s: {row.what}: {row.measured}", flush=True)
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
            told(_race(name, engine, GOAL_AT, 48 if quick else 960, PAUSE_S))
            told(_kills(name, engine, 10 if quick else 200))
            told([_machine(name, engine, 5 if quick else 100)])
            told(_full(name, engine, 7_000 if quick else 100_000, 40 if quick else 400))
    load = os.getloadavg()
    told([Row("all of this", "-", f"{time.monotonic() - began:.0f} s (load {load[0]:.1f} at the end)")])
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


def _race(name: str, engine: Engine, bookers: int, attempts: int, pause_s: float = 0.0) -> list[Row]:
    """Flat out there is no goal for the times: they tell how many processes share the machine."""
    office = f"race-{bookers}-{pause_s:.0f}"
    tally, standing = calendar_race.race(engine, office, bookers, attempts, pause_s)
    what = f"{name}, {bookers} bookers" + (", each an attempt a second" if pause_s else " at once")
    tried = f"of {tally.attempts} attempts, {len(tally.won)} won"
    left = f"{tally.gave_up} gave up, {tally.waited_out} asked a busy database again"
    wrong = standing.doubly_booked + tally.unequal
    return [
        Row(f"{what}: double bookings", "0", f"{wrong} ({tried})", wrong == 0),
        Row(f"{what}: lost places", "0", f"{standing.lost} ({left})", standing.lost == 0),
        *times_rows(what, tally, judged=bool(pause_s) and name == "PostgreSQL"),
    ]


def times_rows(what: str, tally: calendar_race.Tally, judged: bool) -> list[Row]:
    """How long holds and bookings took, against their goals where they are judged."""
    rows = []
    for kind, ms, goal in (("holds", tally.hold_ms, HOLD_GOAL_MS), ("bookings", tally.book_ms, BOOK_GOAL_MS)):
        high = percentile_95(ms)
        measured = f"{high:.1f} ms (median {median(ms):.1f}; {len(ms)})"
        given = (f"<= {goal} ms", high <= goal) if judged else ("-", None)
        rows.append(Row(f"{what}: 95 % of {kind}", given[0], measured, given[1]))
    return rows


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
    rows = [Row(what, f"<= {FIND_GOAL_MS} ms", measured, middle <= FIND_GOAL_MS)]
    return rows + [Row(f"{name}, its plan", "-", line.strip()) for line in found.plan]


if __name__ == "__main__":
    main()
