"""What was said in a simulated call, as the service's own record has it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from voicebot.telephony.caller_exchange import Exchange

_TRIES = 50
_TRY_EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class Turn:
    """A sentence of the bot and the caller's answer to it."""

    agent: str
    heard: str
    """What the service understood; empty when nothing was said."""

    gap_ms: int | None
    """From the end of the caller's speech to the first audio of the bot's next sentence."""


@dataclass(frozen=True, slots=True)
class Record:
    """The service's record of one call."""

    outcome: str | None = None
    booking: dict[str, Any] | None = None
    turns: tuple[tuple[str, str], ...] = ()
    """What the bot said and what was heard after it."""


class Transcript:
    """Asks the service for the record of the call and tells what is new in it."""

    def __init__(self, exchange: Exchange, call_sid: str, tell: Callable[[str, str], None]) -> None:
        self._exchange = exchange
        self._path = f"calls/{call_sid}"
        self._tell = tell
        self._told = 0
        self._record = Record()
        self._spoken_in: list[int] = []

    async def before_step(self) -> None:
        """To be called when a question is over, before the caller answers it."""
        await self._ask()
        turns = self._record.turns
        open_turn = bool(turns) and not turns[-1][1]
        self._spoken_in.append(len(turns) - 1 if open_turn else len(turns))

    async def finish(self) -> Record:
        """The record once the outcome stands in it; as it is when none comes within 5 s."""
        for _ in range(_TRIES):
            if not await self._ask() or self._record.outcome is not None:
                break
            await asyncio.sleep(_TRY_EVERY_S)
        return self._record

    def turns(self, gaps: Sequence[int | None]) -> tuple[Turn, ...]:
        """The turns, each with the gap of the step that was taken in it."""
        by_turn = {turn: gap for turn, gap in zip(self._spoken_in, gaps, strict=False) if gap is not None}
        return tuple(
            Turn(agent, heard, by_turn.get(number))
            for number, (agent, heard) in enumerate(self._record.turns)
        )

    async def _ask(self) -> bool:
        reply = await self._exchange.get_json(self._path)
        if not isinstance(reply, dict):
            return False
        turns = tuple(
            (str(turn.get("agent") or ""), str(turn.get("heard") or "")) for turn in reply.get("turns") or ()
        )
        self._record = Record(reply.get("outcome"), reply.get("booking"), turns)
        lines = [line for agent, heard in turns for line in (("agent", agent), ("caller", heard)) if line[1]]
        for side, text in lines[self._told :]:
            self._tell(side, text)
        self._told = max(self._told, len(lines))
        return True
