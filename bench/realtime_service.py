"""The service that is phoned: its own process, started as a city starts it, with a fresh folder and what is booked before."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.realtime_driver import Phoned
from bench.realtime_plan import NOW, Caller
from bench.realtime_turns import Ended, ended
from calendar_backend import DEMO_OFFICE, OfficeCalendar, PlaceTaken, open_database
from recordings_fixtures import Call
from voicebot import database, desks
from voicebot.settings import Settings
from voicebot.telephony.record import EVENTS, day_folder, folder_name, readable

VOICE = Path("var/voice")
"""Rendered ahead, as after `make setup`."""

WIDER = 16
"""Times as many people at each counter as in the demo office, so that callers with the same wish do not take each other's
places."""

READY_S = 180.0
STOP_S = 30.0


class NotStarted(Exception):
    """The message says where to look."""


@dataclass(frozen=True, slots=True)
class Running:
    url: str
    pid: int


@contextmanager
def service(callers: Sequence[Caller], folder: Path, log: Path, voice: Path = VOICE) -> Iterator[Running]:
    """`folder` becomes the service's `var`. Raises NotStarted."""
    _link(voice, folder / "voice")
    office = folder / "office.yaml"
    office.write_text(wider(Path(DEMO_OFFICE).read_text(encoding="utf-8"), WIDER), encoding="utf-8")
    _book_before(callers, folder, office)
    command = [
        str(Path(sys.executable).with_name("voicebot")),
        "serve",
        "--port",
        "0",
        "--office",
        str(office),
    ]
    command += ["--now", NOW.isoformat()]
    unset = ("TWILIO_AUTH_TOKEN", "VOICEBOT_PUBLIC_URL", "VOICEBOT_DATABASE", "VOICEBOT_OFFICE")
    env = {key: value for key, value in os.environ.items() if key not in unset}
    with log.open("wb") as written:
        process = subprocess.Popen(
            command, stdout=written, stderr=subprocess.STDOUT, env=env | {"VOICEBOT_VAR": str(folder)}
        )
    try:
        yield Running(ready(process, log), process.pid)
    finally:
        stop(process)


def wider(office: str, times: int) -> str:
    """The YAML of an office with so many times as many people at each counter."""
    return re.sub(r"(?<=capacity: )\d+", lambda found: str(int(found[0]) * times), office)


def judged(phoned: Sequence[Phoned], folder: Path) -> list[bool]:
    """For each call whether its caller's bookings and its outcome are those that its file names."""
    engine = open_database(str(folder / "voicebot.db"))
    try:
        office = desks.load((str(folder / "office.yaml"),))[0]
        calendar = OfficeCalendar(engine, office.id)
        return [
            _standing(calendar, one.conversation.number)
            == _wanted(one.conversation.call, one.conversation.number)
            and one.outcome == one.conversation.call.expect.outcome
            for one in phoned
        ]
    finally:
        engine.dispose()


def ends(phoned: Sequence[Phoned], folder: Path) -> list[Ended]:
    """How the ends of turns were judged in each call, by its record; nothing of calls with several streams."""
    return [
        ended([turn.said for turn in one.turns], _events(folder, one.sid)) if one.streams == 1 else Ended()
        for one in phoned
    ]


def _events(folder: Path, sid: str) -> list[dict[str, Any]]:
    path = day_folder(folder / "calls", NOW) / folder_name(sid) / EVENTS
    return readable(path.read_bytes()) if path.is_file() else []


def _standing(calendar: OfficeCalendar, number: str) -> list[tuple[tuple[str, ...], Any]]:
    found = calendar.bookings_of_phone(number, NOW)
    return [((booking.procedure_id, *booking.more_procedure_ids), booking.start) for booking in found]


def _wanted(call: Call, number: str) -> list[tuple[tuple[str, ...], Any]]:
    return [((row.procedure, *row.more), row.start) for row in call.expect.rows]


def _link(voice: Path, to: Path) -> None:
    to.mkdir(parents=True)
    for path in voice.resolve().iterdir():
        os.link(path, to / path.name) if path.stat().st_dev == to.stat().st_dev else (
            (to / path.name).write_bytes(path.read_bytes())
        )


def _book_before(callers: Sequence[Caller], folder: Path, office: Path) -> None:
    """The bookings that each conversation finds: the callers' own, and once for all those of others."""
    settings = Settings(var=folder, database="", office_file=str(office))
    engine = open_database(settings.database_url)
    try:
        database.migrate(engine)
        files = desks.load(settings.office_files)
        calendar = next(iter(desks.open_all(engine, files, NOW).values()))
        others: dict[str, Call] = {}
        for caller in callers:
            for conversation in caller.conversations:
                others[conversation.call.id] = conversation.call
                for at, before in enumerate(conversation.call.before):
                    if before.phone == "caller":
                        key = f"own-{conversation.number}-{at}"
                        calendar.book(before.procedure, before.start, conversation.number, key, NOW)
        for call in others.values():
            for at, before in enumerate(call.before):
                with suppress(PlaceTaken):  # those of this run's callers may fill it, too
                    for n in range(0 if before.phone else before.count * WIDER):
                        key = f"other-{call.id}-{at}-{n}"
                        calendar.book(before.procedure, before.start, f"+819012{at:03d}{n:03d}", key, NOW)
    finally:
        engine.dispose()


def ready(process: subprocess.Popen[bytes], log: Path, seconds: float = READY_S) -> str:
    """The address that it says it is ready at. Raises NotStarted."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        if found := re.search(r"^ready (\S+)$", log.read_text(errors="replace"), re.MULTILINE):
            return found[1]
        time.sleep(0.2)
    raise NotStarted(f"the service did not start: see {log}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Asks it to end, and ends it when it does not."""
    process.terminate()
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
