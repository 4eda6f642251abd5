"""「嫁の休みが木曜だけなんよ。その日、2時で」: the day that was only told of is the one that is wished."""

from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.vocabulary.pointing import THAT_DAY, THERE
from nlu.vocabulary.reports import AIMED


def point(talk: Talk) -> None:
    """Wishes for the last day before その日, where that is wished and no other day is, and for what was asked about before そこで."""
    for kind in (DAY, TIME):
        _there(talk, kind)
    text = talk.lattice.text
    pointing = [span for span in talk.of(DAY) if THAT_DAY.ends(text, span.start)]
    if any(span.stands for span in talk.of(DAY) if span not in pointing):
        return
    for _, end in THAT_DAY.every(text):
        before = [span for span in talk.of(DAY) if span.end < end and (span.told or span.refused)]
        time = next((span for span in talk.of(TIME) if span.start >= end and span.stands), None)
        if before and (AIMED.ends(text, end) or (time is not None and _right_before(talk, end, time))):
            before[-1].role = Role.WISH
            for span in pointing:
                span.role = Role.ABSORBED


def _right_before(talk: Talk, end: int, time: Span) -> bool:
    return talk.lattice.covers(end, time.start, "Pause", "Of-")


def _there(talk: Talk, kind: str) -> None:
    """「5時半でも開いとるんですか、開いとるならそこで」."""
    if any(span.stands for span in talk.of(kind)):
        return
    for _, end in THERE.every(talk.lattice.text):
        asked = [span for span in talk.of(kind) if span.end < end and span.role is Role.FACT]
        if asked and AIMED.ends(talk.lattice.text, end):
            asked[-1].role = Role.WISH
