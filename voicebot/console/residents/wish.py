"""What a resident wants to book, as the addresses and forms carry it, and the office that is to do it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import ImmutableMultiDict

from calendar_backend import Counter, OfficeCalendar, OfficeFile, Procedure
from calendar_backend.visit import MOST_PROCEDURES, legs, minutes
from voicebot.console import which_office
from voicebot.console.ask import Ask
from voicebot.console.refusal import NOT_FOUND, Refusal


@dataclass(frozen=True)
class Wish:
    procedures: tuple[str, ...] = ()
    """Ids; done one after another in one visit."""

    office: str = ""
    people: int = 1

    def query(self, **more: Any) -> str:
        """As in an address."""
        own = {"procedure": list(self.procedures), "office": self.office}
        people = {"people": self.people} if self.people > 1 else {}
        return urlencode({k: v for k, v in (own | people | more).items() if v}, doseq=True)

    def added(self, procedure: str) -> "Wish":
        return replace(self, procedures=tuple(dict.fromkeys((*self.procedures, procedure)))[:MOST_PROCEDURES])

    def without(self, procedure: str) -> "Wish":
        return replace(self, procedures=tuple(one for one in self.procedures if one != procedure))

    def at(self, office: str) -> "Wish":
        return replace(self, office=office)


def read(given: ImmutableMultiDict[str, str]) -> Wish:
    """Of an address or a form."""
    ids = dict.fromkeys(one.replace("\0", "") for one in given.getlist("procedure") if one)
    people = which_office.people(given.get("people", "1"), which_office.MOST_PEOPLE) or 1
    return Wish(tuple(ids)[:MOST_PROCEDURES], given.get("office", "").replace("\0", ""), people)


@dataclass(frozen=True)
class Choice:
    """A wish that an office can meet."""

    wish: Wish
    calendar: OfficeCalendar
    procedures: tuple[Procedure, ...]

    @property
    def office(self) -> OfficeFile:
        return self.calendar.office

    @property
    def length(self) -> timedelta:
        """Of the visit."""
        return timedelta(minutes=minutes(legs(self.procedures)))

    @property
    def most_people(self) -> int:
        """That one booking of this may be for."""
        return min(procedure.people for procedure in self.procedures)


def calendars(ask: Ask) -> list[OfficeCalendar]:
    """Of all offices of the city, as they stand now."""
    found = [ask.service.city.at(office) for office in which_office.names(ask)]
    for calendar in found:
        calendar.refresh()
    return found


def offering(calendars: Sequence[OfficeCalendar], wish: Wish) -> list[OfficeCalendar]:
    """Those that do all of it."""
    return [one for one in calendars if all(map(one.office.procedure, wish.procedures))]


def chosen(ask: Ask, wish: Wish) -> Choice:
    """The office that the wish names, or the only one there is. Raises Refusal."""
    able = offering(calendars(ask), wish) if wish.procedures else []
    named = [one for one in able if wish.office == one.office.id or (not wish.office and len(able) == 1)]
    if not named:
        raise Refusal(NOT_FOUND, "no_office", back="/book")
    return at(named[0], wish)


def at(calendar: OfficeCalendar, wish: Wish) -> Choice:
    """The wish at an office that does all of it."""
    found = map(calendar.office.procedure, wish.procedures)
    choice = Choice(wish.at(calendar.office.id), calendar, tuple(one for one in found if one))
    return replace(choice, wish=replace(choice.wish, people=min(wish.people, choice.most_people)))


def together(calendars: Sequence[OfficeCalendar]) -> OfficeFile | None:
    """All that any office does, in the first one's words; None: there is no office."""
    if not calendars:
        return None
    procedures: dict[str, Procedure] = {}
    counters: dict[str, Counter] = {}
    for calendar in reversed(calendars):
        procedures |= {one.id: one for one in calendar.office.procedures}
        counters |= {one.id: one for one in calendar.office.counters}
    order = dict.fromkeys(one.id for calendar in calendars for one in calendar.office.procedures)
    every = {"counters": tuple(counters.values()), "procedures": tuple(procedures[one] for one in order)}
    return calendars[0].office.model_copy(update=every)
