"""Keeping the index of calls up with the folders: after each call, and at the start with what came while nobody looked."""

import logging
import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Engine

from voicebot.archive import day_figures, folder, index
from voicebot.archive.summary import summary
from voicebot.database import reading, writing

log = logging.getLogger(__name__)


def put(engine: Engine, path: Path) -> None:
    """One call, from its folder; where that is gone, the call is taken out. Raises OSError, DatabaseUnusable."""
    found = summary(path) if path.is_dir() else None
    with writing(engine, durable=False) as connection:
        if found is None:
            index.remove(connection, [f"{path.parent.name}/{path.name}"])
        else:
            index.put(connection, found)


def catch_up(engine: Engine, calls: Path, *, anew: bool = False) -> Iterator[Path]:
    """Brings the index to what lies below `var/calls`: those that it does not know, or not to their end; or all of them
    anew. Yields each that was written; one that cannot be read is told and left out. Those whose folder is gone are
    taken out. Raises DatabaseUnusable."""
    there = {f"{path.parent.name}/{path.name}": path for path in folder.all_of(calls)}
    with reading(engine) as connection:
        known = index.folders(connection)
        done = set() if anew else index.folders(connection, finished=True)
    for name in sorted(there.keys() - done):
        try:
            put(engine, there[name])
        except OSError as error:
            log.error("%s is not in the index: %s", name, error)
            continue
        yield there[name]
    for name in sorted(known - there.keys()):
        with writing(engine, durable=False) as connection:
            index.remove(connection, [name])
    day_figures.refresh_all(engine)


class Indexing:
    """One thread for all calls, which is there from the first on. A call that cannot be indexed is told and left out."""

    def __init__(self, engine: Engine, calls: Path) -> None:
        """`calls`: the folder below which every call has its own."""
        self._engine = engine
        self._calls = calls
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._closed = False

    def add(self, path: Path) -> None:
        """A call whose folder is complete, or more complete than before."""
        self._add(lambda: put(self._engine, path))

    def start(self) -> None:
        """Begins with what came while nobody looked."""
        self._add(self._catch_up)

    def close(self) -> None:
        """Ends after the job at hand; what waits is found at the next start."""
        with self._lock:
            self._closed = True
            thread = self._thread
        if thread is not None:
            self._jobs.put(None)
            thread.join()

    def settle(self) -> None:
        """Waits until all that was added is done."""
        done = threading.Event()
        self._add(done.set)
        if not self._closed:
            done.wait()

    def _add(self, job: Callable[[], None]) -> None:
        with self._lock:
            if self._closed:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="indexing", daemon=True)
                self._thread.start()
            self._jobs.put(job)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None and not self._closed:
            try:
                job()
            except Exception:
                log.exception("a call is not in the index")

    def _catch_up(self) -> None:
        written = 0
        for _ in catch_up(self._engine, self._calls):
            written += 1
            if self._closed:
                break
        if written:
            log.info("index of calls: %d found", written)
