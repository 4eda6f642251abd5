"""Folders as calls leave them, made without a telephone."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from calendar_backend import DEMO_OFFICE, load_office
from dialog import events
from dialog.state import State
from dialog.step import step
from nlu.hypothesis import Hypothesis
from tests.telephony.conftest import NOW
from voicebot import desk
from voicebot.telephony.record import FileCallLog

OFFICE = desk.office(load_office(DEMO_OFFICE))


def recorded(
    calls: Path,
    sid: str,
    *happened: Any,
    began: datetime = NOW,
    caller: str = "+81935551234",
    end: bool = True,
) -> Path:
    """A call in which these texts were said (a number: with this score; None: nothing)."""
    log = FileCallLog(calls / f"{began:%Y-%m-%d}", sid)
    state, at = State(), began
    for event in [events.CallStarted(at, OFFICE, caller), *happened]:
        at += timedelta(seconds=5)
        match event:
            case None:
                event = events.NoInput(at)
            case str():
                event = events.Heard(at, (Hypothesis(event, 0.9),))
            case (str(text), float(score)):
                event = events.Heard(at, (Hypothesis(text, score), Hypothesis("別の言葉", 0.01)))
        state, actions = step(state, event)
        log.event(round((at - began).total_seconds() * 1000), event, actions)
    if end:
        what = {"office": state.office.id, "procedures": list(state.procedures), "booking": None}
        log.close({"call_sid": sid, "outcome": state.outcome or "abandoned", **what})
    return log.folder


def cut(file: Path, to_bytes: int) -> None:
    """As a power cut leaves it."""
    file.write_bytes(file.read_bytes()[:to_bytes])


def rewritten(file: Path, **changes: Any) -> None:
    """A JSON object with other fields; None: without it."""
    data = json.loads(file.read_text("utf-8")) | changes
    file.write_text(json.dumps({k: v for k, v in data.items() if v is not None}), "utf-8")
