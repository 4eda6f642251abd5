"""A stream that never comes, and a call that goes on in a new process: two services over one folder and database."""

import json
import logging
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dialog import events as happened
from nlu.hypothesis import Hypothesis
from tests.telephony.conftest import running_line
from tests.telephony.wire_phone import PATIENCE_S, Line, Phone, eventually, names, speech, token_of
from voicebot.clock import TOKYO
from voicebot.speech.fake_recognizer import FakeListening
from voicebot.telephony.calls import MAX_STREAMS, Stage
from voicebot.telephony.record import FileCallLog
from voicebot.telephony.recovery import recover

NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=TOKYO)


@pytest.fixture
def other(line: Line) -> Iterator[Line]:
    """The service that comes after `line`, which has died without a word: its socket is never heard of again."""
    with running_line(line.service.settings.var) as made:
        yield made


def outcome(line: Line, phone: Phone) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((line.record(phone) / "outcome.json").read_text("utf-8"))
    return told


def events(line: Line, phone: Phone) -> list[str]:
    written = (line.record(phone) / "events.jsonl").read_text("utf-8").splitlines()
    return [json.loads(one)["event"] for one in written]


async def written(line: Line, phone: Phone, key: str) -> None:
    """All up to this sentence's having been heard stands in the record."""
    path = line.record(phone) / "events.jsonl"
    await eventually(lambda: f'"key": "{key}"' in path.read_text("utf-8"))


async def dies(line: Line, phone: Phone) -> None:
    """The process is gone: it writes nothing more, and the line is dead."""
    for session in list(line.service.sessions):
        session._log._kept._works = False  # type: ignore[attr-defined]
        reader = session._reader
        assert reader is not None
        reader.get_loop().call_soon_threadsafe(session.abandon)
    await phone.hears_out()
    await line.settled()


async def goes_on(phone: Phone, gone: Line, line: Line) -> Phone:
    """What Twilio does when a service is gone: asks the next one, and opens the stream there."""
    await dies(gone, phone)
    phone.url = line.url
    phone.heard.clear()
    verbs = await phone.after()
    assert names(verbs) == ["Say", "Connect", "Redirect"]
    assert "つながりませんでした" in verbs[0].text
    return await phone.open(token_of(verbs))


# A stream that never comes


async def test_without_a_stream_the_caller_hears_why_and_is_connected_again(
    line: Line, caplog: pytest.LogCaptureFixture
):
    phone = line.phone()
    await phone.ring()
    verbs = await phone.after()
    assert names(verbs) == ["Say", "Connect", "Redirect"]
    assert any(f"{phone.sid}: no stream came" in record.getMessage() for record in caplog.records)
    assert phone.caller not in caplog.text
    await phone.open(token_of(verbs))
    await phone.hears("ask_procedure")
    await phone.hangs_up()
    assert outcome(line, phone)["outcome"] == "abandoned"


async def test_after_three_streams_that_never_came_a_person_takes_the_call(
    line: Line, caplog: pytest.LogCaptureFixture
):
    phone = line.phone()
    await phone.ring()
    for _ in range(MAX_STREAMS - 1):
        assert names(await phone.after()) == ["Say", "Connect", "Redirect"]
    verbs = await phone.after()
    assert names(verbs) == ["Say", "Dial"]
    assert verbs[1].text == line.service.office.agent_phone
    told = outcome(line, phone)
    assert (told["call_sid"], told["outcome"], told["booking"]) == (phone.sid, "failed", None)
    assert f"{phone.sid}: no stream came, given up" in caplog.text
    assert phone.caller not in caplog.text
    assert names(await phone.after()) == ["Dial"]


async def test_at_night_the_number_is_told(tmp_path: Path):
    with running_line(tmp_path, now=NIGHT) as line:
        phone = line.phone()
        await phone.ring()
        for _ in range(MAX_STREAMS):
            verbs = await phone.after()
        assert names(verbs) == ["Say", "Hangup"]
        assert "へ、お電話ください" in verbs[0].text
        assert outcome(line, phone)["outcome"] == "failed"
        assert names(await phone.after()) == ["Hangup"]


async def test_streams_that_break_and_streams_that_never_come_count_together(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.drops()
    await line.settled()
    assert names(await phone.after()) == ["Connect", "Redirect"]
    assert names(await phone.after()) == ["Say", "Connect", "Redirect"]
    assert names(await phone.after()) == ["Say", "Dial"]


async def test_the_first_token_is_worth_nothing_after_the_second(line: Line):
    phone = line.phone()
    first = await phone.ring()
    second = token_of(await phone.after())
    await phone.open(first)
    await phone.hears_out()
    assert phone.heard == []
    await phone.open(second)
    await phone.hears("ask_procedure")
    await phone.hangs_up()


async def test_two_streams_at_once_are_one(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    twin = Phone(line.url, phone.caller, phone.sid)
    await twin.open("wrong")
    await twin.hears_out()
    assert twin.heard == []
    await phone.presses("1")
    await phone.hears("ask_date")
    await phone.hangs_up()
    assert outcome(line, phone)["outcome"] == "abandoned"


async def test_a_stream_that_ends_late_does_not_end_the_one_that_took_over(line: Line):
    """What was said last in it is still being understood."""
    understood = threading.Event()

    class Slow(FakeListening):
        def result(self) -> tuple[Hypothesis, ...]:
            understood.wait(PATIENCE_S)
            return (Hypothesis("ええと"),)

    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    line.ears.listen = lambda hints: Slow(line.ears)  # type: ignore[method-assign]
    await phone.says(speech())
    (old,) = line.service.sessions
    await eventually(lambda: bool(old._understanding))
    late = Phone(line.url, phone.caller, phone.sid)
    await late.open(token_of(await phone.after()))
    await late.hears("ask_procedure")
    understood.set()
    await phone.hears_out()
    await eventually(lambda: old not in line.service.sessions)
    assert line.service.calls[phone.sid].stage is Stage.STREAMING
    await late.presses("1")
    await late.hears("ask_date")
    await late.hangs_up()
    assert line.service.calls[phone.sid].stage is Stage.DONE


@pytest.mark.parametrize("when", ["before", "after", "alone"])
async def test_the_word_that_a_call_has_ended_ends_it_whenever_it_comes(
    line: Line, caplog: pytest.LogCaptureFixture, when: str
):
    caplog.set_level(logging.INFO)
    phone = line.phone()
    await phone.ring()
    if when == "after":
        await phone.after()
    assert (await phone.post("status", CallStatus="completed")).status_code == 204
    assert outcome(line, phone)["outcome"] == "abandoned"
    assert f"{phone.sid}: ended without a stream, abandoned" in caplog.text
    if when == "before":
        assert names(await phone.after()) == ["Hangup"]
    await phone.post("status", CallStatus="completed")
    assert events(line, phone) == ["CallStarted", "HungUp"]


async def test_a_call_that_is_over_is_not_connected_again(line: Line):
    phone = line.phone()
    await phone.ring()
    assert names(await phone.after()) == ["Say", "Connect", "Redirect"]
    answer = await phone.post("after", CallStatus="completed")
    assert "<Hangup" in answer.text
    assert outcome(line, phone)["outcome"] == "abandoned"


# A new process


async def test_a_call_goes_on_in_a_new_process_with_what_was_said(line: Line, other: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("1")
    await phone.hears("ask_date")
    await phone.presses("1202")
    await phone.hears("ask_time")
    await goes_on(phone, line, other)
    await phone.hears("ask_time")
    await phone.presses("1400")
    await phone.hears("confirm")
    await phone.presses("1")
    await phone.wants_nothing_else()
    assert other.bookings() == 1
    told = outcome(other, phone)
    assert (told["outcome"], told["booking"]["start"]) == ("booked", "2026-12-02T14:00:00+09:00")


async def test_a_hold_that_stands_at_the_restart_is_the_call_s_own(line: Line, other: Line):
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    taken = line.taken()
    assert taken > 0
    await goes_on(phone, line, other)
    await phone.hears("confirm")
    assert phone.heard == ["read_back", "confirm"]
    assert other.taken() == taken
    await phone.presses("1")
    await phone.wants_nothing_else()
    assert (other.bookings(), other.taken()) == (1, taken)


async def test_hanging_up_in_the_new_process_gives_the_hold_back(line: Line, other: Line):
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    await dies(line, phone)
    phone.url = other.url
    assert (await phone.post("status", CallStatus="completed")).status_code == 204
    assert (other.bookings(), other.taken()) == (0, 0)
    assert outcome(other, phone)["outcome"] == "abandoned"
    assert names(await phone.after()) == ["Hangup"]


async def test_a_yes_whose_booking_was_not_told_any_more_books_once(
    line: Line, other: Line, monkeypatch: pytest.MonkeyPatch
):
    """The process died after the database had the booking."""
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    await phone.presses("1")
    await phone.hears("memo_ready")
    path = line.record(phone) / "events.jsonl"
    written = path.read_text("utf-8").splitlines(keepends=True)
    before = next(n for n, one in enumerate(written) if '"event": "Booked"' in one)
    path.write_text("".join(written[:before]), "utf-8")
    assert other.bookings() == 1
    await goes_on(phone, line, other)
    await phone.wants_nothing_else()
    assert other.bookings() == 1
    assert outcome(other, phone)["outcome"] == "booked"


async def test_the_booking_s_number_is_heard_even_so(line: Line, other: Line):
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    await phone.presses("1")
    await phone.hears("memo_ready")
    await goes_on(phone, line, other)
    await phone.wants_nothing_else()
    assert "number_again" in phone.heard
    told = outcome(other, phone)
    assert told["outcome"] == "booked"
    assert told["booking"] == line.service.calls[phone.sid].booking


async def test_whoever_loses_every_stream_while_the_number_is_told_hears_it_from_twilio(line: Line):
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    await phone.presses("1")
    await phone.hears("memo_ready")
    await phone.drops()
    await line.settled()
    for _ in range(MAX_STREAMS):
        verbs = await phone.after()
    assert names(verbs)[-1] == "Hangup"
    spoken = "".join(verb.text for verb in verbs)
    assert "番号は" in spoken
    assert outcome(line, phone)["outcome"] == "booked"


async def test_a_call_that_was_going_to_a_person_goes_there(line: Line, other: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("1")
    await phone.hears("ask_date")
    await phone.presses("0#")
    await phone.hears_out()
    phone.url = other.url
    verbs = await phone.after()
    assert (names(verbs), verbs[0].text) == (["Dial"], other.service.office.agent_phone)


async def test_a_call_that_had_ended_is_over_there_too(line: Line, other: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.hangs_up()
    phone.url = other.url
    assert names(await phone.after()) == ["Hangup"]
    await phone.post("status", CallStatus="completed")
    assert events(other, phone).count("HungUp") == 1


async def test_a_service_that_dies_again_and_again_hands_the_call_to_a_person(line: Line, other: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await goes_on(phone, line, other)
    await phone.hears("ask_procedure")
    with running_line(line.service.settings.var) as third:
        await goes_on(phone, other, third)
        await phone.hears("ask_procedure")
        with running_line(line.service.settings.var) as fourth:
            await dies(third, phone)
            phone.url = fourth.url
            verbs = await phone.after()
            assert names(verbs) == ["Say", "Dial"]
            assert outcome(fourth, phone)["outcome"] == "failed"


async def test_a_call_that_rang_before_the_restart_begins_after_it(line: Line, other: Line):
    fresh = line.phone()
    token = await fresh.ring()
    fresh.url = other.url
    await fresh.open(token)
    await fresh.hears_out()
    assert fresh.heard == []
    await goes_on(fresh, line, other)
    await fresh.hears("ask_procedure")
    assert other.service.calls[fresh.sid].caller == fresh.caller
    await fresh.hangs_up()


async def test_a_webhook_that_twilio_repeats_at_the_new_process_takes_the_call_up(line: Line, other: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("1")
    await phone.hears("ask_date")
    await dies(line, phone)
    phone.url = other.url
    await phone.open(await phone.ring())
    await phone.hears("ask_date")
    await phone.hangs_up()


TORN = ['{"ms": 12, "event": "Key', '{"ms": 12, "event": "KeyPressed", "data": {"at": "2026', "\x00\x00", "{"]


@pytest.mark.parametrize("torn", TORN)
async def test_a_line_half_written_is_left_out_and_the_record_goes_on(line: Line, other: Line, torn: str):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("1")
    await phone.hears("ask_date")
    await written(line, phone, "ask_date")
    with (line.record(phone) / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write(torn)
    await goes_on(phone, line, other)
    await phone.hears("ask_date")
    await phone.hangs_up()
    told = events(other, phone)
    assert told[-1] == "HungUp"
    assert "Reconnected" in told


@pytest.mark.parametrize("broken", ["", "{}\n", '{"ms": 0, "event": "Weather", "data": {}}\n', "\n\n"])
async def test_a_record_without_a_beginning_is_none(line: Line, other: Line, broken: str):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await written(line, phone, "ask_procedure")
    (line.record(phone) / "events.jsonl").write_text(broken, "utf-8")
    await goes_on(phone, line, other)
    await phone.hears("ask_procedure")
    await phone.hangs_up()


async def test_what_this_version_does_not_know_is_left_out(line: Line, other: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("1")
    await phone.hears("ask_date")
    with (line.record(phone) / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"ms": 0, "event": "Weather", "data": {}, "actions": []}\n')
    await goes_on(phone, line, other)
    await phone.hears("ask_date")
    await phone.hangs_up()


async def test_a_call_over_midnight_is_found(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    calls = line.service.settings.var / "calls"
    at = line.service.clock.now()
    for days, found in ((0, True), (1, True), (2, False)):
        call = recover(calls, phone.sid, at + timedelta(days=days))
        assert (call is not None) is found
    assert recover(calls, "CA" + "0" * 32, at) is None
    assert recover(calls, "../../..", at) is None
    await phone.hangs_up()


def test_what_is_forgotten_in_one_stream_leaves_those_before_it(tmp_path: Path):
    log = FileCallLog(tmp_path, "CA1")
    at = datetime(2026, 11, 24, 10, tzinfo=TOKYO)
    log.event(9_000, happened.KeyPressed(at, "1"), ())
    log.event(0, happened.Reconnected(at), ())
    log.event(500, happened.KeyPressed(at, "7"), ())
    log.forget_input(400)
    written = (tmp_path / "CA1" / "events.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(one)["data"].get("digit") for one in written] == ["1", None, ""]
