"""The handshake of a stream: who is let in."""

import json
import logging
from collections.abc import Iterator

import pytest
from websockets.exceptions import ConnectionClosed

from tests.telephony.conftest import running_line
from tests.telephony.wire_phone import Line, Phone, silence
from voicebot.telephony import media
from voicebot.telephony.calls import Stage

REFUSED = 1008


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """One service for all; every test has a call of its own."""
    with running_line(tmp_path_factory.mktemp("var")) as made:
        yield made


async def closed(phone: Phone) -> int | None:
    """Waits until the service closes the socket; returns the close code."""
    await phone.hears_out()
    return phone.socket.close_code


@pytest.mark.parametrize("token", [None, "", "wrong", "間違い"])
async def test_a_stream_without_the_right_token_is_closed(line: Line, token: str | None):
    phone = line.phone()
    await phone.ring()
    await phone.open(token)
    assert await closed(phone) == REFUSED
    assert line.service.calls.streaming == 0


async def test_a_token_that_is_no_text_is_a_wrong_token(line: Line):
    phone = line.phone()
    await phone.ring()
    await phone.open("\ud800")
    assert await closed(phone) == REFUSED


async def test_a_refused_stream_leaves_the_token_to_the_right_one(line: Line):
    phone = line.phone()
    token = await phone.ring()
    await phone.open("wrong")
    await closed(phone)
    await phone.open(token)
    await phone.hears("ask_procedure")
    await phone.hangs_up()


async def test_a_token_works_once(line: Line):
    phone = line.phone()
    token = await phone.ring()
    await phone.open(token)
    await phone.hangs_up()
    await phone.open(token)
    assert await closed(phone) == REFUSED


async def test_a_stream_of_an_unknown_call_is_closed(line: Line):
    phone = line.phone()
    await phone.open("anything")
    assert await closed(phone) == REFUSED


async def test_another_call_s_token_is_of_no_use(line: Line):
    one, other = line.phone(), line.phone()
    await one.ring()
    await one.open(await other.ring())
    assert await closed(one) == REFUSED


async def test_a_second_stream_is_refused_and_the_first_goes_on(line: Line):
    first = line.phone()
    token = await first.ring()
    await first.open(token)
    await first.hears("ask_procedure")
    second = Phone(line.url, first.caller, first.sid)
    await second.open(token)
    assert await closed(second) == REFUSED
    assert line.service.calls[first.sid].stage is Stage.STREAMING
    await first.presses("1")
    await first.hears("ask_date")
    await first.hangs_up()


async def test_a_webhook_for_a_call_with_a_stream_disturbs_nothing(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    assert (await phone.post("voice")).status_code == 409
    await phone.presses("1")
    await phone.hears("ask_date")
    await phone.hangs_up()


async def test_media_before_start_is_refused(line: Line):
    phone = line.phone()
    await phone.ring()
    await phone.plug()
    await phone.media(silence(20))
    assert await closed(phone) == REFUSED


@pytest.mark.parametrize("first", ["{", "[]", '{"event": "stop"}', b"\x00\x01", "x" * 100_000])
async def test_what_does_not_begin_like_a_stream_is_closed(line: Line, first: str | bytes):
    phone = line.phone()
    await phone.ring()
    await phone.plug()
    await phone.send(first)
    await phone.hears_out()
    assert phone.socket.close_code != 1000
    assert not line.service.sessions


async def test_events_unknown_before_start_are_passed_over(line: Line):
    phone = line.phone()
    token = await phone.ring()
    await phone.plug()
    await phone.send({"event": "greetings"})
    await phone.start(token)
    await phone.hears("ask_procedure")
    await phone.hangs_up()


async def test_a_stream_in_another_format_is_closed(line: Line):
    phone = line.phone()
    token = await phone.ring()
    await phone.open(token, mediaFormat={"encoding": "audio/l16", "sampleRate": 16000, "channels": 1})
    assert await closed(phone) == REFUSED


async def test_a_socket_that_never_says_start_is_closed(line: Line, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(media, "HANDSHAKE_TIMEOUT_S", 0.1)
    phone = line.phone()
    await phone.plug()
    assert await closed(phone) == REFUSED


async def test_a_socket_that_goes_during_the_handshake_leaves_nothing(
    line: Line, caplog: pytest.LogCaptureFixture
):
    phone = line.phone()
    token = await phone.ring()
    await phone.plug()
    await phone.drops()
    await phone.open(token)
    await phone.hears("ask_procedure")
    await phone.hangs_up()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_the_reason_for_a_refusal_is_logged_without_the_token(
    line: Line, caplog: pytest.LogCaptureFixture
):
    phone = line.phone()
    await phone.ring()
    await phone.open("a-secret-that-is-wrong")
    await closed(phone)
    assert "stream refused: wrong token" in caplog.text
    assert "a-secret-that-is-wrong" not in caplog.text


async def test_a_message_beyond_all_measure_ends_the_stream_and_the_call_is_taken_up_again(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    try:
        await phone.send(json.dumps({"event": "media", "media": {"payload": "/" * 200_000}}))
        await phone.hears_out()
    except ConnectionClosed:
        pass
    await line.settled()
    assert (await phone.after())[0].name == "Connect"
