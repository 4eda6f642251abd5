"""A resident chooses what to book, where and when: addresses that change nothing."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from calendar_backend import CalendarError, OfficeFile, Procedure
from calendar_backend.visit import MOST_PROCEDURES
from numbering import name_holds_my_number
from voicebot import procedure_search
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import resident_page
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.console.residents import finding, when, wish
from voicebot.console.residents.wish import Choice, Wish


def procedures(ask: Ask) -> View:
    """All there is, by counter, or what is found by words; what is chosen already stays chosen."""
    calendars = wish.calendars(ask)
    wanted = wish.read(ask.request.query_params)
    every = wish.together(calendars)
    if every is None:
        raise Refusal(NOT_FOUND, "no_office")
    chosen = [one for one in map(every.procedure, wanted.procedures) if one]
    wanted = Wish(tuple(one.id for one in chosen), wanted.office, wanted.people)
    able = {one.id for calendar in wish.offering(calendars, wanted) for one in calendar.office.procedures}
    words = ask.query("q").strip()[: procedure_search.LONGEST]
    secret = name_holds_my_number(words)
    words = "" if secret else words
    found = _found(every, words, able - set(wanted.procedures), ask.words.language)
    groups = _groups(every, able - set(wanted.procedures))
    return View(
        "residents/book/procedures.html",
        {
            "wish": wanted,
            "chosen": chosen,
            "full": len(chosen) >= MOST_PROCEDURES,
            "words": words,
            "secret": secret,
            "found": found,
            "groups": groups,
        },
    )


def _found(every: OfficeFile, words: str, able: set[str], language: str) -> list[tuple[Procedure, str]]:
    """With the word that was found, where it is not the name."""
    matches = finding.matches(every, words, language)
    named = {one.id: one for one in every.procedures if one.id in able}
    return [
        (named[id_], why if why != named[id_].name else "") for id_, why in matches.items() if id_ in named
    ]


def _groups(every: OfficeFile, able: set[str]) -> Mapping[str, list[Procedure]]:
    """By the name of the counter, in the office's order."""
    found: dict[str, list[Procedure]] = {}
    for procedure in every.procedures:
        counter = every.counter(procedure.counter)
        if counter and procedure.id in able:
            found.setdefault(counter.name, []).append(procedure)
    return found


def offices(ask: Ask) -> View | Go:
    """Which of those that do it, with the first free place of each."""
    wanted = wish.read(ask.request.query_params)
    able = wish.offering(wish.calendars(ask), wanted) if wanted.procedures else []
    if not able:
        return Go("/book")
    if len(able) == 1:
        return Go(f"/book/when?{wanted.at(able[0].office.id).query()}")
    ids = [one.office.id for one in able]
    first: dict[str, date] = {}
    for day in ask.service.city.availability(wanted.procedures, ask.now, office_ids=ids):
        first.setdefault(day.office_id, day.day)
    return View("residents/book/offices.html", {"wish": wanted, "offices": able, "first_days": first})


def times(ask: Ask) -> View | Go:
    """The next free places, a month, and the times of a day."""
    wanted = wish.read(ask.request.query_params)
    able = wish.offering(wish.calendars(ask), wanted) if wanted.procedures else []
    if not wanted.office and len(able) > 1:
        return Go(f"/book/office?{wanted.query()}")
    return view(ask, wish.chosen(ask, wanted), ask.query("month"), ask.query("day"))


def view(
    ask: Ask,
    choice: Choice,
    month: str = "",
    day: str = "",
    *,
    lost: datetime | None = None,
    complaint: str = "",
    typed: Mapping[str, str] | None = None,
) -> View:
    """The page of times. `lost`: a start that could not be had; `complaint`: a key of why; `typed`: what a form has already, which
    is carried on. Raises Refusal."""
    values: dict[str, Any] = when.shown(ask, choice, month, day, lost)
    values |= {"complaint": complaint, "typed": typed, "moving": None, "several": _several(ask, choice.wish)}
    values["address"] = f"/book/when?{choice.wish.query(month=month, day=day)}"
    return View("residents/book/times.html", values, 409 if complaint else 200)


def _several(ask: Ask, wanted: Wish) -> bool:
    return len(wish.offering(wish.calendars(ask), wanted)) > 1


def why(error: CalendarError) -> str:
    """A key below `book.refused`."""
    return "closed" if getattr(error, "reason", None) is not None else "taken"


routes = [
    resident_page("/book", procedures, nav="book.nav"),
    resident_page("/book/office", offices),
    resident_page("/book/when", times),
]
