"""A closure that somebody has in mind: read from its form, whom it concerns, and what callers will hear of it."""

import io
import re
import wave
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from pydantic import TypeAdapter, ValidationError

from calendar_backend.closure import Closure
from calendar_backend.office import OfficeFile, Span
from calendar_backend.office_fields import Name, Reading
from calendar_backend.opening import Openings, days
from calendar_backend.place import Attendance
from dialog import affected
from dialog.calendar import Booking
from dialog.calendar import Closure as Told
from nlu.lexicon import Term
from prompts import formats, render
from prompts.sentence import Sentence
from voicebot.console.form import Form
from voicebot.speech import mulaw
from voicebot.speech.synthesizer import SAMPLE_RATE, Synthesizer

REASONS = (
    ("台風", "たいふう"),
    ("大雨", "おおあめ"),
    ("大雪", "おおゆき"),
    ("地震", "じしん"),
    ("停電", "ていでん"),
    ("機器の故障", "ききのこしょう"),
    ("臨時の休み", "りんじのやすみ"),
)
"""With their readings; others are written."""

MOST_DAYS = 31
"""One form closes."""

_NAME, _READING = TypeAdapter[str](Name), TypeAdapter[str](Reading)


@dataclass(frozen=True)
class Shut:
    """What the form says, as far as it can be read."""

    counter: str
    """Empty: the whole office."""
    days: tuple[date, ...]
    times: tuple[time, time] | None
    name: str
    reading: str
    wrong: dict[str, str] = field(default_factory=dict)
    """By the field, the key of the text below `settings.closing.wrong`."""

    def closures(self, openings: Openings) -> list[Closure]:
        """One for each of the days on which something of it is open."""
        counters = [self.counter] if self.counter else [one.id for one in openings.office.counters]
        return [
            Closure(0, day, self.counter or None, self.times, self.name, self.reading)
            for day in self.days
            if any(self._concerns(openings.of(counter, day).spans) for counter in counters)
        ]

    def why_none(self, openings: Openings) -> tuple[str, str, str]:
        """Why nothing of it is open: the field, the key of the text, and the reason where somebody has closed it."""
        done = next(
            (
                one.name
                for one in openings.closures
                if one.day in self.days
                and one.counter_id in (None, self.counter or None)
                and (
                    one.times is None
                    or (self.times and self._concerns([Span(open=one.times[0], close=one.times[1])]))
                )
            ),
            "",
        )
        if done:
            return "first", "closed_meanwhile", done
        planned = replace(self, times=None).closures(openings)
        return ("to", "not_open_then", "") if self.times and planned else ("first", "closed_already", "")

    def _concerns(self, spans: Sequence[Span]) -> bool:
        if self.times is None:
            return bool(spans)
        return any(span.open < self.times[1] and self.times[0] < span.close for span in spans)


def read(form: Form, office: OfficeFile, today: date) -> Shut:
    """With what is wrong in it."""
    wrong: dict[str, str] = {}
    counter = form.get("counter", "")
    if counter and office.counter(counter) is None:
        wrong["counter"] = "counter"
    first = _date(form.get("first", ""))
    last = _date(form.get("last", "")) if form.get("last", "").strip() else first
    if first is None or first < today:
        wrong["first"] = "past" if first else "date"
    elif last is None or last < first:
        wrong["last"] = "reverse" if last else "date"
    elif (last - first).days >= MOST_DAYS:
        wrong["last"] = "too_many"
    times = None
    if form.get("from", "").strip() or form.get("to", "").strip():
        begin, end = _clock(form.get("from", "")), _clock(form.get("to", ""))
        if begin is None or end is None or end <= begin:
            wrong["to"] = "times"
        else:
            times = begin, end
    name, reading = form.get("name", "").strip(), form.get("reading", "").strip()
    if form.get("reason", ""):
        name, reading = next((one for one in REASONS if one[0] == form["reason"]), (name, reading))
    wrong |= _words(name, reading)
    whole = () if first is None or last is None or wrong else tuple(days(first, last))
    return Shut(counter, whole, times, name, reading, wrong)


def _words(name: str, reading: str) -> dict[str, str]:
    wrong = {}
    for key, adapter, text in (("name", _NAME, name), ("reading", _READING, reading)):
        try:
            adapter.validate_python(text)
        except ValidationError:
            wrong[key] = key
        if len(text) > 40:
            wrong[key] = "too_long"
    return wrong


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if re.fullmatch(r"\d{4}-\d\d-\d\d", text.strip()) else None
    except ValueError:
        return None


def _clock(text: str) -> time | None:
    match = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", text.strip(), re.ASCII)
    return time(int(match[1]), int(match[2])) if match else None


def once(visits: Sequence[Attendance]) -> list[Attendance]:
    """Each booking where it is concerned first."""
    found: dict[str, Attendance] = {}
    for visit in visits:
        found.setdefault(visit.booking.number, visit)
    return list(found.values())


def heard(closures: Sequence[Closure], visits: Sequence[Attendance]) -> dict[str, tuple[Sentence, ...]]:
    """What callers will hear: `wants` who asks for the first day, `booked` who has a booking then (an example where
    there is none)."""
    if not closures:
        return {}
    first = closures[0]
    why = Told(Term(first.name, first.reading), first.times)
    start = (
        visits[0].booking.start if visits else datetime.combine(first.day, (first.times or (time(10),))[0])
    )
    booking = Booking("", "", start, closure=why)
    news = render("booking_news", place1=formats.moment(start))
    told = {"booked": (news, *affected.why(booking), render("ask_move"))}
    if first.times is None:
        spoken = {"day": formats.day(first.day), "holiday": formats.name(first.name, first.reading)}
        told["wants"] = (render("day_holiday", **spoken),)
    return told


def sound(voice: Synthesizer, sentences: Sequence[Sentence], rate: float) -> bytes:
    """The sentences as a WAV file. Blocks for as long as the voice needs."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        for sentence in sentences:
            for piece in sentence.pieces():
                out.writeframes(mulaw.decode(voice.speak(piece, rate)).astype("<i2").tobytes())
    return file.getvalue()
