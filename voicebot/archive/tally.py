"""Calls added up: of a day, of a period."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from operator import add

from dialog.state import Outcome
from voicebot.archive.figures import CallFigures
from voicebot.archive.summary import UNFINISHED

COMPLETED = (Outcome.BOOKED, Outcome.CHANGED, Outcome.CANCELLED, Outcome.ANSWERED)
"""What the caller wanted is done, by the bot alone."""

BIN_MS = 50
BINS = 100
"""Waits are counted in so many steps; the last holds all that are longer, too."""

WAIT_LIMIT_MS = BIN_MS * (BINS - 1)
"""Longer waits are not told apart."""


@dataclass(slots=True)
class Group:
    """Some of the calls."""

    calls: int = 0
    ended: int = 0
    """Those whose end is on record."""
    completed: int = 0
    waits: list[int] = field(default_factory=list)
    """How many lie in each step."""

    def add(self, other: "Group") -> None:
        self.calls += other.calls
        self.ended += other.ended
        self.completed += other.completed
        more = len(other.waits) - len(self.waits)
        if more > 0:
            self.waits += [0] * more
        self.waits[: len(other.waits)] = map(add, self.waits, other.waits)

    @property
    def completion(self) -> float | None:
        """Of those whose end is on record, 0 to 1."""
        return self.completed / self.ended if self.ended else None

    def wait_ms(self, share: float) -> float | None:
        """The wait that this share of all waits is not longer than, evenly spread within a step; None: there are none."""
        left = share * sum(self.waits)
        for at, count in enumerate(self.waits):
            if count and left <= count:
                return min(WAIT_LIMIT_MS, (at + left / count) * BIN_MS)
            left -= count
        return None


COUNTERS = ("outcomes", "dropped", "connected", "unconnected", "right", "slots")
GROUPS = ("hours", "offices", "procedures")


@dataclass(slots=True)
class Tally:
    all: Group = field(default_factory=Group)
    outcomes: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    """What was asked when the caller gave up."""
    connected: Counter[str] = field(default_factory=Counter)
    """Why a person came on, a `Why`."""
    unconnected: Counter[str] = field(default_factory=Counter)
    """Why a person was called for where none came on."""
    right: Counter[str] = field(default_factory=Counter)
    """Slots that were right the first time."""
    slots: Counter[str] = field(default_factory=Counter)
    """All that were asked for and answered."""
    hours: dict[str, Group] = field(default_factory=dict)
    """By the hour in which they began, `9`."""
    offices: dict[str, Group] = field(default_factory=dict)
    """By id; empty: not known when the call ended."""
    procedures: dict[str, Group] = field(default_factory=dict)
    """By id. A call for several counts for each; empty: none was known."""

    def add(self, other: "Tally") -> None:
        self.all.add(other.all)
        for name in COUNTERS:
            getattr(self, name).update(getattr(other, name))
        for name in GROUPS:
            mine = getattr(self, name)
            for key, group in getattr(other, name).items():
                mine.setdefault(key, Group()).add(group)

    def dumped(self) -> str:
        """Compact JSON."""
        found: dict[str, object] = {"all": _packed(self.all)}
        found |= {name: counter for name in COUNTERS if (counter := getattr(self, name))}
        for name in GROUPS:
            found[name] = {key: _packed(group) for key, group in getattr(self, name).items()}
        return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def loaded(text: str) -> Tally:
    """What `dumped` wrote."""
    found = json.loads(text)
    tally = Tally(_unpacked(found["all"]))
    for name in COUNTERS:
        getattr(tally, name).update(found.get(name, {}))
    for name in GROUPS:
        setattr(tally, name, {key: _unpacked(packed) for key, packed in found[name].items()})
    return tally


def total(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def of_call(
    began: datetime, outcome: str, office: str, procedures: Iterable[str], figures: CallFigures
) -> Tally:
    """One call."""
    done = outcome in COMPLETED
    steps = [min(wait // BIN_MS, BINS - 1) for wait in figures.waits]
    waits = [0] * (max(steps, default=-1) + 1)
    for step in steps:
        waits[step] += 1
    group = Group(1, int(outcome != UNFINISHED), int(done), waits)
    tally = Tally(
        outcomes=Counter([outcome]),
        dropped=Counter([figures.dropped] if figures.dropped else []),
        right=Counter(slot for slot, right in figures.slots.items() if right),
        slots=Counter(figures.slots.keys()),
    )
    if figures.handover or figures.connected:
        counter = tally.connected if figures.connected else tally.unconnected
        counter[figures.handover or "other"] += 1
    tally.all.add(group)
    groups = [(tally.hours, str(began.hour)), (tally.offices, office)]
    groups += [(tally.procedures, one) for one in procedures or ("",)]
    for of, key in groups:
        of.setdefault(key, Group()).add(group)
    return tally


def _packed(group: Group) -> list[int]:
    return [group.calls, group.ended, group.completed, *group.waits]


def _unpacked(packed: list[int]) -> Group:
    calls, ended, completed, *waits = packed
    return Group(calls, ended, completed, waits)
