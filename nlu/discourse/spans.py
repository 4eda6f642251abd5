"""Days and times in their order, each with what the sentence does with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from nlu.chart import At, Item
from nlu.discourse.pieces import DAY, EVENING, TIME
from nlu.found import HALF_HEARD, Day, Shape
from nlu.lattice import Lattice
from nlu.meaning import DateSpan, Scored, TimeSpan
from nlu.rules.clock import Time
from nlu.vocabulary.reports import GOES

HEARD = 0.85
"""What is only in the sounds of a text, not in its writing, times this."""


class Role(StrEnum):
    """What a sentence does with a day or a time."""

    WISH = "wish"
    REFUSAL = "refusal"
    REASON = "reason"
    FACT = "fact"
    """Something is said of it, or asked: 20日は日曜ですよね, 4日って何曜日."""
    EVENT = "event"
    """Something happened on it or will: 11月20日に引っ越した."""
    CORRECTED = "corrected"
    """Taken back by what came behind it."""
    ABSORBED = "absorbed"
    """A part of what came behind it: 来週の空いてる火曜."""
    LOST = "lost"
    """It leans on something that was not understood: the day behind 翌日."""


_TOLD = frozenset({Role.REASON, Role.FACT, Role.EVENT})
_DROPPED = frozenset({Role.CORRECTED, Role.ABSORBED, Role.LOST})


@dataclass(slots=True)
class Span:
    """A day or a time at its place."""

    kind: str
    value: Day | Time
    made: Item
    """What the chart made it of."""

    role: Role = Role.WISH

    @property
    def start(self) -> int:
        return self.made.start

    @property
    def end(self) -> int:
        return self.made.end

    @property
    def shape(self) -> Shape:
        return self.value.shape

    @property
    def refused(self) -> bool:
        return self.role is Role.REFUSAL

    @property
    def told(self) -> bool:
        """Whether it is said of something else."""
        return self.role in _TOLD

    @property
    def dropped(self) -> bool:
        """Whether something behind it stands in its place."""
        return self.role in _DROPPED

    @property
    def stands(self) -> bool:
        """Whether it is still wished."""
        return self.role is Role.WISH

    def holds(self, other: "Span") -> bool:
        """Whether what is most likely the one lies in what is most likely the other; both are days, or both times."""
        if not (self.value.values and other.value.values):
            return False
        whole, part = self.value.values[0].value, other.value.values[0].value
        if isinstance(whole, DateSpan) and isinstance(part, DateSpan):
            return whole.first <= part.first and part.last <= whole.last
        if isinstance(whole, TimeSpan) and isinstance(part, TimeSpan):
            return whole.first <= part.first and part.last <= whole.last
        return False

    def weigh(self, factor: float) -> None:
        """Makes every value less sure."""
        if isinstance(self.value, Day):
            weighed = tuple(Scored(v.value, v.score * factor) for v in self.value.values)
            self.value = replace(self.value, values=weighed)
        else:
            times = tuple(Scored(v.value, v.score * factor) for v in self.value.values)
            self.value = replace(self.value, values=times)


@dataclass(slots=True)
class Talk:
    """One utterance: its spans in spoken order, the marks between them, and the words under both."""

    lattice: Lattice
    at: At
    spans: list[Span] = field(default_factory=list)
    marks: list[Item] = field(default_factory=list)

    def of(self, kind: str) -> list[Span]:
        return [span for span in self.spans if span.kind == kind]

    def mark(self, start: int, end: int, *kinds: str) -> Item | None:
        """The first mark of one of `kinds` between two places."""
        return next((m for m in self.marks if m.kind in kinds and start <= m.start and m.end <= end), None)

    def later(self, span: Span) -> Span | None:
        """The next of its kind."""
        return next((s for s in self.spans if s.kind == span.kind and s.start >= span.end), None)

    def linked(self, start: int, end: int, *kinds: str) -> bool:
        """Whether only words of `kinds`, and spans of the other kind, stand between two places."""
        inner = [s for s in self.spans if start <= s.start and s.end <= end]
        places = [start, *(place for s in inner for place in (s.start, s.end)), end]
        return all(self.lattice.covers(a, b, *kinds) for a, b in zip(places[::2], places[1::2], strict=True))

    def clause_end(self, span: Span) -> int:
        """Where the clause ends in which `span` stands: behind a reason, a contrast, a fact, or at 。"""
        ends = [
            m.end for m in self.marks if m.kind in ("Because", "Contrast", "Fact") and m.start >= span.end
        ]
        stop = self.lattice.text.find("。", span.end)
        return min([*ends, *([stop] if stop >= 0 else []), len(self.lattice.text)])


def talk_of(lattice: Lattice, at: At, row: Iterable[Item]) -> Talk:
    talk = Talk(lattice, at)
    for piece in row:
        if piece.kind == EVENING:
            day, time = piece.value
            talk.spans += [Span(DAY, day, piece), Span(TIME, time, piece)]
        elif piece.kind in (DAY, TIME):
            span = Span(piece.kind, piece.value, piece)
            if piece.cost > 0:
                span.weigh(HEARD)
            talk.spans.append(span)
        else:
            talk.marks.append(piece)
    for span in talk.spans:
        if span.shape in (Shape.WEEK, Shape.PART) and _goes_on_unheard(talk, span):
            span.weigh(HALF_HEARD)
    return talk


def _goes_on_unheard(talk: Talk, span: Span) -> bool:
    """「来週の」 or 「午前」 with something behind it that is no word."""
    text, place = talk.lattice.text, span.end
    if span.shape is Shape.WEEK:
        of = talk.lattice.at(place, "Of-")
        if of is None:
            return False
        place = of.end
    if span.shape is Shape.PART and text.startswith(GOES, place):
        return False
    if (
        place >= len(text)
        or any(s.start == place for s in talk.spans)
        or any(m.start == place for m in talk.marks)
    ):
        return False
    return not talk.lattice.at(
        place,
        "Pause",
        "Anything",
        "Of-",
        "Soft",
        "Or",
        "Within",
        "Aside",
        "To",
        "Topic",
        "Until",
        "Around",
        "Asking",
    )
