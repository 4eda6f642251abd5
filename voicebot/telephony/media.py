"""The socket on which Twilio brings a call's audio, and takes the bot's."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from voicebot.service import Service
from voicebot.telephony.calls import Call, StreamRefused
from voicebot.telephony.carrying import carry
from voicebot.transport import twilio_wire as wire
from voicebot.transport.line import LineDead
from voicebot.transport.twilio import TwilioLine

log = logging.getLogger(__name__)

HANDSHAKE_TIMEOUT_S = 10.0
POLICY_VIOLATION = 1008
GOING_AWAY = 1001
HANDSHAKE_MESSAGES = 3
"""`connected`, `start`, and one to spare."""


async def media(socket: WebSocket) -> None:
    """From the handshake to the end of the stream."""
    service: Service = socket.app.state.service
    await socket.accept()
    if service.closing:
        await _close(socket, GOING_AWAY)
        return

    async def receive() -> str:
        try:
            return await socket.receive_text()
        except (WebSocketDisconnect, KeyError) as error:
            raise EOFError("the socket has closed") from error

    async def send(text: str) -> None:
        try:
            await socket.send_text(text)
        except (WebSocketDisconnect, RuntimeError) as error:
            raise LineDead("the peer has gone") from error

    try:
        start, call = await asyncio.wait_for(_handshake(receive, service), HANDSHAKE_TIMEOUT_S)
    except (StreamRefused, wire.WireError, TimeoutError, EOFError) as error:
        log.warning("stream refused: %s", error or type(error).__name__)
        await _close(socket, POLICY_VIOLATION)
        return
    try:
        await carry(service, call, TwilioLine(receive, send, start.stream_sid))
    finally:
        await _close(socket, 1000)


async def _handshake(receive: Callable[[], Awaitable[str]], service: Service) -> tuple[wire.Start, Call]:
    """Waits for `start` and lets the call in by its token. Raises StreamRefused, WireError, EOFError."""
    for _ in range(HANDSHAKE_MESSAGES):
        message = wire.parse(await receive())
        if isinstance(message, wire.Start):
            token = message.parameters.get("token", "")
            return message, service.calls.claim(message.call_sid, token, service.clock.now())
        if not isinstance(message, wire.Connected | wire.Unknown):
            raise wire.WireError(f"{type(message).__name__} before start")
    raise wire.WireError("no start")


async def _close(socket: WebSocket, code: int) -> None:
    try:
        await asyncio.wait_for(socket.close(code), timeout=2)
    except (RuntimeError, WebSocketDisconnect, TimeoutError, OSError):
        log.debug("the socket had closed already")


routes = [WebSocketRoute("/twilio/media", media)]
