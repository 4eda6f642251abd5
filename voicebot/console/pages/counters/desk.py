"""At the counter: who is next, called, served, sent on; by keyboard alone."""

from collections.abc import AsyncGenerator, Callable, Mapping

from calendar_backend import (
    AnotherDay,
    BadWish,
    ChangedMeanwhile,
    DeskBusy,
    DeskShut,
    NotBookable,
    UnknownBooking,
    UnknownCounter,
    UnknownTicket,
)
from calendar_backend.calling import MOST_DESKS
from calendar_backend.queue_models import DONE
from voicebot.console import actors, which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.counters import counter_shown, desk_shown, looking
from voicebot.console.counters.desk_shown import At
from voicebot.console.page import Live, Page, form, live, page
from voicebot.console.refusal import STALE, Refusal
from voicebot.console.roles import Role

DESK = "/desk/{office}/{counter}/{number}"


def asked(ask: Ask) -> View:
    """Which desk somebody sits at."""
    return _choose(ask)


def _choose(ask: Ask, complaint: str = "") -> View:
    calendar, values = which_office.about(ask)
    desks = ask.service.queues.at(calendar.office.id).desks(ask.now)
    given = {name: ask.form.get(name, "") for name in ("counter", "number")}
    chosen = {"desks": desks, "complaint": complaint, "given": given}
    return View("desk/choose.html", values | chosen, 422 if complaint else 200)


def chosen(ask: Ask) -> View | Go:
    """Opens the desk. Raises Refusal."""
    calendar, _ = which_office.about(ask)
    number = which_office.people(ask.form.get("number", ""), MOST_DESKS)
    if number is None or calendar.office.counter(ask.form.get("counter", "")) is None:
        return _choose(ask, "number" if number is None else "counter")
    at = desk_shown.at(ask, calendar.office.id, ask.form["counter"], number)
    at.queue.open_desk(at.counter.id, number, ask.now, by=actors.clerk(ask))
    ask.service.queues.changed(at.office.id, at.counter.id)
    return Go(at.address)


def shown(ask: Ask) -> View:
    return View("desk/desk.html", desk_shown.board(ask, desk_shown.of_address(ask), ask.now))


async def watched(ask: Ask) -> AsyncGenerator[View]:
    at = desk_shown.of_address(ask)
    async for view in looking.told(
        ask, at.office.id, lambda now: View("desk/board.html", desk_shown.board(ask, at, now))
    ):
        yield view


def asked_where(ask: Ask) -> View | Go:
    """To which counter the one at the desk is to go."""
    at = desk_shown.of_address(ask)
    desk = at.desk(ask.now)
    if desk is None or desk.ticket is None:
        return Go(at.address, told="desk_nobody_here")
    counters = counter_shown.counters(ask.service.queues, at.office.id, ask.now)
    others = [one for one in counters if one.counter.id != at.counter.id]
    return View("desk/send_on.html", {"at": at, "current": desk.ticket, "others": others})


def done(ask: Ask) -> Go:
    """What was pressed. Raises Refusal."""
    at = desk_shown.of_address(ask)
    deed = _DEEDS.get(ask.form.get("deed", ""))
    if deed is None:
        return Go(at.address)
    _as_seen(ask, at)
    try:
        told = deed(ask, at, actors.clerk(ask))
    except NotBookable:
        raise Refusal(STALE, "desk_counter_shut", back=at.address) from None
    except DeskShut:
        raise Refusal(STALE, "desk_shut", back=at.address) from None
    except DeskBusy:
        raise Refusal(STALE, "desk_busy", back=at.address) from None
    except AnotherDay as error:
        raise Refusal(STALE, "desk_another_day", back=at.address, day=f"{error.start:%Y-%m-%d}") from None
    except (UnknownTicket, UnknownBooking, UnknownCounter, ChangedMeanwhile, BadWish):
        raise Refusal(STALE, "changed_meanwhile", back=at.address) from None
    ask.service.queues.changed(at.office.id)
    return Go(at.address, told=told)


def _as_seen(ask: Ask, at: At) -> None:
    """Whom the page showed is still whom the desk has. Raises Refusal."""
    if "seen" in ask.form:
        desk = at.desk(ask.now)
        now = str(desk.ticket.number) if desk and desk.ticket else ""
        if ask.form["seen"] != now:
            raise Refusal(STALE, "changed_meanwhile", back=at.address)


def _open(ask: Ask, at: At, by: str) -> str:
    at.queue.open_desk(at.counter.id, at.number, ask.now, by=by)
    return ""


def _pause(ask: Ask, at: At, by: str) -> str:
    at.queue.pause_desk(at.counter.id, at.number, ask.now, by=by)
    return ""


def _close(ask: Ask, at: At, by: str) -> str:
    at.queue.close_desk(at.counter.id, at.number, ask.now, by=by)
    return ""


def _next(ask: Ask, at: At, by: str) -> str:
    called = at.queue.call_next(at.counter.id, at.number, ask.now, by=by)
    return "" if called else "desk_nobody_waits"


def _again(ask: Ask, at: At, by: str) -> str:
    at.queue.call_again(at.counter.id, at.number, ask.now, by=by)
    return ""


def _serving(ask: Ask, at: At, by: str) -> str:
    at.queue.serving(at.counter.id, at.number, ask.now, by=by)
    return ""


def _done(ask: Ask, at: At, by: str) -> str:
    """A visit that has another counter to go to waits there."""
    ticket = at.queue.done(at.counter.id, at.number, ask.now, by=by)
    return "" if ticket.state == DONE else "desk_sent_on"


def _missed(ask: Ask, at: At, by: str) -> str:
    at.queue.did_not_come(at.counter.id, at.number, ask.now, by=by)
    return ""


def _sent_on(ask: Ask, at: At, by: str) -> str:
    at.queue.send_on(at.counter.id, at.number, ask.form.get("to", ""), ask.now, by=by)
    return "desk_sent_on"


def _back(ask: Ask, at: At, by: str) -> str:
    number = which_office.number(ask.form.get("ticket", "")) or 0
    at.queue.come_back(number, ask.now, by=by)
    return ""


def _came(ask: Ask, at: At, by: str) -> str:
    at.queue.check_in(ask.now, client=by, number=ask.form.get("booking", ""))
    return ""


_DEEDS: Mapping[str, Callable[[Ask, At, str], str]] = {
    "open": _open,
    "pause": _pause,
    "close": _close,
    "next": _next,
    "again": _again,
    "serving": _serving,
    "done": _done,
    "missed": _missed,
    "send_on": _sent_on,
    "back": _back,
    "came": _came,
}
"""Each answers what is told, a key below `told`; empty: nothing, the page shows it."""

routes: list[Page | Live] = [
    page("/desk", asked, needs=Role.COUNTER, nav="desk.nav"),
    form("/desk", chosen, needs=Role.COUNTER),
    page(DESK, shown, needs=Role.COUNTER),
    form(DESK, done, needs=Role.COUNTER),
    page(f"{DESK}/send-on", asked_where, needs=Role.COUNTER),
    live(f"{DESK}/live", watched, needs=Role.COUNTER),
]
