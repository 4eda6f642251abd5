"""A simulated caller: phones a running service over HTTP and the Media Streams wire, as Twilio would.

Written from Twilio's documentation alone; it shares no code with the service's own side of the wire.
"""

import asyncio
import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from voicebot.telephony.caller_exchange import ACCOUNT_SID, CallFailed, Exchange, Verb, parse_twiml
from voicebot.telephony.caller_line import Line
from voicebot.telephony.caller_pace import Pace, Settled, Ticker
from voicebot.telephony.caller_script import BadStep, HangUp, Keys, Step, line_noise, parse_step, recording
from voicebot.telephony.caller_talk import Talk
from voicebot.telephony.caller_transcript import Transcript, Turn

__all__ = [
    "BadStep",
    "CallFailed",
    "CallResult",
    "HangUp",
    "Keys",
    "Pace",
    "Step",
    "Turn",
    "parse_step",
    "phone",
]

_MOST_DOCUMENTS = 12


@dataclass(frozen=True, slots=True)
class CallResult:
    """What came of a call."""

    call_sid: str
    outcome: str
    """As the service's record has it: booked, changed, cancelled, answered, transferred, callback,
    abandoned or failed."""

    booking: dict[str, Any] | None
    turns: tuple[Turn, ...]
    gaps_ms: tuple[int | None, ...]
    """For every recording and key step taken; see Talk.gaps."""

    said: bytes
    """The caller's side, mu-law at 8,000 Hz."""

    heard: bytes
    """The bot's side as it was played, in step with `said`."""

    def as_json(self) -> dict[str, Any]:
        turns = [{"agent": turn.agent, "heard": turn.heard, "gap_ms": turn.gap_ms} for turn in self.turns]
        return {
            "call_sid": self.call_sid,
            "outcome": self.outcome,
            "booking": self.booking,
            "turns": turns,
        }


async def phone(
    url: str,
    steps: Sequence[Step | str],
    from_number: str = "+819012345678",
    pace: Pace = Pace.REALTIME,
    *,
    to_number: str = "+81935823361",
    quiet_ms: int = 300,
    patience_ms: int = 15_000,
    noise_dbfs: float = -65.0,
    limit_s: float = 1_800,
    auth_token: str | None = None,
    tell: Callable[[str, str], None] = lambda side, text: None,
    settled: Settled | None = None,
) -> CallResult:
    """Phones the service at `url`, for example http://127.0.0.1:8080, and takes one step after each question.

    Args:
        steps: WAV files to speak, keys to press, or hanging up.
        quiet_ms: how long the bot must be silent before the caller takes the next step.
        patience_ms: how long nothing may come before the caller hangs up.
        noise_dbfs: level of the line between the recordings.
        limit_s: seconds after which the call is given up.
        auth_token: signs the requests; TWILIO_AUTH_TOKEN of the environment when None.
        settled: given by who runs the service in this process; the call then keeps audio time (`caller_pace.Ticker`), and its
            gaps, which are real time, tell nothing.
        tell: called with "agent" or "caller" and what was said, as the call goes on.

    Raises:
        wav.BadRecording: a recording cannot be used.
        CallFailed: the service does not answer, or not as Twilio's documentation asks.
    """
    script = [step if isinstance(step, Keys | HangUp) else recording(Path(step)) for step in steps]
    token = os.environ.get("TWILIO_AUTH_TOKEN", "") if auth_token is None else auth_token
    call_sid = "CA" + secrets.token_hex(16)
    form = {
        "CallSid": call_sid,
        "AccountSid": ACCOUNT_SID,
        "From": from_number,
        "Caller": from_number,
        "To": to_number,
        "Called": to_number,
        "Direction": "inbound",
        "ApiVersion": "2010-04-01",
    }
    exchange = Exchange(url, form, token)
    transcript = Transcript(exchange, call_sid, tell)
    talk = Talk(script, line_noise(1.0, noise_dbfs), quiet_ms, patience_ms, transcript.before_step)
    try:
        async with asyncio.timeout(limit_s):
            ended = await _follow(exchange, talk, call_sid, pace, settled)
            record = await transcript.finish()
    except TimeoutError as error:
        raise CallFailed(f"the call was given up after {limit_s:.0f} s: see the service's log") from error
    finally:
        exchange.close()
    return CallResult(
        call_sid,
        record.outcome or ended,
        record.booking,
        transcript.turns(talk.gaps),
        tuple(talk.gaps),
        bytes(talk.said),
        bytes(talk.heard),
    )


async def _follow(exchange: Exchange, talk: Talk, call_sid: str, pace: Pace, settled: Settled | None) -> str:
    """Obeys one TwiML document after the other. Returns the outcome as far as the exchange can see it."""
    address, status, ended = "twilio/voice", "ringing", "failed"
    for _ in range(_MOST_DOCUMENTS):
        verbs = parse_twiml(await exchange.post(address, CallStatus=status))
        status, address = "in-progress", ""
        for verb in verbs:
            match verb.name:
                case "Connect" if await _stream(exchange, verb, talk, call_sid, pace, settled):
                    ended = "abandoned"
                    break
                case "Redirect":
                    address = verb.text
                    break
                case "Dial":
                    ended = "transferred"
                    break
                case "Hangup" | "Reject":
                    break
        if not address:
            await exchange.post(
                "twilio/status", CallStatus="completed", CallDuration=str(len(talk.said) // 8_000)
            )
            return ended
    raise CallFailed("the service redirects the call without end: see its log")


async def _stream(
    exchange: Exchange, verb: Verb, talk: Talk, call_sid: str, pace: Pace, settled: Settled | None
) -> bool:
    """One media stream. Returns whether it was the caller who hung up."""
    if not verb.stream_url:
        raise CallFailed("the service's <Connect> has no <Stream url>: is this a voicebot's address?")
    url = exchange.socket_url(verb.stream_url)
    try:
        socket = await connect(
            url,
            additional_headers=exchange.signature(verb.stream_url, {}),
            proxy=None,
            compression=None,
            ping_interval=None,
            close_timeout=5,
        )
    except (InvalidHandshake, OSError, TimeoutError) as error:
        raise CallFailed(f"{url} does not take the media stream ({error}): see the service's log") from error
    async with socket:
        line = Line(socket, call_sid, "MZ" + secrets.token_hex(16))
        with suppress(ConnectionClosed):
            await line.start(verb.parameters)
            if await _converse(socket, line, talk, Ticker(pace, socket, settled)):
                await line.stop()
                return True
    return False


async def _converse(socket: ClientConnection, line: Line, talk: Talk, ticker: Ticker) -> bool:
    """True when the caller hung up, False when the service closed the socket."""
    listening = asyncio.create_task(_listen(socket, line, talk))
    talking = asyncio.create_task(talk.run(line, ticker))
    try:
        done, _ = await asyncio.wait((listening, talking), return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
        return talking in done and listening not in done
    finally:
        for task in (listening, talking):
            task.cancel()
        await asyncio.gather(listening, talking, return_exceptions=True)


async def _listen(socket: ClientConnection, line: Line, talk: Talk) -> None:
    async for message in socket:
        event = await line.take(message)
        if event == "media":
            talk.agent_spoke(line)
        elif event == "clear":
            talk.agent_stopped()
        elif event == "filler":
            talk.agent_keeps_waiting()
