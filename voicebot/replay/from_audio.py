"""A recorded call run again from its sound: today's ears, recognizer, dialog and voice, on the recorded day, in audio time."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path

from dialog import events
from dialog.actions import Action
from dialog.calendar import Calendars
from dialog.state import State
from dialog.step import step
from voicebot.archive.folder import Line as Recorded
from voicebot.archive.folder import RecordedCall, spans
from voicebot.clock import SteppedClock
from voicebot.replay import caller, replay
from voicebot.replay.book import RecordedBook
from voicebot.replay.engines import Engines
from voicebot.replay.from_events import COMES_OF, fold
from voicebot.replay.line import Line, Told
from voicebot.replay.replay import CannotReplay, name_of
from voicebot.replay.result import Ending, Result, Source, aligned
from voicebot.replay.side import Row, Step, kinds, row, spoken, turns
from voicebot.speech.recognition_threads import ThreadedRecognition
from voicebot.speech.wav import BadRecording
from voicebot.telephony.calls import Call, Stage
from voicebot.telephony.parts import Parts
from voicebot.telephony.record import CallLog, MemoryCallLog, Said, without_input
from voicebot.telephony.session import Session

_BEGINNINGS = events.CallStarted | events.Reconnected


@dataclass(frozen=True)
class _Parts(Parts):
    """A call begins as it began."""

    began: events.CallStarted = field(kw_only=True)

    def started(self, call: Call) -> events.CallStarted:
        return self.began


class _Witness(MemoryCallLog):
    """The record of the new call, with the dialog's states."""

    def __init__(self, caller: str) -> None:
        super().__init__()
        self.steps: list[Step] = []
        self.rows: list[Row] = []
        self.state = State()
        self._caller = caller
        self._asked: list[Action] = []

    def event(self, ms: int, event: events.Event, actions: Sequence[Action]) -> None:
        before = self.state
        self.state, _ = step(before, event)
        self.steps.append(Step(ms, event, kinds(actions), spoken(actions), before, self.state))
        asked = next(
            (a for a in reversed(self._asked) if isinstance(event, COMES_OF[type(a).__name__])), None
        )
        if asked is not None and (found := row(asked, event, self._caller)):
            self.rows.append(found)
        self._asked += [action for action in actions if type(action).__name__ in COMES_OF]

    def forget_input(self, from_ms: int) -> None:
        self.steps = [
            replace(one, event=without_input(one.event)) if one.ms >= from_ms else one for one in self.steps
        ]


def from_audio(path: Path, engines: Engines, pool: Executor, told: Told = lambda done, of: None) -> Result:
    """`pool`: where the engines block. Takes about as long as the recognizer needs for what was said. Raises CannotReplay, OSError."""
    call = replay.read(path)
    does, streams = script_of(call)
    folded = fold(call.lines)
    began = replay.beginning(call.lines)
    book = RecordedBook(began, folded.known)
    witness = _Witness(began.caller)
    line = asyncio.run(played(began, does, book, witness, engines, pool, told))
    now = Ending(str(witness.state.outcome) if witness.state.outcome else "unfinished", tuple(witness.rows))
    then = replay.as_understood_today(call, folded)
    notes = [*replay.record_notes(call, then), *replay.fold_notes(folded)]
    notes = [note for note in notes if note[0] != "answered_anew"]
    notes += [("answered_anew", kind) for kind in dict.fromkeys(book.unknown)]
    if any(isinstance(one.event, events.PersonCalled) for one in call.lines):
        notes.append(("person_called", ""))
    if streams > 1:
        notes.append(("streams", str(streams)))
    if line.done < len(does):
        notes.append(("cut_short", f"{line.done}/{len(does)}"))
    ending = replay.detailed(replay.recorded_ending(call), folded)
    return Result(name_of(path), Source.AUDIO, ending, now, aligned(then, turns(witness.steps)), tuple(notes))


def script_of(call: RecordedCall) -> tuple[list[caller.Does], int]:
    """What the caller did, in all streams one after another, and how many these are."""
    if not call.streams:
        raise CannotReplay("no_audio", name_of(call.path))
    does: list[caller.Does] = []
    numbered = zip(call.streams, _by_stream(call.lines), strict=False)
    for (caller_wav, agent_wav), lines in numbered:
        try:
            heard = caller.sound(caller_wav, _said(agent_wav.with_suffix(".jsonl"), lines))
        except BadRecording:
            raise CannotReplay("no_audio", name_of(call.path)) from None
        does += caller.script(lines, heard)
    return does, len(call.streams)


def _said(words: Path, lines: Sequence[Recorded]) -> list[Said]:
    """Where the bot's words sounded; where that is not on record, from when they were to be said until they were heard."""
    if written := [Said(*one) for one in spans(words, "text")]:
        return written
    found: list[Said] = []
    for line in lines:
        if line.said:
            found.append(Said(line.ms, line.ms, " ".join(line.said)))
        if found and isinstance(line.event, events.Played):
            found[-1] = found[-1]._replace(end_ms=line.ms)
    return found


def _by_stream(lines: Sequence[Recorded]) -> list[list[Recorded]]:
    streams: list[list[Recorded]] = []
    for line in lines:
        if isinstance(line.event, _BEGINNINGS) or not streams:
            streams.append([])
        streams[-1].append(line)
    return streams


async def played(
    began: events.CallStarted,
    does: Sequence[caller.Does],
    book: Calendars,
    witness: CallLog,
    engines: Engines,
    pool: Executor,
    told: Told = lambda done, of: None,
) -> Line:
    """A call in audio time, to the end of its stream."""
    clock = SteppedClock(began.at)
    line = Line(does, clock, told)
    offices = began.offices or (began.office,)
    hears = ThreadedRecognition(engines.recognizer, pool)
    made = (hears, engines.synthesizer, book, clock, began.rate, pool, pool)
    call = Call("REPLAY", began.caller, began.at, stage=Stage.STREAMING, streams=1)
    session = Session(call, _Parts(offices, *made, began=began), witness, line, frame_timeout_s=None)
    line.thinking = lambda: session.thinking
    await session.run()
    return line
