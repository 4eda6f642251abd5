"""Keys for kiosks and wall screens: made, shown once, taken back."""

from calendar_backend import BadWish, UnknownEntry, devices
from calendar_backend.devices import KINDS, LONGEST_NAME
from voicebot.console import which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import form, page
from voicebot.console.refusal import NOT_FOUND, STALE, Refusal
from voicebot.console.roles import Role
from voicebot.telephony.address import public_url

LIST = "/console/settings/devices"


def listed(ask: Ask) -> View:
    return _list(ask)


def _list(ask: Ask, complaint: str = "", address: str = "", made: devices.Device | None = None) -> View:
    offices = which_office.names(ask)
    known = [one for office in offices for one in devices.listed(ask.engine, office)]
    values = {
        "offices": offices,
        "devices": known,
        "kinds": KINDS,
        "longest": LONGEST_NAME,
        "complaint": complaint,
        "made": made,
        "key_address": address,
        "given": {name: ask.form.get(name, "") for name in ("office", "kind", "name")},
    }
    return View("settings/devices.html", values, 422 if complaint else 200)


def made(ask: Ask) -> View:
    """Shows the address with the key, this once. Raises Refusal."""
    office = ask.form.get("office", "")
    if office not in which_office.names(ask):
        raise Refusal(NOT_FOUND, "no_office", back=LIST)
    kind, name = ask.form.get("kind", ""), " ".join(ask.form.get("name", "").split())
    if kind not in KINDS:
        return _list(ask, "kind")
    try:
        device, key = devices.make(ask.engine, office, kind, name, ask.now, by=ask.name)
    except BadWish:
        return _list(ask, "name")
    ask.record("device.make", f"device:{device.id}", None, {"kind": kind, "name": name, "office": office})
    base = public_url(ask.request, ask.service.settings.public_url)
    return _list(ask, address=f"{base}/{kind}?key={key}", made=device)


def taken_back(ask: Ask) -> Go:
    """Raises Refusal where somebody has done so."""
    office = ask.form.get("office", "")
    number = which_office.number(ask.form.get("device", "")) or 0
    try:
        device = devices.take_back(ask.engine, office, number, ask.now, by=ask.name)
    except UnknownEntry:
        raise Refusal(STALE, "changed_meanwhile", back=LIST) from None
    ask.record("device.take_back", f"device:{device.id}", {"kind": device.kind, "name": device.name}, None)
    return Go(LIST, told="device_taken_back")


routes = [
    page(LIST, listed, needs=Role.ADMINISTRATOR),
    form(LIST, made, needs=Role.ADMINISTRATOR),
    form(f"{LIST}/take-back", taken_back, needs=Role.ADMINISTRATOR),
]
