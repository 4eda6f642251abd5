"""Figures of all calls of a period."""

from collections import Counter

from starlette.responses import Response

from voicebot.archive import day_figures
from voicebot.console import sheet
from voicebot.console.ask import Ask, View
from voicebot.console.figures_shown import MEDIAN, MOST, Shown
from voicebot.console.page import page
from voicebot.console.period import Period, asked, ending
from voicebot.console.roles import Role

SHORTCUTS = (1, 7, 30, 365)
"""Days."""


def figures(ask: Ask) -> View:
    period = asked(ask)
    shown = _shown(ask, period)
    today = ask.now.date()
    shortcuts = [(days, ending(today, days)) for days in SHORTCUTS]
    waits = {"median": shown.wait(MEDIAN), "most": shown.wait(MOST)}
    values = {"period": period, "shown": shown, "shortcuts": shortcuts, "waits": waits}
    return View("stats/figures.html", values, 422 if period.complaint else 200)


def as_csv(ask: Ask) -> Response:
    period = asked(ask)
    name = f"voicebot-{period.first}-{period.last}.csv"
    return sheet.download(name, _shown(ask, period).sheet())


def _shown(ask: Ask, period: Period) -> Shown:
    offices = ask.service.parts.offices
    procedures = {one.id: one.name.text for office in offices for one in office.procedures}
    shared = Counter(procedures.values())
    return Shown(
        day_figures.period(ask.engine, period.first, period.last),
        ask.words,
        {office.id: office.name.text for office in offices},
        {one: name for one, name in procedures.items() if shared[name] == 1},
    )


routes = [
    page("/console/stats", figures, needs=Role.VIEWER, nav="stats.nav"),
    page("/console/stats.csv", as_csv, needs=Role.VIEWER),
]
