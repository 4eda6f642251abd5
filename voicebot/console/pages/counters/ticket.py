"""A ticket followed on a telephone: whoever has its address."""

from collections.abc import AsyncGenerator
from datetime import datetime

from calendar_backend import ChangedMeanwhile
from voicebot.console.ask import Ask, Go, View
from voicebot.console.counters import looking, ticket_shown
from voicebot.console.page import Live, Page, resident_form, resident_live, resident_page
from voicebot.console.refusal import STALE, Refusal
from voicebot.console.residents import visitor


def shown(ask: Ask) -> View:
    return _view(ask, "residents/ticket/ticket.html", ask.now)


def _view(ask: Ask, template: str, now: datetime) -> View:
    token = ask.param("token")
    return View(template, {**ticket_shown.of_token(ask, token, now).values(), "own": f"/t/{token}"})


async def watched(ask: Ask) -> AsyncGenerator[View]:
    office_id = ticket_shown.of_token(ask, ask.param("token"), ask.now).office_id
    async for view in looking.told(
        ask, office_id, lambda now: _view(ask, "residents/ticket/facts.html", now)
    ):
        yield view


def asked_to_leave(ask: Ask) -> View | Go:
    token = ask.param("token")
    mine = ticket_shown.of_token(ask, token, ask.now)
    if mine.state not in ticket_shown.LEAVES:
        return Go(f"/t/{token}")
    return View("residents/ticket/leave.html", {**mine.values(), "own": f"/t/{token}"})


def left(ask: Ask) -> Go:
    """The same form sent twice leaves once. Raises Refusal for who is served meanwhile."""
    token = ask.param("token")
    mine = ticket_shown.of_token(ask, token, ask.now)
    if mine.state == ticket_shown.ANOTHER_DAY:
        return Go(f"/t/{token}")
    try:
        mine.queue.leave(mine.ticket.number, ask.now, by=visitor.of_secret(token, "leave"))
    except ChangedMeanwhile:
        raise Refusal(STALE, "ticket_meanwhile", back=f"/t/{token}") from None
    ask.service.queues.changed(mine.office_id, mine.ticket.counter_id)
    return Go(f"/t/{token}")


routes: list[Page | Live] = [
    resident_page("/t/{token}", shown),
    resident_live("/t/{token}/live", watched),
    resident_page("/t/{token}/leave", asked_to_leave),
    resident_form("/t/{token}/leave", left),
]
