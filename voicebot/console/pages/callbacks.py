"""Who is to be phoned: the list that is worked off."""

from collections.abc import Mapping

from calendar_backend import Callback, ChangedMeanwhile, UnknownEntry
from calendar_backend.callbacks import DONE, DROPPED, NOT_REACHED, UNSETTLED
from calendar_backend.models import CallbackRow
from voicebot.console import actors, which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import form, page
from voicebot.console.refusal import BAD, NOT_FOUND, STALE, Refusal
from voicebot.console.roles import Role

ANSWERS = {"done": DONE, "not_reached": NOT_REACHED, "dropped": DROPPED}
MOST_SETTLED = 200


def listed(ask: Ask) -> View:
    """The oldest first; with `settled=yes` what was worked off, the last first."""
    calendar, values = which_office.about(ask)
    settled = ask.query("settled") == "yes"
    found = calendar.callbacks(*((DONE, DROPPED) if settled else UNSETTLED))
    if settled:
        found = sorted(found, key=lambda one: (one.updated_at, one.id), reverse=True)[:MOST_SETTLED]
    return View(
        "lists/callbacks.html",
        values
        | {
            "entries": found,
            "settled": settled,
            "actors": _actors(ask, found),
            "offices": which_office.with_counts(ask, values["offices"], CallbackRow, UNSETTLED),
        },
    )


def settled(ask: Ask) -> Go:
    """The same form sent twice counts once."""
    calendar, _ = which_office.about(ask)
    answer, row = ask.form.get("answer", ""), which_office.number(ask.param("id"))
    if answer not in ANSWERS:
        raise Refusal(BAD, "unreadable")
    by, seen = actors.clerk(ask), ask.form.get("seen", "")
    try:
        entry = calendar.settle_callback(row or 0, ANSWERS[answer], ask.now, by=by, seen=seen)
        ask.record(
            "callback.settle", f"callback:{calendar.office.id}/{entry.id}", None, {"state": entry.state}
        )
    except ChangedMeanwhile:
        now = next(one for one in calendar.callbacks() if one.id == row)
        if (now.state, now.by) != (ANSWERS[answer], by):
            raise Refusal(STALE, "changed_meanwhile") from None
    except UnknownEntry:
        raise Refusal(NOT_FOUND, "no_entry") from None
    return Go(f"/console/callbacks?office={calendar.office.id}", told=f"callback_{answer}")


def _actors(ask: Ask, entries: list[Callback]) -> Mapping[str, actors.Actor]:
    return actors.actors(ask, {name for entry in entries for name in (entry.by, entry.origin)})


routes = [
    page("/console/callbacks", listed, needs=Role.VIEWER, nav="callbacks.nav"),
    form("/console/callbacks/{id}", settled, needs=Role.CLERK),
]
