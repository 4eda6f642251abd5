"""Keys come as slowly as people press them; the wait counts from the last one. All in the time of the call."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from nlu.hypothesis import Hypothesis
from tests.telephony.conftest import running_line
from tests.telephony.wire_phone import Line, Phone, eventually, speech
from voicebot.clock import TOKYO
from voicebot.telephony.caller import Keys, Pace, phone
from voicebot.telephony.record import load_event

NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=TOKYO)
PAUSES_MS = (200, 1_000, 2_000, 4_000)
BEFORE_MS = 6_000
"""What an elderly caller takes before the first key."""


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """One service for all; every test has a call of its own."""
    with running_line(tmp_path_factory.mktemp("day")) as made:
        yield made


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """A service at an hour at which nobody takes a call: a person may phone back."""
    with running_line(tmp_path_factory.mktemp("night"), now=NIGHT) as made:
        yield made


def callbacks(line: Line) -> list[str]:
    """The numbers that are to be phoned back."""
    with line.service.engine.connect() as connection:
        return [*connection.exec_driver_sql("SELECT phone FROM callbacks").scalars()]


async def asked_for_a_number(line: Line) -> Phone:
    called = await line.phone("").dial()
    await called.hears("ask_procedure")
    await called.presses("0")
    await called.hears("ask_callback_phone")
    return called


@pytest.mark.parametrize("every_ms", PAUSES_MS)
async def test_a_date_and_a_time_are_pressed_as_slowly_as_one_likes(line: Line, every_ms: int):
    called = await line.phone().dial()
    await called.hears("ask_procedure")
    await called.pauses(BEFORE_MS)
    await called.presses("1")
    await called.hears("ask_date")
    await called.pauses(BEFORE_MS - every_ms)
    await called.presses_slowly("1202", every_ms)
    await called.hears("ask_time")
    await called.pauses(BEFORE_MS - every_ms)
    await called.presses_slowly("1400", every_ms)
    await called.hears("confirm")
    await called.pauses(BEFORE_MS)
    assert not {"no_input", "not_understood"} & set(called.heard)
    await called.hangs_up()


@pytest.mark.parametrize("number", ["09012345678", "0935551234"])
@pytest.mark.parametrize("every_ms", PAUSES_MS)
async def test_a_telephone_number_is_whole_with_its_last_digit(night: Line, every_ms: int, number: str):
    called = await asked_for_a_number(night)
    await called.pauses(BEFORE_MS - every_ms)
    await called.presses_slowly(number, every_ms)
    await called.hears("phone_right")
    assert night.service.calls[called.sid].state.phone == f"+81{number[1:]}"
    assert not {"no_input", "not_understood"} & set(called.heard)
    await called.hangs_up()


@pytest.mark.parametrize("every_ms", PAUSES_MS)
async def test_a_hash_after_a_number_that_is_whole_is_nothing_more(night: Line, every_ms: int):
    called = await asked_for_a_number(night)
    await called.presses_slowly("09012345678#", every_ms)
    await called.hears("phone_right")
    await called.presses_slowly("1", every_ms)
    await called.hears_out()
    assert "not_understood" not in called.heard
    assert night.service.calls[called.sid].outcome == "callback"


async def test_a_number_that_is_none_ends_with_a_pause_and_not_before(night: Line):
    called = await asked_for_a_number(night)
    await called.presses_slowly("5551234", 4_000)
    await called.pauses(6_000)
    assert "phone_too_short" not in called.heard
    await called.pauses(2_000)
    await called.hears("phone_too_short")
    await called.hangs_up()


async def test_whoever_falls_silent_in_the_middle_of_a_date_is_asked_again(line: Line):
    called = await line.phone().dial()
    await called.hears("ask_procedure")
    await called.presses("1")
    await called.hears("ask_date")
    await called.presses_slowly("12", 2_000)
    await called.pauses(8_000)
    await called.hears("not_understood")
    await called.hears("ask_date")
    await called.presses_slowly("1202", 2_000)
    await called.hears("ask_time")
    await called.hangs_up()


async def test_the_star_in_the_middle_begins_the_number_anew(night: Line):
    called = await asked_for_a_number(night)
    await called.presses_slowly("09099*", 2_000)
    await called.hears("ask_callback_phone")
    await called.presses_slowly("09012345678", 2_000)
    await called.hears("phone_right")
    assert night.service.calls[called.sid].state.phone == "+819012345678"
    await called.hangs_up()


async def test_keys_into_the_question_are_its_answer(line: Line):
    called = await line.phone().dial()
    await called.gets("ask_procedure")
    await called.presses("1")
    await called.gets("ask_date")
    await called.presses_slowly("1202", 2_000)
    await called.gets("ask_time")
    await called.presses_slowly("1400", 2_000)
    await called.hears("confirm")
    assert "not_understood" not in called.heard
    await called.hangs_up()


async def test_a_noise_between_the_keys_does_not_drop_them(line: Line):
    line.ears.script.append((Hypothesis("ええと12月の"),))
    called = await line.phone().dial()
    await called.hears("ask_procedure")
    await called.presses("1")
    await called.hears("ask_date")
    await called.presses_slowly("12", 1_000)
    await called.says(speech())
    record = line.record(called) / "events.jsonl"
    await eventually(lambda: '"event": "Heard"' in record.read_text("utf-8"))
    await called.presses_slowly("02", 3_000)
    await called.hears("ask_time")
    assert "not_understood" not in called.heard
    await called.hangs_up()


@pytest.mark.parametrize("every_ms", PAUSES_MS)
@pytest.mark.parametrize("number", ["123456789012", "909012345678"])
async def test_twelve_keys_leave_nothing_behind_however_slowly(night: Line, every_ms: int, number: str):
    await leaves_nothing_behind(night, every_ms, number)


@pytest.mark.parametrize("every_ms", [200, 1_000])
@pytest.mark.parametrize("number", ["012345678901", "090123456789"])
async def test_not_even_where_their_beginning_was_said_back(night: Line, every_ms: int, number: str):
    await leaves_nothing_behind(night, every_ms, number)


async def leaves_nothing_behind(night: Line, every_ms: int, number: str) -> None:
    called = await asked_for_a_number(night)
    await called.presses_slowly(number, every_ms)
    await called.hears("my_number_warning")
    await called.hears("ask_callback_phone")
    call = night.service.calls[called.sid]
    assert (call.state.phone, call.state.keypad.digits) == ("", "")
    assert not any(turn.agent.count("、") > 9 for turn in call.turns)
    await called.hangs_up()
    lines = (night.record(called) / "events.jsonl").read_text("utf-8").splitlines()
    told = [load_event(one) for one in map(json.loads, lines)]
    assert {getattr(event, "digit", "") for event in told} <= {"", "0"}


async def test_slow_keys_over_the_wire_have_a_call_back_noted(tmp_path: Path):
    with running_line(tmp_path, now=NIGHT) as line:
        steps = [Keys("0"), Keys("09012345678", 2_000), Keys("1")]
        result = await phone(line.url, steps, "", Pace.FAST)
        assert result.outcome == "callback"
        assert callbacks(line) == ["+819012345678"]
