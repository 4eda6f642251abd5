"""The wire as Twilio documents it, and everything that is not it."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicebot.transport import twilio_wire as wire


def start(**changes: object) -> str:
    body = {
        "accountSid": "AC1",
        "streamSid": "MZ1",
        "callSid": "CA1",
        "tracks": ["inbound"],
        "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
        "customParameters": {"token": "t"},
        **changes,
    }
    return json.dumps({"event": "start", "sequenceNumber": "1", "start": body, "streamSid": "MZ1"})


def media(payload: bytes, **changes: object) -> str:
    body = {"track": "inbound", "chunk": "1", "timestamp": "5", "payload": base64.b64encode(payload).decode()}
    return json.dumps({"event": "media", "sequenceNumber": "3", "media": {**body, **changes}})


def test_the_messages_of_the_documentation_are_read():
    assert wire.parse('{"event":"connected","protocol":"Call","version":"1.0.0"}') == wire.Connected()
    assert wire.parse(start()) == wire.Start("MZ1", "CA1", {"token": "t"})
    assert wire.parse(media(b"\x7f" * 160)) == wire.Media(b"\x7f" * 160, 1)
    assert wire.parse('{"event":"mark","mark":{"name":"1:greeting"}}') == wire.Mark("1:greeting")
    assert wire.parse('{"event":"dtmf","dtmf":{"track":"inbound_track","digit":"#"}}') == wire.Dtmf("#")
    assert wire.parse('{"event":"stop","stop":{"callSid":"CA1"}}') == wire.Stop()


def test_an_event_that_twilio_may_add_is_no_error():
    assert wire.parse('{"event":"news"}') == wire.Unknown("news")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        '{"event":7}',
        '{"event":"media"}',
        '{"event":"media","media":{"payload":7}}',
        '{"event":"media","media":{"payload":"%%%"}}',
        media(b""),
        media(b"x" * 8_001),
        media(b"x", track="outbound"),
        start(callSid=""),
        start(streamSid=7),
        start(customParameters=[1]),
        start(mediaFormat={"encoding": "audio/l16", "sampleRate": 8000}),
        start(mediaFormat={"encoding": "audio/x-mulaw", "sampleRate": 16000}),
        '{"event":"mark","mark":{}}',
        '{"event":"dtmf","dtmf":{"digit":"12"}}',
        "[" * 100_000,
    ],
)
def test_what_is_not_the_wire_is_refused(text: str):
    with pytest.raises(wire.WireError):
        wire.parse(text)


def test_a_refusal_does_not_repeat_what_was_sent():
    with pytest.raises(wire.WireError) as caught:
        wire.parse('{"event":"dtmf","dtmf":{"digit":"123456789012"}}')
    assert "123456789012" not in str(caught.value)


@given(st.recursive(st.none() | st.text() | st.integers(), lambda s: st.dictionaries(st.text(), s)))
def test_no_json_breaks_the_parser(value: object):
    for event in ("start", "media", "mark", "dtmf"):
        with pytest.raises(wire.WireError):
            wire.parse(json.dumps({"event": event, event: value}))


def test_what_is_sent_is_what_the_documentation_shows():
    frame = json.loads(wire.media("MZ1", b"\xff" * 160))
    assert frame == {"event": "media", "streamSid": "MZ1", "media": {"payload": frame["media"]["payload"]}}
    assert base64.b64decode(frame["media"]["payload"]) == b"\xff" * 160
    assert json.loads(wire.mark("MZ1", "m")) == {"event": "mark", "streamSid": "MZ1", "mark": {"name": "m"}}
    assert json.loads(wire.clear("MZ1")) == {"event": "clear", "streamSid": "MZ1"}
