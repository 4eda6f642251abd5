"""「嫁の休みが木曜だけなんよ。その日、2時で」: the day that was only told of is the one that is wished."""

from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.vocabulary.pointing import THAT_DAY
from nlu.vocabulary.reports import AIMED


def point(talk: Talk) -> None:
    """Wishes for the last day before その日, where that is wished and no other day is."""
    if any(span.stands for span in talk.of(DAY)):
        return
    text = talk.lattice.text
    for _, end in THAT_DAY.every(text):
        before = [span for span in talk.of(DAY) if span.end < end and (span.told or span.refused)]
        time = next((span for span in talk.of(TIME) if span.start >= end and span.stands), None)
        if before and (AIMED.ends(text, end) or (time is not None and _right_before(talk, end, time))):
            before[-1].role = Role.WISH


def _right_before(talk: Talk, end: int, time: Span) -> bool:
    return talk.lattice.covers(end, time.start, "Pause", "Of-")
