"""Twilio's Media Streams wire: JSON text messages to and from typed ones.

Source: https://www.twilio.com/docs/voice/media-streams/websocket-messages
"""

import base64
import binascii
import json
from dataclasses import dataclass, field
from typing import Any

MAX_PAYLOAD_BYTES = 8_000
"""One second of audio in one message is more than Twilio ever sends."""


MAX_DIGITS = 12
"""A chunk number with more is no number of a call's frames."""


class WireError(Exception):
    """A message that does not follow the wire. The text says how; it never repeats the caller's data."""


@dataclass(frozen=True, slots=True)
class Connected:
    """The socket speaks Media Streams."""


@dataclass(frozen=True, slots=True)
class Start:
    """The stream's identity."""

    stream_sid: str
    call_sid: str
    parameters: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Media:
    """A piece of the caller's voice."""

    payload: bytes
    """mu-law, 8,000 Hz."""

    chunk: int | None
    """Its number, counted from 1; None when the peer does not count."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What was sent before the mark of this name has been played, or was cleared."""

    name: str


@dataclass(frozen=True, slots=True)
class Dtmf:
    """A key was pressed."""

    digit: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The stream is over."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """An event this version does not know; Twilio may add some."""

    event: str


Message = Connected | Start | Media | Mark | Dtmf | Stop | Unknown


def parse(text: str) -> Message:
    """Raises WireError for what is not a Media Streams message."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WireError("not JSON") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("event"), str):
        raise WireError("no event name")
    event = raw["event"]
    match event:
        case "connected":
            return Connected()
        case "start":
            return _start(_body(raw, event))
        case "media":
            return _media(_body(raw, event))
        case "mark":
            return Mark(_text(_body(raw, event), "name"))
        case "dtmf":
            return _dtmf(_body(raw, event))
        case "stop":
            return Stop()
    return Unknown(event[:40])


def media(stream_sid: str, payload: bytes) -> str:
    """A frame of the bot's voice."""
    body = {"payload": base64.b64encode(payload).decode("ascii")}
    return json.dumps({"event": "media", "streamSid": stream_sid, "media": body})


def mark(stream_sid: str, name: str) -> str:
    """Asks to be told when everything sent so far has been played."""
    return json.dumps({"event": "mark", "streamSid": stream_sid, "mark": {"name": name}})


def clear(stream_sid: str) -> str:
    """Drops what has not been played yet."""
    return json.dumps({"event": "clear", "streamSid": stream_sid})


def _body(raw: dict[str, Any], event: str) -> dict[str, Any]:
    body = raw.get(event)
    if not isinstance(body, dict):
        raise WireError(f"{event} without its body")
    return body


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value or len(value) > 200:
        raise WireError(f"{name} is not a short text")
    return value


def _start(body: dict[str, Any]) -> Start:
    parameters = body.get("customParameters") or {}
    if not isinstance(parameters, dict):
        raise WireError("customParameters is not an object")
    media_format = body.get("mediaFormat") or {}
    if not isinstance(media_format, dict):
        raise WireError("mediaFormat is not an object")
    encoding = media_format.get("encoding", "audio/x-mulaw")
    rate = media_format.get("sampleRate", 8000)
    if encoding != "audio/x-mulaw" or str(rate) != "8000":
        raise WireError("mediaFormat is not audio/x-mulaw at 8000 Hz")
    given = {str(k)[:200]: str(v)[:200] for k, v in list(parameters.items())[:20]}
    return Start(_text(body, "streamSid"), _text(body, "callSid"), given)


def _media(body: dict[str, Any]) -> Media:
    payload = body.get("payload")
    if not isinstance(payload, str):
        raise WireError("media without payload")
    if body.get("track", "inbound") != "inbound":
        raise WireError("media of another track")
    try:
        audio = base64.b64decode(payload, validate=True)
    except (binascii.Error, ValueError) as error:
        raise WireError("payload is not base64") from error
    if not 0 < len(audio) <= MAX_PAYLOAD_BYTES:
        raise WireError(f"payload of {len(audio)} bytes")
    chunk = str(body.get("chunk"))
    return Media(audio, int(chunk) if chunk.isdecimal() and len(chunk) <= MAX_DIGITS else None)


def _dtmf(body: dict[str, Any]) -> Dtmf:
    digit = body.get("digit")
    if not isinstance(digit, str) or len(digit) != 1 or digit not in "0123456789*#":
        raise WireError("dtmf without a key")
    return Dtmf(digit)
