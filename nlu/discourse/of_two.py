"""Of several days or times that are named, the one that is said again: 「水曜と木曜やったら木曜」."""

import itertools

from nlu.chart import Item
from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.discourse.telling import is_aimed
from nlu.found import Day, Shape
from nlu.vocabulary.reports import OF_TWO


def choose(talk: Talk) -> None:
    """「3日か4日やけど、4日にしとこう」, 「水曜と木曜やったら木曜」: of several, the one that is said again."""
    for kind in (DAY, TIME):
        spans = [span for span in talk.of(kind) if span.stands and span.value.values]
        for first, other in itertools.pairwise(spans):
            joined = talk.lattice.covers(first.end, other.start, "Or", "Pause") and first.end < other.start
            again = [one for one in spans if one.start >= other.end and same(one, (first, other))]
            told = bool(again) and talk.mark(other.end, again[-1].start, "Contrast", "Fact") is not None
            if joined and talk.lattice.between(first.end, other.start, "Or"):
                if _said_twice(other.made):
                    first.role = Role.FACT
                elif again and not _differ(again) and (told or _taken(talk, other, again[-1])):
                    first.role = other.role = Role.FACT
            elif joined and told:
                first.role = other.role = Role.CORRECTED


def _differ(spans: list[Span]) -> bool:
    """「10時か11時、できれば11時、だめなら10時」."""
    return len({span.value.values[0].value for span in spans}) > 1


def _said_twice(made: Item) -> bool:
    """「11時、11時で」, which is one clock time."""
    clocks = [part.kind for part in made.parts].count("Clock")
    return clocks > 1 or any(map(_said_twice, made.parts))


def _taken(talk: Talk, last: Span, again: Span) -> bool:
    """Whether what is said again is what is taken; `last`: of those that were named."""
    text = talk.lattice.text
    wished = is_aimed(talk, again) and not text.startswith("でも", again.end)
    return wished or (OF_TWO.found(text[last.end : again.start]) and not talk.lattice.at(again.end, "Topic"))


def same(one: Span, others: tuple[Span, Span]) -> bool:
    """Whether one of `others` is what `one` is."""
    return any(
        one.value.values[0].value == other.value.values[0].value or _same_name(one, other) for other in others
    )


def _same_name(one: Span, other: Span) -> bool:
    """「来週の水曜と木曜やったら水曜」."""
    if one.shape is not Shape.WEEKDAY or not (isinstance(one.value, Day) and isinstance(other.value, Day)):
        return False
    return one.value.weekdays == other.value.weekdays
