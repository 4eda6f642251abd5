"""A service with something to see: a demo office with bookings, an account for each role, and a real call."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from shutil import copytree

from sqlalchemy import Engine

from calendar_backend import DEMO_OFFICE, OfficeCalendar, load_into, load_office, open_database
from calendar_backend.amending import amend
from calendar_backend.office import ClosedDay
from calendar_backend.tokyo import TOKYO
from recordings_fixtures.playing import QUIET_MS
from voicebot.console import accounts
from voicebot.console.roles import Role
from voicebot.database import migrate, writing
from voicebot.telephony.caller import CallResult, Pace
from voicebot.telephony.caller import phone as dial

ROOT = Path(__file__).parents[2]
AUDIO = ROOT / "recordings_fixtures" / "audio"
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
"""The clock of the recorded calls."""

PASSWORD = "ことりが三羽とまっている"

CALLER = "+819012343333"
"""Who makes the real call."""

SAID = tuple(AUDIO / f"day_first_{number}.wav" for number in (1, 2, 3, 4))

BOOKINGS = (
    (1, time(9), "tennyu", "+819055550101", "タナカ ハナコ"),
    (1, time(9), "juminhyo", "+819055550102", "サトウ イチロウ"),
    (1, time(10, 30), "juminhyo", "+81936550103", "<b>ヤマダ</b>"),
    (1, time(13, 15), "mynumber-koshin", "+819055550104", "スズキ ジロウ"),
    (2, time(11), "tennyu", "+819055550105", "コバヤシ ミチ"),
    (14, time(9, 30), "juminhyo", "+819055550106", "モリ ヨシコ"),
    (14, time(14), "tennyu", "+819055550107", "イシイ タロウ"),
)
"""Days from NOW, time, procedure, telephone, name."""


def furnished(var: Path) -> None:
    """Makes the database of a folder: office, accounts that are named after their roles, and bookings."""
    engine = open_database(var / "voicebot.db")
    migrate(engine)
    load_into(engine, load_office(DEMO_OFFICE))
    with writing(engine) as connection:
        for role in Role:
            accounts.add(connection, str(role), role, PASSWORD, NOW, "command")
    _book(engine)
    _change(engine)
    engine.dispose()


def _book(engine: Engine) -> None:
    calendar = OfficeCalendar(engine, load_office(DEMO_OFFICE).id)
    for days, at, procedure, phone, name in BOOKINGS:
        start = datetime.combine(date(2026, 11, 24) + timedelta(days=days), at, TOKYO)
        calendar.book([procedure], start, phone, f"import-{phone[-3:]}", NOW, name=name)
    calendar.ask_callback("+819055550109", "転入届", NOW, by="CA1", name="ハラ キヨシ")


def _change(engine: Engine) -> None:
    """A day off, which is the first change in the office's history."""
    calendar = OfficeCalendar(engine, load_office(DEMO_OFFICE).id)
    day = ClosedDay(date=NOW.date() + timedelta(days=21), name="庁舎の点検", reading="ちょうしゃのてんけん")
    office = calendar.office.model_copy(update={"closed": (day,)})
    amend(engine, office, calendar.snapshot.revision, NOW, str(Role.ADMINISTRATOR))


@contextmanager
def running(var: Path) -> Iterator[str]:
    """The address of a service with the real recognizer and voices, whose folder this is; recordings that it makes lie there, too."""
    (var / "voice").symlink_to(ROOT / "var" / "voice")
    copytree(ROOT / "recordings_fixtures", var / "recordings_fixtures")
    own = {
        "VOICEBOT_VAR": str(var),
        "VOICEBOT_DATABASE": "",
        "TWILIO_AUTH_TOKEN": "",
        "VOICEBOT_PUBLIC_URL": "",
    }
    start = "from voicebot.cli import main; main()"
    command = [sys.executable, "-c", start, "serve", "--port", "0", "--now", NOW.isoformat()]
    with (
        (var / "log").open("w") as errors,
        subprocess.Popen(
            command, cwd=var, env=os.environ | own, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        assert process.stdout is not None
        said = ""
        for said in process.stdout:
            if said.startswith("ready "):
                break
        assert said.startswith("ready "), (var / "log").read_text()
        try:
            yield said.removeprefix("ready ").strip()
        finally:
            process.terminate()


def phoned(address: str, pace: Pace = Pace.FAST) -> CallResult:
    """The real call, to its end; in a thread, as Playwright's loop may run in this one."""
    with ThreadPoolExecutor(1) as pool:
        call = dial(address, SAID, CALLER, pace=pace, quiet_ms=QUIET_MS)
        result = pool.submit(asyncio.run, call).result()
    assert result.outcome == "booked", result.turns
    return result
