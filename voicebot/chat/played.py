"""A scenario played: what was said and done, and where it differs from what was expected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from calendar_backend import Booking, OfficeCalendar, OfficeFile
from calendar_backend.models import LIVE
from dialog.actions import Say
from nlu.hypothesis import Hypothesis
from voicebot import desks
from voicebot.chat import deeds, typed
from voicebot.chat.conversation import Conversation
from voicebot.chat.failing import FailingCalendars
from voicebot.chat.scenario import NUMBER, Scenario, Step
from voicebot.clock import SteppedClock

Told = Callable[[str, str], object]
"""Side (`bot`, `caller` or `others`) and what it said or did."""


@dataclass
class Played:
    """How a scenario went."""

    conversation: Conversation
    complaints: list[str] = field(default_factory=list)
    """What was not as expected, one sentence each; empty: all is well."""

    said: list[str] = field(default_factory=list)
    """Everything the bot said, utterance by utterance."""


def play(
    scenario: Scenario,
    files: Sequence[OfficeFile],
    calendars: Mapping[str, OfficeCalendar],
    told: Told = lambda side, text: None,
) -> Played:
    """Plays the call on the given offices; calendars by office id. Raises DeedFailed."""
    clock = SteppedClock(scenario.now)
    for before in scenario.before:
        if stands := before.close or before.book:
            deeds.do(stands, _at(calendars, stands.office), scenario.caller, clock.now())
    standing = {_key(booking): booking for booking in _all(calendars)}
    said: list[str] = []

    def speak(say: Say) -> None:
        said.append("".join(sentence.text for sentence in say.sentences))
        told("bot", said[-1])

    asked = FailingCalendars(desks.Desks(calendars))
    served = desks.offices(files, clock.now().date())
    call = Conversation(served, asked, clock, scenario.caller, called=scenario.called, told=speak)
    played = Played(call, said=said)
    number = next((booking.number for booking in standing.values()), "")
    since = 0
    """Where the bot's answer to the caller's last line begins."""

    for step in scenario.call:
        if step.line is not None or step.heard is not None:
            if not (step.line or "").startswith(typed.EARLY):
                call.hear_out()
            since = len(said)
            _speak(step, call, told, number)
        elif deed := step.book or step.close or step.cancel:
            told("others", str(deed))
            known = {_key(booking) for booking in _all(calendars)}
            deeds.do(deed, _at(calendars, deed.office), scenario.caller, clock.now())
            standing |= {_key(b): b for b in _all(calendars) if _key(b) not in known}
            standing = {n: b for n, b in standing.items() if n in {_key(c) for c in _live(calendars)}}
        elif step.calendar is not None:
            asked.down = step.calendar == "down"
        else:
            played.complaints += _phrases("".join(said[since:]), step.says or (), step.never or ())
    call.hear_out()
    played.complaints += _compared(scenario, calendars, played, standing)
    return played


def _speak(step: Step, call: Conversation, told: Told, number: str) -> None:
    """`number` stands where the line has NUMBER."""
    if step.line is not None:
        line = step.line.replace(NUMBER, number)
        told("caller", line)
        typed.read(line)(call)
    else:
        heard = [Hypothesis(g.text, g.score, g.reading) for g in step.heard or ()]
        told("caller", " | ".join(f"{h.text} {h.score:.2f}" for h in heard))
        call.says(heard)


def _at(calendars: Mapping[str, OfficeCalendar], office: str) -> OfficeCalendar:
    return calendars[office or next(iter(calendars))]


def _all(calendars: Mapping[str, OfficeCalendar]) -> list[Booking]:
    return [booking for calendar in calendars.values() for booking in calendar.bookings()]


def _live(calendars: Mapping[str, OfficeCalendar]) -> list[Booking]:
    return [booking for booking in _all(calendars) if booking.status in LIVE]


def _key(booking: Booking) -> tuple[str, str]:
    """Two offices may give out the same number."""
    return booking.office_id, booking.number


def _phrases(said: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> list[str]:
    missing = [f"「{phrase}」 was not said, but: {said}" for phrase in wanted if phrase not in said]
    return missing + [f"「{phrase}」 was said: {said}" for phrase in unwanted if phrase in said]


def _compared(
    scenario: Scenario,
    calendars: Mapping[str, OfficeCalendar],
    played: Played,
    standing: dict[tuple[str, str], Booking],
) -> list[str]:
    expect, call = scenario.expect, played.conversation
    complaints = _phrases("".join(played.said), expect.says, expect.never)
    if call.state.outcome is not expect.outcome:
        complaints.append(f"the outcome is {call.state.outcome}, not {expect.outcome}")
    if expect.turns is not None and len(played.said) > expect.turns:
        complaints.append(f"the bot spoke {len(played.said)} times, not {expect.turns} at most")
    mine = scenario.phone or scenario.caller
    others = {n: b for n, b in standing.items() if not b.phone or b.phone != mine}
    live = _live(calendars)
    found = [_row(b) for b in live if _key(b) not in others]
    wanted = [
        (
            {r.procedure, *r.more},
            r.start,
            mine if r.phone is None else r.phone,
            r.people,
            r.name,
            r.details,
            r.office or next(iter(calendars)),
        )
        for r in expect.rows
    ]
    if found != wanted:
        complaints.append(f"the rows are {found}, not {wanted}")
    there = {_key(booking): _row(booking) for booking in live}
    touched = [number for number, booking in others.items() if there.get(number) != _row(booking)]
    if touched:
        complaints.append(f"bookings of others were touched: {touched}")
    if expect.callbacks is not None:
        complaints += _callbacks(scenario, calendars)
    return complaints


def _row(booking: Booking) -> tuple[object, ...]:
    """For comparison: the procedures of one visit stand in no order."""
    who = booking.phone, booking.people, booking.name, dict(booking.details), booking.office_id
    return {booking.procedure_id, *booking.more_procedure_ids}, booking.start, *who


def _callbacks(scenario: Scenario, calendars: Mapping[str, OfficeCalendar]) -> list[str]:
    wanted = scenario.expect.callbacks or ()
    found = [
        (c.phone, c.about)
        for calendar in calendars.values()
        for c in calendar.callbacks()
        if c.kind == "asked"
    ]
    fits = len(found) == len(wanted) and all(
        note.about in about and phone == (note.phone or scenario.phone or scenario.caller)
        for note, (phone, about) in zip(wanted, found, strict=True)
    )
    return [] if fits else [f"the call-back list has {found}, not {list(wanted)}"]
