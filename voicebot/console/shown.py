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
from voicebot.console.words import LANGUAGES, RESIDENTS_LANGUAGES, TAGS, Words, for_residents, words

RESIDENTS_FIRST = "/book"
"""Where residents begin."""

DEVICES = ("/kiosk", "/lobby")
"""What stands on a device of the office, which shows nothing else."""


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
        response.headers["Content-Language"] = ask.words.tag
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
        device = next((one for one in DEVICES if f"{url.path}/".startswith(f"{one}/")), "")
        values: dict[str, Any] = {
            "t": ask.words,
            "languages": RESIDENTS_LANGUAGES if ask.words.residents else LANGUAGES,
            "layout": "residents/layout.html" if ask.words.residents else "layout.html",
            "tags": TAGS,
            "first": device or (RESIDENTS_FIRST if ask.words.residents else "/"),
            "who": ask.who,
            "may": ask.may,
            "now": ask.now,
            "here": url.path,
            "address": url.path + (f"?{url.query}" if url.query else ""),
            "told": _told(ask),
            "nav": [] if device else self._nav(ask),
            "known": {p.path for p in self.pages},
            "form_token": token,
        }
        return self.environment.get_template(view.template).render(values | dict(view.values))

    def for_residents(self, path: str) -> bool:
        """Whether the address lies where residents' pages are."""
        return any(path.split("/")[1] == page.path.split("/")[1] for page in self.pages if page.residents)

    def _nav(self, ask: Ask) -> list[Page]:
        """Of the pages for the same readers."""
        same = (page for page in self.pages if page.nav and page.residents == ask.words.residents)
        return [page for page in same if page.needs is None or ask.may(page.needs)]

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


def spoken_to(request: Request, residents: bool) -> Words:
    """In the language that was chosen, or the first."""
    cookie, languages = (
        (cookies.RESIDENTS_LANGUAGE, RESIDENTS_LANGUAGES) if residents else (cookies.LANGUAGE, LANGUAGES)
    )
    chosen = cookies.read(request, cookie)
    language = chosen if chosen in languages else next(iter(languages))
    return for_residents(language) if residents else words(language)


def _told(ask: Ask) -> str:
    key = f"told.{ask.query('told')}"
    return ask.words(key) if key in ask.words else ""
