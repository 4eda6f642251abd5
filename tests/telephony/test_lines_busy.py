"""No line is free: the caller is told so at once, and given to a person or asked for a call-back by keys."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from tests.telephony.conftest import NOW, running_line
from tests.telephony.wire_phone import Line, Phone, names
from voicebot.clock import TOKYO, PinnedClock
from voicebot.telephony.caller_exchange import Verb, parse_twiml
from voicebot.telephony.calls import TOKEN_LIFE, Stage

NIGHT = datetime(2026, 11, 24, 23, 0, tzinfo=TOKYO)


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    with running_line(tmp_path_factory.mktemp("busy")) as made:
        made.service.capacity = 0
        yield made


@pytest.fixture
def at_night(line: Line) -> Iterator[Line]:
    clock = line.service.parts.clock
    assert isinstance(clock, PinnedClock)
    before, clock.start = clock.start, NIGHT
    yield line
    clock.start = before


def said(verbs: list[Verb]) -> str:
    return "".join(verb.text for verb in verbs if verb.name == "Say")


async def asked(phone: Phone, path: str, **more: str) -> list[Verb]:
    answer = await phone.post(path, **more)
    assert answer.status_code == 200
    return parse_twiml(answer.text)


async def test_in_the_hours_of_people_the_caller_is_given_to_one(line: Line):
    phone = line.phone()
    verbs = await asked(phone, "voice")
    assert names(verbs)[-1] == "Dial"
    assert "混み合って" in said(verbs)
    assert "係員におつなぎします" in said(verbs)
    call = line.service.calls[phone.sid]
    assert (call.stage, call.outcome) == (Stage.DONE, "transferred")


async def test_at_night_a_call_back_is_taken_with_one_key(at_night: Line):
    phone = at_night.phone()
    answer = await phone.post("voice")
    assert "<Gather" in answer.text
    assert "1を、押してください" in answer.text
    verbs = await asked(phone, "keys", Digits="1")
    assert names(verbs)[-1] == "Hangup"
    assert "お電話いたします" in said(verbs)
    assert at_night.service.calls[phone.sid].outcome == "callback"


async def test_who_presses_nothing_is_asked_once_more_and_told_where_to_phone(at_night: Line):
    phone = at_night.phone()
    await phone.post("voice")
    again = await phone.post("keys", Digits="")
    assert "<Gather" in again.text
    verbs = await asked(phone, "keys", Digits="")
    assert names(verbs)[-1] == "Hangup"


async def test_keys_of_a_call_that_is_not_led_so_end_it(line: Line):
    assert names(await asked(line.phone(), "keys", Digits="1")) == ["Hangup"]


async def test_who_hangs_up_has_ended_the_call(at_night: Line):
    phone = at_night.phone()
    await phone.post("voice")
    await phone.post("status", CallStatus="completed")
    assert at_night.service.calls[phone.sid].stage is Stage.DONE


async def test_a_line_that_is_promised_is_taken_until_its_token_is_too_old(line: Line):
    service = line.service
    clock = service.parts.clock
    assert isinstance(clock, PinnedClock)
    service.capacity = 1
    first, second = line.phone(), line.phone()
    try:
        assert names(await asked(first, "voice")) == ["Connect", "Redirect"]
        assert names(await asked(first, "voice")) == ["Connect", "Redirect"]
        assert "Connect" not in names(await asked(second, "voice"))
        clock.start += TOKEN_LIFE + timedelta(seconds=1)
        assert names(await asked(line.phone(), "voice")) == ["Connect", "Redirect"]
    finally:
        service.capacity, clock.start = 0, NOW
