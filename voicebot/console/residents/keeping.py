"""Whether a place is kept while a resident fills in the form. Who may not have it kept goes on without, and is told so: it is theirs if it
is still free at the end. So whoever keeps many places shuts nobody out.
"""

import secrets
from datetime import date, datetime

from calendar_backend import TOKYO, PlaceTaken
from voicebot.console.ask import Ask
from voicebot.console.residents import visitor
from voicebot.console.residents.wish import Choice

FREELY = 10
"""Places of a counter's day that may be kept at a time, however few are left; beyond that no more than starts are left."""

_NOT_KEPT = "free-"


def admitted(ask: Ask, choice: Choice, start: datetime) -> bool:
    """Counts a place that is kept, or kept for longer; or False: it is not to be."""
    of_all, of_day, now = ask.state.holds_of_all, ask.state.holds_on_day, ask.now
    day = (choice.office.id, choice.procedures[0].counter, start.date())
    kept = of_day.count(day, now)
    if kept >= FREELY and kept >= len(_free(choice, start.date(), now)):
        return False
    if ask.state.holds_from.admit(visitor.address(ask), now) or of_all.admit("", now):
        return False
    of_day.failed(day, now)
    return True


def not_kept() -> str:
    """What stands in the place of a hold's token, and makes one booking of a form that is sent twice."""
    return f"{_NOT_KEPT}{secrets.token_hex(16)}"


def is_not_kept(token: str) -> bool:
    return token.startswith(_NOT_KEPT)


def check_free(choice: Choice, start: datetime, now: datetime) -> None:
    """Raises PlaceTaken."""
    if start not in _free(choice, start.date(), now):
        raise PlaceTaken(f"{start.isoformat()} is taken")


def _free(choice: Choice, day: date, now: datetime) -> list[datetime]:
    """Starts of a day."""
    ids, people = choice.wish.procedures, choice.wish.people
    found = choice.calendar.availability(ids, now, (day, day), people=people)
    return [datetime.combine(day, at, TOKYO) for one in found for at in one.times]
