"""What a call knows and does, in words that staff read. The words stand in `texts/*/dialog.yaml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any

from dialog import actions, events
from dialog.calendar import Booking
from dialog.office import Office
from dialog.state import Phase, State
from nlu.meaning import DateSpan, Excluded, Impossible, Meaning, Scored, TimeSpan
from voicebot import masks
from voicebot.archive.turns import Deed
from voicebot.console import moments
from voicebot.console.words import Words

_PEOPLE = ("name", "phone", "claimed", "names", "digits")
"""Slots and meanings that tell who somebody is."""


@dataclass(frozen=True, slots=True)
class Understood:
    """Something that was found in what was said."""

    what: str
    value: str
    score: float | None


@dataclass(frozen=True)
class CallWords:
    """In one language."""

    t: Words
    office: Office | None = None
    """Whose procedures and bookings these are."""

    clear: bool = False
    """The reader may know who people are."""

    def outcome(self, outcome: str) -> str:
        return self._word("outcomes", outcome or "unfinished")

    def step(self, state: State) -> str:
        """Which question the call is at."""
        if state.phase is Phase.ASKING:
            return self.t(f"dialog.asks.{state.question.expect}")
        return self.t(f"dialog.phases.{state.phase}")

    def procedures(self, ids: Iterable[str]) -> str:
        return self.t("shell.comma").join(map(self._procedure, ids))

    def slots(self, state: State) -> dict[str, str]:
        """What is known, by the names of `dialog.slots`, without what is not."""
        chosen = state.office.id if state.offices and state.office.id else ""
        known = {
            "errand": self.t(f"dialog.errands.{state.errand}") if state.errand in _ERRANDS else "",
            "procedures": self.procedures(state.procedures),
            "office": state.office.name.text if chosen else "",
            "day": self._days(state.day) if state.day is not None else "",
            "time": self._times(state.time) if state.time is not None else "",
            "people": self.t("dialog.values.people", people=state.people) if state.people else "",
            "name": state.name,
            "phone": state.phone,
            "claimed": state.claimed,
            "place": self._moment(state.place.start) if state.place is not None else "",
            "booking": self._booking(state.booking) if state.booking is not None else "",
        }
        return {name: self._masked(name, value) for name, value in known.items() if value}

    def meaning(self, meaning: Meaning) -> list[Understood]:
        """Best first."""
        found = []
        for name in _MEANINGS:
            value = getattr(meaning, name)
            for one in value if isinstance(value, tuple) else (value,):
                if one is None or one is False:
                    continue
                score = one.score if isinstance(one, Scored) else None
                bare = one.value if isinstance(one, Scored) else one
                text = "" if bare is True else self._masked(name, self._meant(name, bare))
                found.append(Understood(self.t(f"dialog.meanings.{name}"), text, score))
        return found

    def deed(self, deed: Deed) -> tuple[str, str, str]:
        """What was done, with what, and what came of it."""
        about = "" if deed.action is None else self._about(deed.action)
        came = "" if deed.answer is None else self._answer(deed.answer)
        return self._word("deeds", deed.kind), about, came

    def _about(self, action: actions.Action) -> str:
        match action:
            case actions.FindPlaces(procedures, days, times):
                spans = [self._days(DateSpan(*days))] if days else []
                spans += [self._times(TimeSpan(*times))] if times else []
                return " ".join([self.procedures(procedures), *spans])
            case actions.Hold(procedures, start) | actions.Book(procedures, start):
                return f"{self.procedures(procedures)} {self._moment(start)}"
            case actions.Change(booking, start, _, procedures):
                to = [self.procedures(procedures)] if procedures else []
                return f"{self._booking(booking)} → {' '.join([*to, self._moment(start)])}"
            case actions.Cancel(booking):
                return self._booking(booking)
            case actions.AskCallback(about):
                return about
            case _:
                return ""

    def _answer(self, event: events.Event) -> str:
        values: dict[str, Any] = {"count": "", "number": ""}
        match event:
            case events.PlacesFound(_, found):
                values["count"] = len(found.fitting)
            case events.BookingsFound(_, bookings):
                values["count"] = len(bookings)
            case events.Booked(_, number):
                values["number"] = self._masked("claimed", number)
        return self.t(f"dialog.answers.{type(event).__name__}", **values)

    def _meant(self, name: str, value: Any) -> str:
        match value:
            case DateSpan():
                return self._days(value)
            case TimeSpan():
                return self._times(value)
            case Excluded(weekday=int(weekday)):
                return self.t(f"dialog.weekdays.{weekday}")
            case Excluded(days, _, times):
                return self._meant(name, days or times)
            case Impossible(said):
                return said
            case StrEnum() if name == "topic":
                return self._word("slots", _TOPICS.get(str(value), str(value)))
            case StrEnum():
                return self._word("meant", str(value))
            case int() if name == "choice":
                return str(value + 1)
        return self._procedure(value) if name == "procedures" else str(value)

    def _word(self, kind: str, name: str) -> str:
        """As it is, where there is no word for it (a record of another version)."""
        key = f"dialog.{kind}.{name}"
        return self.t(key) if key in self.t else name

    def _procedure(self, id: str) -> str:
        known: Mapping[str, str] = (
            {one.id: one.name.text for one in self.office.procedures} if self.office else {}
        )
        return known.get(id, id)

    def _booking(self, booking: Booking) -> str:
        number = self._masked("claimed", booking.number)
        return f"{number} {self.procedures(booking.procedures)} {self._moment(booking.start)}"

    def _masked(self, name: str, value: str) -> str:
        return value if self.clear or name not in _PEOPLE else masks.HIDDEN

    def _moment(self, moment: datetime) -> str:
        return moments.both(moment, self.t.language)

    def _days(self, span: DateSpan) -> str:
        first, last = (moments.day(day, self.t.language) for day in (span.first, span.last))
        return first if span.single else self.t("dialog.values.days", first=first, last=last)

    def _times(self, span: TimeSpan) -> str:
        first, last = map(_clock, (span.first, span.last))
        text = first if span.single else self.t("dialog.values.times", first=first, last=last)
        return self.t("dialog.values.about", time=text) if span.about else text


_ERRANDS = ("change", "cancel", "check")
_TOPICS = {"procedure": "procedures", "date": "day"}
_MEANINGS = (
    "command",
    "request",
    "procedures",
    "offices",
    "dates",
    "times",
    "answer",
    "order",
    "shift",
    "choice",
    "people",
    "topic",
    "existing",
    "digits",
    "names",
    "excluded",
    "impossible",
    "unknown",
    "emergency",
    "elsewhere",
)


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"
