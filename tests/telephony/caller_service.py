"""A small service that speaks the documented wire, for the tests of the simulated caller."""

import asyncio
import base64
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import numpy as np
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from voicebot.speech import mulaw

CONNECT = (
    '<?xml version="1.0" encoding="UTF-8"?><Response><Connect><Stream url="wss://city.example/twilio/media">'
    '<Parameter name="token" value="one-time"/></Stream></Connect>'
    "<Redirect>https://city.example/twilio/after</Redirect></Response>"
)
HANGUP = "<Response><Hangup/></Response>"
DIAL = "<Response><Dial>+81936718181</Dial></Response>"


class Bot:
    """One stream, seen from the service."""

    def __init__(self, websocket: WebSocket, messages: list[dict[str, Any]]) -> None:
        self.websocket = websocket
        self.messages = messages

    async def read(self) -> dict[str, Any]:
        message = await self.websocket.receive_json()
        self.messages.append(message)
        return message

    async def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while not wanted(message := await self.read()):
            pass
        return message

    async def send(self, event: str, **body: Any) -> None:
        stream_sid = next(m["streamSid"] for m in self.messages if m["event"] == "start")
        await self.websocket.send_json({"event": event, "streamSid": stream_sid} | body)

    async def say(self, ms: int, mark: str = "") -> None:
        """Sends speech of this length and, with `mark`, waits until it has been played."""
        await self.send("media", media={"payload": base64.b64encode(b"\x20" * (ms * 8)).decode()})
        if mark:
            await self.send("mark", mark={"name": mark})
            await self.until(lambda m: m["event"] == "mark" and m["mark"]["name"] == mark)

    async def hear(self) -> None:
        """Waits for speech, and for 300 ms without speech after it."""
        await self.until(voiced)
        quiet = 0
        while quiet < 15:
            quiet = 0 if voiced(await self.read()) else quiet + 1


def voiced(message: dict[str, Any]) -> bool:
    if message["event"] != "media":
        return False
    pcm = mulaw.decode(base64.b64decode(message["media"]["payload"]))
    return bool(np.sqrt(np.mean(pcm.astype(float) ** 2)) > 500)


class Service:
    """Answers the webhooks, runs `conversation` on every stream and keeps all that came in."""

    def __init__(self, conversation: Callable[[Bot], Awaitable[None]], *documents: str) -> None:
        self.conversation = conversation
        self.documents = list(documents or (CONNECT, HANGUP))
        self.posts: list[tuple[str, dict[str, str], str]] = []
        """Path, form and signature of every webhook."""
        self.streams: list[list[dict[str, Any]]] = []
        self.status = 200
        self.record: dict[str, Any] | None = {"outcome": "answered", "booking": None, "turns": []}
        self.url = ""

    @property
    def messages(self) -> list[dict[str, Any]]:
        return self.streams[0]

    async def webhook(self, request: Request) -> Response:
        form = {key: str(value) for key, value in (await request.form()).items()}
        self.posts.append((request.url.path, form, request.headers.get("X-Twilio-Signature", "")))
        if request.url.path == "/twilio/status":
            return Response(status_code=204)
        document = self.documents.pop(0)
        return Response(document, self.status, media_type="application/xml")

    async def calls(self, request: Request) -> Response:
        if self.record is None:
            return Response(status_code=404)
        return JSONResponse(self.record)

    async def media(self, websocket: WebSocket) -> None:
        await websocket.accept()
        messages: list[dict[str, Any]] = []
        self.streams.append(messages)
        bot = Bot(websocket, messages)
        try:
            await bot.until(lambda m: m["event"] == "start")
            await self.conversation(bot)
            await websocket.close()
        except WebSocketDisconnect:
            return

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Service"]:
        app = Starlette(
            routes=[
                Route("/twilio/{step}", self.webhook, methods=["POST"]),
                Route("/calls/{sid}", self.calls),
                WebSocketRoute("/twilio/media", self.media),
            ]
        )
        config = uvicorn.Config(app, ws="websockets-sansio", log_level="error", lifespan="off")
        with socket.create_server(("127.0.0.1", 0)) as listening:
            self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
            server = uvicorn.Server(config)
            serving = asyncio.create_task(server.serve(sockets=[listening]))
            try:
                yield self
            finally:
                server.should_exit = True
                await serving
