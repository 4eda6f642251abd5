"""A calendar that can be made to fail, as when its database cannot be reached."""

from typing import Any

from dialog.calendar import Calendar, Unavailable

STILL_THERE = ("open_on", "opening")
"""Known without the database."""


class FailingCalendar:
    """Hands everything on; while it is down, every question to the database raises `Unavailable`."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self.down = False

    def __getattr__(self, name: str) -> Any:
        if self.down and name not in STILL_THERE:
            raise Unavailable("the scenario says so")
        return getattr(self._calendar, name)
