"""A simulated resident who tells stories: greets, gives reasons with days and times of their own, asks in between, does not
hear, thinks again by a weekday alone, and agrees in words of their own."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bench.dialog_goals import BOOKING, Kind
from bench.dialog_hearing import Heard
from bench.dialog_resident import Deed, Resident, Says
from bench.dialog_words import day_words, time_words, weekday_words
from calendar_backend import holiday

HABIT = "stories"
GREETS, ASKS, DOES_NOT_HEAR, GIVES_REASONS, THINKS_AGAIN, REPEATS = 0.3, 0.2, 0.06, 0.5, 0.25, 0.5
"""How often each is done where it may be."""

ASKED_AT_MOST = 2
OPEN_QUESTIONS = ("ask_date", "ask_time", "confirm", "anything_else")
"""Questions that something else is asked at."""

REASON_DAYS = (-2, -1, 1, 2)
REASON_TIMES = (timedelta(hours=-1), timedelta(minutes=-15), timedelta(minutes=-30))


class Storyteller(Resident):
    """Says more than what was asked, and never more than one who listens would understand."""

    _greeted = False
    _asked = 0

    def _reply(self, question: str, heard: Heard) -> Deed:
        if question == "ask_procedure" and not self._greeted:
            self._greeted = True
            if self.rng.random() < GREETS:
                return Says(self._words("greets"))
        if question in OPEN_QUESTIONS:
            if self._asked < ASKED_AT_MOST and self.rng.random() < ASKS:
                self._asked += 1
                return Says(self._words("asks_between"))
            if self.rng.random() < DOES_NOT_HEAR:
                return Says(self._words("did_not_hear"))
        return super()._reply(question, heard)

    def _say_day(self) -> Deed:
        day = self.goal.day
        if day is None or self._astray() or self.rng.random() >= GIVES_REASONS:
            return super()._say_day()
        other = day + timedelta(days=self.rng.choice(REASON_DAYS))
        if other <= self.today:
            return super()._say_day()
        reason = day_words(other, self.today, self.rng)
        return Says(self._words("day_with_reason", other=reason, day=self._day()))

    def _say_time(self, heard: Heard) -> Deed:
        at = self.goal.at
        if at is None or self._astray() or self.rng.random() >= GIVES_REASONS:
            return super()._say_time(heard)
        other = (datetime.combine(self.today, at) + self.rng.choice(REASON_TIMES)).time()
        reason = time_words(other, self.rng)
        return Says(self._words("time_with_reason", other=reason, time=self._time()))

    def _confirm(self) -> Deed:
        if not self._read_back_is_right() or self._moment is None:
            return super()._confirm()
        if not self._changed_mind and self.rng.random() < THINKS_AGAIN:
            self._changed_mind = True
            if found := self._another_day_of_that_week():
                self.goal = replace(self.goal, day=found)
                return Says(self._words("other_weekday", weekday=weekday_words(found)))
        if self.rng.random() < REPEATS:
            day = day_words(self._moment.date(), self.today, self.rng)
            return Says(self._words("yes_repeating", day=day, time=time_words(self._moment.time(), self.rng)))
        return super()._confirm()

    def _another_day_of_that_week(self) -> date | None:
        """An open day of the week that was read back, where the day was the resident's own choice."""
        day = self.goal.day
        if self.goal.kind not in BOOKING | {Kind.CHANGE} or day is None or self._moment is None:
            return None
        if self._moment.date() != day or self.goal.kind in (Kind.CLOSED, Kind.FULL, Kind.FULL_DAY):
            return None
        week = [day + timedelta(days=n - day.weekday()) for n in range(5)]
        free = [d for d in week if d != day and d > self.today and not holiday(d)]
        return self.rng.choice(free) if free else None
