"""Words as they follow each other in a sentence, written as rows of a table, and the spotter that finds them.

    Phrases("断水 水漏れ", ("水道", maybe("の が"), "料金 止ま"))

is 断水, or 水漏れ, or 水道 with 料金 or 止ま behind it, の or が between. Words are parted by spaces; `^` is the beginning of
the text and `$` its end.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol


class Step(Protocol):
    """What stands at one place of a row."""

    def ends(self, text: str, at: int) -> Iterable[int]:
        """Every place where it may end if it begins at `at`."""

    def firsts(self) -> frozenset[str] | None:
        """What it may begin with; `` where it may be empty; None: anything."""


Steps = tuple["str | Step", ...]
Row = str | Step | Steps
_EMPTY, _ANY = frozenset({""}), None


@dataclass(frozen=True, slots=True)
class _Words:
    forms: tuple[str, ...]
    edge: str = ""
    """`^`, `$` or both, where the edge of the text will do."""

    def ends(self, text: str, at: int) -> Iterable[int]:
        if text.startswith(self.forms, at):
            found = [at + len(form) for form in self.forms if text.startswith(form, at)]
        elif not self.edge:
            return ()
        else:
            found = []
        if self.edge and (("$" in self.edge and at == len(text)) or ("^" in self.edge and not at)):
            found.append(at)
        return found

    def end_at(self, text: str, at: int) -> bool:
        """Whether one of them stands before `at`."""
        return text.endswith(self.forms, 0, at) or ("^" in self.edge and not at)

    def firsts(self) -> frozenset[str] | None:
        return frozenset(self.forms) | (_EMPTY if self.edge else frozenset())


@dataclass(frozen=True, slots=True)
class _Optional:
    rows: tuple[tuple[Step, ...], ...]
    again: bool = False

    def ends(self, text: str, at: int) -> Iterable[int]:
        reached, todo = {at}, [at]
        while todo:
            new = _ends(self.rows, text, todo.pop()) - reached
            reached |= new
            todo += new if self.again else ()
        return reached

    def firsts(self) -> frozenset[str] | None:
        own = _firsts(self.rows)
        return own if own is _ANY else own | _EMPTY


@dataclass(frozen=True, slots=True)
class _Either:
    rows: tuple[tuple[Step, ...], ...]

    def ends(self, text: str, at: int) -> Iterable[int]:
        return _ends(self.rows, text, at)

    def firsts(self) -> frozenset[str] | None:
        return _firsts(self.rows)


@dataclass(frozen=True, slots=True)
class _Within:
    most: int
    stops: str
    least: int

    def ends(self, text: str, at: int) -> Iterable[int]:
        last = min(at + self.most, len(text))
        stop = next((place for place in range(at, last) if text[place] in self.stops), last)
        return range(at + self.least, stop + 1)

    def firsts(self) -> frozenset[str] | None:
        return _ANY


@dataclass(frozen=True, slots=True)
class _Condition:
    """What must stand, or must not, before or behind this place, of which it takes nothing."""

    rows: tuple[tuple[Step, ...], ...]
    wanted: bool

    def ends(self, text: str, at: int) -> Iterable[int]:
        return (at,) if bool(_ends(self.rows, text, at)) is self.wanted else ()

    def firsts(self) -> frozenset[str] | None:
        return _EMPTY


@dataclass(frozen=True, slots=True)
class _Before:
    words: _Words
    wanted: bool

    def ends(self, text: str, at: int) -> Iterable[int]:
        return (at,) if self.words.end_at(text, at) is self.wanted else ()

    def firsts(self) -> frozenset[str] | None:
        return _EMPTY


@dataclass(frozen=True, slots=True)
class _Begins:
    def ends(self, text: str, at: int) -> Iterable[int]:
        before = text[at - 1 : at]
        return () if before.isdigit() or "一" <= before <= "龥" or before == "々" else (at,)

    def firsts(self) -> frozenset[str] | None:
        return _EMPTY


BEGINS = _Begins()
"""No kanji and no digit stands before, with which it would be another word: 3|人, 保証|人."""


def maybe(*rows: Row) -> Step:
    """One of these, or nothing."""
    return _Optional(_rows(rows))


def several(*rows: Row) -> Step:
    """These, one behind the other in any order, or nothing."""
    return _Optional(_rows(rows), again=True)


def either(*rows: Row) -> Step:
    return _Either(_rows(rows))


def within(most: int, stops: str = "", least: int = 0) -> Step:
    """Anything of at most so many characters, none of `stops` among them."""
    return _Within(most, stops, least)


def ahead(*rows: Row) -> Step:
    """One of these must follow."""
    return _Condition(_rows(rows), True)


def never(*rows: Row) -> Step:
    """None of these may follow."""
    return _Condition(_rows(rows), False)


def behind(forms: str) -> Step:
    """Right behind one of these words."""
    return _Before(_words(forms), True)


def never_behind(forms: str) -> Step:
    return _Before(_words(forms), False)


class Phrases:
    """What any of its rows makes is one of them."""

    def __init__(self, *rows: Row) -> None:
        self._rows = _rows(rows)
        self._everywhere: list[tuple[Step, ...]] = []
        self._by_first: dict[str, list[tuple[Step, ...]]] = {}
        """By the character with which they begin."""

        self._firsts: frozenset[str] = frozenset()
        for row in self._rows:
            firsts = _firsts((row,))
            if firsts is _ANY or "" in firsts:
                self._everywhere.append(row)
            else:
                self._firsts |= firsts
                for first in {form[0] for form in firsts}:
                    self._by_first.setdefault(first, []).append(row)

    @cached_property
    def _beginning(self) -> re.Pattern[str]:
        """What they begin with, where none begins everywhere."""
        return re.compile("|".join(map(re.escape, self._firsts)))

    def ends(self, text: str, at: int = 0) -> set[int]:
        """Where those that begin at `at` end."""
        own = self._by_first.get(text[at : at + 1], [])
        rows = [*own, *self._everywhere] if self._everywhere else own
        return _ends(rows, text, at) if rows else set()

    def find(self, text: str, start: int = 0) -> tuple[int, int] | None:
        """Where the first of them stands, the longest if there are several."""
        for at in self._places(text, start):
            if ends := self.ends(text, at):
                return at, max(ends)
        return None

    def _places(self, text: str, start: int) -> Iterator[int]:
        """Where one may begin."""
        if self._everywhere:
            yield from range(start, len(text) + 1)
            return
        while begins := self._beginning.search(text, start):
            yield begins.start()
            start = begins.start() + 1

    def every(self, text: str) -> Iterator[tuple[int, int]]:
        """Where each of them stands that takes something, none inside another."""
        place = self.find(text)
        while place is not None:
            start, end = place
            if end > start:
                yield place
            place = self.find(text, max(end, start + 1))

    def found(self, text: str) -> bool:
        """Whether one of them stands in `text`."""
        return self.find(text) is not None

    def all_of(self, text: str) -> bool:
        """Whether `text` is one of them and nothing else."""
        return len(text) in self.ends(text)

    def replaced(self, text: str, by: str = "") -> str:
        """`text` with `by` in the place of each."""
        out, at = "", 0
        for start, end in self.every(text):
            out += text[at:start] + by
            at = end
        return out + text[at:]


def _ends(rows: Iterable[tuple[Step, ...]], text: str, at: int) -> set[int]:
    found: set[int] = set()
    for row in rows:
        places = row[0].ends(text, at)
        for step in row[1:]:
            if not places:
                break
            places = {end for place in places for end in step.ends(text, place)}
        found.update(places)
    return found


def _firsts(rows: Iterable[tuple[Step, ...]]) -> frozenset[str] | None:
    every: frozenset[str] = frozenset()
    for row in rows:
        own: frozenset[str] = _EMPTY
        for step in row:
            firsts = step.firsts()
            if firsts is _ANY:
                return _ANY
            own = (own - _EMPTY) | firsts
            if "" not in own:
                break
        every |= own
    return every


def _rows(rows: tuple[Row, ...]) -> tuple[tuple[Step, ...], ...]:
    return tuple(tuple(_step(step) for step in (row if isinstance(row, tuple) else (row,))) for row in rows)


def _step(step: str | Step) -> Step:
    return _words(step) if isinstance(step, str) else step


def _words(forms: str) -> _Words:
    said = forms.split()
    edges = "".join(form for form in said if form in ("^", "$"))
    return _Words(tuple(form for form in said if form not in ("^", "$")), edges)
