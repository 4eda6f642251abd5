"""A Media Streams socket that costs little: websockets' protocol without its coroutines, messages made by hand.

Source of the messages: https://www.twilio.com/docs/voice/media-streams/websocket-messages
"""

import asyncio
import json
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Response
from websockets.uri import WebSocketURI, parse_uri

from voicebot.telephony.caller_exchange import ACCOUNT_SID

NORMAL = 1000


class Peer(Protocol):
    """Who holds the conversation on a socket."""

    def opened(self, socket: "Socket") -> None:
        """The handshake is over."""

    def message(self, message: dict[str, Any]) -> None:
        """A text message has come."""

    def closed(self, code: int | None) -> None:
        """The socket is gone, with the code of its end where it had one."""


class Socket(asyncio.Protocol):
    """Hands on what comes in."""

    def __init__(
        self,
        uri: WebSocketURI,
        headers: Mapping[str, str],
        peer: Peer,
    ) -> None:
        self._protocol = ClientProtocol(uri, max_size=2**20)
        self._headers, self._peer = headers, peer
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        request = self._protocol.connect()
        request.headers.update(self._headers)
        self._protocol.send_request(request)
        self._flush()

    def data_received(self, data: bytes) -> None:
        self._protocol.receive_data(data)
        for event in self._protocol.events_received():
            if isinstance(event, Response):
                if self._protocol.handshake_exc is None:
                    self._peer.opened(self)
            elif isinstance(event, Frame) and event.opcode is Opcode.TEXT:
                self._peer.message(json.loads(bytes(event.data)))
        self._flush()
        if self._protocol.close_expected() and self._transport is not None:
            self._transport.close()

    def eof_received(self) -> None:
        self._protocol.receive_eof()

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        received = self._protocol.close_rcvd
        self._peer.closed(None if received is None else received.code)

    def send(self, text: str) -> None:
        """Nothing happens on a socket that is closing."""
        if self._transport is not None and self._protocol.state.name == "OPEN":
            self._protocol.send_text(text.encode())
            self._flush()

    def close(self) -> None:
        if self._transport is not None:
            if self._protocol.state.name == "OPEN":
                self._protocol.send_close(NORMAL)
                self._flush()
            asyncio.get_running_loop().call_later(2, self.abort)

    def abort(self) -> None:
        """Ends the connection at once."""
        if self._transport is not None:
            self._transport.abort()

    def _flush(self) -> None:
        if self._transport is None:
            return
        for data in self._protocol.data_to_send():
            if data:
                self._transport.write(data)


async def connect(url: str, headers: Mapping[str, str], peer: Peer) -> Socket:
    """Raises OSError."""
    uri = parse_uri(url)
    _, socket = await asyncio.get_running_loop().create_connection(
        lambda: Socket(uri, headers, peer), uri.host, uri.port, ssl=True if uri.secure else None
    )
    return socket


class Messages:
    """Numbers a stream's messages."""

    def __init__(self, call_sid: str, stream_sid: str) -> None:
        self._call_sid = call_sid
        self.stream_sid = stream_sid
        self._count = 0
        self._chunk = 0

    def start(self, parameters: Iterable[tuple[str, str]]) -> tuple[str, str]:
        connected = json.dumps({"event": "connected", "protocol": "Call", "version": "1.0.0"})
        body = {
            "streamSid": self.stream_sid,
            "accountSid": ACCOUNT_SID,
            "callSid": self._call_sid,
            "tracks": ["inbound"],
            "customParameters": dict(parameters),
            "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
        }
        return connected, self._other("start", body)

    def media(self, payload: str, at_ms: int) -> str:
        """`payload`: base64; `at_ms`: since the stream began, lost frames counted."""
        self._count += 1
        self._chunk += 1
        return (
            f'{{"event":"media","sequenceNumber":"{self._count}","streamSid":"{self.stream_sid}","media":'
            f'{{"track":"inbound","chunk":"{self._chunk}","timestamp":"{at_ms}","payload":"{payload}"}}}}'
        )

    def mark(self, name: str) -> str:
        return self._other("mark", {"name": name})

    def dtmf(self, digit: str) -> str:
        return self._other("dtmf", {"track": "inbound_track", "digit": digit})

    def stop(self) -> str:
        return self._other("stop", {"accountSid": ACCOUNT_SID, "callSid": self._call_sid})

    def _other(self, event: str, body: Mapping[str, Any]) -> str:
        self._count += 1
        return json.dumps(
            {"event": event, "sequenceNumber": str(self._count), "streamSid": self.stream_sid, event: body}
        )
