"""The wall screen in the hall: who is called, how long it takes, what is shut. Nothing of anybody but numbers."""

from collections.abc import AsyncGenerator
from datetime import datetime

from starlette.responses import Response

from calendar_backend import UnknownTicket
from calendar_backend.devices import LOBBY, Device
from calendar_backend.queue_models import AT_DESK
from prompts import saying
from voicebot import own_sentences
from voicebot.console import which_office
from voicebot.console.ask import Ask, View
from voicebot.console.counters import call_sound, counter_shown, device, looking
from voicebot.console.page import Live, Page, resident_live, resident_page
from voicebot.console.refusal import NOT_FOUND, Refusal


def shown(ask: Ask) -> View | Response:
    here = device.opened(ask, LOBBY)
    return (
        _view(ask, "residents/lobby/lobby.html", here.office_id, ask.now)
        if isinstance(here, Device)
        else here
    )


def _view(ask: Ask, template: str, office_id: str, now: datetime) -> View:
    queues = ask.service.queues
    same = counter_shown.same_numbers(queues, office_id, now)
    values = {
        "office": queues.at(office_id).office,
        "called": counter_shown.called(queues, office_id, now),
        "same_numbers": same,
        "counters": counter_shown.counters(queues, office_id, now),
        "closures": counter_shown.closures(queues, office_id, now),
    }
    return View(template, values)


async def watched(ask: Ask) -> AsyncGenerator[View]:
    office_id = device.needed(ask, LOBBY).office_id
    async for view in looking.told(
        ask, office_id, lambda now: _view(ask, "residents/lobby/board.html", office_id, now)
    ):
        yield view


def said(ask: Ask) -> Response:
    """The call of a number as WAV: a chime, and the service's own voice; nothing of who is at no desk any more when it is asked
    for. Raises Refusal for a number that nobody has."""
    here = device.needed(ask, LOBBY)
    queues = ask.service.queues
    queue = queues.at(here.office_id)
    number = which_office.number(ask.param("number"))
    try:
        ticket = queue.numbered(number or 0, ask.now)
    except UnknownTicket:
        raise Refusal(NOT_FOUND, "not_found") from None
    if ticket.state not in AT_DESK or ticket.desk is None:
        return Response(call_sound.silence(), media_type="audio/wav")
    same = ticket.desk in counter_shown.same_numbers(queues, here.office_id, ask.now)
    counter = queue.office.counter(ticket.counter_id) if same else None
    with saying(own_sentences.overrides(ask.engine)):
        sentence = call_sound.sentence(ticket.number, ticket.desk, counter)
    parts = ask.service.parts
    return Response(call_sound.wav(parts.synthesizer, sentence, parts.rate), media_type="audio/wav")


routes: list[Page | Live] = [
    resident_page("/lobby", shown),
    resident_live("/lobby/live", watched),
    resident_page("/lobby/said/{number}", said),
]
