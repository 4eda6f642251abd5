"""A view as a response: its template with what every page shows around it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from voicebot.console import cookies, form_token
from voicebot.console.ask import Ask, View
from voicebot.console.headers import guard
from voicebot.console.page import Page
from voicebot.console.refusal import Refusal
from voicebot.console.words import LANGUAGES


@dataclass
class FormKey:
    """The cookie that this browser's forms are signed with."""

    cookie: str
    new: bool = field(init=False, default=False)

    def made(self) -> str:
        if not self.cookie:
            self.cookie, self.new = cookies.new(), True
        return self.cookie


@dataclass(frozen=True)
class Shower:
    """Renders for all pages."""

    environment: Environment
    pages: Sequence[Page]

    def view(self, ask: Ask, view: View) -> Response:
        """Blocks for as long as the template takes."""
        key = FormKey(form_cookie(ask))
        response = HTMLResponse(self._rendered(ask, view, key), view.status)
        if key.new:
            cookies.give(ask.request, response, cookies.VISITOR, key.cookie)
        response.headers["Content-Language"] = ask.words.language
        response.headers["Vary"] = "Cookie"
        return guard(response)

    def piece(self, ask: Ask, view: View) -> str:
        """A part of a page that is shown already."""
        return self._rendered(ask, view, FormKey(form_cookie(ask)))

    def _rendered(self, ask: Ask, view: View, key: FormKey) -> str:
        def token() -> Markup:
            signed = form_token.made(key.made(), ask.now)
            return Markup('<input type="hidden" name="form_token" value="{}">').format(signed)

        url = ask.request.url
        values: dict[str, Any] = {
            "t": ask.words,
            "languages": LANGUAGES,
            "who": ask.who,
            "may": ask.may,
            "now": ask.now,
            "here": url.path,
            "address": url.path + (f"?{url.query}" if url.query else ""),
            "told": _told(ask),
            "nav": [p for p in self.pages if p.nav and (p.needs is None or ask.may(p.needs))],
            "known": {p.path for p in self.pages},
            "form_token": token,
        }
        return self.environment.get_template(view.template).render(values | dict(view.values))

    def refusal(self, ask: Ask, refusal: Refusal) -> Response:
        texts = f"refusals.{refusal.key}"
        values = {
            "heading": ask.words(f"{texts}.heading", **refusal.values),
            "why": ask.words(f"{texts}.why", **refusal.values),
            "status": HTTPStatus(refusal.status),
            "back": refusal.back,
        }
        return self.view(ask, View("refusal.html", values, refusal.status))


def form_cookie(ask: Ask) -> str:
    """What the browser's forms are signed with: its session, or, before that, the visitor's cookie; empty: neither."""
    return cookies.read(ask.request, cookies.SESSION if ask.who else cookies.VISITOR)


def language(request: Request) -> str:
    """The one that was chosen, or the first."""
    chosen = cookies.read(request, cookies.LANGUAGE)
    return chosen if chosen in LANGUAGES else next(iter(LANGUAGES))


def _told(ask: Ask) -> str:
    key = f"told.{ask.query('told')}"
    return ask.words(key) if key in ask.words else ""
