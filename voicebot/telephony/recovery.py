"""A call that another process answered, taken up where its record ends: the fold over what was written down."""

import logging
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import ValidationError

from dialog import events
from dialog.actions import Transfer
from dialog.state import Phase
from dialog.step import step
from voicebot.telephony.calls import Call, Stage
from voicebot.telephony.inquiry import told
from voicebot.telephony.record import EVENTS, day_folder, folder_name, load_event, readable

log = logging.getLogger(__name__)

LONGEST = timedelta(days=1)
"""A call that began yesterday may go on today; an older record is of no call that still stands."""


def recover(calls: Path, sid: str, now: datetime, called: str = "") -> Call | None:
    """The call `sid`; `calls` is the folder of all records. None where nothing that can be used was written down."""
    for day in (now, now - LONGEST):
        path = day_folder(calls, day) / folder_name(sid) / EVENTS
        if path.is_file():
            return _folded(sid, called, _recorded(path))
    return None


def _folded(sid: str, called: str, recorded: Iterator[events.Event]) -> Call | None:
    call: Call | None = None
    for event in recorded:
        if isinstance(event, events.CallStarted) and call is None:
            call = Call(sid, event.caller, event.at, called)
        if call is None:
            continue
        if isinstance(event, events.CallStarted | events.Reconnected):
            call.streams += 1
        call.state, actions = step(call.state, event)
        for action in actions:
            if isinstance(action, Transfer):
                call.transfer_to, call.whisper = action.phone, action.whisper
    if call is not None:
        call.failures = call.streams - 1
        call.stage = Stage.DONE if call.state.phase is Phase.ENDED else Stage.BROKEN
        call.booking = told(call.state.done) if call.state.done else None
    return call


def _recorded(path: Path) -> Iterator[events.Event]:
    """What can be read. A last line that is not whole is taken off the file, so that what comes next stands alone."""
    try:
        written = path.read_bytes()
        whole = written[: written.rfind(b"\n") + 1]
        if len(whole) < len(written):
            os.truncate(path, len(whole))
    except OSError as error:
        log.error("call record not read: %s", error)
        return
    for line in readable(whole):
        try:
            yield load_event(line)
        except (KeyError, ValidationError):
            log.warning("an event of a call's record is none of this version, and is left out")
