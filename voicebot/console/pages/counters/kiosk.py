"""The touch screen at the entrance: what somebody comes for, and a number."""

import secrets
from collections.abc import AsyncGenerator
from datetime import datetime

from starlette.responses import Response

from calendar_backend import BadWish, NotBookable, Procedure, Reason, StepReused, UnknownProcedure
from calendar_backend.devices import KIOSK, Device
from numbering import name_holds_my_number
from voicebot import procedure_search
from voicebot.console.ask import Ask, Go, View
from voicebot.console.counters import counter_shown, device, looking, ticket_shown
from voicebot.console.counters.counter_shown import CounterShown
from voicebot.console.page import Live, Page, resident_form, resident_live, resident_page
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.console.residents import finding, qr
from voicebot.telephony.address import public_url

START_S, PAGE_S, TICKET_S = 600, 90, 45
"""After so long without a touch a page goes back to the first one, which is made anew now and then."""


def shown(ask: Ask) -> View | Response:
    here = device.opened(ask, KIOSK)
    return (
        _start(ask, "residents/kiosk/start.html", here.office_id, ask.now)
        if isinstance(here, Device)
        else here
    )


def _start(ask: Ask, template: str, office_id: str, now: datetime) -> View:
    values = {
        "office": ask.service.queues.at(office_id).office,
        "counters": counter_shown.counters(ask.service.queues, office_id, now),
        "closures": counter_shown.closures(ask.service.queues, office_id, now),
        "after": START_S,
    }
    return View(template, values)


async def watched(ask: Ask) -> AsyncGenerator[View]:
    office_id = device.needed(ask, KIOSK).office_id
    async for view in looking.told(
        ask, office_id, lambda now: _start(ask, "residents/kiosk/counters.html", office_id, now)
    ):
        yield view


def found(ask: Ask) -> View | Go:
    """Procedures by words: the office's, or those of the language of the page."""
    here = device.needed(ask, KIOSK)
    office = ask.service.queues.at(here.office_id).office
    words = ask.query("q").strip()[: procedure_search.LONGEST]
    if name_holds_my_number(words):
        return Go("/kiosk")
    ids = list(finding.matches(office, words, ask.words.language))
    values = {"words": words, "found": counter_shown.named(office.procedures, ids), "after": PAGE_S}
    return View("residents/kiosk/found.html", values)


def asked(ask: Ask) -> View:
    """What the number will be for, and how long it will take."""
    return _take(ask, ask.query("procedure"))


def _take(ask: Ask, procedure_id: str, refused: NotBookable | None = None) -> View:
    here = device.needed(ask, KIOSK)
    queues = ask.service.queues
    procedure = _procedure(ask, here.office_id, procedure_id)
    at = _counter(counter_shown.counters(queues, here.office_id, ask.now), procedure)
    outlook = (
        queues.newcomer(here.office_id, at.counter.id, ask.now)
        if at and at.state == counter_shown.WAITS
        else None
    )
    values = {
        "procedure": procedure,
        "at": at,
        "outlook": outlook,
        "refused": _why(refused),
        "refused_name": refused.detail if refused else "",
        "step": secrets.token_urlsafe(16),
        "after": PAGE_S,
    }
    return View("residents/kiosk/take.html", values, 409 if refused else 200)


def _counter(counters: list[CounterShown], procedure: Procedure) -> CounterShown | None:
    """Where the ticket would be for: the first of the procedure's counters that draws any, else its own."""
    by_id = {one.counter.id: one for one in counters}
    mine = [by_id[one] for one in procedure.counters if one in by_id]
    return next((one for one in mine if one.state == counter_shown.WAITS), mine[0] if mine else None)


def _procedure(ask: Ask, office_id: str, procedure_id: str) -> Procedure:
    """Raises Refusal."""
    found = ask.service.queues.at(office_id).office.procedure(procedure_id)
    if found is None:
        raise Refusal(NOT_FOUND, "no_procedure", back="/kiosk")
    return found


def _why(error: NotBookable | None) -> str:
    """A key below `kiosk.refused`."""
    if error is None:
        return ""
    return "over" if error.reason is Reason.OUTSIDE_HOURS else "shut"


def drawn(ask: Ask) -> View | Go:
    """The same step gives the same number; raises Refusal."""
    here = device.needed(ask, KIOSK)
    procedure, step = ask.form.get("procedure", ""), ask.form.get("step", "")[:64]
    try:
        ticket = ask.service.queues.at(here.office_id).draw(
            procedure, ask.now, client=device.client(here), step=step
        )
    except NotBookable as error:
        return _take(ask, procedure, error)
    except (StepReused, BadWish):
        return Go("/kiosk")
    except UnknownProcedure:
        raise Refusal(NOT_FOUND, "no_procedure", back="/kiosk") from None
    ask.service.queues.changed(here.office_id, ticket.counter_id)
    return Go(f"/kiosk/ticket/{ticket.token}")


def ticket(ask: Ask) -> View:
    """To be printed and taken along."""
    device.needed(ask, KIOSK)
    token = ask.param("token")
    address = f"{public_url(ask.request, ask.service.settings.public_url)}/t/{token}"
    mine = ticket_shown.of_token(ask, token, ask.now)
    values = {**mine.values(), "qr": qr.svg(address), "after": TICKET_S}
    return View("residents/kiosk/ticket.html", values)


def alive(ask: Ask) -> Response:
    """Asked by the page's script, which tells when no answer comes."""
    device.needed(ask, KIOSK)
    return Response("yes\n", media_type="text/plain")


routes: list[Page | Live] = [
    resident_page("/kiosk", shown),
    resident_live("/kiosk/live", watched),
    resident_page("/kiosk/alive", alive),
    resident_page("/kiosk/found", found),
    resident_page("/kiosk/take", asked),
    resident_form("/kiosk/take", drawn),
    resident_page("/kiosk/ticket/{token}", ticket),
]
