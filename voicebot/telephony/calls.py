"""The calls this service knows: who is on the line, whose stream may connect, what comes after it."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from dialog.state import Outcome, State
from prompts.sentence import Sentence

TOKEN_LIFE = timedelta(seconds=60)
"""How long after a call was announced its stream may connect."""

MAX_STREAMS = 3
"""A call whose streams keep breaking, or never come, is handed on after this many."""

REMEMBERED = 1_000
"""Ended calls kept in memory for questions about them."""


class Stage(StrEnum):
    """Where a call stands between its streams."""

    EXPECTED = "expected"
    STREAMING = "streaming"
    ON_KEYS = "on keys"
    """No line was free: it is led without a stream."""

    BROKEN = "broken"
    DONE = "done"


@dataclass
class Turn:
    """What the bot said and what it heard after that."""

    agent: str
    heard: str = ""


@dataclass
class Call:
    """One telephone call, over as many streams as it takes."""

    sid: str
    caller: str
    began: datetime
    called: str = ""
    """E.164: the number that was dialled."""

    stage: Stage = Stage.EXPECTED
    token: str = ""
    token_until: datetime | None = None
    streams: int = 0
    failures: int = 0
    """Streams that broke or never came."""

    state: State = field(default_factory=State)
    transfer_to: str = ""
    whisper: Sentence | None = None
    """What the person hears before being connected."""

    whisper_token: str = ""
    turns: list[Turn] = field(default_factory=list)
    booking: dict[str, Any] | None = None

    @property
    def outcome(self) -> Outcome | None:
        return self.state.outcome

    @property
    def record(self) -> dict[str, Any]:
        """What stands in outcome.json."""
        what = {"office": self.state.office.id, "procedures": list(self.state.procedures)}
        return {"call_sid": self.sid, "outcome": self.outcome, **what, "booking": self.booking}

    def invite(self, now: datetime, token: str = "") -> str:
        """The one-time token of the next stream: the one given, else a fresh one."""
        self.token = token or secrets.token_urlsafe(24)
        self.token_until = now + TOKEN_LIFE
        self.stage = Stage.EXPECTED
        return self.token

    def told(self) -> dict[str, Any]:
        """How it went so far, as JSON has it: both sides' words; the outcome once it is over."""
        ended = self.stage is Stage.DONE
        return {
            "outcome": self.outcome if ended else None,
            "booking": self.booking,
            "turns": [{"agent": turn.agent, "heard": turn.heard} for turn in self.turns],
            "ended": ended,
        }


class StreamRefused(Exception):
    """A stream that may not connect; the message says why, without the token."""


class Calls:
    """All calls by their CallSid."""

    def __init__(self) -> None:
        self._calls: OrderedDict[str, Call] = OrderedDict()

    def __getitem__(self, sid: str) -> Call:
        return self._calls[sid]

    def get(self, sid: str) -> Call | None:
        return self._calls.get(sid)

    @property
    def streaming(self) -> int:
        """How many lines are in use."""
        return sum(call.stage is Stage.STREAMING for call in self._calls.values())

    @property
    def under_way(self) -> tuple[Call, ...]:
        """Those on the line; from any thread."""
        return tuple(call for call in tuple(self._calls.values()) if call.stage is Stage.STREAMING)

    def on_lines(self, now: datetime) -> tuple[Call, ...]:
        """Those on the line, and those whose stream may come at any moment."""
        return tuple(
            call
            for call in self._calls.values()
            if call.stage is Stage.STREAMING
            or (call.token and call.token_until is not None and now <= call.token_until)
        )

    def adopt(self, call: Call) -> None:
        """A call that another process answered."""
        self._calls[call.sid] = call
        self._forget()

    def arrive(self, sid: str, caller: str, now: datetime, called: str = "") -> Call:
        """A call that rings; the same call when the webhook is asked twice."""
        call = self._calls.get(sid)
        if call is None:
            call = self._calls[sid] = Call(sid, caller, now, called)
            self._forget()
        return call

    def claim(self, sid: str, token: str, now: datetime) -> Call:
        """Lets a stream in, once per token. Raises StreamRefused."""
        call = self._calls.get(sid)
        if call is None:
            raise StreamRefused("no such call")
        if call.stage is Stage.STREAMING:
            raise StreamRefused("the call has a stream already")
        if not call.token or not secrets.compare_digest(
            call.token.encode(), token.encode("utf-8", "surrogatepass")
        ):
            raise StreamRefused("wrong token")
        if call.token_until is None or now > call.token_until:
            raise StreamRefused("token too old")
        call.token = ""
        call.stage = Stage.STREAMING
        call.streams += 1
        return call

    def _forget(self) -> None:
        for sid in [sid for sid, call in self._calls.items() if call.stage is not Stage.STREAMING]:
            if len(self._calls) <= REMEMBERED:
                return
            del self._calls[sid]
