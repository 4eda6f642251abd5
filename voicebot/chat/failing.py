"""Calendars that can be made to fail, as when their database cannot be reached."""

from typing import Any

from dialog.calendar import Calendars, Unavailable


class FailingCalendars:
    """Hands everything on; while they are down, whoever asks for one raises `Unavailable`."""

    def __init__(self, calendars: Calendars) -> None:
        self._calendars = calendars
        self.down = False

    def __getattr__(self, name: str) -> Any:
        if self.down:
            raise Unavailable("the scenario says so")
        return getattr(self._calendars, name)
