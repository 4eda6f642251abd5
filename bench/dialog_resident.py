"""A simulated resident: a goal, patience and habits. Hears what the bot says and answers it; knows nothing else."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from bench.dialog_goals import BOOKING, Goal, Kind
from bench.dialog_hearing import Heard
from bench.dialog_words import Words, day_words, number_words, say, time_words
from calendar_backend import OfficeFile

HABITS = ("plain", "terse", "chatty", "correcting", "hesitant", "undecided", "keys only", "stories")
TURNS = 30
"""After so many answers everybody hangs up."""

ERRANDS = {
    Kind.CHANGE: "change",
    Kind.CANCEL: "cancel",
    Kind.LOOK_UP: "look_up",
    Kind.PERSON: "person",
    Kind.WRONG_NUMBER: "wrong_number",
    Kind.BRING: "bring",
    Kind.HOURS: "hours",
}
"""What is said instead of a wish to book."""

TOLD_WRONG = ("not_understood", "no_input")
DOUBTS = ("procedure_meant", "day_meant", "which_day", "time_meant", "which_time")
READ_BACKS = ("read_back", "booking_is")
LISTENS, SLIPS, HUMS, WAITS, ASKS_AGAIN, CHANGES_MIND = 0.15, 0.35, 0.15, 0.1, 0.05, 0.5
"""How often those with the habit do it."""

SAYS_NO_MORE = 0.2
"""How often nothing is said once what was wanted is done."""

ALIASES = 0.3
"""How often a procedure goes by one of its other names at first."""


@dataclass(frozen=True, slots=True)
class Says:
    """Speaks; `early`: while the bot does."""

    words: Words
    early: bool = False


@dataclass(frozen=True, slots=True)
class Presses:
    digits: str


@dataclass(frozen=True, slots=True)
class Waits:
    """Says nothing."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """Hangs up."""

    why: str


Deed = Says | Presses | Waits | Leaves


@dataclass
class Resident:
    """One caller."""

    goal: Goal
    habit: str
    patience: int
    """Times that the bot may fail to understand, in all."""

    office: OfficeFile
    today: date
    rng: random.Random
    learnt: set[str] = field(default_factory=set)
    """Keys of the sentences with news: booked, changed, bring …"""

    told: list[datetime] = field(default_factory=list)
    """Moments of own bookings that the bot named."""

    unknown: Counter[str] = field(default_factory=Counter)
    """Questions that nobody taught the residents."""

    turns: int = 0
    _did: Deed | None = None
    _keys_told: set[str] = field(default_factory=set)
    _read_back: str = ""
    _moment: datetime | None = None
    _changed_mind: bool = False
    _stuck: int = 0
    _chosen: int | None = None
    _doubted: Heard | None = None

    def answer(self, heard: Heard) -> Deed:
        """What the resident does when the bot has said this."""
        self._did = self._answer(heard)
        return self._did

    def goes_on(self, heard: Heard) -> Deed:
        """Nothing was said to a hum: now comes what the resident has to say."""
        self.turns += 1
        too_long = self.turns > TURNS
        self._did = Leaves("too long") if too_long else self._reply(self._question(heard), heard)
        return self._did

    def _answer(self, heard: Heard) -> Deed:
        self.turns += 1
        if isinstance(self._did, Says) and any(key in TOLD_WRONG for key in heard.keys):
            self.patience -= 1
        if self.patience < 0:
            return Leaves("patience")
        if self.turns > TURNS:
            return Leaves("too long")
        if self.habit == "chatty" and len(heard.sentences) > 1 and self.rng.random() < LISTENS:
            return Says(self._words("listening"), early=True)
        if self.habit == "hesitant" and self._question(heard) != "confirm":
            chance = self.rng.random()
            if chance < HUMS:
                return Says(self._words("hum"))
            if chance < HUMS + WAITS:
                return Waits()
            if chance < HUMS + WAITS + ASKS_AGAIN:
                return Says(self._words("again"))
        return self._reply(self._question(heard), heard)

    @staticmethod
    def _question(heard: Heard) -> str:
        return heard.keys[-1] if heard.keys else ""

    def listen(self, heard: Heard) -> None:
        """Takes in what was said, whether or not it wants an answer."""
        self.learnt.update(heard.keys)
        self._keys_told |= {key.removeprefix("keys_") for key in heard.keys if key.startswith("keys_")}
        if not self._question(heard).startswith("keys_"):
            self._doubted = heard if self._question(heard) in DOUBTS else None
        if any(key in READ_BACKS for key in heard.keys):
            self._read_back = heard.text(*READ_BACKS)
            self._moment = heard.moment(*READ_BACKS)
        if "booking_is" in heard.keys and self._moment:
            self.told.append(self._moment)

    def _reply(self, question: str, heard: Heard) -> Deed:
        if question.startswith("offer_callback"):
            return self._yes_or_no(True)
        if question.startswith("offer_"):
            return self._choose(heard)
        if question.startswith("which_booking_"):
            return self._which_booking(heard)
        if question.startswith(("which_procedure_", "tell_apart_")):
            return self._by_voice(
                "fix_procedure" if self._stuck else "procedure", "procedure", self._procedure()
            )
        match question:
            case "ask_procedure" | "narrow_procedure" | "keys_procedure":
                return self._open(heard)
            case "ask_date" | "ask_day_of_month" | "narrow_date" | "narrow_month" | "keys_date":
                return self._say_day()
            case "ask_time" | "narrow_time" | "keys_time":
                return self._say_time(heard)
            case (
                "confirm"
                | "confirm_again"
                | "confirm_by_hash"
                | "confirm_change"
                | "confirm_change_of_errand"
            ):
                return self._confirm()
            case "cancel_confirm" | "cancel_confirm_again" | "cancel_by_hash":
                return self._yes_or_no(self.goal.kind is Kind.CANCEL and self._moment == self.goal.own)
            case "move_existing":
                return self._about_own()
            case "second_booking" | "other_person" | "cancel_all_2" | "cancel_all_3":
                return self._yes_or_no(False)
            case "what_to_change":
                return self._fix()
            case "keys_answer" | "keys_choice" if self._doubted:
                return self._reply(self._question(self._doubted), self._doubted)
            case "procedure_meant":
                return self._whether(self._is_named(heard), heard)
            case "day_meant" | "which_day":
                return self._which(heard.days(), self.goal.day, heard)
            case "time_meant" | "which_time":
                return self._which(heard.clocks(), self.goal.at, heard)
            case "keys_answer":
                return self._confirm()
            case "which_number" | "keys_choice":
                return self._choose_again()
            case "ask_booking_number" | "ask_booking_phone" | "keys_digits":
                return self._no_number()
            case "anything_else" | "what_else":
                return self._nothing_else()
            case "greeting" | "notice":
                return Waits()
        self.unknown[question] += 1
        self._stuck += 1
        return Says(self._words("again")) if self._stuck % 3 else Leaves("does not know what to say")

    def _open(self, heard: Heard) -> Deed:
        """The first question, or the procedure asked again."""
        kind = self.goal.kind
        if self._has_what_was_wanted():
            return Leaves("done")
        if "keys_procedure" in heard.keys and self.goal.procedures:
            key = heard.menu().get(self._name(self.goal.procedures[0]))
            if key and (self.habit == "keys only" or self.rng.random() < 0.5):
                return Presses(key)
        if self.habit == "keys only":
            return Waits() if "keys_procedure" not in heard.keys else Presses("0")
        if kind in ERRANDS:
            return self._errand()
        by_alias = len(self.goal.procedures) == 1 and not self._stuck and self.rng.random() < ALIASES
        wish = self._called() if by_alias else self._procedure()
        in_one_breath = {"chatty": 0.7, "terse": 0.0}.get(self.habit, 0.3)
        fresh = "ask_procedure" in heard.keys and "greeting" in heard.keys
        if fresh and self.goal.day and self.goal.at and self.rng.random() < in_one_breath:
            when = self._day() + Words("の", "の") + self._time()
            return Says(self._words("wish_all", procedure=wish, when=when))
        self._stuck += by_alias
        return Says(self._words("wish", procedure=wish))

    def _errand(self) -> Deed:
        """What is wanted, where it is no booking; said again when the bot goes another way."""
        if self._has_what_was_wanted():
            return Says(self._words("done")) if self.rng.random() < 0.5 else Leaves("done")
        key = ERRANDS[self.goal.kind]
        if self.goal.procedures and self.goal.own is None:
            return Says(self._words(key, procedure=self._procedure()))
        return Says(self._words(key))

    def _astray(self) -> bool:
        """Whether the bot is on its way to a booking that is not wanted."""
        kind = self.goal.kind
        return kind in ERRANDS and not (kind is Kind.CHANGE and "change_to" in self.learnt)

    def _has_what_was_wanted(self) -> bool:
        wanted = {Kind.BRING: {"bring", "nothing_to_bring"}, Kind.HOURS: {"hours"}}
        return bool(wanted.get(self.goal.kind, set()) & self.learnt)

    def _say_day(self) -> Deed:
        if self._astray():
            return self._errand()
        if self.goal.day is None:
            return self._by_voice("earliest", "date")
        if self.habit == "keys only":
            return Presses(f"{self.goal.day:%m%d}") if "date" in self._keys_told else Waits()
        if self.habit == "correcting" and self.rng.random() < SLIPS:
            wrong = date.fromordinal(self.goal.day.toordinal() + self.rng.choice([-1, 1, 7]))
            if wrong > self.today:
                return Says(
                    self._words("slip_day", wrong=day_words(wrong, self.today, self.rng), day=self._day())
                )
        return Says(self._words("day", day=self._day()))

    def _say_time(self, heard: Heard) -> Deed:
        if self._astray():
            return self._errand()
        at = self.goal.at
        if self.habit == "keys only":
            at = at or time(10 if self.goal.half != "afternoon" else 14)
            return Presses(f"{at:%H%M}") if "time" in self._keys_told else Waits()
        if at is None:
            half_wanted = "narrow_time" in heard.keys
            return Says(self._words(self.goal.half or ("morning" if half_wanted else "any_time")))
        if self.habit == "correcting" and self.rng.random() < SLIPS:
            wrong = time_words(at.replace(hour=at.hour + self.rng.choice([-1, 1])), self.rng)
            return Says(self._words("slip_time", wrong=wrong, time=time_words(at, self.rng)))
        return Says(self._words("time", time=self._time()))

    def _nothing_else(self) -> Deed:
        if self.habit == "keys only":
            return Presses("2")
        return Waits() if self.rng.random() < SAYS_NO_MORE else Says(self._words("nothing_else"))

    def _no_number(self) -> Deed:
        """Everybody phones from the number of the booking: to be asked for it is a misunderstanding."""
        if self.habit == "keys only":
            return Presses("0#")
        if self.goal.kind in BOOKING:
            return Says(self._words("wish", procedure=self._procedure()))
        return Says(self._words("no_number"))

    def _choose(self, heard: Heard) -> Deed:
        """Among places: the first that fits, else the nearest in time where others will do, else none."""
        offered = heard.places()
        fitting = [n for n, p in enumerate(offered) if self.goal.fits(self.goal.procedures, p)]
        if not fitting:
            return self._none_fits()
        self._chosen = fitting[0] + 1
        if len(offered) == 1:
            return self._yes_or_no(True)
        if self.habit == "keys only":
            return Presses(str(self._chosen))
        return Says(self._words("number", number=number_words(self._chosen)))

    def _choose_again(self) -> Deed:
        chosen = self._chosen
        if chosen is None:
            return self._none_fits()
        if self.habit == "keys only" or self.rng.random() < 0.5:
            return Presses(str(chosen))
        return Says(self._words("number", number=number_words(chosen)))

    def _none_fits(self) -> Deed:
        self._stuck += 1
        if self._stuck > 4:
            return Leaves("nothing fits")
        if self.habit == "keys only":
            return Waits()
        if self.goal.day and self.goal.at:
            when = self._day() + Words("の", "の") + self._time()
            return Says(self._words("fix_day", day=when))
        if self.goal.day:
            return Says(self._words("fix_day", day=self._day()))
        return Says(self._words("none_of_these"))

    def _confirm(self) -> Deed:
        """Yes to what is wanted; else what is wrong is said."""
        if not self._read_back_is_right():
            return self._fix()
        if (
            self.habit == "undecided"
            and not self._changed_mind
            and self.goal.at
            and self.rng.random() < CHANGES_MIND
        ):
            self._changed_mind = True
            at = self.goal.at
            self.goal = self.goal.but_at(at.replace(hour=at.hour + (1 if at.hour != 11 else -1)))
            return Says(self._words("other_time", time=self._time()))
        return self._yes_or_no(True)

    def _read_back_is_right(self) -> bool:
        if self._moment is None or self.goal.kind not in BOOKING | {Kind.CHANGE}:
            return False
        return self.goal.fits(self._named(), self._moment)

    def _named(self) -> tuple[str, ...]:
        """The procedures that were read back: a name within a longer one is not one of its own."""
        left, named = self._read_back, []
        for procedure in sorted(self.office.procedures, key=lambda p: -len(p.name)):
            if procedure.name in left:
                named.append(procedure.id)
                left = left.replace(procedure.name, "")
        return tuple(named)

    def _fix(self) -> Deed:
        """Names the first thing that is wrong in what was read back."""
        if self.habit == "keys only":
            return Presses("2") if "answer" in self._keys_told else Waits()
        if self._astray():
            return self._errand() if self.rng.random() < 0.5 else Says(self._words("no"))
        if set(self._named()) != set(self.goal.procedures):
            return Says(self._words("fix_procedure", procedure=self._procedure()))
        if self._moment is None or self.goal.kind not in BOOKING | {Kind.CHANGE}:
            return Says(self._words("no"))
        if self.goal.day and self._moment.date() != self.goal.day:
            return Says(self._words("fix_day", day=self._day()))
        if self.goal.at:
            return Says(self._words("fix_time", time=self._time()))
        return Says(self._words(self.goal.half or "no"))

    def _is_named(self, heard: Heard) -> bool:
        return any(self._name(one) in heard.text("procedure_meant") for one in self.goal.procedures)

    def _which(self, named: Sequence[date] | Sequence[time], meant: date | time | None, heard: Heard) -> Deed:
        """Which of two was meant, or whether the one was."""
        if len(named) == 1 or meant not in named:
            return self._whether(meant in named, heard)
        number = [*named].index(meant) + 1
        if self.habit == "keys only":
            return Presses(str(number))
        if self.rng.random() < 0.5:
            return Says(self._words("number", number=number_words(number)))
        return self._say_day() if "which_day" in heard.keys else self._say_time(heard)

    def _whether(self, right: bool, heard: Heard) -> Deed:
        """Yes; or no, often with what was meant."""
        if right or self.habit == "keys only" or self.rng.random() < 0.5:
            return self._yes_or_no(right)
        if self._astray():
            return self._errand()
        if "procedure_meant" in heard.keys and self.goal.procedures:
            return Says(self._words("fix_procedure", procedure=self._procedure()))
        if {"day_meant", "which_day"} & {*heard.keys} and self.goal.day:
            return Says(self._words("fix_day", day=self._day()))
        if {"time_meant", "which_time"} & {*heard.keys} and self.goal.at:
            return Says(self._words("fix_time", time=self._time()))
        return self._yes_or_no(False)

    def _about_own(self) -> Deed:
        """An own booking was told on the way to one that is not wanted, or was misheard for."""
        change = self.goal.kind is Kind.CHANGE
        if change or self.goal.kind not in ERRANDS or self.habit == "keys only":
            return self._yes_or_no(change)
        return self._errand()

    def _which_booking(self, heard: Heard) -> Deed:
        places = heard.places()
        number = places.index(self.goal.own) + 1 if self.goal.own in places else 1
        return Presses(str(number)) if self.habit == "keys only" else Says(number_words(number))

    def _yes_or_no(self, yes: bool) -> Deed:
        if self.habit == "keys only":
            return Presses("1" if yes else "2")
        return Says(self._words("yes" if yes else "no"))

    def _by_voice(self, key: str, keys: str, procedure: Words | None = None) -> Deed:
        if self.habit == "keys only":
            return Waits() if keys not in self._keys_told else Presses("0")
        if procedure is not None:
            self._stuck += 1
            return Says(procedure if key == "procedure" else self._words(key, procedure=procedure))
        return Says(self._words(key))

    def _words(self, key: str, **blanks: Words) -> Words:
        return say(key, self.habit, self.rng, **blanks)

    def _day(self) -> Words:
        assert self.goal.day is not None
        return day_words(self.goal.day, self.today, self.rng)

    def _time(self) -> Words:
        assert self.goal.at is not None
        return time_words(self.goal.at, self.rng)

    def _procedure(self) -> Words:
        """The name as the office has it."""
        known = [p for one in self.goal.procedures for p in self.office.procedures if p.id == one]
        named = [Words(p.name, p.reading.replace(" ", "")) for p in known]
        return (
            say("and", self.habit, self.rng, first=named[0], second=named[1]) if len(named) > 1 else named[0]
        )

    def _called(self) -> Words:
        """What people call it, which may be the name of others, too: 引っ越し."""
        (one,) = [p for p in self.office.procedures if p.id == self.goal.procedures[0]]
        alias = self.rng.choice(one.aliases)
        return Words(alias.text, alias.reading.replace(" ", ""))

    def _name(self, procedure_id: str) -> str:
        return next(p.name for p in self.office.procedures if p.id == procedure_id)
