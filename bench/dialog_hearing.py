"""What a resident takes from the bot's sentences: moments, procedures, keys. By their words, as one who hears them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from prompts.sentence import Sentence
from voicebot.clock import TOKYO

_DAY = re.compile(r"(\d+)月(\d+)日")
_CLOCK = re.compile(r"(午前|午後|お昼の)(\d+)時(?:(半)|(\d+)分)?")
_NUMBERED = re.compile(r"[1-3]番、")
_KEY = re.compile(r"([^。、]+)は(\d)を")


@dataclass(frozen=True, slots=True)
class Heard:
    """The bot's last words."""

    sentences: tuple[Sentence, ...]
    now: datetime

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(sentence.key for sentence in self.sentences)

    def text(self, *keys: str) -> str:
        """The words of the sentences with these keys."""
        return "".join(sentence.text for sentence in self.sentences if sentence.key in keys)

    def moment(self, *keys: str) -> datetime | None:
        """The day and time named in a sentence."""
        named = _moments([self.text(*keys)], self.now.date())
        return named[0] if named else None

    def places(self) -> list[datetime]:
        """Those offered under numbers, or the single one."""
        text = self.text(*(key for key in self.keys if key.startswith(("offer_", "which_booking_"))))
        parts = _NUMBERED.split(text)
        return _moments(parts[1:] or parts, self.now.date())

    def days(self) -> list[date]:
        """Those asked about."""
        text = self.text("day_meant", "which_day")
        return [_coming(int(month), int(day), self.now.date()) for month, day in _DAY.findall(text)]

    def clocks(self) -> list[time]:
        """Those asked about."""
        return [_time(clock) for clock in _CLOCK.finditer(self.text("time_meant", "which_time"))]

    def menu(self) -> dict[str, str]:
        """Procedure names and their keys."""
        return dict(_KEY.findall(self.text("keys_procedure")))


def _moments(parts: Sequence[str], today: date) -> list[datetime]:
    """One moment a part; a part without a day means the day of the part before."""
    found, day = [], None
    for part in parts:
        if named := _DAY.search(part):
            day = _coming(int(named[1]), int(named[2]), today)
        clock = _CLOCK.search(part)
        if day is not None and clock is not None:
            found.append(datetime.combine(day, _time(clock), TOKYO))
    return found


def _coming(month: int, day: int, today: date) -> date:
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _time(clock: re.Match[str]) -> time:
    hour = int(clock[2]) + (12 if clock[1] == "午後" else 0)
    return time(hour, 30 if clock[3] else int(clock[4] or 0))
