"""All offices, and one of them with everything that can be set."""

from calendar_backend import Closure, city
from voicebot.console.ask import Ask, View
from voicebot.console.page import page
from voicebot.console.roles import Role


def listed(ask: Ask) -> View:
    offices = city.CityCalendar(ask.engine).offices()
    served = {office.id for office in ask.service.parts.offices}
    closures = {office.id: _closures(ask, office.id) for office in offices}
    return View("settings/offices.html", {"offices": offices, "served": served, "closures": closures})


def _closures(ask: Ask, office_id: str) -> list[Closure]:
    """Those of today and to come."""
    calendar = ask.service.city.at(office_id)
    calendar.refresh()
    return [one for one in calendar.closures() if one.day >= ask.now.date()]


routes = [page("/console/settings", listed, needs=Role.CLERK, nav="settings.nav")]
