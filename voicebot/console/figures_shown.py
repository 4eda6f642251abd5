"""The figures of a period in words: the parts of the page, each a chart and a table, and the rows of the file."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from voicebot.archive.first_time import SLOTS
from voicebot.archive.summary import UNFINISHED
from voicebot.archive.tally import WAIT_LIMIT_MS, Group, Tally
from voicebot.console.charts import Bar, bars
from voicebot.console.words import Words

MEDIAN, MOST = 0.5, 0.95
"""Shares of the waits."""

Row = tuple[str, ...]
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """One section: `stats.parts.KEY` has its heading, what it shows in plain words, and what the whole and the part of a bar
    are where bars have two."""

    key: str
    columns: Row
    rows: Sequence[Row]
    bars: Sequence[Bar]
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says."""

    tally: Tally
    words: Words
    offices: Names
    """Id to name; what is not in it stands under its id."""
    procedures: Names
    parts: list[Part] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", [part for part in self._made() if part.rows])

    @property
    def completion(self) -> str:
        return percent(self.tally.all.completion)

    def wait(self, share: float) -> str:
        return self._seconds(self.tally.all, share)

    @property
    def connected(self) -> int:
        return self.tally.connected.total()

    def sheet(self) -> Iterable[Row]:
        """The heading and every row of every part, in the columns that fit it."""
        headings = [self.words(f"stats.columns.{name}") for name in ("part", "item", *COLUMNS)]
        yield tuple(headings)
        yield from self._groups_sheet("all", {"": self.tally.all}, lambda key: self.words("stats.all"))
        counted = {"outcomes": self.tally.outcomes, "dropped": self.tally.dropped}
        for key, counter in counted.items():
            for name, count in counter.most_common():
                yield self._line(key, self._name(key, name), calls=count)
        for why, all_of, connected in self._handovers():
            yield self._line("handovers", why, calls=all_of, connected=connected)
        for slot, asked, right in self._slots():
            yield self._line("slots", slot, calls=asked, right=right)
        yield from self._groups_sheet("hours", self._hours(), self._hour)
        yield from self._groups_sheet("offices", self._offices(), self._office)
        yield from self._groups_sheet("procedures", self._procedures(), self._procedure)

    def _made(self) -> Iterable[Part]:
        yield self._counted("outcomes", self.tally.outcomes)
        yield self._counted("dropped", self.tally.dropped)
        handed = list(self._handovers())
        yield Part(
            "handovers",
            self._headings("item", "calls", "connected"),
            [(why, str(every), str(connected)) for why, every, connected in handed],
            bars([(why, every, part, self.words("stats.calls", count=every)) for why, every, part in handed]),
        )
        slots = [(slot, asked, right, right / asked) for slot, asked, right in self._slots()]
        yield Part(
            "slots",
            self._headings("item", "asked", "right", "share"),
            [(slot, str(asked), str(right), percent(share)) for slot, asked, right, share in slots],
            bars([(slot, share, share, percent(share)) for slot, _, _, share in slots], longest=1),
        )
        yield self._grouped("hours", self._hours(), self._hour, upright=True)
        yield self._grouped("offices", self._offices(), self._office)
        yield self._grouped("procedures", self._procedures(), self._procedure)

    def _counted(self, key: str, counter: Mapping[str, int]) -> Part:
        rows = sorted(counter.items(), key=lambda row: (-row[1], row[0]))
        every = sum(counter.values())
        named = [(self._name(key, name), count) for name, count in rows]
        return Part(
            key,
            self._headings("item", "calls", "share"),
            [(name, str(count), percent(count / every)) for name, count in named],
            bars([(name, count, count, self.words("stats.calls", count=count)) for name, count in named]),
        )

    def _grouped(
        self, key: str, groups: Mapping[str, Group], name: Callable[[str], str], upright: bool = False
    ) -> Part:
        named = [(name(one), group) for one, group in groups.items()]
        drawn = [
            (label if upright else one, float(g.calls), float(g.completed), self._told(g, upright))
            for (one, g), label in zip(named, groups, strict=True)
        ]
        return Part(
            key,
            self._headings("item", "calls", "completion", "median", "most"),
            [
                (one, str(g.calls), percent(g.completion), *(self._seconds(g, s) for s in (MEDIAN, MOST)))
                for one, g in named
            ],
            bars(drawn),
            upright,
        )

    def _told(self, group: Group, upright: bool) -> str:
        if upright:
            return str(group.calls)
        return self.words("stats.calls_and_share", count=group.calls, share=percent(group.completion))

    def _handovers(self) -> Iterable[tuple[str, int, int]]:
        """Why, how often a person was called for, and how often one came on."""
        every = self.tally.connected + self.tally.unconnected
        for why, count in every.most_common():
            yield self._name("handovers", why), count, self.tally.connected[why]

    def _slots(self) -> Iterable[tuple[str, int, int]]:
        for slot in SLOTS:
            if asked := self.tally.slots[slot]:
                yield self.words(f"dialog.slots.{slot}"), asked, self.tally.right[slot]

    def _hours(self) -> Mapping[str, Group]:
        """From the first hour with a call to the last."""
        hours = sorted(map(int, self.tally.hours))
        every = range(hours[0], hours[-1] + 1) if hours else ()
        return {str(hour): self.tally.hours.get(str(hour), Group()) for hour in every}

    def _offices(self) -> Mapping[str, Group]:
        return _most_first(self.tally.offices)

    def _procedures(self) -> Mapping[str, Group]:
        return _most_first(self.tally.procedures)

    def _hour(self, hour: str) -> str:
        return self.words("stats.hour", hour=hour)

    def _office(self, office: str) -> str:
        return self.offices.get(office, office) or self.words("stats.no_office")

    def _procedure(self, procedure: str) -> str:
        return self.procedures.get(procedure, procedure) or self.words("stats.no_procedure")

    def _name(self, part: str, key: str) -> str:
        known = {
            "outcomes": f"dialog.outcomes.{key if key != UNFINISHED else 'unfinished'}",
            "dropped": f"dialog.{key}",
            "handovers": f"stats.why.{key}",
        }[part]
        return self.words(known) if known in self.words else key

    def _headings(self, *names: str) -> Row:
        return tuple(self.words(f"stats.columns.{name}") for name in names)

    def _seconds(self, group: Group, share: float) -> str:
        ms = group.wait_ms(share)
        if ms is None:
            return "–"
        key = "seconds_or_more" if ms >= WAIT_LIMIT_MS else "seconds"
        return self.words(f"stats.{key}", seconds=f"{ms / 1000:.1f}")

    def _groups_sheet(
        self, key: str, groups: Mapping[str, Group], name: Callable[[str], str]
    ) -> Iterable[Row]:
        for one, g in groups.items():
            share = "" if g.completion is None else f"{100 * g.completion:.1f}"
            waits = {"median": _plain(g.wait_ms(MEDIAN)), "most": _plain(g.wait_ms(MOST))}
            yield self._line(key, name(one), calls=g.calls, completed=g.completed, completion=share, **waits)

    def _line(self, part: str, item: str, **values: object) -> Row:
        heading = self.words(f"stats.parts.{part}.heading")
        return heading, item, *(str(values.get(column, "")) for column in COLUMNS)


COLUMNS = ("calls", "completed", "completion", "connected", "right", "median", "most")
"""Of the file, after the part and the item."""


def percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"


def _plain(ms: float | None) -> str:
    """Seconds, for a spreadsheet."""
    return "" if ms is None else f"{ms / 1000:.2f}"


def _most_first(groups: Mapping[str, Group]) -> Mapping[str, Group]:
    return dict(sorted(groups.items(), key=lambda pair: (-pair[1].calls, pair[0])))
