"""A caller on the bare wire, as Twilio's documentation describes it, who may also do it all wrong."""

import asyncio
import base64
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from voicebot.service import Service
from voicebot.speech import mulaw, wav
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer
from voicebot.telephony.caller_exchange import Verb, parse_twiml

AUDIO = Path(__file__).parents[2] / "recordings_fixtures" / "audio"
FRAME = 160
PATIENCE_S = 20.0
"""After this long something has gone wrong; nothing is measured by it."""


def speech(name: str = "once_more_5") -> bytes:
    """A recorded utterance, mu-law."""
    return mulaw.encode(wav.read(AUDIO / f"{name}.wav", 8_000))


def silence(ms: int) -> bytes:
    return bytes([mulaw.SILENCE]) * (ms * 8)


@dataclass
class Line:
    """A running service with scripted ears and a voice that beeps."""

    service: Service
    url: str
    ears: FakeRecognizer
    voice: FakeSynthesizer

    def phone(self, caller: str = "+81935551234") -> "Phone":
        return Phone(self.url, caller)

    def bookings(self) -> int:
        """Places that are booked, not only held."""
        return self._rows("bookings WHERE status <> 'held'")

    def taken(self) -> int:
        """Grid cells that somebody has."""
        return self._rows("cells")

    def record(self, phone: "Phone") -> Path:
        """The folder that a call leaves behind."""
        return self.service.settings.var / "calls" / "2026-11-24" / phone.sid

    def _rows(self, table: str) -> int:
        with self.service.engine.connect() as connection:
            return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())

    async def settled(self) -> None:
        """All streams have been given up by the service."""
        await eventually(lambda: not self.service.sessions)


@dataclass
class Phone:
    """One call. Marks come back as soon as they have arrived, as if all had been heard at once."""

    url: str
    caller: str
    sid: str = field(default_factory=lambda: "CA" + secrets.token_hex(16))
    stream_sid: str = field(default_factory=lambda: "MZ" + secrets.token_hex(16))
    heard: list[str] = field(default_factory=list)
    """Keys of the sentences heard to their end."""

    audio: bytearray = field(default_factory=bytearray)
    chunk: int = 0
    called: str = ""
    """The number dialled; empty: Twilio does not say."""

    socket: ClientConnection = field(init=False)

    async def post(self, path: str, headers: dict[str, str] | None = None, **form: str) -> requests.Response:
        http = requests.Session()
        http.trust_env = False
        data = {"CallSid": self.sid, "From": self.caller, "CallStatus": "in-progress"}
        data |= ({"To": self.called} if self.called else {}) | form
        with http:
            return await asyncio.to_thread(
                http.post, f"{self.url}/twilio/{path}", data=data, headers=headers, timeout=PATIENCE_S
            )

    async def get(self, path: str, headers: dict[str, str] | None = None) -> requests.Response:
        address = f"{self.url}/{path}"
        return await asyncio.to_thread(requests.get, address, headers=headers, timeout=PATIENCE_S)

    async def ring(self) -> str:
        """Asks the webhook; returns the stream's token."""
        return token_of(parse_twiml((await self.post("voice")).text))

    async def after(self) -> list[Verb]:
        return parse_twiml((await self.post("after")).text)

    async def dial(self) -> "Phone":
        """Rings and opens the stream."""
        return await self.open(await self.ring())

    async def open(self, token: str | None, **start: Any) -> "Phone":
        await self.plug()
        await self.start(token, **start)
        return self

    async def plug(self) -> None:
        """Only the socket and `connected`."""
        address = self.url.replace("http", "ws") + "/twilio/media"
        self.socket = await connect(
            address, proxy=None, compression=None, ping_interval=None, max_queue=None, close_timeout=1
        )
        self.chunk = 0
        await self.send({"event": "connected", "protocol": "Call", "version": "1.0.0"})

    async def start(self, token: str | None, **changes: Any) -> None:
        body = {
            "accountSid": "AC1",
            "streamSid": self.stream_sid,
            "callSid": self.sid,
            "tracks": ["inbound"],
            "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
            "customParameters": {} if token is None else {"token": token},
            **changes,
        }
        await self.send({"event": "start", "streamSid": self.stream_sid, "start": body})

    async def send(self, message: Any) -> None:
        await self.socket.send(message if isinstance(message, str | bytes) else json.dumps(message))

    async def media(self, payload: bytes, **changes: Any) -> None:
        self.chunk += 1
        body = {"track": "inbound", "chunk": str(self.chunk), "payload": base64.b64encode(payload).decode()}
        await self.send({"event": "media", "streamSid": self.stream_sid, "media": body | changes})

    async def says(self, audio: bytes) -> None:
        """Sends the audio and so much silence that its end is noticed."""
        audio += silence(2_000)
        for at in range(0, len(audio), FRAME):
            await self.media(audio[at : at + FRAME])

    async def presses(self, digits: str) -> None:
        for digit in digits:
            body = {"track": "inbound_track", "digit": digit}
            await self.send({"event": "dtmf", "streamSid": self.stream_sid, "dtmf": body})

    async def pauses(self, ms: int) -> None:
        """Says and presses nothing for so long, in the time of the call."""
        for _ in range(0, ms, 20):
            await self.media(silence(20))

    async def stays_silent(self) -> None:
        """Until it is cancelled; what the service does meanwhile has its turn after each frame."""
        while True:
            await self.media(silence(20))
            await asyncio.sleep(0)

    async def presses_slowly(self, digits: str, every_ms: int) -> None:
        """A pause before each key."""
        for digit in digits:
            await self.pauses(every_ms)
            await self.presses(digit)

    async def hears(self, key: str) -> None:
        """Listens until this sentence has been heard to its end."""
        async with asyncio.timeout(PATIENCE_S):
            while await self._next() != key:
                pass

    async def gets(self, key: str) -> None:
        """Listens until this sentence is on the line; its mark does not go back."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                message = await self._message()
                if message["event"] == "mark" and message["mark"]["name"].partition(":")[2] == key:
                    return
                await self._answer(message)

    async def is_cleared(self) -> None:
        """Listens until the service takes back what it was saying."""
        async with asyncio.timeout(PATIENCE_S):
            while (message := await self._message())["event"] != "clear":
                await self._answer(message)

    async def hears_out(self) -> None:
        """Listens until the service closes the socket."""
        async with asyncio.timeout(PATIENCE_S):
            try:
                while True:
                    await self._next()
            except ConnectionClosed:
                return

    async def wants_nothing_else(self) -> None:
        """Answers so once what was wanted is done, and listens to the goodbye."""
        await self.hears("anything_else")
        await self.presses("2")
        await self.hears_out()

    async def hangs_up(self) -> None:
        """Says `stop`, and waits until the service has let go."""
        await self.send({"event": "stop", "streamSid": self.stream_sid, "stop": {"callSid": self.sid}})
        await self.hears_out()

    async def drops(self) -> None:
        """The connection is lost without a word."""
        self.socket.transport.abort()
        await self.socket.wait_closed()

    async def to_the_read_back(self) -> None:
        """Answers everything by keys up to the question that a yes answers."""
        await self.hears("ask_procedure")
        await self.presses("1")
        await self.hears("ask_date")
        await self.presses("1202")
        await self.hears("ask_time")
        await self.presses("1400")

    async def _next(self) -> str | None:
        message = await self._message()
        return await self._answer(message)

    async def _message(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(await self.socket.recv())
        return message

    async def _answer(self, message: dict[str, Any]) -> str | None:
        if message["event"] == "media":
            self.audio += base64.b64decode(message["media"]["payload"])
        if message["event"] != "mark":
            return None
        name = message["mark"]["name"]
        await self.send({"event": "mark", "streamSid": self.stream_sid, "mark": {"name": name}})
        self.heard.append(name.partition(":")[2])
        return self.heard[-1]


def token_of(verbs: list[Verb]) -> str:
    """The one-time token that a TwiML document hands out."""
    return next(dict(verb.parameters)["token"] for verb in verbs if verb.name == "Connect")


def names(verbs: list[Verb]) -> list[str]:
    return [verb.name for verb in verbs]


async def eventually(holds: Callable[[], bool]) -> None:
    """Waits for a condition that another thread brings about."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.005)
