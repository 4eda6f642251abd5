"""Pages of the console as a browser asks for them: through the whole application, signed in."""

import math
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from sqlalchemy import Engine
from starlette.testclient import TestClient

from bench.silent_service import silent_service
from calendar_backend import DEMO_OFFICE, load_into, load_office
from dialog import events
from dialog.calendar import Availability, Place
from dialog.state import State
from dialog.step import step
from nlu.hypothesis import Hypothesis
from voicebot import desk
from voicebot.app import make_app
from voicebot.clock import TOKYO
from voicebot.console import accounts, cookies, sign_ins
from voicebot.console.roles import Role
from voicebot.database import writing
from voicebot.telephony.record import RATE, FileCallLog
from voicebot.telephony.transcripts import Span
from voicebot.transport.line import Pcm

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
MINUTES = 3
"""Length of the call whose page is made."""

PAGES = {
    "the list": "/console/calls",
    "the list, a word and a day": "/console/calls?q=住民票&from=2026-06-01&to=2026-06-30",
    "the list, half way back": "/console/calls?to=2026-06-15&outcome=booked",
    f"a call of {MINUTES} minutes": "/console/calls/2026-11-24/CAbench",
    "the figures of 30 days": "/console/stats",
    "the figures of all calls": "/console/stats?from=2026-01-01&to=2026-12-31",
    "its sound": "/console/calls/2026-11-24/CAbench/audio/both.wav",
}


def timed(engine: Engine, times: int) -> Iterator[tuple[str, list[float]]]:
    """Each page's name, and how long each time took in ms. The calls are in the database already."""
    file = load_office(DEMO_OFFICE)
    load_into(engine, file)
    with (
        tempfile.TemporaryDirectory(prefix="voicebot-bench-") as var,
        silent_service(engine, file, Path(var), NOW) as service,
    ):
        _recorded(service.settings.calls)
        with writing(engine) as connection:
            accounts.add(connection, "bench", Role.OPERATOR, "only to measure", NOW, "bench")
            cookie = sign_ins.begin(connection, "bench", NOW)
        with TestClient(make_app(service), cookies={cookies.SESSION: cookie}) as browser:
            for name, address in PAGES.items():
                yield name, [_once(browser, address) for _ in range(times)]
        service.indexing.close()


def _once(browser: TestClient, address: str) -> float:
    began = time.perf_counter()
    answer = browser.get(address)
    took = (time.perf_counter() - began) * 1000
    assert answer.status_code == 200, answer.text
    return took


def _recorded(calls: Path) -> None:
    """A call with fifteen turns, five of them answered by the calendar, and sound on both sides."""
    log = FileCallLog(calls / f"{NOW:%Y-%m-%d}", "CAbench")
    state, ms = State(), 0
    office = desk.office(load_office(DEMO_OFFICE), NOW.date())
    place = Place(NOW + timedelta(days=8, hours=4))
    wish = (Hypothesis("12月2日の午後2時に住民票をお願いします", 0.8), Hypothesis("12月3日", 0.1))
    found = events.PlacesFound(NOW, Availability((place,)))
    once: list[events.Event] = [
        events.Heard(NOW, wish),
        found,
        events.Heard(NOW, (Hypothesis("いいえ、10時です", 0.7),)),
    ]
    happened: list[events.Event] = [
        events.CallStarted(NOW, office, "+81935551234"),
        events.BookingsFound(NOW, ()),
        *once * 5,
    ]
    for event in happened:
        state, actions = step(state, event)
        log.event(ms, event, actions)
        ms += MINUTES * 60_000 // len(happened)
        log.agent_audio(ms - 8_000, _tone(5_000), "お調べします。")
        log.utterance(ms - 2_000, ms, Span(ms - 2_000, ms - 500))
    log.caller_audio(_tone(MINUTES * 60_000))
    log.close({"call_sid": "CAbench", "outcome": "booked", "booking": None})


def _tone(ms: int) -> Pcm:
    at = np.arange(ms * RATE // 1000)
    return (np.sin(at * 2 * math.pi * 440 / RATE) * 8_000).astype(np.int16)
