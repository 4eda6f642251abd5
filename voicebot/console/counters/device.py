"""The device that a page stands on: a cookie with its key, which the address that was made for it has given."""

from starlette.responses import RedirectResponse, Response

from calendar_backend import devices
from calendar_backend.devices import Device
from voicebot.console import cookies
from voicebot.console.ask import Ask, View
from voicebot.console.refusal import FORBIDDEN, Refusal


def known(ask: Ask, kind: str) -> Device | None:
    """None: none of this kind, or its key was taken back."""
    key = cookies.read(ask.request, cookies.DEVICES[kind])
    found = devices.known(ask.engine, key) if key else None
    return found if found and found.kind == kind else None


def needed(ask: Ask, kind: str) -> Device:
    """Raises Refusal."""
    found = known(ask, kind)
    if found is None:
        raise Refusal(FORBIDDEN, "no_device", back=f"/{kind}")
    return found


def opened(ask: Ask, kind: str) -> Device | Response | View:
    """The device whose page is opened; or else what is answered: to an address with a key the cookie, and to whoever has none what to
    do."""
    if not ask.query("key"):
        return known(ask, kind) or unknown(kind)
    found = devices.known(ask.engine, ask.query("key"))
    if found is None or found.kind != kind:
        return unknown(kind, wrong=True)
    response = RedirectResponse(f"/{kind}", 303)
    cookies.give(ask.request, response, cookies.DEVICES[kind], ask.query("key"))
    return response


def unknown(kind: str, wrong: bool = False) -> View:
    """What to do where there is no key."""
    return View("residents/device.html", {"kind": kind, "wrong": wrong}, FORBIDDEN)


def client(device: Device) -> str:
    """As the queue's history names it."""
    return f"{device.kind}:{device.id}"
