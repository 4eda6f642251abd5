"""A grammar as a table of rules over the kinds of words, and the chart parser that reads a lattice by it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from itertools import product
from typing import Any, TypeVar

from nlu.anchor import NOTHING, Anchor
from nlu.lattice import Edge, Lattice

JOINED = 0.6
"""What two words that make one thing weigh more than the same two words alone."""

PAUSED = 0.15
"""What a pause between two words of one thing takes off."""

MAX_SKIPPED = 6
"""Pauses, の and asides in a row between two words."""

MAX_ITEMS = 6000
"""What a text is read by at most."""


@dataclass(frozen=True, slots=True)
class At:
    """The moment of speaking in Tokyo, the office's hours, and what is on the table."""

    now: datetime
    opens: time
    closes: time
    anchor: Anchor = NOTHING

    @property
    def today(self) -> date:
        return self.now.date()


Make = Callable[..., Any]
M = TypeVar("M", bound=Make)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A kind on the right side of a rule; `tight`: only の may stand before it; `touching`: nothing may."""

    kind: str
    tight: bool = False
    touching: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """`left` is made of `right`; `make` gets the moment and a value for each symbol, None for one left out, and gives the
    value of the whole, or None where these do not go together."""

    left: str
    right: tuple[Symbol, ...]
    slots: tuple[int, ...]
    """Which argument each symbol is."""

    arity: int
    make: Make
    gain: float
    ahead: str
    needs: frozenset[str]
    """The kinds of `right`."""


ByFirst = dict[str, list[Rule]]


class Rules:
    """A table of rules, filled by the decorator: `@RULES.on("Day", "TheMonth DayNumber AnyWeekday?")`."""

    def __init__(self) -> None:
        self.by_first: ByFirst = defaultdict(list)

    def on(self, left: str, *rights: str, gain: float = 0.0, ahead: str = "") -> Callable[[M], M]:
        """`X?` may be left out, before `!X` only の may stand, before `=X` nothing. `ahead`: characters of which one must follow, `$` the end."""

        def add(make: M) -> M:
            for right in rights:
                for rule in _variants(left, right, make, gain, ahead):
                    self.by_first[rule.right[0].kind].append(rule)
            return make

        return add

    def extend(self, other: "Rules") -> None:
        for first, rules in other.by_first.items():
            self.by_first[first] += rules


@lru_cache(maxsize=1024)
def applicable(rules: Rules, kinds: frozenset[str]) -> ByFirst:
    """Those of a whole table that can come about where words of `kinds` stand, in its order."""
    known, size = set(kinds), -1
    while len(known) != size:
        size = len(known)
        known |= {rule.left for every in rules.by_first.values() for rule in every if rule.needs <= known}
    found = {first: [r for r in every if r.needs <= known] for first, every in rules.by_first.items()}
    return {first: every for first, every in found.items() if every}


def _variants(left: str, right: str, make: Make, gain: float, ahead: str) -> Iterator[Rule]:
    symbols = [
        Symbol(s.strip("!?="), s.startswith("!"), s.startswith("="), s.endswith("?")) for s in right.split()
    ]
    for kept in product(*([True, False] if s.optional else [True] for s in symbols)):
        slots = tuple(n for n, keep in enumerate(kept) if keep)
        needs = frozenset(symbols[n].kind for n in slots)
        yield Rule(left, tuple(symbols[n] for n in slots), slots, len(symbols), make, gain, ahead, needs)


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of the lattice that is something as a whole."""

    kind: str
    start: int
    end: int
    value: Any
    weight: float
    free: bool
    """Whether it may begin where no other word ended."""

    cost: float
    """What its words lack because they only sound right."""

    source: Edge | Rule
    """The word that it is, or the rule that made it of `parts`."""

    parts: tuple["Item", ...] = ()


@dataclass(slots=True)
class _Active:
    """A rule of which some symbols are found."""

    rule: Rule
    start: int
    end: int
    parts: tuple[Item, ...]
    weight: float
    free: bool
    cost: float


class Chart:
    """Every item of a lattice, by the place where it begins."""

    def __init__(self, lattice: Lattice, rules: Rules, at: At) -> None:
        self.lattice, self.at = lattice, at
        self._rules = applicable(rules, lattice.kinds)
        self.items: dict[tuple[int, str], list[Item]] = defaultdict(list)
        self._kinds: dict[int, dict[str, None]] = defaultdict(dict)
        self._best: dict[tuple[str, int, int], float] = {}
        self._waiting: dict[tuple[int, str], list[tuple[_Active, float]]] = defaultdict(list)
        self._gaps: dict[int, list[tuple[int, float, bool]]] = {}
        self._agenda = [
            Item(
                edge.word.kind, edge.start, edge.end, edge.word.value, edge.weight, edge.free, edge.cost, edge
            )
            for edges in lattice.starting
            for edge in edges
        ]
        while self._agenda and len(self._best) < MAX_ITEMS:
            self._take(self._agenda.pop())

    def starting(self, place: int, kinds: frozenset[str]) -> Iterator[Item]:
        """The items of `kinds` that begin there."""
        for kind in self._kinds.get(place, ()):
            if kind in kinds:
                yield from self.items[place, kind]

    def _take(self, item: Item) -> None:
        key = (item.kind, item.start, item.end)
        if self._best.get(key, -1.0) >= item.weight:
            return
        self._best[key] = item.weight
        known = self.items[item.start, item.kind]
        self._kinds[item.start][item.kind] = None
        known[:] = [other for other in known if other.end != item.end] + [item]
        for rule in self._rules.get(item.kind, ()):
            self._advance(_Active(rule, item.start, item.end, (item,), item.weight, item.free, item.cost))
        for active, gain in self._waiting.get((item.start, item.kind), ()):
            self._advance(_with(active, item, gain))

    def _advance(self, active: _Active) -> None:
        rule, done = active.rule, len(active.parts)
        if done == len(rule.right):
            self._finish(active)
            return
        wanted = rule.right[done]
        for place, gain, of_only in self._reached(active.end):
            if (wanted.tight and not of_only) or (wanted.touching and place != active.end):
                continue
            self._waiting[place, wanted.kind].append((active, gain))
            for item in tuple(self.items.get((place, wanted.kind), ())):
                self._advance(_with(active, item, gain))

    def _finish(self, active: _Active) -> None:
        rule = active.rule
        if rule.ahead:
            following = self.lattice.text[active.end] if active.end < len(self.lattice.text) else "$"
            if following not in rule.ahead:
                return
        values: list[Any] = [None] * rule.arity
        for slot, part in zip(rule.slots, active.parts, strict=True):
            values[slot] = part.value
        made = rule.make(self.at, *values)
        if made is not None:
            weight = active.weight + rule.gain + JOINED * (len(active.parts) - 1)
            whole = (active.start, active.end, made, weight, active.free, active.cost)
            self._agenda.append(Item(rule.left, *whole, rule, active.parts))

    def _reached(self, end: int) -> list[tuple[int, float, bool]]:
        """Places that pauses, の and asides lead to, what they add to the weight, and whether it was の alone."""
        if end in self._gaps:
            return self._gaps[end]
        found, todo = {end: (0.0, True)}, [(end, 0)]
        while todo:
            place, steps = todo.pop()
            if steps == MAX_SKIPPED or place >= len(self.lattice.text):
                continue
            gain, of_only = found[place]
            for edge in self.lattice.starting[place]:
                if edge.word.kind not in _SKIPPED or edge.end in found:
                    continue
                alone = of_only and edge.word.kind == "Of-"
                step = -PAUSED if edge.word.kind == "Pause" else edge.weight * 0.5
                found[edge.end] = (gain + step, alone)
                todo.append((edge.end, steps + 1))
        self._gaps[end] = [(place, gain, of_only) for place, (gain, of_only) in found.items()]
        return self._gaps[end]


_SKIPPED = frozenset({"Pause", "Of-", "Aside"})


def _with(active: _Active, item: Item, gain: float) -> _Active:
    parts = (*active.parts, item)
    weight = active.weight + item.weight + gain
    return _Active(active.rule, active.start, item.end, parts, weight, active.free, active.cost + item.cost)
