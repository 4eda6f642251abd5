"""What is said on the way to a wish: what is asked of somebody in the room (歯医者は何時やったかね、11時？), what the wish is counted
from (18日、ほんならその前の日で), what is so at times (11時を過ぎるときもある), and what is to be avoided (1時から3時なんで、そこ以外で)."""

from itertools import pairwise

from nlu import days
from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Talk
from nlu.found import Shape
from nlu.vocabulary.asides import (
    AS_A_RULE,
    ASKED_IN_THE_ROOM,
    AT_TIMES,
    AVOIDED,
    CLOSED_THAT_DAY,
    EVEN_THEN,
    FAILING_THAT,
    IS_IT,
    NOT_THAT_DAY,
    OUTSIDE_OF_IT,
    SAID_OF_TODAY,
    TURNS,
    WOULD_DO,
)
from nlu.vocabulary.reports import AIMED

_THAT = "その"

ANSWERED_WITHIN = 10
"""Characters from such a question to what is called back."""


def put_aside(talk: Talk) -> None:
    """Marks what is no wish of those."""
    for kind in (DAY, TIME):
        _asked_in_the_room(talk, kind)
        _as_a_rule(talk, kind)
    _counted_from(talk)
    _birthday(talk)
    _weekday_of_today(talk)
    _closed_then(talk)
    _second_best(talk)
    _at_times(talk)
    _avoided(talk)
    _not_that_day(talk)
    _narrowed(talk)
    _outside_of_it(talk)


def _asked_in_the_room(talk: Talk, kind: str) -> None:
    """「11時、待って、歯医者は何時やったかね。11時？ほんなら9時に」."""
    text = talk.lattice.text
    for _, end in ASKED_IN_THE_ROOM.every(text):
        called = next((span for span in talk.of(kind) if span.start >= end), None)
        if called is None or called.start - end > ANSWERED_WITHIN or talk.later(called) is None:
            continue
        for span in talk.of(kind):
            if span is called or (span.stands and span.end <= called.start and called.holds(span)):
                span.role = Role.FACT


def _as_a_rule(talk: Talk, kind: str) -> None:
    """「いつも第一月曜やけど、来月は第一木曜に」."""
    for _, end in AS_A_RULE.every(talk.lattice.text):
        told = next((span for span in talk.of(kind) if span.start == end), None)
        later = talk.later(told) if told is not None and told.stands else None
        if told is not None and later is not None and later.stands and not later.holds(told):
            told.role = Role.FACT


def _counted_from(talk: Talk) -> None:
    """「予防接種が30日にあって、その翌日なら」: a day that is but what the wish is counted from; 30日か、その翌日 are both wished."""
    text = talk.lattice.text
    for before, wish in pairwise(talk.of(DAY)):
        start = wish.start - len(_THAT) if text.endswith(_THAT, 0, wish.start) else wish.start
        if not (before.stands and wish.stands and text.startswith(_THAT, start)):
            continue
        listed = talk.linked(before.end, start, "Or", "Of-", "Pause", "Within")
        if not listed and not AIMED.ends(text, before.end):
            before.role = Role.FACT


def _birthday(talk: Talk) -> None:
    """「主人がこの十二月で七十五になるけん」."""
    for span in talk.of(DAY):
        if span.stands and TURNS.ends(talk.lattice.text, span.end):
            span.role = Role.FACT


def _weekday_of_today(talk: Talk) -> None:
    """「今日は、火曜日でございますわね。でしたら今週の木曜日」."""
    text, today = talk.lattice.text, days.day(talk.at.today)
    for span, weekday in pairwise(talk.of(DAY)):
        is_today = any(one.value == today for one in span.value.values[:1])
        between = SAID_OF_TODAY.all_of(text[span.end : weekday.start])
        if is_today and between and weekday.shape is Shape.WEEKDAY and IS_IT.ends(text, weekday.end):
            role = Role.FACT if talk.later(weekday) else weekday.role
            span.role = weekday.role = role


def _second_best(talk: Talk) -> None:
    """「年内がいいけど、間に合わんかったら年明けでもよか」."""
    text = talk.lattice.text
    for first, other in pairwise(talk.of(DAY)):
        only_then = text.endswith(FAILING_THAT, first.end, other.start) and WOULD_DO.ends(text, other.end)
        refused = talk.mark(first.end, other.start, "Refusal") is not None
        if only_then and not refused and not first.told and other.stands:
            first.role, other.role = Role.WISH, Role.FACT


def _closed_then(talk: Talk) -> None:
    """「30日とかはもう休みでしょ、そしたら御用納めの日に」."""
    for span in talk.of(DAY):
        if span.stands and talk.later(span) and CLOSED_THAT_DAY.ends(talk.lattice.text, span.end):
            span.role = Role.REFUSAL


def _at_times(talk: Talk) -> None:
    """「9時に行っても11時過ぎるときもある」."""
    text = talk.lattice.text
    told = [span for span in talk.of(TIME) if AT_TIMES.ends(text, span.end)]
    for span in talk.of(TIME):
        leads_to = any(span.end <= one.start and "。" not in text[span.end : one.start] for one in told)
        if span.stands and (span in told or (leads_to and EVEN_THEN.ends(text, span.end))):
            span.role = Role.FACT


def _avoided(talk: Talk) -> None:
    """「月曜は混みましょうから外していただいて」."""
    text = talk.lattice.text
    for span in talk.spans:
        avoided = max(AVOIDED.ends(text, span.end), default=0)
        if avoided and not any(span.end <= other.start < avoided for other in talk.spans):
            span.role = Role.REFUSAL


def _not_that_day(talk: Talk) -> None:
    """「お迎えが9時に来て、4時に戻るんでした、水曜は。その日はだめでした」: neither the day nor its times."""
    place = NOT_THAT_DAY.find(talk.lattice.text)
    before = [span for span in talk.of(DAY) if place and span.end <= place[0]]
    if place and before:
        before[-1].role = Role.REFUSAL
        for span in talk.of(TIME):
            span.role = Role.FACT if span.stands and span.end <= place[0] else span.role


def _narrowed(talk: Talk) -> None:
    """「朝のうちがいいけど、着くのは9時ちょっと過ぎ」: the part of the day in which the time lies."""
    for span in talk.of(TIME):
        part = span.stands and span.shape is Shape.PART
        if part and any(
            one.start >= span.end and one.stands and one.shape is not Shape.PART and span.holds(one)
            for one in talk.of(TIME)
        ):
            span.role = Role.FACT


def _outside_of_it(talk: Talk) -> None:
    """「お昼寝が1時から3時なんで、そこ以外で」: what was said last is refused."""
    place = OUTSIDE_OF_IT.find(talk.lattice.text)
    before = [span for span in talk.spans if place and span.end <= place[0]]
    if before:
        before[-1].role = Role.REFUSAL
