"""Finding bookings by what somebody knows of one."""

from datetime import datetime
from unicodedata import normalize

from calendar_backend import TOKYO
from calendar_backend.records import Record, Wish
from numbering import BadNumber, e164
from voicebot.console import which_office
from voicebot.console.ask import Ask, View
from voicebot.console.refusal import FORBIDDEN, Refusal
from voicebot.console.roles import Role

MOST = 50
LONGEST = 60


def shown(ask: Ask) -> View:
    """Who must not see people must not find them by name or number, either: that would tell."""
    calendar, values = which_office.about(ask)
    asked = {key: ask.query(key).strip() for key in ("number", "phone", "name", "day", "procedure")}
    if (asked["phone"] or asked["name"]) and not ask.may(Role.OPERATOR):
        raise Refusal(FORBIDDEN, "role", needed=ask.words(f"roles.{Role.OPERATOR}"))
    values |= {"asked": asked, "wrong": {}, "records": [], "more": None, "looked": any(asked.values())}
    wrong: dict[str, str] = {}
    wish = _wish(ask, asked, wrong)
    if wrong:
        return View("bookings/find.html", values | {"wrong": wrong}, 422)
    if values["looked"]:
        found = calendar.records(wish, _before(ask.query("before")), MOST + 1)
        values["records"] = found[:MOST]
        values["more"] = _place(found[MOST - 1]) if len(found) > MOST else None
    return View("bookings/find.html", values)


def _wish(ask: Ask, asked: dict[str, str], wrong: dict[str, str]) -> Wish:
    phone = ""
    if asked["phone"]:
        try:
            phone = e164(asked["phone"])
        except BadNumber as error:
            wrong["phone"] = which_office.bad_number(ask, error, asked["phone"])
    if len(asked["name"]) > LONGEST:
        wrong["name"] = ask.words("bookings.too_long", most=LONGEST)
    day = which_office.day(normalize("NFKC", asked["day"]), ask.now.date()) if asked["day"] else None
    number = normalize("NFKC", asked["number"])
    return Wish(number, phone, asked["name"], (day, day) if day else None, asked["procedure"])


def _place(record: Record) -> str:
    return f"{record.booking.start:%Y-%m-%dT%H:%M}.{record.id}"


def _before(text: str) -> tuple[datetime, int] | None:
    """Where a page of the list begins; None for what is no place in it."""
    start, _, row = text.partition(".")
    known = which_office.number(row)
    try:
        moment = datetime.strptime(start, "%Y-%m-%dT%H:%M").replace(tzinfo=TOKYO)
    except ValueError:
        return None
    return (moment, known) if known is not None else None
