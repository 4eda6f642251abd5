"""The portal: every procedure with a page of its own, and a search that forgives."""

from calendar_backend import OfficeFile, guide
from calendar_backend.life_event import LifeEvent
from calendar_backend.office import Counter, Procedure
from voicebot import procedure_search
from voicebot.console.ask import Ask, View
from voicebot.console.page import resident_page
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.console.residents import served

FACTS = ("deadline", "proxy", "fee", "seal", "convenience_store")
"""What the office may say of a procedure, in the order of the page."""


def listed(ask: Ask) -> View:
    """By counter, or what was searched, or what a life event may need. Raises Refusal."""
    offices = served.offices(ask)
    wanted = ask.query("office") or next(iter(offices), "")
    if wanted not in offices:
        raise Refusal(NOT_FOUND, "no_office", back="/procedures")
    office, text, tag = offices[wanted], ask.query("q").strip(), ask.query("tag")
    event = guide.event(office, tag) if tag else None
    values = {
        "office": office,
        "offices": offices.values(),
        "text": text[: procedure_search.LONGEST],
        "event": event,
        "groups": _by_counter(office, _of(event) if event else None),
        "found": _found(office, text) if text else None,
    }
    return View("residents/procedures/list.html", values)


def shown(ask: Ask) -> View:
    """One procedure. Raises Refusal."""
    office = served.office(ask, ask.param("office"))
    procedure = office.procedure(ask.param("procedure"))
    if procedure is None:
        raise Refusal(NOT_FOUND, "not_found", back="/procedures")
    counters = [found for one in procedure.counters if (found := office.counter(one))]
    values = {
        "office": office,
        "procedure": procedure,
        "counters": [(counter, _hours(counter, ask)) for counter in counters],
        "facts": [(name, words) for name in FACTS if (words := getattr(procedure, name))],
        "events": [one for one in guide.events(office) if procedure.id in _of(one)],
        "booking": served.booking(office.id, (procedure,)),
    }
    return View("residents/procedures/procedure.html", values)


def _found(office: OfficeFile, text: str) -> list[tuple[Procedure, str]]:
    """With what was found where that is not the name."""
    matches = ((office.procedure(one.procedure_id), one.why) for one in procedure_search.search(office, text))
    return [(found, "" if why == found.name else why) for found, why in matches if found]


def _of(event: LifeEvent) -> set[str]:
    """The procedures that it may need."""
    return {step.procedure for step in event.steps if step.procedure}


def _by_counter(office: OfficeFile, only: set[str] | None) -> list[tuple[Counter, list[Procedure]]]:
    groups = []
    for counter in office.counters:
        here = [
            one for one in office.procedures if one.counter == counter.id and (only is None or one.id in only)
        ]
        if here:
            groups.append((counter, here))
    return groups


def _hours(counter: Counter, ask: Ask) -> list[tuple[str, str]]:
    """Weekdays and times as they are in force today."""
    today = ask.now.date()
    return [
        (hours.days, f"{hours.open:%H:%M}–{hours.close:%H:%M}")
        for hours in counter.hours
        if (hours.from_ is None or hours.from_ <= today) and (hours.to is None or today <= hours.to)
    ]


routes = [
    resident_page("/procedures", listed, nav="procedures.nav"),
    resident_page("/procedures/{office}/{procedure}", shown),
]
