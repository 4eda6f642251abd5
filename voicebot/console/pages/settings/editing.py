"""The forms of an office: its name and numbers, its rules, a counter, a procedure, a life event of the guide, its days."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from calendar_backend.office_file import checked
from calendar_backend.office_plain import plain, whole
from calendar_backend.store import Snapshot
from voicebot.console.ask import Ask, Go, View
from voicebot.console.offices import changing, fields, naming, wrongs
from voicebot.console.offices.changing import EDIT, MORE, confirm
from voicebot.console.offices.fields import Field
from voicebot.console.offices.known import OFFICES, address, known, unchanged
from voicebot.console.offices.wrongs import Wrongs
from voicebot.console.page import Page, form, page
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.console.roles import Role

NEW = "new"
"""In place of the id of a counter, procedure or life event."""


@dataclass(frozen=True)
class Sheet:
    """One form: where its fields stand in the office."""

    kind: str
    """Key of its texts, and its part of the path."""

    fields: Sequence[Field]
    section: str = ""
    """Of the office's data; empty: the office itself."""

    many: bool = False
    """Whether the section is a list, of which the path names one."""

    @property
    def path(self) -> str:
        return f"{OFFICES}/{{office}}/{self.kind}{'/{part}' if self.many else ''}"


SHEETS = (
    Sheet("basics", fields.BASICS),
    Sheet("rules", fields.RULES, "rules"),
    Sheet("days", fields.DAYS),
    Sheet("counters", fields.COUNTER, "counters", many=True),
    Sheet("procedures", fields.PROCEDURE, "procedures", many=True),
    Sheet("guide", fields.LIFE_EVENT, "guide", many=True),
)


def _index(ask: Ask, sheet: Sheet, office: Snapshot) -> int | None:
    """The number of the counter, procedure or life event; that of the next for a new one. Raises Refusal."""
    if not sheet.many:
        return None
    ids = [part["id"] for part in plain(office.office).get(sheet.section, ())]
    if ask.param("part") == NEW:
        return len(ids)
    if ask.param("part") not in ids:
        raise Refusal(NOT_FOUND, "not_found")
    return ids.index(ask.param("part"))


def _values(sheet: Sheet, office: Snapshot, index: int | None) -> dict[str, Any]:
    data = whole(office.office)
    found: Any = data.get(sheet.section, ()) if sheet.section else data
    if index is None:
        return dict(found)
    return dict(found[index]) if index < len(found) else {}


def _form(
    ask: Ask,
    sheet: Sheet,
    office: Snapshot,
    values: dict[str, Any],
    wrong: Wrongs | None = None,
    blank: tuple[str, int] = ("", 0),
) -> View:
    """`blank`: a field of rows with so many more empty ones."""
    new = sheet.many and ask.param("part") == NEW
    view = {
        "office": office.office,
        "revision": office.revision,
        "sheet": sheet,
        "values": values,
        "wrongs": wrong or Wrongs(),
        "blank": blank,
        "new": new,
        "new_id": ask.form.get("id") or f"{sheet.kind[0]}{ask.now:%y%m%d%H%M%S}" if new else "",
        "choices": lambda field: fields.choices(field, office.office, values, ask.words),
        "here": ask.request.url.path,
        "can": ask.may(Role.ADMINISTRATOR),
    }
    return View("settings/edit.html", view, 422 if wrong else 200)


def shown(sheet: Sheet, ask: Ask) -> View:
    office = known(ask)
    return _form(ask, sheet, office, _values(sheet, office, _index(ask, sheet, office)))


def taken(sheet: Sheet, ask: Ask) -> View | Go:
    office = unchanged(ask)
    index = _index(ask, sheet, office)
    part = fields.identified(fields.answered(sheet.fields, ask.form))
    step = ask.form.get("step", "")
    if step == EDIT:
        return _form(ask, sheet, office, part)
    if step.startswith(MORE):
        return _form(ask, sheet, office, part, blank=(step.removeprefix(MORE), 5))
    given = part
    if index is not None:
        given = part | {"id": ask.form.get("id", "") if ask.param("part") == NEW else ask.param("part")}
    data = fields.proposed(plain(office.office), sheet.section, given, index, sheet.fields)
    after, complaints = checked(data)
    if after is not None:
        complaints += changing.elsewhere(ask, after)
    if after is None or complaints:
        inside = () if not sheet.section else (sheet.section,) if index is None else (sheet.section, index)
        asked = [field.name for field in sheet.fields]
        where = partial(naming.place, ask.words, office.office)
        return _form(ask, sheet, office, part, wrongs.sorted_out(complaints, inside, asked, where))
    return confirm(ask, office, after, ask.request.url.path)


def removed(sheet: Sheet, ask: Ask) -> View | Go:
    """A counter, procedure or life event goes."""
    office = unchanged(ask)
    index = _index(ask, sheet, office)
    data = plain(office.office)
    data[sheet.section] = [part for n, part in enumerate(data[sheet.section]) if n != index]
    after, complaints = checked(data)
    back = address(office.office, sheet.kind, ask.param("part"))
    if after is None or complaints:
        where = partial(naming.place, ask.words, office.office)
        needed = fields.needed_by(office.office, ask.param("part")) if sheet.section == "counters" else []
        if needed:
            complaints = [one for one in complaints if one.path[0] != "procedures"]
        sentences = [f"{where(one.path)}: {wrongs.told(one)}" for one in complaints]
        if needed:
            sentences.insert(
                0, ask.words("settings.counter_needed", names=ask.words("shell.comma").join(needed))
            )
        return View(
            "settings/not_possible.html", {"office": office.office, "why": sentences, "back": back}, 422
        )
    return confirm(ask, office, after, back)


def _routes(sheet: Sheet) -> list[Page]:
    made: list[Callable[[Ask], View | Go]] = [partial(taken, sheet), partial(removed, sheet)]
    found = [
        page(sheet.path, partial(shown, sheet), needs=Role.CLERK),
        form(sheet.path, made[0], needs=Role.ADMINISTRATOR),
    ]
    return [*found, form(f"{sheet.path}/remove", made[1], needs=Role.ADMINISTRATOR)] if sheet.many else found


routes = [route for sheet in SHEETS for route in _routes(sheet)]
