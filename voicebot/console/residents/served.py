"""The offices that residents may go to, and which of them a page is about."""

from collections.abc import Mapping
from urllib.parse import urlencode

from calendar_backend import OfficeFile
from calendar_backend.office import Procedure
from voicebot.console import which_office
from voicebot.console.ask import Ask
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.console.residents import wish


def offices(ask: Ask) -> Mapping[str, OfficeFile]:
    """All, by id, as they are now."""
    return {one.office.id: one.office for one in wish.calendars(ask)}


def office(ask: Ask, office_id: str) -> OfficeFile:
    """Raises Refusal."""
    if office_id not in which_office.names(ask):
        raise Refusal(NOT_FOUND, "no_office")
    calendar = ask.service.city.at(office_id)
    calendar.refresh()
    return calendar.office


def booking(office_id: str, procedures: tuple[Procedure, ...]) -> str:
    """Where these are booked as one visit."""
    return f"/book/when?{urlencode({'office': office_id, 'procedure': [one.id for one in procedures]}, doseq=True)}"
