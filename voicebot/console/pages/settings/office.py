"""One office with everything that can be set, and whom a change of it leaves without a place."""

from calendar_backend import amending
from calendar_backend.database import reading
from calendar_backend.office_plain import plain
from calendar_backend.place import Attendance
from voicebot.console.ask import Ask, View
from voicebot.console.offices import naming
from voicebot.console.offices.known import OFFICES, known
from voicebot.console.page import page
from voicebot.console.roles import Role


def shown(ask: Ask) -> View:
    found = known(ask)
    data = plain(found.office)
    counters = {
        part["id"]: naming.value(ask.words, found.office, "hours", part["hours"]) for part in data["counters"]
    }
    today = ask.now.date()
    closures = [one for one in found.openings.closures if one.day >= today]
    values = {"office": found.office, "hours": counters, "closures": closures, "unkept": len(_unkept(ask))}
    return View("settings/office.html", values)


def to_phone(ask: Ask) -> View:
    """The visits to come that cannot be kept, as a list to phone from."""
    return View("settings/to_phone.html", {"office": known(ask).office, "visits": _unkept(ask)})


def _unkept(ask: Ask) -> list[Attendance]:
    found = known(ask)
    midnight = ask.now.replace(hour=0, minute=0, second=0, microsecond=0)
    with reading(ask.engine) as connection:
        visits = amending.visits(connection, found, midnight)
    first = {visit.booking.number: visit for visit in reversed(visits) if visit.affected}
    return sorted(first.values(), key=lambda visit: visit.start)


routes = [
    page(f"{OFFICES}/{{office}}", shown, needs=Role.CLERK),
    page(f"{OFFICES}/{{office}}/to-phone", to_phone, needs=Role.CLERK),
]
