"""What a process and those it started take of the machine, read from /proc (Linux)."""

import os
import platform
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
EVERY_S = 2.0
PSS_EVERY = 5
"""Reading it holds the process up for some milliseconds."""


@dataclass(frozen=True, slots=True)
class Sample:
    at: float
    """Seconds of the monotonic clock."""

    cpu_s: float
    """Of the process tree, since it began."""

    idle_cpu_s: float
    """Of that, threads of low priority: what is done when nothing else is."""

    loop_cpu_s: float
    """Of that, the main thread of the first process: its event loop."""

    machine_cpu_s: float
    """Of everything that runs on the machine."""

    rss: int
    """Bytes."""

    pss: int | None
    """Bytes: pages that several processes share count in parts."""


def sample(pid: int, with_pss: bool = True) -> Sample:
    """Of a process tree. Raises OSError when the process is gone."""
    pids = [pid, *_descendants(pid)]
    stats = [_stat(Path(f"/proc/{one}/stat")) for one in pids]
    threads = [_stat(path) for one in pids for path in Path(f"/proc/{one}/task").glob("*/stat")]
    return Sample(
        time.monotonic(),
        sum(stat.cpu_s for stat in stats),
        sum(stat.cpu_s for stat in threads if stat.nice > 0),
        _stat(Path(f"/proc/{pid}/task/{pid}/stat")).cpu_s,
        _machine_cpu_s(),
        sum(int(Path(f"/proc/{one}/statm").read_text().split()[1]) * PAGE for one in pids),
        sum(map(_pss, pids)) if with_pss else None,
    )


@contextmanager
def sampled(pid: int) -> Iterator[list[Sample]]:
    """Samples of a process tree while this is entered, one every other second and one at either end."""
    samples: list[Sample] = []
    over = threading.Event()

    def watch() -> None:
        count = 0
        while True:
            last = over.is_set()
            try:
                samples.append(sample(pid, last or count % PSS_EVERY == 0))
            except OSError:
                return
            if last:
                return
            count += 1
            over.wait(EVERY_S)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield samples
    finally:
        over.set()
        thread.join()


def machine() -> str:
    """What stands beside absolute figures."""
    models = [
        line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")
    ]
    model = models[0].partition(": ")[2] if models else platform.machine()
    total = Path("/proc/meminfo").read_text().split()[1]
    return (
        f"{os.cpu_count()} cores, {model}, {int(total) / 2**20:.0f} GiB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


@dataclass(frozen=True, slots=True)
class _Stat:
    cpu_s: float
    nice: int


def _stat(path: Path) -> _Stat:
    fields = path.read_text().rpartition(") ")[2].split()
    return _Stat((int(fields[11]) + int(fields[12])) / TICKS, int(fields[16]))


def _descendants(pid: int) -> list[int]:
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, path.read_text().split()):
            found += [child, *_descendants(child)]
    return found


def _pss(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _machine_cpu_s() -> float:
    user, nice, system, _, _, irq, softirq, *_ = map(
        int, Path("/proc/stat").read_text().split("\n")[0].split()[1:]
    )
    return (user + nice + system + irq + softirq) / TICKS
