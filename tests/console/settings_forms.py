"""The forms of the settings, sent as a browser would."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from httpx2 import Response
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar
from calendar_backend.office import OfficeFile
from tests.console.conftest import Browser

OFFICE = "/console/settings/offices/small"
DESK = f"{OFFICE}/counters/desk"
SHORT = f"{OFFICE}/procedures/short"

Fields = dict[str, Any]


def fields(page: Response, action: str) -> Fields:
    """What a browser would send of the form with this action, as it stands; lists where a name occurs more than once."""
    (form,) = re.findall(rf'<form[^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', page.text, re.DOTALL)
    found: Fields = {}

    def put(name: str, value: str) -> None:
        old = found.get(name)
        found[name] = value if old is None else [*(old if isinstance(old, list) else [old]), value]

    for tag in re.findall(r"<(?:input|textarea|select)\b[^>]*>", form):
        name = re.search(r'name="([^"]+)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name is None or (re.search(r'type="(checkbox|radio)"', tag) and " checked" not in tag):
            continue
        if tag.startswith("<textarea"):
            text = re.search(rf"{re.escape(tag)}(.*?)</textarea>", form, re.DOTALL)
            put(name[1], unescape(text[1] if text else ""))
        elif tag.startswith("<select"):
            options = re.search(rf"{re.escape(tag)}(.*?)</select>", form, re.DOTALL)
            assert options
            chosen = re.search(r'<option value="([^"]*)" selected', options[1])
            put(name[1], unescape(chosen[1]) if chosen else "")
        else:
            put(name[1], unescape(value[1]) if value else "")
    return found


def send(browser: Browser, address: str, given: Mapping[str, Any]) -> Response:
    return browser.client.post(
        address, data=dict(given), headers={"Accept": "text/html"}, follow_redirects=False
    )


def change(browser: Browser, address: str, step: str = "check", **new: Any) -> Response:
    """The form as it is shown, with some fields filled anew, sent."""
    given = fields(browser.get(address), address) | {k.replace("__", "."): v for k, v in new.items()}
    return send(browser, address, given | {"step": step})


def save(browser: Browser, preview: Response, address: str) -> Response:
    """The page that shows the effect, with its button to save pressed."""
    assert preview.status_code == 200, preview.text
    return send(browser, address, fields(preview, address) | {"step": "save"})


def changed(browser: Browser, address: str, **new: Any) -> Response:
    """Seen and saved."""
    saved = save(browser, change(browser, address, **new), address)
    assert saved.status_code == 303, saved.text
    return saved


def office(engine: Engine) -> OfficeFile:
    return OfficeCalendar(engine, "small").office


def text(page: Response) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.text)))
