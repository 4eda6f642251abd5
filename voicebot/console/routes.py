"""All pages, in the order of the navigation, and what is served beside them."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute

from voicebot.console import assets, phone_line, templates
from voicebot.console.answering import Answering
from voicebot.console.page import Live, Page
from voicebot.console.pages import (
    accounts,
    audit_log,
    bookings,
    callbacks,
    calls,
    counters,
    documents,
    home,
    phone,
    replay,
    residents,
    sentences,
    settings,
    signing,
    stats,
    waiting,
)
from voicebot.console.shown import Shower
from voicebot.console.state import ConsoleState

PAGES: tuple[Page | Live, ...] = (
    *home.routes,
    *phone.routes,
    *calls.routes,
    *replay.routes,
    *bookings.routes,
    *callbacks.routes,
    *waiting.routes,
    *counters.routes,
    *stats.routes,
    *settings.routes,
    *sentences.routes,
    *accounts.routes,
    *audit_log.routes,
    *signing.routes,
    *documents.routes,
    *residents.routes,
)


def make(pages: tuple[Page | Live, ...] = PAGES) -> tuple[list[BaseRoute], Answering]:
    """The routes, and what answers where there is none."""
    answering = Answering(Shower(templates.make(), [page for page in pages if isinstance(page, Page)]))
    return [*map(answering.route, pages), *phone_line.routes, assets.mount], answering


def install(app: Starlette, answering: Answering) -> None:
    """What the pages need of the application they are part of."""
    app.state.console = ConsoleState()
    app.add_exception_handler(HTTPException, answering.missing)
