"""「火曜と金曜がデイサービスなんです」, 「20日は孫の結婚式やけん」: days on which something else is, so that they are no wish."""

from nlu.chart import Item
from nlu.discourse.pieces import DAY
from nlu.discourse.spans import Span, Talk
from nlu.vocabulary.reports import BEFORE_OR_AFTER, IS_OF, TAKES_PLACE

_AND = ("Or", "Pause", "Of-")
_SAID_OF_IT = ("な", "や", "です", "だ", "で、", "にあ", "に入", "にはい", "にい")
"""What goes on behind the days of something else: 月水金なんです."""

_OCCUPIES = ("Busy", "Occasion")

WITHIN = 10
"""Characters between a day and what is on it."""


def occupied(talk: Talk, span: Span) -> bool:
    """Whether something else is said to be on this day."""
    return span.kind == DAY and (_named_before(talk, span) or _named_behind(talk, span))


def _named_before(talk: Talk, span: Span) -> bool:
    """「透析が月水金なんです」."""
    busy = next((m for m in reversed(talk.marks) if m.kind == "Busy" and m.end <= span.start), None)
    if busy is None or not talk.linked(busy.end, span.start, *_AND, "Topic", "Soft"):
        return False
    last = max(
        (s.end for s in talk.of(DAY) if s.start >= span.start and talk.linked(span.end, s.start, *_AND)),
        default=span.end,
    )
    said_so = talk.lattice.text.startswith(_SAID_OF_IT, last)
    return said_so and talk.mark(busy.end, talk.clause_end(span), "Positive") is None


def _named_behind(talk: Talk, span: Span) -> bool:
    """「金曜がデイサービスなんです」, 「20日は孫の結婚式やけん」, 「12月1日に眼科があるけん」."""
    text, end = talk.lattice.text, talk.clause_end(span)
    particle = text[span.end : span.end + 1]
    if particle not in tuple("がはわに"):
        return False
    following = next((s.start for s in talk.spans if s.start >= span.end), len(text))
    busy = _nearest(talk, span.end, min(following, span.end + WITHIN))
    if busy is None or "。" in text[span.end : busy.start] or talk.mark(span.end, end, "Positive"):
        return False
    if BEFORE_OR_AFTER.found(text[busy.end : end]):
        return False
    return bool((IS_OF if particle != "に" else TAKES_PLACE).ends(text, busy.end))


def _nearest(talk: Talk, start: int, end: int) -> Item | None:
    return talk.mark(start, end, *_OCCUPIES)
