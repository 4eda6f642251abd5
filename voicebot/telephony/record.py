"""The CallLog port: what a call leaves behind. Events with audio offsets, both voices, the outcome."""

import json
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pydantic import TypeAdapter

from dialog import events
from dialog.actions import Action, Say
from voicebot.speech import mulaw, wav
from voicebot.telephony import turn_times
from voicebot.telephony.transcripts import Span, Transcripts
from voicebot.telephony.turn_times import Took
from voicebot.transport.line import Pcm

RATE = 8_000
BYTES_PER_MS = 8

EVENTS = "events.jsonl"

_BEGINNINGS = ("CallStarted", "Reconnected")
"""Events with which a stream begins, and the count of its ms."""

log = logging.getLogger(__name__)


class Said(NamedTuple):
    """A piece of a sentence and its place in the bot's audio: as far as it was heard."""

    start_ms: int
    end_ms: int
    text: str


def day_folder(calls: Path, began: datetime) -> Path:
    """Where the records of a day's calls lie; `calls`: the folder of all."""
    return calls / f"{began:%Y-%m-%d}"


def folder_name(sid: str) -> str:
    """A call's own folder in it."""
    return re.sub(r"[^A-Za-z0-9_-]", "_", sid)[:64]


class CallLog(Protocol):
    """Told everything that happens in one call, in order."""

    def event(self, ms: int, event: events.Event, actions: Sequence[Action]) -> None:
        """`ms` is the offset in the caller's audio."""

    def caller_audio(self, pcm: Pcm) -> None:
        """The next piece of the caller's voice, 8,000 Hz."""

    def utterance(self, start_ms: int, end_ms: int, spoken: Span) -> None:
        """The caller finished an utterance; offsets in the caller's audio, those of the speech alone in `spoken`."""

    def turn_took(self, took: Took) -> None:
        """What came of a turn has begun to sound, or nothing did."""

    def agent_audio(self, start_ms: int, pcm: Pcm, text: str = "") -> None:
        """A piece of a sentence in the bot's voice, 8,000 Hz, placed where it was played, and its words."""

    def silence_caller(self, from_ms: int) -> None:
        """Blanks the caller's voice from there on (a My Number was spoken)."""

    def forget_input(self, from_ms: int) -> None:
        """Takes out what was understood and pressed from there on (pieces of a My Number)."""

    def silence_agent(self, from_ms: int) -> None:
        """Cuts the bot's voice from there on: it was interrupted."""

    def close(self, outcome: dict[str, Any]) -> None:
        """The call is over."""


class MemoryCallLog:
    """Keeps a call in memory, its voices as mu-law: the fake that ships with the port."""

    def __init__(self) -> None:
        self.events: list[tuple[int, events.Event]] = []
        self.caller = bytearray()
        self.agent = bytearray()
        self.spans: list[Span] = []
        self.spoken: list[Span] = []
        self.said: list[Said] = []
        self.took: list[Took] = []
        self.outcome: dict[str, Any] | None = None

    def event(self, ms: int, event: events.Event, actions: Sequence[Action]) -> None:
        self.events.append((ms, event))

    def caller_audio(self, pcm: Pcm) -> None:
        self.caller += mulaw.encode(pcm)

    def utterance(self, start_ms: int, end_ms: int, spoken: Span) -> None:
        self.spans.append(Span(start_ms, end_ms))
        self.spoken.append(spoken)

    def turn_took(self, took: Took) -> None:
        self.took.append(took)

    def agent_audio(self, start_ms: int, pcm: Pcm, text: str = "") -> None:
        payload = mulaw.encode(pcm)
        if text:
            self.said.append(Said(start_ms, start_ms + len(payload) // BYTES_PER_MS, text))
        start = start_ms * BYTES_PER_MS
        self.agent.extend([mulaw.SILENCE] * (start - len(self.agent)))
        self.agent[start : start + len(payload)] = payload

    def silence_caller(self, from_ms: int) -> None:
        start = from_ms * BYTES_PER_MS
        self.caller[start:] = bytes([mulaw.SILENCE]) * len(self.caller[start:])

    def forget_input(self, from_ms: int) -> None:
        self.events = [(ms, without_input(event) if ms >= from_ms else event) for ms, event in self.events]

    def silence_agent(self, from_ms: int) -> None:
        heard = (one for one in self.said if one.start_ms < from_ms)
        self.said = [one._replace(end_ms=min(one.end_ms, from_ms)) for one in heard]
        del self.agent[from_ms * BYTES_PER_MS :]

    def close(self, outcome: dict[str, Any]) -> None:
        self.outcome = outcome


Disk = Callable[[Callable[[], None]], object]
"""Where what blocks on a disk is done: at once, or in a thread beside the event loop."""


def at_once(work: Callable[[], None]) -> None:
    work()


class FileCallLog(MemoryCallLog):
    """A folder a call: events.jsonl as they happen, with the words that were said; caller.wav, agent.wav, caller.jsonl (where
    the caller spoke), agent.jsonl (where those words are), turns.jsonl (what each turn took) and outcome.json at the end, then a
    transcript.

    A disk that fails is logged once; the call goes on without its record.
    """

    def __init__(
        self, folder: Path, sid: str, transcripts: Transcripts | None = None, disk: Disk = at_once
    ) -> None:
        """`disk` writes in the order in which it is asked to."""
        super().__init__()
        self._disk = disk
        self._transcripts = transcripts
        self._folder = folder / folder_name(sid)
        self._works = True
        self._write(lambda: self._folder.mkdir(parents=True, exist_ok=True))

    @property
    def folder(self) -> Path:
        return self._folder

    def event(self, ms: int, event: events.Event, actions: Sequence[Action]) -> None:
        super().event(ms, event, actions)
        line = {"ms": ms, **dump_event(event), "actions": [type(a).__name__ for a in actions]}
        said = [sentence.text for a in actions if isinstance(a, Say) for sentence in a.sentences]
        line |= {"said": said} if said else {}
        self._write(lambda: self._append(json.dumps(line, ensure_ascii=False)))

    def forget_input(self, from_ms: int) -> None:
        super().forget_input(from_ms)
        self._write(lambda: self._rewrite(from_ms))

    def close(self, outcome: dict[str, Any]) -> None:
        super().close(outcome)
        self._write(self._finish)

    def _append(self, line: str) -> None:
        with (self._folder / EVENTS).open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def _rewrite(self, from_ms: int) -> None:
        path = self._folder / EVENTS
        lines = readable(path.read_bytes())
        streams = [n for n, line in enumerate(lines) if line["event"] in _BEGINNINGS]
        for line in lines[streams[-1] if streams else 0 :]:
            if line["ms"] >= from_ms:
                line |= dump_event(without_input(load_event(line)))
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        part = path.with_suffix(".part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)

    def _finish(self) -> None:
        voice = self._write_voices() if self.caller or self.agent else None
        if self.took:
            with (self._folder / turn_times.FILE).open("a", encoding="utf-8") as file:
                file.writelines(json.dumps(asdict(one)) + "\n" for one in self.took)
        text = json.dumps(self.outcome, ensure_ascii=False, indent=1)
        (self._folder / "outcome.json").write_text(text, encoding="utf-8")
        if self._transcripts is not None and self.spans and voice is not None:
            self._transcripts.add(voice, self.spans)

    def _write_voices(self) -> Path:
        """Where the caller's lies."""
        caller, agent = (_free(self._folder / f"{name}.wav") for name in ("caller", "agent"))
        for path, voice in ((caller, self.caller), (agent, self.agent)):
            wav.write(path, mulaw.decode(bytes(voice)), RATE)
        for name, spans in (("caller", self.spoken), ("agent", self.said)):
            lines = (json.dumps(one._asdict(), ensure_ascii=False) + "\n" for one in spans)
            _free(self._folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        return caller

    def _write(self, work: Callable[[], object]) -> None:
        if self._works:
            self._disk(lambda: self._try(work))

    def _try(self, work: Callable[[], object]) -> None:
        if not self._works:
            return
        try:
            work()
        except OSError as error:
            self._works = False
            log.error("call record not written: %s", error)


def readable(written: bytes) -> list[dict[str, Any]]:
    """The lines of an events.jsonl; one that is torn or no event of a call is left out."""
    found = []
    for line in written.split(b"\n"):
        try:
            parsed = json.loads(line) if line else None
        except ValueError:
            parsed = None
        if isinstance(parsed, dict) and parsed.keys() >= {"ms", "event", "data"}:
            found.append(parsed)
        elif line:
            log.warning("a line of a call's record cannot be read, and is left out")
    return found


def _free(path: Path) -> Path:
    """The path, or one with a number: a call may have several streams."""
    number = 2
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free


def without_input(event: events.Event) -> events.Event:
    """The event without what the caller said or pressed."""
    match event:
        case events.Heard():
            return replace(event, hypotheses=())
        case events.KeyPressed():
            return replace(event, digit="")
        case _:
            return event


def dump_event(event: events.Event) -> dict[str, Any]:
    """An event as JSON data, with its kind by name."""
    data = _adapter(type(event).__name__).dump_python(event, mode="json")
    return {"event": type(event).__name__, "data": data}


def load_event(line: dict[str, Any]) -> events.Event:
    """The event that `dump_event` wrote. Raises KeyError for a kind this version does not know."""
    event: events.Event = _adapter(str(line["event"])).validate_python(line["data"])
    return event


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    """Takes far longer to make than to use. Raises KeyError."""
    return TypeAdapter({kind.__name__: kind for kind in events.Event.__args__}[kind])
