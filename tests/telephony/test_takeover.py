"""A person takes a running call over, on a real socket."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from dialog import events
from tests.telephony.conftest import NOW, running_line
from tests.telephony.wire_phone import Line, eventually, names
from voicebot.archive import folder
from voicebot.telephony.recovery import recover
from voicebot.telephony.takeover import Why, take_over


def brought(line: Line, sid: str, now: datetime = NOW) -> Why | None:
    return take_over(line.service.sessions, sid, now)


@pytest.fixture
def at_night(tmp_path: Path) -> Iterator[Line]:
    with running_line(tmp_path, now=NOW.replace(hour=23)) as made:
        yield made


async def test_a_running_call_goes_to_a_person(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    assert brought(line, phone.sid) is None
    await phone.hears_out()
    assert "transferring" in phone.heard
    assert names(await phone.after()) == ["Dial"]
    await line.settled()
    call = folder.read(line.record(phone))
    assert any(isinstance(one.event, events.PersonCalled) for one in call.lines)
    assert call.outcome
    assert call.outcome["outcome"] == "transferred"


async def test_the_record_folds_to_the_same_call(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("1")
    await phone.hears("ask_date")
    brought(line, phone.sid)
    await phone.hears_out()
    await line.settled()
    call = line.service.calls[phone.sid]
    again = recover(line.service.settings.calls, phone.sid, NOW)
    assert again is not None
    assert (again.state, again.transfer_to, again.whisper) == (call.state, call.transfer_to, call.whisper)


async def test_of_two_who_press_at_once_one_is_first(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    with ThreadPoolExecutor(8) as pool:
        told = [*pool.map(lambda _: brought(line, phone.sid), range(8))]
    assert sorted(map(str, told)) == ["None", *["already"] * 7]
    await phone.hears_out()
    assert phone.heard.count("transferring") == 1


async def test_a_call_that_ended_meanwhile_goes_nowhere(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.hangs_up()
    await line.settled()
    assert brought(line, phone.sid) is Why.OVER
    assert brought(line, "CA_nobody") is Why.OVER


async def test_last_words_are_not_interrupted(line: Line):
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    await phone.presses("1")
    await phone.gets("booked")
    assert brought(line, phone.sid) is Why.CLOSING
    await phone.hangs_up()


async def test_at_night_nobody_is_called(at_night: Line):
    phone = await at_night.phone().dial()
    await phone.hears("ask_procedure")
    assert brought(at_night, phone.sid, NOW.replace(hour=23)) is Why.NOBODY
    await phone.hangs_up()


async def test_a_call_in_its_first_moment_hears_its_greeting_or_the_person(line: Line):
    phone = await line.phone().dial()
    await eventually(lambda: bool(line.service.sessions))
    brought(line, phone.sid)
    await phone.hears_out()
    assert phone.heard[-1] == "transferring"
