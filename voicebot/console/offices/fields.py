"""The fields of the forms in which an office is edited. A form's answers are plain data, as in the office's file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from calendar_backend.life_event import NO, TRANSLATIONS, YES
from calendar_backend.office import OfficeFile
from calendar_backend.office_fields import WEEKDAYS
from voicebot.console.form import Form
from voicebot.console.words import Words

LONGEST_ROWS = 300


@dataclass(frozen=True, slots=True)
class Field:
    """Something that is asked. Its label is the text `settings.fields.NAME`, its one line of explanation
    `settings.hints.KEY`, where there is one."""

    name: str
    kind: str = "text"
    """text, reading, tel, number, time, date, month_day, check, choice, checks, days, lines, group (one of `parts`), rows
    (many) or hidden."""

    parts: "tuple[Field, ...]" = ()
    needed: bool = False
    choices: tuple[str, ...] = ()
    """Of a choice or checks; `("counters",)` stands for the office's counters, `("procedures",)` for its procedures or none,
    `("answers",)` for what may be answered to the questions of the same form."""

    hint: str = ""
    least: int = 0
    most: int = 0
    """Of a number."""


def number(name: str, least: int, most: int, needed: bool = False, hint: str = "") -> Field:
    return Field(name, "number", needed=needed, least=least, most=most, hint=hint or name)


_CALLED = (Field("name", needed=True, hint="name"), Field("reading", "reading", needed=True, hint="reading"))
_SPAN = (Field("open", "time", needed=True), Field("close", "time", needed=True))
_IN_FORCE = (Field("from", "date"), Field("to", "date"))
_WEEKLY = (Field("days", "days", needed=True), *_SPAN)
_WORDS = (Field("text", needed=True), Field("reading", "reading", needed=True))
_COUNTERS = Field("counters", "checks", choices=("counters",))

BASICS = (
    *_CALLED,
    Field("phone", "tel", needed=True, hint="phone"),
    Field("agent_phone", "tel", needed=True, hint="agent_phone"),
    Field("agent_hours", "group", _SPAN, hint="agent_hours"),
    Field("called", "lines", hint="called"),
    Field("parking", "group", _WORDS, hint="parking"),
    Field("access", "group", _WORDS, hint="access"),
    Field("welfare", "group", _WORDS, hint="welfare"),
    Field("walk_in", "group", _WORDS, hint="walk_in"),
)
RULES = (
    number("lead_open_days", 0, 60),
    Field("cut_off", "time", hint="cut_off"),
    number("horizon_days", 1, 366),
    Field("grid_minutes", "choice", choices=("15", "30", "60"), hint="grid_minutes"),
    number("cancel_days", 0, 60),
    number("per_person", 1, 100),
    number("cool_down_minutes", 0, 1440),
    number("late_minutes", 0, 120),
    Field("asks_name", "check", hint="asks_name"),
    Field("year_end", "group", (Field("from", "month_day"), Field("to", "month_day")), hint="year_end"),
)
COUNTER = (
    *_CALLED,
    number("capacity", 1, 50, needed=True),
    Field("hours", "rows", (*_WEEKLY, *_IN_FORCE), needed=True, hint="hours"),
    Field(
        "staffing",
        "rows",
        (*_WEEKLY, number("capacity", 0, 50, needed=True, hint="-"), *_IN_FORCE),
        hint="staffing",
    ),
    Field("floor", "group", _WORDS, hint="floor"),
)
PROCEDURE = (
    *_CALLED,
    Field("counter", "choice", needed=True, choices=("counters",), hint="counter"),
    number("duration_minutes", 5, 240, needed=True),
    Field("aliases", "rows", _WORDS, hint="aliases"),
    Field("asked_as", "group", _WORDS, hint="asked_as"),
    Field("answered_by", "rows", _WORDS, hint="answered_by"),
    Field("explained", "group", _WORDS, hint="explained"),
    number("within_days", 0, 366, hint="within_days"),
    Field("bring", "rows", _WORDS, hint="bring"),
    Field("deadline", "group", _WORDS, hint="deadline"),
    Field("fee", "group", _WORDS, hint="fee"),
    Field("proxy", "group", _WORDS, hint="proxy"),
    Field("seal", "group", _WORDS, hint="seal"),
    Field("convenience_store", "group", _WORDS, hint="convenience_store"),
    Field("key", "choice", choices=("", *"123456789"), hint="key"),
    Field("also_at", "checks", choices=("counters",), hint="also_at"),
    number("people", 1, 20),
    number("per_day", 1, 1000),
    number("buffer_minutes", 0, 120),
    number("lead_open_days", 0, 60, hint="own_rule"),
    Field("cut_off", "time", hint="own_rule"),
    number("horizon_days", 1, 366, hint="own_rule"),
)
_CLOSED = (
    Field("date", "date", needed=True),
    Field("name", needed=True),
    Field("reading", "reading", needed=True),
)
DAYS = (
    Field("closed", "rows", (*_CLOSED, _COUNTERS), hint="closed"),
    Field("open_days", "rows", (Field("date", "date", needed=True), *_SPAN, _COUNTERS), hint="open_days"),
)
_TRANSLATED = tuple(Field(language) for language in TRANSLATIONS)
_TOLD = (*_WORDS, *_TRANSLATED)
_CHOICES = Field(
    "choices",
    "rows",
    (Field("id", "hidden"), *_TOLD, Field("answered_by", "rows", _WORDS, hint="choice_answered_by")),
    hint="choices",
)
LIFE_EVENT = (
    *_CALLED,
    *_TRANSLATED,
    Field("aliases", "rows", _WORDS, hint="event_aliases"),
    Field(
        "questions",
        "rows",
        (Field("id", "hidden"), *_TOLD, Field("several", "check"), _CHOICES),
        hint="questions",
    ),
    Field(
        "steps",
        "rows",
        (
            Field("procedure", "choice", choices=("procedures",)),
            Field("elsewhere", "group", _TOLD),
            Field("where", "group", _TOLD),
            Field("when", "checks", choices=("answers",), hint="when"),
            Field("later", "check"),
        ),
        needed=True,
        hint="steps",
    ),
)


def answered(fields: Sequence[Field], form: Form, before: str = "") -> dict[str, Any]:
    """What a form says, plain; what was left empty, and rows that were crossed out, are not in it."""
    found: dict[str, Any] = {}
    for field in fields:
        value = _value(field, form, before + field.name)
        if value not in ("", [], {}):
            found[field.name] = value
    return found


def _value(field: Field, form: Form, name: str) -> Any:
    match field.kind:
        case "group":
            return answered(field.parts, form, f"{name}.")
        case "rows":
            numbers = range(_rows(form, name))
            rows = (
                answered(field.parts, form, f"{name}.{n}.") for n in numbers if f"{name}.{n}.drop" not in form
            )
            return [row for row in rows if row]
        case "checks":
            return form.getlist(name)
        case "days":
            ticked = form.getlist(name)
            return "".join(day for day in WEEKDAYS if day in ticked)
        case "lines":
            return [line.strip() for line in form.get(name, "").split("\n") if line.strip()]
        case "check":
            return "true" if form.get(name) else ""
        case _:
            return form.get(name, "").strip()


def _rows(form: Form, name: str) -> int:
    """How many rows were shown."""
    shown = form.get(f"{name}.rows", "")
    return min(int(shown), LONGEST_ROWS) if shown.isascii() and shown.isdigit() and len(shown) < 6 else 0


def proposed(
    data: Mapping[str, Any], section: str, part: Mapping[str, Any], index: int | None, fields: Sequence[Field]
) -> dict[str, Any]:
    """The office's plain data with the answers in place of what the fields ask. `section`: empty for the office itself,
    `rules`, `counters`, `procedures`, `guide`; `index`: which of these, its number of them for a new one."""
    asked = {field.name for field in fields}

    def filled(old: Mapping[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in old.items() if key not in asked} | dict(part)

    if not section:
        return filled(data)
    if index is None:
        return {**data, section: filled(data.get(section, {}))}
    parts = list(data.get(section, ()))
    parts[index : index + 1] = [filled(parts[index] if index < len(parts) else {})]
    return {**data, section: parts}


def choices(
    field: Field, office: OfficeFile, values: Mapping[str, Any], words: Words
) -> list[tuple[str, str]]:
    """Value and name of what can be chosen; `values`: what else stands in the form."""
    if field.choices == ("counters",):
        return [(counter.id, counter.name) for counter in office.counters]
    if field.choices == ("procedures",):
        return [("", ""), *((procedure.id, procedure.name) for procedure in office.procedures)]
    if field.choices == ("answers",):
        return [one for question in values.get("questions") or () for one in _answers(question, words)]
    return [(choice, choice) for choice in field.choices]


def _answers(question: Mapping[str, Any], words: Words) -> Iterator[tuple[str, str]]:
    """Conditions, and how they are told: 運転免許や車はありますか：どちらもない."""
    plain = ({"id": YES, "text": words("settings.yes")}, {"id": NO, "text": words("settings.no")})
    for choice in question.get("choices") or plain:
        told = f"{question.get('text', '')}：{choice.get('text', '')}"
        yield f"{question.get('id', '')}={choice.get('id', '')}", told


def identified(part: Mapping[str, Any]) -> dict[str, Any]:
    """A life event's answers with ids for the questions and choices that are new."""
    questions = [
        question | {"choices": _numbered("a", question["choices"])} if question.get("choices") else question
        for question in part.get("questions", ())
    ]
    return {**part, "questions": _numbered("q", questions)} if questions else dict(part)


def _numbered(letter: str, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    used = {row.get("id") for row in rows}
    free = (f"{letter}{n}" for n in count(1) if f"{letter}{n}" not in used)
    return [
        {"id": row.get("id") or next(free), **{k: v for k, v in row.items() if k != "id"}} for row in rows
    ]


def needed_by(office: OfficeFile, counter_id: str) -> list[str]:
    """Names of the procedures that are done at a counter."""
    return [procedure.name for procedure in office.procedures if counter_id in procedure.counters]
