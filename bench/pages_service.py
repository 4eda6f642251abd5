"""The pages as a city serves them, in a process of their own: the real application and server on a database with the demo office."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.silent_service import silent_service
from calendar_backend import DEMO_OFFICE, TOKYO, devices, load_into, load_office, open_database
from voicebot.clock import Clock, PinnedClock
from voicebot.database import migrate
from voicebot.server import Server, listen

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
"""A Tuesday; the service's clock begins here."""

HOST = "127.0.0.1"
READY = "ready "


@dataclass(frozen=True, slots=True)
class Running:
    url: str
    pid: int
    database: Path
    kiosk: str
    """Key of a kiosk."""

    clock: Clock
    """About the service's."""

    def memory_mb(self) -> float:
        """Resident."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        kilobytes = next(line for line in status.splitlines() if line.startswith("VmRSS:")).split()[1]
        return int(kilobytes) / 1024


@contextmanager
def running() -> Iterator[Running]:
    """On a database of its own, which is thrown away."""
    with tempfile.TemporaryDirectory(prefix="voicebot-bench-") as folder:
        database = Path(folder, "voicebot.db")
        kiosk = _filled(database)
        command = [sys.executable, "-m", "bench.pages_service", folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                said = next((line for line in process.stdout if line.startswith(READY)), "")
                assert said, "the service did not start; its errors stand above"
                yield Running(
                    said.removeprefix(READY).strip(), process.pid, database, kiosk, PinnedClock(NOW)
                )
            finally:
                process.terminate()


def _filled(database: Path) -> str:
    """The demo office, and a kiosk's key."""
    engine, office = open_database(database), load_office(DEMO_OFFICE)
    try:
        migrate(engine)
        load_into(engine, office)
        return devices.make(engine, office.id, devices.KIOSK, "1階 正面入口", NOW, by="bench")[1]
    finally:
        engine.dispose()


def serve(folder: Path) -> None:
    """Until it is terminated."""
    office, engine = load_office(DEMO_OFFICE), open_database(folder / "voicebot.db")
    with silent_service(engine, office, folder, NOW) as service:
        bound = listen(HOST, 0)
        Server(service, f"http://{HOST}:{bound.getsockname()[1]}").run([bound])


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
