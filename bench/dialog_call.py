"""One simulated call against a real database, and its grade by the rows."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import cast

import nlu
from bench import dialog_goals
from bench.dialog_goals import BOOKING, Goal, Kind
from bench.dialog_hearing import Heard
from bench.dialog_noise import Noise
from bench.dialog_resident import HABITS, Leaves, Presses, Resident, Says, Waits
from bench.dialog_storyteller import HABIT as STORIES
from bench.dialog_storyteller import Storyteller
from calendar_backend import (
    DEMO_OFFICE,
    Booking,
    OfficeCalendar,
    load_into,
    load_office,
    open_database,
)
from calendar_backend.models import LIVE
from dialog.actions import Say, Transfer
from dialog.office import Office
from nlu.hypothesis import Hypothesis
from voicebot import desk
from voicebot.chat import deeds
from voicebot.chat.conversation import Conversation
from voicebot.clock import TOKYO, SteppedClock

CALLER = "+819011112222"
MONDAY = datetime(2026, 11, 23, tzinfo=TOKYO)
NIGHTS = 0.1
"""Share of calls after hours."""


@dataclass(frozen=True, slots=True)
class Grade:
    """How a call went."""

    seed: int
    kind: Kind
    habit: str
    reached: bool
    wrong: str
    """A booking that nobody wanted, or a row that was touched; empty: none."""

    why: str
    """Why the goal was not reached; empty when it was."""

    turns: int
    """How often the bot spoke."""

    unknown: tuple[str, ...]
    """Questions that the resident had no answer to."""

    transcript: tuple[str, ...]


class House:
    """A database that every call finds as it was prepared, and a calendar on it that lives from call to call as the service's does."""

    def __init__(self, folder: Path) -> None:
        self.file = load_office(DEMO_OFFICE)
        self._engine = open_database(folder / "calls.db")
        load_into(self._engine, self.file)
        self._offices: dict[date, Office] = {}
        self._desks: dict[date, desk.Desk] = {}
        self._rng = random.Random()
        self._calendar = OfficeCalendar(self._engine, self.file.id, self._rng)
        self._prepared = sqlite3.connect(":memory:")
        with self._connection() as connection:
            connection.backup(self._prepared)

    def call(self, seed: int) -> tuple[OfficeCalendar, random.Random]:
        """The calendar, in which nothing is booked, and what the call is drawn from."""
        with self._connection() as connection:
            self._prepared.backup(connection)
        self._rng.seed(seed)
        return self._calendar, self._rng

    def office(self, on: date) -> Office:
        """As the conversation knows it on the day."""
        if on not in self._offices:
            self._offices[on] = desk.office(self.file, on)
        return self._offices[on]

    def desk(self, on: date) -> desk.Desk:
        """The one of that day, which knows the office's hours from its first call on."""
        if on not in self._desks:
            self._desks[on] = desk.Desk(self._calendar)
        return self._desks[on]

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        pooled = self._engine.raw_connection()
        try:
            yield cast("sqlite3.Connection", pooled.driver_connection)
        finally:
            pooled.close()


def play(house: House, seed: int, noise: Noise | None, times: float) -> Grade:
    """The call of this seed; `noise` None: everything is heard as it was said."""
    calendar, rng = house.call(seed)
    now = _now(rng)
    habit = HABITS[seed % len(HABITS)]
    goal = dialog_goals.draw(rng, house.file, now, by_keys=habit == "keys only")
    kind = Storyteller if habit == STORIES else Resident
    resident = kind(goal, habit, rng.randint(4, 7), house.file, now.date(), rng)
    for books in goal.before:
        deeds.do(books, calendar, CALLER, now)
    before = {b.number: b for b in calendar.bookings()}
    line = Line(house, now, resident, noise, times, rng)
    left = line.talk()
    live = [b for b in calendar.bookings() if b.status in LIVE]
    wrong = _wrong(resident.goal, before, live)
    reached = not wrong and _reached(resident, line.call, [b for b in live if b.phone == CALLER])
    outcome = line.call.state.outcome
    why = "" if reached else wrong or left or f"ended: {outcome}"
    return Grade(
        seed,
        goal.kind,
        habit,
        reached,
        wrong,
        why,
        line.spoken,
        (*resident.unknown,),
        (*line.transcript,),
    )


class Line:
    """The telephone between a resident and the bot."""

    def __init__(
        self,
        house: House,
        now: datetime,
        resident: Resident,
        noise: Noise | None,
        times: float,
        rng: random.Random,
    ) -> None:
        self.transcript: list[str] = []
        self.spoken = 0
        self._resident, self._noise, self._times, self._rng = resident, noise, times, rng
        self._now = now
        self._last: Say | None = None
        self._unanswered = False
        """The bot says nothing to a hum and goes on listening."""

        clock = SteppedClock(now)
        self.call = Conversation(
            (house.office(now.date()),), house.desk(now.date()), clock, CALLER, told=self._tell
        )

    def talk(self) -> str:
        """Until one of the two has gone; why the resident did, empty when it was the bot."""
        while not self.call.ended:
            said, self._last = self._last, None
            if said is None:
                self.call.hear_out()
                if self._last is None and not self.call.ended:
                    self.call.is_silent()
                continue
            heard = Heard(said.sentences, self._now)
            if not self._unanswered:
                self._resident.listen(heard)
            if _goodbye(said):
                self.call.hear_out()
                continue
            goes_on, self._unanswered = self._unanswered, False
            deed = self._resident.goes_on(heard) if goes_on else self._resident.answer(heard)
            if isinstance(deed, Leaves):
                self.call.hangs_up()
                return deed.why
            self._do(deed, said)
        return ""

    def _do(self, deed: Says | Presses | Waits, said: Say) -> None:
        match deed:
            case Says(words, early):
                if not early:
                    self.call.hear_out()
                    if self._last is not None or self.call.ended:
                        return  # the bot went on by itself
                heard = self._hear(words.reading, words.text)
                self.transcript.append(f"caller: {words.text} -> {heard[0].text if heard else '-'}")
                if not heard:
                    self._last = said if early else None
                    if not early:
                        self.call.is_silent()
                elif early:
                    self.call.says_into(heard)
                    self._last = self._last or said
                else:
                    self.call.says(heard)
                    if self._last is None and not self.call.ended:
                        self._last, self._unanswered = said, True
            case Presses(digits):
                self.transcript.append(f"caller: keys {digits}")
                self.call.presses(digits)
            case Waits():
                self.transcript.append("caller: (silence)")
                self.call.is_silent()

    def _hear(self, reading: str, text: str) -> tuple[Hypothesis, ...]:
        if self._noise is None:
            return (Hypothesis(text),)
        state = self.call.state
        hints = nlu.hints_for(state.question, self._now, state.lexicon)
        return self._noise.hear(reading, hints, self._rng, self._times)

    def _tell(self, say: Say) -> None:
        self._last = say
        self.spoken += 1
        self.transcript.append("bot: " + "".join(sentence.text for sentence in say.sentences))


def _now(rng: random.Random) -> datetime:
    day = MONDAY + timedelta(days=rng.choice([1, 2, 3, 4, 7, 8, 9, 10, 11]))
    hour = rng.randint(19, 22) if rng.random() < NIGHTS else rng.randint(9, 16)
    return day.replace(hour=hour, minute=rng.randrange(60))


def _goodbye(said: Say) -> bool:
    """The bot does not want an answer any more."""
    last = (
        "goodbye",
        "thanks",
        "transferring",
        "goodbye_no_booking",
        "wrong_number",
        "call_back_later",
        "system_trouble",
    )
    return said.sentences[-1].key in last


def _wrong(goal: Goal, before: dict[str, Booking], live: list[Booking]) -> str:
    there = {b.number: b for b in live}
    for number, booking in before.items():
        found = there.get(number)
        mine = booking.phone == CALLER
        if not mine and (found is None or found.start != booking.start):
            return "a booking of others was touched"
        if mine and found is None and goal.kind is not Kind.CANCEL:
            return "the own booking was cancelled"
        moved = found is not None and found.start != booking.start
        if mine and moved and not (goal.kind is Kind.CHANGE and found and _fits(goal, found)):
            return "the own booking was moved to a wrong time"
    for number, booking in there.items():
        if number not in before and not (goal.kind in BOOKING and _fits(goal, booking)):
            return "booked what nobody wanted"
    return ""


def _fits(goal: Goal, booking: Booking) -> bool:
    return goal.fits((booking.procedure_id, *booking.more_procedure_ids), booking.start)


def _reached(resident: Resident, call: Conversation, mine: list[Booking]) -> bool:
    goal, learnt = resident.goal, resident.learnt
    match goal.kind:
        case Kind.CHANGE:
            return "changed" in learnt and len(mine) == 1 and _fits(goal, mine[0])
        case Kind.CANCEL:
            return "cancelled" in learnt and not mine
        case Kind.LOOK_UP:
            return {*resident.told} == {goal.own}
        case Kind.BRING:
            return bool(learnt & {"bring", "nothing_to_bring"})
        case Kind.HOURS:
            return "hours" in learnt
        case Kind.PERSON:
            return isinstance(call.over, Transfer) or "callback_noted" in learnt
        case Kind.WRONG_NUMBER:
            return not mine and call.over is not None
    return "booked" in learnt and len(mine) == 1 and _fits(goal, mine[0])
