"""The first page: what this is, whether calls can be taken, where to go."""

from collections.abc import AsyncGenerator

from voicebot import readiness
from voicebot.console.ask import Ask, View
from voicebot.console.page import Live, Page, live, page
from voicebot.console.roles import Role
from voicebot.export.day_sheet import dialled
from voicebot.hub import CallEnded, CallHappened


def home(ask: Ask) -> View:
    """Answers also where the database is away: it says so."""
    offices = [
        {"name": office.name.text, "numbers": [dialled(number) for number in office.called]}
        for office in ask.service.parts.offices
    ]
    return View("home.html", {"ready": readiness.checked(ask.service), "offices": offices})


def console(ask: Ask) -> View:
    """Where staff begin."""
    return View("console.html", {"lines": ask.service.calls.streaming})


async def lines(ask: Ask) -> AsyncGenerator[View]:
    """How many calls are under way, whenever that changes."""
    with ask.service.hub.watching(CallHappened, CallEnded) as watcher:
        told = -1
        while True:
            under_way = ask.service.calls.streaming
            if under_way != told:
                told = under_way
                yield View("lines.html", {"lines": under_way})
            if not await watcher.news():
                return


routes: list[Page | Live] = [
    page("/", home, needs=None),
    page("/console", console, needs=Role.VIEWER, nav="shell.nav"),
    live("/console/lines", lines, needs=Role.VIEWER),
]
