"""A recorded call made a recording of `recordings_fixtures`: it runs in `make test` from then on.

Numbers and names are silenced: where the caller gave a number there are the keys of a fictitious one, where a name was
given the key that gives none. What tells who phoned and cannot be taken out so makes it no recording at all.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from calendar_backend import DEMO_OFFICE, OfficeFile, load_office
from calendar_backend.office_dump import dump_office
from dialog import events
from dialog.actions import Book, Cancel, Change, FindBookings
from dialog.state import Phase
from nlu.question import Expect
from voicebot.archive.folder import RecordedCall
from voicebot.replay import from_audio, private, replay
from voicebot.replay.caller import Does, HangsUp, Speaks, StaysSilent
from voicebot.replay.from_events import Folded, fold
from voicebot.replay.private import Person
from voicebot.replay.replay import CannotReplay
from voicebot.replay.side import Step
from voicebot.speech import mulaw
from voicebot.speech.recognizer import Pcm
from voicebot.telephony.caller_script import last_voiced, line_noise

NAME = re.compile(r"[a-z][a-z0-9_]{2,39}")
SILENCE_S = 9
"""Longer than the bot waits for an answer."""

NOISE_DBFS = -55.0
_FICTITIOUS = 8_000_000_000
"""0800000 is given to nobody."""

Offices = Callable[[str], OfficeFile | None]
"""The file of an office by its id; None: it is not known any more."""


@dataclass(eq=False)
class NoRecording(Exception):
    """A call that is not made a recording; `why` is a key of the texts."""

    why: str
    about: str = ""

    def __str__(self) -> str:
        return f"{self.why} {self.about}".strip()


@dataclass(frozen=True, slots=True)
class Made:
    """A recording, not written yet."""

    name: str
    call: dict[str, Any]
    """As the YAML file has it."""

    sounds: tuple[tuple[str, Pcm], ...]
    """Path below the recordings' folder, and the sound at 8,000 Hz."""

    office: str = ""
    """YAML of the office, where it is not the demo office."""

    @property
    def text(self) -> str:
        return yaml.safe_dump(self.call, allow_unicode=True, sort_keys=False, width=110)


def make(path: Path, name: str, taken: Sequence[str], offices: Offices) -> Made:
    """`taken`: the numbers that other recordings phone from. Raises NoRecording, CannotReplay, OSError."""
    if not NAME.fullmatch(name):
        raise NoRecording("name", name)
    call = replay.read(path)
    kinds = {type(line.event) for line in call.lines}
    if events.MyNumberSpoken in kinds or _removed(call):
        raise NoRecording("my_number")
    if events.Reconnected in kinds:
        raise NoRecording("streams")
    if events.PersonCalled in kinds:
        raise NoRecording("person_called")
    outcome = (call.outcome or {}).get("outcome")
    if not outcome or call.unread:
        raise NoRecording("not_whole")
    does, _ = from_audio.script_of(call)
    folded = fold(call.lines)
    if any(one.before is not None and one.before.phase is Phase.IDENTIFYING for one in folded.steps):
        raise NoRecording("identifying")
    return _Making(call, folded, name, taken, offices).made(does, str(outcome))


def _removed(call: RecordedCall) -> bool:
    return any(isinstance(line.event, events.KeyPressed) and not line.event.digit for line in call.lines)


class _Making:
    def __init__(
        self, call: RecordedCall, folded: Folded, name: str, taken: Sequence[str], offices: Offices
    ) -> None:
        self._call, self._folded, self._name, self._offices = call, folded, name, offices
        self._began = replay.beginning(call.lines)
        self._person = private.person(folded.steps)
        fresh = (f"+81{_FICTITIOUS + n}" for n in range(1, 10_000) if f"+81{_FICTITIOUS + n}" not in taken)
        self._caller = next(fresh) if self._began.caller else ""
        self._given = next(fresh)
        self._turns: list[dict[str, Any]] = []
        self._sounds: list[tuple[str, Pcm]] = []

    def made(self, does: Sequence[Does], outcome: str) -> Made:
        for n, act in enumerate(does):
            match act:
                case Speaks():
                    self._speaks(act, self._came_of(does, n))
                case StaysSilent():
                    noise = mulaw.decode(b"".join(line_noise(SILENCE_S, NOISE_DBFS)))
                    self._sound({"silence_s": SILENCE_S}, noise)
                case HangsUp():
                    self._turns.append({"hang_up": True})
        if not self._turns:
            raise NoRecording("silent")
        office = self._office()
        before, rows = self._book()
        call: dict[str, Any] = {
            "id": self._name,
            "about": f"A person's call of {self._call.path.parent.name}; names and numbers are left out.",
            "now": self._began.at.isoformat(),
            "from": self._caller,
            **({"office": f"offices/{self._name}.yaml"} if office else {}),
            **({"before": before} if before else {}),
            "turns": self._turns,
            "expect": {"outcome": outcome, "rows": rows},
        }
        made = Made(self._name, call, tuple(self._sounds), office)
        self._search(made.text)
        return made

    def _came_of(self, does: Sequence[Does], n: int) -> list[Step]:
        """The steps of the fold from when this was begun until the caller did something else."""
        starts = [act.acts[0].start_ms for act in does[n:] if isinstance(act, Speaks)]
        until = starts[1] if len(starts) > 1 else None
        kinds = events.Heard | events.KeyPressed
        return [
            one
            for one in self._folded.steps
            if isinstance(one.event, kinds) and starts[0] <= one.ms and (until is None or one.ms < until)
        ]

    def _speaks(self, act: Speaks, came: Sequence[Step]) -> None:
        if not came:
            return  # noise
        if any(private.is_asked_who(one.before) or private.tells(one.before, one.after) for one in came):
            self._instead(came)
            return
        if act.keys:
            self._turns.append({"keys": "".join(key for _, key in act.keys)})
            return
        heard = [h for one in came if isinstance(one.event, events.Heard) for h in one.event.hypotheses]
        spans = [(one.start_ms, one.end_ms) for one in act.acts]
        written = [
            one.text
            for one in self._call.transcript
            if any(start < one.end_ms and one.start_ms < end for start, end in spans)
        ]
        for text in (*(h.text for h in heard), *(h.reading for h in heard), *written):
            self._search(text)
        pcm = mulaw.decode(b"".join(act.frames))
        if heard and last_voiced(pcm) is not None:
            self._sound({"spoken": heard[0].text}, pcm)

    def _instead(self, came: Sequence[Step]) -> None:
        """The keys that bring the call on as the caller's words did; nothing where these were not understood."""
        before, after = came[0].before, came[-1].after
        if before is None or after is None:
            raise NoRecording("not_whole")
        asked = {one.before.question.expect for one in came if one.before is not None}
        if after.phone and after.phone != before.phone:
            self._turns.append({"keys": "0" + self._given.removeprefix("+81")})
        elif Expect.NAME in asked:
            if after.phase is not Phase.NAME:
                self._turns.append({"keys": "#"})
        elif Expect.DIGITS not in asked:
            raise NoRecording("leftover")

    def _search(self, text: str) -> None:
        """What tells who phoned is nowhere in what is written."""
        for line in text.splitlines():
            if self._person.told_by(_without_own(line, (self._caller, self._given))):
                raise NoRecording("leftover")

    def _sound(self, turn: dict[str, Any], pcm: Pcm) -> None:
        file = f"audio/{self._name}_{len(self._sounds) + 1}.wav"
        self._sounds.append((file, pcm))
        self._turns.append({**turn, "file": file})

    def _office(self) -> str:
        if self._began.offices:
            raise NoRecording("several_offices")
        demo = load_office(DEMO_OFFICE)
        if self._began.office.id == demo.id:
            return ""
        known = self._offices(self._began.office.id)
        if known is None:
            raise NoRecording("no_office", self._began.office.id)
        return dump_office(known)

    def _book(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """What stood for the caller's number, and what stands at the end."""
        caller = self._began.caller
        standing: dict[str, tuple[tuple[str, ...], Any, str]] = {}
        for one in self._folded.known:
            match one.asked, one.came:
                case FindBookings(phone), events.BookingsFound(bookings=found) if caller and phone in (
                    "",
                    caller,
                ):
                    standing |= {b.number: (b.procedures, b.start, caller) for b in found}
        for booking in (*self._began.affected, *self._began.standing):
            standing[booking.number] = (booking.procedures, booking.start, caller)
        before = [
            {"procedure": procedures[0], "start": start.isoformat(), "phone": "caller"}
            for procedures, start, _ in standing.values()
        ]
        for one in self._folded.known:
            match one.asked, one.came:
                case Book(), events.Booked(number=number):
                    standing[number] = (one.asked.procedures, one.asked.start, one.asked.phone or caller)
                case Change(), events.Changed():
                    old = standing.get(one.asked.booking.number, (one.asked.booking.procedures, None, caller))
                    standing[one.asked.booking.number] = (old[0], one.asked.start, old[2])
                case Cancel(), events.Cancelled():
                    standing.pop(one.asked.booking.number, None)
        stand = sorted(standing.values(), key=lambda one: one[1])
        return before, [self._row(*one) for one in stand]

    def _row(self, procedures: tuple[str, ...], start: Any, phone: str) -> dict[str, Any]:
        row: dict[str, Any] = {"procedure": procedures[0], "start": start.isoformat()}
        if procedures[1:]:
            row["more"] = list(procedures[1:])
        if phone != self._began.caller:
            row["phone"] = self._given
        return row


def _without_own(line: str, numbers: Sequence[str]) -> str:
    """The fictitious numbers, and what a machine counts, tell of nobody."""
    for number in filter(None, numbers):
        line = line.replace(number, "").replace("0" + number.removeprefix("+81"), "")
    return re.sub(r"\d{4}-\d\d-\d\d(T[\d:.]+\+\d\d:\d\d)?", "", line)


__all__ = ["CannotReplay", "Made", "NoRecording", "Person", "make"]
