"""Who waits for a place: entered, told of one that fell free, booked or taken off."""

from datetime import date, timedelta

from calendar_backend import BadWish, CalendarError, ChangedMeanwhile, DatabaseUnusable, UnknownEntry
from calendar_backend.models import WaitingRow
from calendar_backend.waiting import BOOKED, DECLINED, LAPSED, OFFERED, WAITING
from numbering import BadNumber, e164
from voicebot.console import actors, moments, which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import form, page
from voicebot.console.refusal import BAD, NOT_FOUND, STALE, Refusal
from voicebot.console.roles import Role
from voicebot.refusal_words import in_words

ORDER = (OFFERED, LAPSED, WAITING)
"""Who is to be phoned now comes first."""
BECOMES = {"accept": BOOKED, "decline": DECLINED, "wait": WAITING}


def listed(ask: Ask) -> View:
    """Within a state, who waits longest first."""
    return _view(ask, {}, {})


def entered(ask: Ask) -> View | Go:
    """Puts somebody on the list."""
    calendar, _ = which_office.about(ask)
    keys = ("procedure", "phone", "name", "first", "last", "people")
    typed = {key: ask.form.get(key, "").strip() for key in keys}
    wrong: dict[str, str] = {}
    phone = ""
    try:
        phone = e164(typed["phone"])
    except BadNumber as error:
        wrong["phone"] = which_office.bad_number(ask, error, typed["phone"])
    if why := which_office.bad_name(ask, typed["name"]):
        wrong["name"] = why
    days = (_day(typed["first"], wrong, "first", ask), _day(typed["last"], wrong, "last", ask))
    wished = calendar.office.procedure(typed["procedure"])
    if not typed["procedure"]:
        wrong["procedure"] = ask.words("bookings.choose_procedure")
    last = ask.now.date() + timedelta(days=calendar.office.rules_for(wished).horizon_days) if wished else None
    if last and "last" not in wrong and days[1] > last:
        wrong["last"] = ask.words("waiting.too_far", last=moments.day(last, ask.words.language))
    most = wished.people if wished else which_office.MOST_PEOPLE
    people = which_office.people(typed["people"], most)
    if people is None:
        wrong["people"] = ask.words("bookings.bad_people", most=most)
    if wrong or people is None:
        return _view(ask, typed, wrong, 422)
    try:
        entry = calendar.wait_for(
            typed["procedure"], phone, days, ask.now, by=actors.clerk(ask), people=people, name=typed["name"]
        )
    except DatabaseUnusable:
        raise
    except BadWish:
        wrong["last"] = ask.words("waiting.bad_wish")
        return _view(ask, typed, wrong, 422)
    except CalendarError as error:
        wrong["procedure"] = in_words(error, ask.words.language)
        return _view(ask, typed, wrong, 422)
    ask.record("waiting.enter", f"waiting:{calendar.office.id}/{entry.id}")
    return Go(f"/console/waiting?office={calendar.office.id}", told="waiting_entered")


def answered(ask: Ask) -> Go:
    """What somebody said to an offer, or that they wait no more. The same form sent twice counts once."""
    calendar, _ = which_office.about(ask)
    answer, row = ask.form.get("answer", ""), which_office.number(ask.param("id")) or 0
    if answer not in BECOMES:
        raise Refusal(BAD, "unreadable")
    by, seen, office = actors.clerk(ask), ask.form.get("seen", ""), calendar.office.id
    target = f"waiting:{office}/{row}"
    try:
        if answer == "accept":
            booking = calendar.accept(row, ask.now, by=by, seen=seen)
            ask.record("waiting.accept", target, None, {"booking": booking.number})
            return Go(f"/console/bookings/{booking.number}?office={office}", told="booking_made")
        calendar.decline(row, ask.now, by=by, waits_on=answer == "wait", seen=seen)
    except DatabaseUnusable:
        raise
    except ChangedMeanwhile:
        now = next(one for one in calendar.waiting() if one.id == row)
        if (now.state, now.by) != (BECOMES[answer], by):
            raise Refusal(STALE, "changed_meanwhile") from None
        if answer == "accept":
            return Go(f"/console/bookings/{calendar.accept(row, ask.now, by=by).number}?office={office}")
        return Go(f"/console/waiting?office={office}", told=f"waiting_{answer}")
    except UnknownEntry:
        raise Refusal(NOT_FOUND, "no_entry") from None
    except CalendarError as error:
        raise Refusal(STALE, "not_done", why=in_words(error, ask.words.language)) from None
    ask.record(f"waiting.{answer}", target)
    return Go(f"/console/waiting?office={office}", told=f"waiting_{answer}")


def _day(text: str, wrong: dict[str, str], key: str, ask: Ask) -> date:
    try:
        return which_office.day(text, ask.now.date())
    except Refusal:
        wrong[key] = ask.words("bookings.bad_day")
        return ask.now.date()


def _view(ask: Ask, typed: dict[str, str], wrong: dict[str, str], status: int = 200) -> View:
    calendar, values = which_office.about(ask)
    found = sorted(calendar.waiting(*ORDER), key=lambda one: ORDER.index(one.state))
    known = actors.actors(ask, {name for entry in found for name in (entry.by, entry.origin)})
    names = {procedure.id: procedure.name for procedure in calendar.office.procedures}
    return View(
        "lists/waiting.html",
        values
        | {
            "entries": found,
            "actors": known,
            "names": names,
            "typed": typed,
            "wrong": wrong,
            "offices": which_office.with_counts(ask, values["offices"], WaitingRow, (OFFERED, LAPSED)),
        },
        status,
    )


routes = [
    page("/console/waiting", listed, needs=Role.VIEWER, nav="waiting.nav"),
    form("/console/waiting", entered, needs=Role.CLERK),
    form("/console/waiting/{id}", answered, needs=Role.CLERK),
]
