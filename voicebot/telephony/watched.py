"""A call's record that others see being written: who watches, and who traces."""

from collections.abc import Callable, Sequence
from typing import Any

from dialog import events
from dialog.actions import Action
from voicebot.hub import CallEnded, CallForgot, CallHappened, Hub
from voicebot.telephony.record import CallLog
from voicebot.telephony.tracing import CallTrace, Untraced
from voicebot.telephony.transcripts import Span
from voicebot.telephony.turn_times import Took
from voicebot.transport.line import Pcm


class WatchedCallLog:
    """A `CallLog` that passes everything on to another and tells the hub what happened."""

    def __init__(
        self,
        kept: CallLog,
        sid: str,
        hub: Hub,
        closed: Callable[[], object] = lambda: None,
        trace: CallTrace | None = None,
    ) -> None:
        """`closed` is called when the record is complete."""
        self._kept = kept
        self._sid = sid
        self._hub = hub
        self._closed = closed
        self._trace = trace or Untraced()

    def event(self, ms: int, event: events.Event, actions: Sequence[Action]) -> None:
        self._kept.event(ms, event, actions)
        self._hub.publish(CallHappened(self._sid, ms, event, tuple(actions)))

    def caller_audio(self, pcm: Pcm) -> None:
        self._kept.caller_audio(pcm)

    def utterance(self, start_ms: int, end_ms: int, spoken: Span) -> None:
        self._kept.utterance(start_ms, end_ms, spoken)

    def turn_took(self, took: Took) -> None:
        self._kept.turn_took(took)
        self._trace.turn(took)

    def agent_audio(self, start_ms: int, pcm: Pcm, text: str = "") -> None:
        self._kept.agent_audio(start_ms, pcm, text)

    def silence_caller(self, from_ms: int) -> None:
        self._kept.silence_caller(from_ms)

    def forget_input(self, from_ms: int) -> None:
        self._kept.forget_input(from_ms)
        self._hub.publish(CallForgot(self._sid))

    def silence_agent(self, from_ms: int) -> None:
        self._kept.silence_agent(from_ms)

    def close(self, outcome: dict[str, Any]) -> None:
        self._kept.close(outcome)
        self._hub.publish(CallEnded(self._sid, outcome.get("outcome")))
        self._trace.end(outcome.get("outcome"))
        self._closed()
