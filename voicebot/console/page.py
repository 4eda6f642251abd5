"""A page is declared, not wired: its path, who may see it, and the function that makes it.

routes = [
    page("/console/calls", listed, needs=Role.VIEWER, nav="calls.nav"),
    form("/console/calls/{sid}/label", labelled, needs=Role.OPERATOR),
    live("/console/calls/live", watched, needs=Role.OPERATOR),
]
"""

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass

from starlette.responses import Response

from voicebot.console.ask import Ask, Go, View
from voicebot.console.roles import Needs

Answer = View | Go | Response
Handler = Callable[[Ask], Answer]
LiveHandler = Callable[[Ask], AsyncGenerator[View | str]]


@dataclass(frozen=True)
class Page:
    """One path and method."""

    path: str
    """As Starlette writes it: `/console/calls/{sid}`."""

    handler: Handler
    """May block, and may raise Refusal. A plain `Response` is for what is no page: CSV, audio."""

    needs: Needs | None
    """The role that it takes (`Role.may`), or `SIGNED_IN`; None: everybody, also who is not signed in."""

    method: str = "GET"
    nav: str = ""
    """Key of the text under which it stands in the navigation; empty: it does not."""

    residents: bool = False
    """In the words and the look of the pages that residents see."""


def page(path: str, handler: Handler, *, needs: Needs | None, nav: str = "") -> Page:
    """Something to look at. The handler changes nothing."""
    return Page(path, handler, needs, "GET", nav)


def form(path: str, handler: Handler, *, needs: Needs | None) -> Page:
    """Something to do: a form that is posted here, with `{{ form_token() }}` in it; others are refused.

    The handler answers `Go` when it is done, and the form's own `View` with status 422 when something is to be put right.
    """
    return Page(path, handler, needs, "POST")


def resident_page(path: str, handler: Handler, *, nav: str = "") -> Page:
    """As `page`, for everybody; `nav` stands in the navigation of residents."""
    return Page(path, handler, None, "GET", nav, residents=True)


def resident_form(path: str, handler: Handler) -> Page:
    """As `form`, for everybody."""
    return Page(path, handler, None, "POST", residents=True)


@dataclass(frozen=True)
class Live:
    """A path that goes on answering."""

    path: str
    handler: LiveHandler
    needs: Needs | None
    residents: bool = False


def live(path: str, handler: LiveHandler, *, needs: Needs | None) -> Live:
    """Server-sent events: what the asynchronous handler yields, a template's piece of a page or a text, is one message.

    The handler runs in the loop and must not block. It ends by itself when `Watcher.news()` is empty; when the reader
    goes away it is cancelled. `static/live.js` puts each message into the element whose `data-live` is this path.
    """
    return Live(path, handler, needs)


def resident_live(path: str, handler: LiveHandler) -> Live:
    """As `live`, for everybody."""
    return Live(path, handler, None, residents=True)
