"""The wire of a simulated call, as Twilio speaks it.

Source: https://www.twilio.com/docs/voice/media-streams/websocket-messages
"""

import base64
import binascii
import json
from collections.abc import Iterable
from typing import Any

from websockets.asyncio.client import ClientConnection

from voicebot.telephony.caller_exchange import ACCOUNT_SID, CallFailed
from voicebot.telephony.pstn import FRAME_MS, PlaybackBuffer

FILLER = ":looking_it_up"
"""How the service names the mark behind a word for whom the answer keeps waiting: a key of its prompts, written here as all who phone the
service know it, who share no code with its own side of the wire."""


class Line:
    """One stream: numbers and sends the messages to the service, and takes in those that come back."""

    def __init__(self, socket: ClientConnection, call_sid: str, stream_sid: str) -> None:
        self.buffer = PlaybackBuffer()
        self._socket = socket
        self._call_sid = call_sid
        self.stream_sid = stream_sid
        self._sequence = 0
        self.marked = False
        self.unmarked = False
        self._chunk = 0

    @property
    def sent(self) -> int:
        """Messages sent after `start`."""
        return self._sequence - 1

    @property
    def position_ms(self) -> int:
        """Audio sent so far."""
        return self._chunk * FRAME_MS

    async def start(self, parameters: Iterable[tuple[str, str]]) -> None:
        await self._socket.send(json.dumps({"event": "connected", "protocol": "Call", "version": "1.0.0"}))
        await self._send(
            "start",
            {
                "streamSid": self.stream_sid,
                "accountSid": ACCOUNT_SID,
                "callSid": self._call_sid,
                "tracks": ["inbound"],
                "customParameters": dict(parameters),
                "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
            },
        )

    @property
    def in_a_sentence(self) -> bool:
        """The service marks its sentences, and has not marked the end of this one."""
        return self.marked and self.unmarked

    async def media(self, frame: bytes) -> None:
        """Sends 160 bytes of mu-law."""
        self._chunk += 1
        await self._send(
            "media",
            {
                "track": "inbound",
                "chunk": str(self._chunk),
                "timestamp": str((self._chunk - 1) * FRAME_MS),
                "payload": base64.b64encode(frame).decode("ascii"),
            },
        )

    async def marks(self, names: Iterable[str]) -> None:
        for name in names:
            await self._send("mark", {"name": name})

    async def dtmf(self, digit: str) -> None:
        await self._send("dtmf", {"track": "inbound_track", "digit": digit})

    async def stop(self) -> None:
        await self._send("stop", {"accountSid": ACCOUNT_SID, "callSid": self._call_sid})

    async def take(self, text: str | bytes) -> str:
        """Carries out one message of the service. Returns its event, or "filler" for the mark behind one.

        Raises CallFailed for what Twilio's documentation does not allow.
        """
        message = _parsed(text)
        event = message["event"]
        if message.get("streamSid") != self.stream_sid:
            raise CallFailed(f"the service sent a {event} message for another stream: see its log")
        if event == "media":
            self.buffer.append(_payload(message))
            self.unmarked = True
        elif event == "mark":
            self.buffer.mark(_mark_name(message))
            self.marked, self.unmarked = True, False
            if _mark_name(message).endswith(FILLER):
                return "filler"
        else:
            self.unmarked = False
            await self.marks(self.buffer.clear())
        return str(event)

    async def _send(self, event: str, body: dict[str, Any]) -> None:
        self._sequence += 1
        envelope = {"event": event, "sequenceNumber": str(self._sequence), "streamSid": self.stream_sid}
        await self._socket.send(json.dumps(envelope | {event: body}))


def _parsed(text: str | bytes) -> dict[str, Any]:
    try:
        message = json.loads(text)
    except ValueError:
        message = None
    if not isinstance(message, dict) or message.get("event") not in ("media", "mark", "clear"):
        raise CallFailed("the service sent what is neither media, mark nor clear: see its log")
    return message


def _payload(message: dict[str, Any]) -> bytes:
    try:
        return base64.b64decode(message["media"]["payload"], validate=True)
    except (KeyError, TypeError, binascii.Error) as error:
        raise CallFailed("the service sent media without a base64 payload: see its log") from error


def _mark_name(message: dict[str, Any]) -> str:
    try:
        name = message["mark"]["name"]
    except (KeyError, TypeError):
        name = None
    if not isinstance(name, str):
        raise CallFailed("the service sent a mark without a name: see its log")
    return name
