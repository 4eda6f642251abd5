"""What is known of a call at a glance: a row of the index."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import takewhile
from pathlib import Path

from dialog import events
from dialog.state import State
from dialog.step import step
from voicebot import masks
from voicebot.archive import figures
from voicebot.archive.figures import CallFigures
from voicebot.archive.folder import RecordedCall, read

UNFINISHED = ""
"""The outcome of a call that has not ended, or whose end was not written."""


@dataclass(frozen=True, slots=True)
class Summary:
    folder: str
    """`2026-11-24/CA…`, below `var/calls`."""
    sid: str
    began: datetime
    ended: datetime
    outcome: str
    office: str
    """Its id; empty where the call ended before it was known."""
    procedures: tuple[str, ...]
    caller: str
    """Masked; empty: withheld."""
    confidence: float | None
    """The lowest score of what was taken for said, 0 to 1; None where nothing was."""
    silences: int
    transfers: int
    booking: str
    """The number; empty: none."""
    turns: int
    """How often the caller said something."""
    first_words: str
    """What was taken for said first; empty: nothing."""
    text: str
    """All that was said by either side, a sentence a line."""
    figures: CallFigures = field(default_factory=CallFigures)
    """What it adds to the figures."""


def summary(path: Path) -> Summary:
    """Of a call's folder. Raises OSError."""
    call = read(path)
    office, procedures, outcome = _facts(call)
    heard = [
        line.event for line in call.lines if isinstance(line.event, events.Heard) and line.event.hypotheses
    ]
    started = [line.event for line in call.lines if isinstance(line.event, events.CallStarted)]
    booking = (call.outcome or {}).get("booking")
    return Summary(
        folder=f"{path.parent.name}/{path.name}",
        sid=call.sid,
        began=call.began,
        ended=call.ended,
        outcome=outcome,
        office=office,
        procedures=procedures,
        caller=masks.phone(started[0].caller) if started else "",
        confidence=min((event.hypotheses[0].score for event in heard), default=None),
        silences=sum(isinstance(line.event, events.NoInput) for line in call.lines),
        transfers=sum("Transfer" in line.actions for line in call.lines),
        booking=str(booking.get("number", "")) if isinstance(booking, dict) else "",
        turns=sum(not event.resumes for event in heard),
        first_words=_first_words(heard),
        text="\n".join(_sentences(call)),
        figures=figures.of(call, outcome),
    )


def _first_words(heard: Sequence[events.Heard]) -> str:
    """Of the first utterance, with what the caller went on with after a pause."""
    goes_on = takewhile(lambda event: event.resumes, heard[1:])
    whole = [*heard[:1], *goes_on]
    return whole[-1].hypotheses[0].text if whole else ""


def _facts(call: RecordedCall) -> tuple[str, tuple[str, ...], str]:
    """Office, procedures and outcome: as they were written, or, where they were not, by going through the events again."""
    written = call.outcome
    if written is not None and isinstance(written.get("procedures"), list):
        outcome = str(written.get("outcome") or UNFINISHED)
        return str(written.get("office", "")), tuple(map(str, written["procedures"])), outcome
    state = folded(call)
    outcome = str((written or {}).get("outcome") or (state.outcome if call.outcome else None) or UNFINISHED)
    return state.office.id, state.procedures, outcome


def folded(call: RecordedCall) -> State:
    """The dialog's state after the recorded events, by today's code; as far as it comes."""
    state = State()
    for line in call.lines:
        try:
            state, _ = step(state, line.event)
        except Exception:  # a record that today's dialog cannot follow
            return state
    return state


def _sentences(call: RecordedCall) -> list[str]:
    """As they came; the caller's words as they were taken, and once more in ordinary writing where that is there."""
    said: list[str] = []
    for line in call.lines:
        if isinstance(line.event, events.Heard) and line.event.hypotheses:
            said.append(line.event.hypotheses[0].text)
        said += line.said
    return [text for text in [*said, *(one.text for one in call.transcript)] if text.strip()]
