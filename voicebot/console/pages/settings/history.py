"""What was changed in an office, by whom, and taking it back."""

from functools import partial

from calendar_backend import amending
from calendar_backend.amending import Change
from calendar_backend.errors import UnknownEntry
from calendar_backend.office import OfficeFile
from calendar_backend.office_diff import Conflict, differences, put_back
from calendar_backend.office_file import checked
from voicebot.console.ask import Ask, Go, View
from voicebot.console.offices import changing, naming, wrongs
from voicebot.console.offices.changing import confirm
from voicebot.console.offices.known import OFFICES, address, known, unchanged
from voicebot.console.page import form, page
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.console.roles import Role

MOST = 30


def listed(ask: Ask) -> View:
    """The newest first; `before` in the address: those older than this one."""
    office = known(ask).office
    given = ask.query("before")
    before = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None
    found = amending.changes(ask.engine, office.id, before, MOST + 1)
    seen = [(change, _told(ask, change)) for change in found[:MOST]]
    values = {
        "office": office,
        "changes": [(change, lines) for change, lines in seen if lines or change.before is None],
        "undone": amending.undone(ask.engine, office.id, [change.id for change in found]),
        "more": found[MOST - 1].id if len(found) > MOST else None,
    }
    return View("settings/history.html", values)


def shown(ask: Ask) -> View:
    office, change = known(ask), _change(ask)
    values = {
        "office": office.office,
        "revision": office.revision,
        "change": change,
        "differences": _told(ask, change),
        "undone": amending.undone(ask.engine, office.office.id, [change.id]).get(change.id),
    }
    return View("settings/change.html", values)


def undone(ask: Ask) -> View | Go:
    office, change = unchanged(ask), _change(ask)
    back = address(office.office, "history", str(change.id))
    if change.before is None:
        raise Refusal(NOT_FOUND, "not_found")
    place = partial(naming.place, ask.words, office.office)
    try:
        after, complaints = checked(put_back(office.office, change.before, change.after))
    except Conflict as conflict:
        sentences = [ask.words("settings.changed_since", name=place(path)) for path in conflict.paths]
        return _impossible(office.office, sentences, back)
    if after is not None:
        complaints += changing.elsewhere(ask, after)
    if after is None or complaints:
        return _impossible(
            office.office, [f"{place(one.path)}: {wrongs.told(one)}" for one in complaints], back
        )
    return confirm(ask, office, after, back, undoes=change.id)


def _impossible(office: OfficeFile, sentences: list[str], back: str) -> View:
    return View("settings/not_possible.html", {"office": office, "why": sentences, "back": back}, 409)


def _change(ask: Ask) -> Change:
    given = ask.param("change")
    try:
        if not given.isascii() or not given.isdigit() or len(given) > 9:
            raise UnknownEntry(given)
        return amending.change(ask.engine, ask.param("office"), int(given))
    except UnknownEntry:
        raise Refusal(NOT_FOUND, "not_found") from None


def _told(ask: Ask, change: Change) -> list[tuple[str, str, str]]:
    if change.before is None:
        return []
    found = differences(change.before, change.after)
    return naming.told(ask.words, change.before, change.after, found)


routes = [
    page(f"{OFFICES}/{{office}}/history", listed, needs=Role.CLERK),
    page(f"{OFFICES}/{{office}}/history/{{change}}", shown, needs=Role.CLERK),
    form(f"{OFFICES}/{{office}}/history/{{change}}/undo", undone, needs=Role.ADMINISTRATOR),
]
