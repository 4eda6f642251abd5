"""The templates, and what all of them can use."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from voicebot import masks
from voicebot.console import assets, moments
from voicebot.console.residents.names import in_language
from voicebot.console.roles import Role
from voicebot.details import in_words
from voicebot.export.day_sheet import dialled

Filter = Callable[..., Any]


def _masked(mask: Callable[[str], str], plain: Callable[[str], str] = str) -> Filter:
    @pass_context
    def shown(context: Context, text: str) -> str:
        """In clear only for those who may hear calls."""
        return plain(text) if context["may"](Role.OPERATOR) else mask(text)

    return shown


@pass_context
def _day(context: Context, moment: date) -> str:
    return moments.day(moment, context["t"].language)


@pass_context
def _moment(context: Context, moment: datetime) -> str:
    return moments.both(moment, context["t"].language)


@pass_context
def _short_day(context: Context, moment: date) -> str:
    return moments.short(moment, context["t"].language)


@pass_context
def _in_language(context: Context, name: str) -> str:
    """What residents call a procedure in the language of the page; empty: the office's name must do."""
    return in_language(name, context["t"].language)


def _query(values: Mapping[str, Any], **more: Any) -> str:
    """As in an address; lists give their name several times."""
    return urlencode({**values, **more}, doseq=True)


def _names(things: Iterable[Any]) -> dict[str, str]:
    """The names of things of an office by their ids; where several have one name, with the id."""
    known = list(things)
    several = Counter(one.name for one in known)
    return {one.id: one.name if several[one.name] == 1 else f"{one.name}（{one.id}）" for one in known}


def _clock_field(text: str) -> str:
    """`8:30` as a field for times wants it."""
    return text.rjust(5, "0") if text[1:2] == ":" else text


def _in_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def make() -> Environment:
    """Everything is text unless a template says otherwise; an unknown name is an error."""
    made = Environment(
        loader=PackageLoader("voicebot.console"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"static": assets.address, "Role": Role}
    made.filters |= {
        "phone": _masked(masks.phone, dialled),
        "person": _masked(masks.name),
        "spoken": _masked(masks.spoken),
        "dialled": dialled,
        "details": in_words,
        "day": _day,
        "clock_field": _clock_field,
        "clock": moments.clock,
        "moment": _moment,
        "short_day": _short_day,
        "query": _query,
        "names": _names,
        "in_language": _in_language,
        "in_json": _in_json,
    }
    return made
