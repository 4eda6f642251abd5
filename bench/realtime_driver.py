"""N callers in one process and one loop: they phone a service as Twilio would, in real time."""

import asyncio
import os
import secrets
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from bench.realtime_plan import Caller, Conversation
from bench.realtime_stream import Lateness, Stream
from bench.realtime_talk import Talk
from bench.realtime_turns import Turn, matched
from bench.realtime_wire import Messages, connect
from voicebot.telephony.caller_exchange import ACCOUNT_SID, CallFailed, Exchange, Verb, parse_twiml

MOST_DOCUMENTS = 12
TO_NUMBER = "+81935823361"
SPOKEN = ("Say", "Play", "Gather", "Dial")
OUTCOME_TRIES = 20
OPEN_S = 15.0
"""How long the service may take to open a socket."""


@dataclass
class Phoned:
    """What came of one call."""

    conversation: Conversation
    sid: str
    rang: float
    """Seconds of the driver's clock, as all moments."""

    answered_s: float = 0.0
    """How long the webhook took."""

    refused: bool = False
    """There was no stream."""

    polite: bool = False
    """The refused caller was told something, or connected to a person."""

    why: str = ""
    """What failed."""

    greeting_s: float | None = None
    """From the open stream to the first sound."""

    turns: list[Turn] = field(default_factory=list)
    gaps: list[tuple[float, float]] = field(default_factory=list)
    """When the voice had one, and how long, in seconds."""

    streams: int = 0
    broken: int = 0
    impatient: bool = False
    seconds: float = 0.0
    """On streams."""

    frames: int = 0
    """Of the bot's voice."""

    outcome: str | None = None
    """As the service tells it."""


@dataclass
class Driven:
    """A run of the driver."""

    phoned: list[Phoned]
    began: float
    ended: float
    cpu_s: float
    """Of the driver."""

    late_ms: list[float]
    """For each frame, how late the driver sent it."""


class Driver:
    def __init__(self, url: str, token: str = "", speed: float = 1.0) -> None:
        """`token` signs the requests; `speed`: how much faster than real time callers are."""
        self._url, self._token, self._speed = url, token, speed
        self._lateness = Lateness()
        self._phoned: list[Phoned] = []
        self._until = 0.0

    async def run(self, callers: Sequence[Caller], seconds: float) -> Driven:
        """Lets them phone once at least, no further call begun after `seconds`, and waits for the last to end."""
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(len(callers) + 4))
        cpu = time.process_time()
        began = loop.time()
        self._until = began + seconds
        with _first_in_line():
            await asyncio.gather(*map(self._caller, callers))
        return Driven(self._phoned, began, loop.time(), time.process_time() - cpu, self._lateness.ms)

    async def _caller(self, caller: Caller) -> None:
        for number, conversation in enumerate(caller.conversations):
            await asyncio.sleep(conversation.after_s if number else caller.begins_s)
            if number and asyncio.get_running_loop().time() > self._until:
                return
            await self._phone(conversation)

    async def _phone(self, conversation: Conversation) -> None:
        sid = "CA" + secrets.token_hex(16)
        phoned = Phoned(conversation, sid, asyncio.get_running_loop().time())
        self._phoned.append(phoned)
        number = conversation.number
        form = {
            "CallSid": sid,
            "AccountSid": ACCOUNT_SID,
            "From": number,
            "Caller": number,
            "To": TO_NUMBER,
            "Called": TO_NUMBER,
            "Direction": "inbound",
            "ApiVersion": "2010-04-01",
        }
        exchange = Exchange(self._url, form, self._token)
        talk = Talk(conversation, self._speed)
        try:
            await self._follow(exchange, talk, phoned)
            phoned.outcome = await _outcome(exchange, sid)
        except (CallFailed, OSError, ValueError, TimeoutError) as error:
            phoned.why = str(error) or type(error).__name__
            phoned.refused = phoned.refused or not phoned.streams
            phoned.answered_s = phoned.answered_s or asyncio.get_running_loop().time() - phoned.rang
            phoned.broken = max(phoned.broken, min(1, phoned.streams))
        finally:
            exchange.close()
            phoned.impatient = talk.impatient

    async def _follow(self, exchange: Exchange, talk: Talk, phoned: Phoned) -> None:
        """Obeys one TwiML document after the other."""
        loop = asyncio.get_running_loop()
        address, status = "twilio/voice", "ringing"
        for number in range(MOST_DOCUMENTS):
            asked = loop.time()
            verbs = parse_twiml(await exchange.post(address, CallStatus=status))
            if number == 0:
                phoned.answered_s = loop.time() - asked
                phoned.refused = not any(verb.stream_url for verb in verbs)
                phoned.polite = phoned.refused and any(verb.name in SPOKEN for verb in verbs)
            status, address = "in-progress", ""
            for verb in verbs:
                if verb.name == "Connect" and await self._stream(exchange, verb, talk, phoned):
                    break
                if verb.name == "Redirect":
                    address = verb.text
                    break
            if not address:
                break
        await exchange.post("twilio/status", CallStatus="completed", CallDuration=str(int(phoned.seconds)))

    async def _stream(self, exchange: Exchange, verb: Verb, talk: Talk, phoned: Phoned) -> bool:
        """One media stream. Returns whether it was the caller who hung up."""
        messages = Messages(phoned.sid, "MZ" + secrets.token_hex(16))
        line = phoned.conversation.line
        stream = Stream(messages, talk, line, self._lateness, verb.parameters, self._speed)
        headers = exchange.signature(verb.stream_url, {})
        phoned.streams += 1
        said = len(talk.said)
        url = exchange.socket_url(verb.stream_url)
        socket = await connect(url, headers, stream)

        def give_up() -> None:
            if stream.opened_at is None:
                socket.abort()

        asyncio.get_running_loop().call_later(OPEN_S, give_up)
        await stream.over
        phoned.broken += stream.broken
        if stream.opened_at is None:
            raise OSError("the service did not take the stream")
        phoned.seconds += asyncio.get_running_loop().time() - stream.opened_at
        if phoned.greeting_s is None and stream.far.spoken:
            phoned.greeting_s = stream.far.spoken[0][0] - stream.opened_at
        phoned.turns += matched(talk.said[said:], stream.far.spoken, stream.far.fillers)
        phoned.gaps += stream.far.gaps
        phoned.frames += stream.far.frames
        return stream.hung_up


@contextmanager
def _first_in_line() -> Iterator[None]:
    """The callers are the world outside, which does not wait for this machine; where that is not allowed, they do."""
    with suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    try:
        yield
    finally:
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


async def _outcome(exchange: Exchange, sid: str) -> str | None:
    """As the service tells it to callers on its own machine; None from another one."""
    for _ in range(OUTCOME_TRIES):
        told = await exchange.get_json(f"calls/{sid}")
        if not isinstance(told, dict):
            return None
        if told.get("outcome") is not None:
            return str(told["outcome"])
        await asyncio.sleep(0.25)
    return None
