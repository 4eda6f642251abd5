"""Which office a page is about, and which day."""

import unicodedata
from collections.abc import Mapping
from datetime import MAXYEAR, date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from calendar_backend import TOKYO, OfficeCalendar
from calendar_backend.models import HIGHEST_ID, CallbackRow, WaitingRow
from calendar_backend.store import office_names
from numbering import BadNumber, Reason, name_holds_my_number
from voicebot.console.ask import Ask
from voicebot.console.refusal import BAD, NOT_FOUND, Refusal
from voicebot.database import reading

LONGEST_NAME = 60
MOST_PEOPLE = 20
YEARS = range(2000, 2200)
"""Days beyond are nobody's: no holidays are known of them."""

assert YEARS.stop < MAXYEAR


def names(ask: Ask) -> Mapping[str, str]:
    """Of all offices, by id."""
    with reading(ask.engine) as connection:
        return office_names(connection)


def chosen(ask: Ask, offices: Mapping[str, str]) -> OfficeCalendar:
    """The one in the address or the form, or else the first; read anew where it has changed. Raises Refusal."""
    wanted = ask.form.get("office") or ask.query("office") or next(iter(offices), "")
    if wanted not in offices:
        raise Refusal(NOT_FOUND, "no_office")
    calendar = ask.service.city.at(wanted)
    calendar.refresh()
    return calendar


def about(ask: Ask, **values: Any) -> tuple[OfficeCalendar, dict[str, Any]]:
    """The calendar, and what every page about it shows around it."""
    offices = names(ask)
    calendar = chosen(ask, offices)
    return calendar, {"office": calendar.office, "offices": offices, "today": ask.now.date(), **values}


def with_counts(
    ask: Ask, offices: Mapping[str, str], list_: type[CallbackRow] | type[WaitingRow], states: tuple[str, ...]
) -> Mapping[str, str]:
    """The names with how many lines of a list wait there for somebody to phone."""
    asked = select(list_.office_id, func.count()).where(list_.state.in_(states)).group_by(list_.office_id)
    with reading(ask.engine) as connection:
        lines = {office: count for office, count in connection.execute(asked)}  # noqa: C416
    return {id_: f"{name}（{lines[id_]}）" if id_ in lines else name for id_, name in offices.items()}


def day(text: str, default: date) -> date:
    """`2026-12-04`; empty: the default. Raises Refusal."""
    if not text:
        return default
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise Refusal(BAD, "bad_day") from None
    if found.year not in YEARS:
        raise Refusal(BAD, "bad_day")
    return found


def start(text: str) -> datetime:
    """`2026-12-04T10:00`, in Tokyo. Raises Refusal."""
    try:
        found = datetime.strptime(text, "%Y-%m-%dT%H:%M").replace(tzinfo=TOKYO)
    except ValueError:
        raise Refusal(BAD, "bad_time") from None
    if found.year not in YEARS:
        raise Refusal(BAD, "bad_time")
    return found


def week(of: date) -> tuple[date, date]:
    """From Monday to Sunday."""
    monday = of - timedelta(days=of.weekday())
    return monday, monday + timedelta(days=6)


def bad_number(ask: Ask, error: BadNumber, typed: str) -> str:
    """Why what was typed is no telephone number."""
    if not typed.strip():
        return ask.words("bookings.give_phone")
    if error.reason is Reason.WITHHELD:
        return ask.words("bookings.withheld_phone")
    if error.reason is Reason.NOT_A_NUMBER:
        return ask.words("bookings.unread_phone")
    reason = error.reason.japanese if ask.words.language == "ja" else f" {error.reason.english}"
    return ask.words("bookings.bad_phone", reason=reason)


def bad_name(ask: Ask, typed: str) -> str:
    """Why what was typed cannot be kept as a name; empty: it can."""
    if len(typed) > LONGEST_NAME or not all(c.isprintable() for c in typed):
        return ask.words("bookings.bad_name", most=LONGEST_NAME)
    return ask.words("bookings.my_number_name") if name_holds_my_number(typed) else ""


def people(typed: str, most: int) -> int | None:
    """How many come, `２` as well as 2; None for what is no number from 1 to `most`."""
    found = number(unicodedata.normalize("NFKC", typed).strip())
    return found if found is not None and 1 <= found <= most else None


def number(text: str) -> int | None:
    """The id of a row; None for what no row has."""
    found = int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
    return found if found is not None and found <= HIGHEST_ID else None


def digits(text: str) -> str:
    """１２３４ and 12-34 as 1234."""
    return "".join(str(int(sign)) for sign in text[:40] if sign.isdecimal())
