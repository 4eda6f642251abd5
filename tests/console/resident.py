"""A resident's browser: what is shown, and the way through the pages up to a booking."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

from httpx2 import Response

from tests.console.booked import DAY
from tests.console.conftest import Browser

LANGUAGES = ("ja", "easy", "en", "zh", "ko")
PHONE, SHOWN = "+81935551234", "093-555-1234"


@dataclass
class Form:
    """As it was shown."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(given.get("action", ""), given.get("method", "get")))
            self._open = True
        elif self._open and tag == "input" and "name" in given:
            chosen = given.get("type") != "radio" or "checked" in given
            if chosen:
                self.found[-1].fields.append((given["name"], given.get("value", "")))
        elif self._open and tag == "button":
            self.found[-1].buttons.append((given.get("name", ""), given.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = False


def forms(page: Response | str) -> list[Form]:
    parser = _Forms()
    parser.feed(page if isinstance(page, str) else page.text)
    return parser.found


def form(page: Response | str, action: str) -> Form:
    found = [one for one in forms(page) if one.action == action]
    assert found, page if isinstance(page, str) else page.text
    return found[0]


def send(browser: Browser, shown: Form, **typed: str) -> Response:
    """What is typed takes the place of what was there."""
    body = [(name, value) for name, value in shown.fields if name not in typed] + list(typed.items())
    return browser.client.post(
        shown.action,
        content=urlencode(body),
        headers={"Accept": "text/html", "Content-Type": "application/x-www-form-urlencoded"},
        follow_redirects=False,
    )


def times(browser: Browser, what: str = "short", day: str = DAY, more: str = "") -> Response:
    return browser.get(f"/book/when?procedure={what}&day={day}{more}")


def chooses(browser: Browser, start: str = f"{DAY}T10:00", what: str = "short", more: str = "") -> Response:
    """Presses a time; the answer as it came."""
    page = times(browser, what, start[:10], more)
    return send(browser, form(page, "/book/hold"), start=start)


def kept(browser: Browser, start: str = f"{DAY}T10:00", what: str = "short", more: str = "") -> Response:
    """The form, with the place kept."""
    answer = chooses(browser, start, what, more)
    assert answer.status_code == 303, answer.text
    return browser.get(answer.headers["location"])


def read_back(browser: Browser, you: Response, **typed: str) -> Response:
    return send(browser, form(you, "/book/you"), **typed)


def books(browser: Browser, start: str = f"{DAY}T10:00", what: str = "short", **typed: str) -> str:
    """All of the way; the address of the booking's own page."""
    answer = send(browser, form(read_back(browser, kept(browser, start, what), **typed), "/book/confirm"))
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].partition("?")[0]


def number(own: str) -> str:
    found = re.search(r"<strong>(\d{4})</strong>", own)
    assert found, own
    return found[1]
