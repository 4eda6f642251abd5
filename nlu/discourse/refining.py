"""The same said once more, more exactly, or put right without a word that says so: 「9時……9時半で」, 「金曜がいいんです、来週の金曜」."""

from itertools import pairwise

from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.found import Day, Shape
from nlu.rules.clock import Time
from nlu.vocabulary.reports import AIMED, SAID_ONCE_MORE, THOUGHT_OF
from nlu.vocabulary.weighing import DECIDED, OTHERWISE, WEIGHED, WONDERED

_CLOCKS = (Shape.CLOCK, Shape.BARE_CLOCK)
_WEEKS = (Shape.WEEK_AND_WEEKDAY, Shape.COMING)


def refine(talk: Talk) -> None:
    """Only the last stands of what is the same, said again, and of what is named before the one that is wished in so many
    words, with nothing but a pause between them."""
    _thought_of(talk)
    _weighed(talk)
    for kind in (TIME, DAY):
        spans = [span for span in talk.of(kind) if not span.dropped]
        for before, after in reversed(list(pairwise(spans))):
            if before.stands and _named_again(talk, before, after):
                before.role = Role.CORRECTED


def _thought_of(talk: Talk) -> None:
    """「10時と思いよったけど、10時15分に」."""
    for span in talk.spans:
        later = talk.later(span)
        if span.stands and later is not None and THOUGHT_OF.ends(talk.lattice.text, span.end):
            span.role = Role.FACT


def _weighed(talk: Talk) -> None:
    """「水曜と木曜とどっちがよかと。ええ、来週の水曜にします」: days that are thought about, before the one that is decided on."""
    text = talk.lattice.text
    spans = [span for span in talk.of(DAY) if span.value.values]
    decided = spans[-1] if spans else None
    if decided is None or not (decided.stands and AIMED.ends(text, decided.end)):
        return
    listed = False
    for span, later in reversed(list(pairwise(spans))):
        listed = later is not decided and listed and talk.lattice.covers(span.end, later.start, "Or", "Pause")
        listed = listed or bool(WEIGHED.ends(text, span.end))
        firmly = bool(DECIDED.ends(text, decided.end)) or _same_weekday(span, decided)
        wondered = firmly and WONDERED.ends(text, span.end)
        if span.stands and (listed or (wondered and not OTHERWISE.found(text[span.end : decided.start]))):
            span.role = Role.FACT


def _named_again(talk: Talk, before: Span, after: Span) -> bool:
    if not (before.value.values and after.value.values) or after.told or after.refused:
        return False
    between = talk.lattice.text[before.end : after.start]
    if isinstance(before.value, Day):
        return _same_weekday(before, after) and bool(SAID_ONCE_MORE.ends(between))
    put_right = after.role is Role.CORRECTED or bool(AIMED.ends(talk.lattice.text, after.end))
    return put_right and _clocks(before, after) and bool(SAID_ONCE_MORE.ends(between))


def _same_weekday(before: Span, after: Span) -> bool:
    """「水曜がいいんです、来週の水曜」."""
    named, exact = before.value, after.value
    assert isinstance(named, Day)
    assert isinstance(exact, Day)
    same = before.shape is Shape.WEEKDAY and after.shape in _WEEKS
    return same and named.weekdays == exact.weekdays


def _clocks(before: Span, after: Span) -> bool:
    """Two clock times, neither of them about."""
    clocks = before.shape in _CLOCKS and after.shape in _CLOCKS
    return clocks and not any(isinstance(one.value, Time) and _about(one.value) for one in (before, after))


def _about(time: Time) -> bool:
    return any(said.value.about for said in time.values)
