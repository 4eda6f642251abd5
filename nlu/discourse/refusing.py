"""What is refused, given as a reason, told or taken back: only the rest is wished."""

import itertools
from datetime import date, time
from typing import TypeVar

from nlu.clipping import clipped
from nlu.discourse.asides import put_aside
from nlu.discourse.neither import neither
from nlu.discourse.occupied import is_free, occupied, on_the_way, take_up
from nlu.discourse.of_two import choose, same
from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.discourse.telling import tell
from nlu.found import Day, Shape
from nlu.meaning import DateSpan, TimeSpan
from nlu.rules.clock import Time
from nlu.vocabulary.pointing import OF_THAT_DAY
from nlu.vocabulary.refusals import GIVEN_UP, IF_NOT
from nlu.vocabulary.reports import (
    AIMED,
    ASKS_WHETHER,
    CLOSED_THEN,
    CROWDED,
    HAPPENS,
    IS_OF,
    SAME_DAY,
    THIS_IS,
)

C = TypeVar("C", date, time)

TO_BECOME_WITHIN = 4
"""「一週間前にして」, 「一週間前に変えて」 wish for the day; 「一週間前に電話して」 tells of it."""

HAPPENED_WITHIN, WILL_HAPPEN_WITHIN, DID_WITHIN = 14, 8, 24
"""Characters between a day and what happened on it."""

_AHEAD = frozenset(
    {
        Shape.RELATIVE,
        Shape.WEEK,
        Shape.WEEK_AND_WEEKDAY,
        Shape.COMING,
        Shape.LATER,
        Shape.MONTHS_LATER,
        Shape.STEP,
    }
)
"""Days that are named from now on, so that nothing has happened on them yet."""

DOUBTED = 0.8
"""What is said beside another one without a link, times this."""

_LISTED = ("Or", "Pause", "Of-", "Soft", "Positive", "Topic", "Asking", "Within", "Fact")
_AND = ("Or", "Pause", "Of-")
_VERB_ENDS = ("る", "た", "く", "す", "るん", "たん")
"""What comes before a fact that happens: 15日に年金が入るやろ."""


def judge(talk: Talk) -> None:
    """Marks every span that is no wish."""
    for span in talk.of(DAY):
        span.role = _told(talk, span)
    _named_twice(talk)
    _facts(talk)
    _said_of_it(talk)
    _rests(talk)
    _corrections(talk)
    choose(talk)
    _that_day(talk)
    for span in talk.spans:
        if span.stands:
            span.role = Role.REFUSAL if _refused(talk, span) else _reason(talk, span)
    _taken_back(talk)
    tell(talk)
    take_up(talk)
    put_aside(talk)
    _spread(talk)
    _refused_behind(talk)
    _same_weekday(talk)
    _same_time(talk)


def doubt(talk: Talk) -> None:
    """Where two days or two times stand side by side and nothing says how they go together, neither is sure."""
    for kind in {span.kind for span in talk.spans}:
        spans = [span for span in talk.of(kind) if span.stands and span.value.values]
        for before, after in itertools.pairwise(spans):
            if not _together(talk, before, after):
                before.weigh(DOUBTED)
                after.weigh(DOUBTED)
        for span in spans:
            torn = talk.lattice.torn(span.start, span.end) or clipped(talk.lattice, span.start, span.end)
            if torn or _of_something_else(talk, span):
                span.weigh(DOUBTED)


def _of_something_else(talk: Talk, span: Span) -> bool:
    """「10時に病院があるけん、そのあと」: the time of a reason, though no other one is named."""
    end = talk.clause_end(span)
    if not any(m.kind == "Because" and m.end == end for m in talk.marks):
        return False
    begin = max(
        (m.end for m in talk.marks if m.kind in ("Because", "Contrast") and m.end <= span.start), default=0
    )
    return talk.mark(begin, end, "Busy") is not None and talk.mark(span.end, end, "Positive") is None


def _together(talk: Talk, before: Span, after: Span) -> bool:
    if talk.linked(before.end, after.start, *_LISTED):
        return before.shape is after.shape or talk.lattice.between(before.end, after.start, "Or") is not None
    first, second = before.value.values[0].value, after.value.values[0].value
    if isinstance(first, DateSpan) and isinstance(second, DateSpan):
        return _inside(first.first, first.last, second.first, second.last)
    if isinstance(first, TimeSpan) and isinstance(second, TimeSpan):
        return _inside(first.first, first.last, second.first, second.last)
    return False


def _inside(first: C, last: C, other_first: C, other_last: C) -> bool:
    """Whether one of two runs lies in the other."""
    return (first <= other_first and other_last <= last) or (other_first <= first and last <= other_last)


def _told(talk: Talk, span: Span) -> Role:
    """Whether a day belongs to something that happened or will, or is asked about, and is no wish for a place."""
    lattice, end = talk.lattice, span.end
    limit = len(lattice.text)
    if span.shape in (Shape.PAST, Shape.BEFORE):
        did = lattice.between(end, min(limit, end + DID_WITHIN + 2), "Did")
        least = TO_BECOME_WITHIN if span.shape is Shape.BEFORE else 0
        return _event(
            did is not None and did.start - end >= least and "。" not in lattice.text[end : did.start]
        )
    if CROWDED.ends(lattice.text, end) and not any(
        other.holds(span) for other in talk.of(DAY) if other is not span
    ):
        return Role.FACT
    if any(m.kind == "Born" and m.end <= span.start for m in talk.marks):
        return Role.EVENT
    if talk.mark(end, min(limit, end + 6), "BornAt") and lattice.at(end, "BornAt"):
        return Role.EVENT
    if any(
        lattice.covers(end, m.start, "Topic", "Quoted", "Pause") and m.start > end
        for m in talk.marks
        if m.kind == "Asks"
    ):
        return Role.FACT
    if (will := talk.mark(end, limit, "WillHappen")) and will.start - end <= WILL_HAPPEN_WITHIN:
        between = lattice.text[end : will.start]
        return _event(not {"、", "。"} & {*between} and not _any_digit(between))
    if _of_occasion(talk, span):
        return Role.EVENT
    happened = talk.mark(end, limit, "Happened")
    if happened is None or happened.start - end > HAPPENED_WITHIN or span.shape in _AHEAD:
        return Role.WISH
    between = lattice.text[end : happened.start]
    return _event("。" not in between and not _any_digit(between))


def _of_occasion(talk: Talk, span: Span) -> bool:
    """「3月に孫の結婚式があるので」: when it is, said as a reason or an aside to a wish."""
    end = talk.clause_end(span)
    closes = any(m.kind in ("Because", "Contrast") and m.end == end for m in talk.marks)
    if not closes or talk.lattice.at(span.end, "Or"):
        return False
    refuses = talk.mark(end, len(talk.lattice.text), "Refusal") or talk.later(span)
    if refuses and talk.lattice.at(span.end, "Topic"):
        return False
    occasion = talk.mark(span.end, end, "Occasion")
    return occasion is not None and talk.mark(occasion.end, end, "Positive") is None


def _event(happens: bool) -> Role:
    return Role.EVENT if happens else Role.WISH


def _any_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _facts(talk: Talk) -> None:
    """「20日は日曜ですよね」: the weekday is said of the day, and where another day follows, both are no wish."""
    spans = talk.of(DAY)
    for day, other in itertools.pairwise(spans):
        topic = talk.lattice.at(day.end, "Topic")
        if (
            topic is None
            or topic.end != other.start
            or other.shape is not Shape.WEEKDAY
            or day.shape is Shape.MONTH
        ):
            continue
        rests = CLOSED_THEN.ends(talk.lattice.text, other.end)
        if not (
            rests
            or talk.lattice.at(other.end, "Fact", "Because", "Asking", "Contrast")
            or talk.mark(other.end, other.end + 1, "Fact", "Because", "Contrast")
        ):
            continue
        talk.spans.remove(other)
        day.role = Role.FACT if talk.later(other) else Role.WISH


def _named_twice(talk: Talk) -> None:
    """「クリスマスイブの日、24日」: the number is that of the day before it."""
    for day, number in itertools.pairwise(talk.of(DAY)):
        if number.shape is Shape.DAY_NUMBER and day.shape is Shape.NAMED and day.value.values:
            value, value_of = day.value.values[0].value, number.value
            same = (
                isinstance(value, DateSpan)
                and isinstance(value_of, Day)
                and value.first.day == value_of.number
            )
            if same and value.single and SAME_DAY.found(talk.lattice.text[day.end : number.start]):
                talk.spans.remove(number)


def _said_of_it(talk: Talk) -> None:
    """「21日、これは母の命日の翌日でして」: what the day before it is."""
    for day, other in itertools.pairwise(talk.of(DAY)):
        text = talk.lattice.text
        if THIS_IS.found(text[day.end : other.start]) and IS_OF.ends(text, other.end):
            other.role = Role.FACT


def _rests(talk: Talk) -> None:
    """「1時は昼休みですか、それなら2時」: the office rests then, and another time is wished."""
    for before, rest in itertools.pairwise(talk.spans):
        if before.kind != TIME or not isinstance(rest.value, Time) or rest.value.part != "rest":
            continue
        said_of_it = talk.lattice.covers(before.end, rest.start, "Topic")
        if said_of_it and talk.lattice.at(rest.end, "Asking", "Fact") and talk.later(rest):
            before.role = rest.role = Role.FACT


def _that_day(talk: Talk) -> None:
    """「4日が仕事始めでしょう。その日は混みそうやから、5日」: the day that was told of last, before another one."""
    for _, end in OF_THAT_DAY.every(talk.lattice.text):
        before = [span for span in talk.of(DAY) if span.end < end]
        later = any(span.start >= end for span in talk.of(DAY))
        start = end
        for span in reversed(before) if later else ():
            if start < end and talk.lattice.text[span.end : start] not in ("が", "は", "わ"):
                break
            span.role, start = Role.FACT, span.start


def _corrections(talk: Talk) -> None:
    """「火曜、いや水曜」: the last thing said stands."""
    for kind in {span.kind for span in talk.spans}:
        spans = [span for span in talk.of(kind) if not span.told]
        for n, (before, after) in enumerate(itertools.pairwise(spans), 1):
            corrected = talk.mark(before.end, after.start, "Correct", "Negated")
            moved = _moved(talk, before, after)
            if moved or (corrected and not _refused(talk, before, corrected=True)):
                for span in spans[: n + _named_again(talk, before, after)]:
                    span.role = Role.CORRECTED


def _named_again(talk: Talk, before: Span, after: Span) -> bool:
    """「2日、違う、2日はゼミや、3日に」: what was corrected is but said once more, to tell why."""
    again = bool(before.value.values and after.value.values) and after.holds(before)
    return again and talk.lattice.at(after.end, "Topic") is not None and talk.later(after) is not None


def _moved(talk: Talk, before: Span, after: Span) -> bool:
    """「木曜を金曜に」, 「10時ば11時に」."""
    return talk.lattice.at(before.end, "Object") is not None and talk.lattice.covers(
        before.end, after.start, "Object", "Pause"
    )


def _refused(talk: Talk, span: Span, *, corrected: bool = False) -> bool:
    lattice = talk.lattice
    if lattice.at(span.end, "Except") or neither(talk, span):
        return True
    if not corrected and lattice.at(span.end, "Negated") and talk.mark(span.end, span.end + 8, "Negated"):
        return True
    if occupied(talk, span):
        return True
    told_of = talk.at.anchor.day if span.kind == DAY else talk.at.anchor.time
    if told_of is not None and IF_NOT.ends(lattice.text, span.end) and talk.later(span):
        return True
    topic = lattice.at(span.end, "Topic")
    if topic is None or lattice.at(span.end, "Needs"):
        return False
    end = talk.clause_end(span)
    following = next((s.start for s in talk.spans if s.start >= span.end), len(lattice.text))
    if no := talk.mark(topic.start, min(end, following), "Refusal"):
        yes = talk.mark(topic.start, no.start, "Positive")
        return yes is None and not _asks(talk, no.end)
    if (
        (busy := talk.mark(topic.start, end, "Busy"))
        and busy.start <= following
        and (talk.lattice.text.startswith("、", busy.end) or not (busy.end <= following < end))
    ):
        return not (_asks(talk, busy.end) or on_the_way(talk, busy, end) or is_free(talk, span, busy))
    mark = talk.mark(span.end, end, "Because", "Contrast")
    if mark is None or following < mark.start or talk.later(span) is None or mark.start <= topic.end:
        return False
    return talk.mark(span.end, mark.end, "Positive") is None


def _refused_behind(talk: Talk) -> None:
    """「水曜やろ、待って、水曜はデイサービスやった。木曜に」: a day that is refused as soon as it was said back, before another."""
    spans = [one for one in talk.of(DAY) if one.value.values]
    for span, again, other in zip(spans, spans[1:], spans[2:], strict=False):
        if span.stands and again.refused and same(again, (span, span)) and other.stands:
            span.role = Role.FACT


def _same_weekday(talk: Talk) -> None:
    """「木曜は遅くまで開いていると聞いたけど、来週の木曜は」: no weekday is refused that is wished behind it."""
    for span in talk.of(DAY):
        day = span.value
        if not span.refused or span.shape is not Shape.WEEKDAY or not isinstance(day, Day):
            continue
        wished = [one.value for one in talk.of(DAY) if one.stands and one.start >= span.end]
        if any(isinstance(one, Day) and one.only and one.only.weekday() in day.weekdays for one in wished):
            span.role = Role.FACT


def _taken_back(talk: Talk) -> None:
    """「月曜。ああ、月曜は医者。火曜」: what is named again to say why not, before another one."""
    for span in talk.spans:
        if span.stands and any(
            other.refused and other.start >= span.end and other.holds(span) and talk.later(other)
            for other in talk.of(span.kind)
        ):
            span.role = Role.CORRECTED


def _same_time(talk: Talk) -> None:
    """「今日の10時はふさがっとるなら、来週の10時で」, 「朝は送っていくけん、10時からで」: no time is refused that is wished behind it, and no part
    of the day in which one is wished (開庁と同時に、朝は早いほうで)."""
    for span in talk.of(TIME):
        if span.refused and any(
            span.holds(one)
            for one in talk.of(TIME)
            if one.stands and (one.start >= span.end or span.shape is Shape.PART)
        ):
            span.role = Role.FACT


def _asks(talk: Talk, place: int) -> bool:
    """「3時は無理ですか」 asks for it."""
    end = len(talk.lattice.text.rstrip("。?"))
    return bool(ASKS_WHETHER.ends(talk.lattice.text, place)) or any(
        edge.word.kind == "Asking" and edge.end == end
        for before in talk.lattice.ends(place, frozenset({"Soft"}))
        if before < end
        for edge in talk.lattice.starting[before]
    )


def _reason(talk: Talk, span: Span) -> Role:
    """「病院が10時に終わるけん11時」: the time of the reason, where another one follows."""
    if talk.later(span) is None or talk.lattice.at(span.end, "Needs"):
        return Role.WISH
    if _only(talk, span) or _turned_from(talk, span):
        return Role.FACT
    end = talk.clause_end(span)
    if talk.lattice.text[: span.start].endswith(HAPPENS) and talk.lattice.text.startswith(
        ("で", "や", "な"), span.end
    ):
        return Role.FACT
    mark = next(
        (m for m in talk.marks if m.kind in ("Because", "Fact") and m.start >= span.end and m.end == end),
        None,
    )
    if mark is None or talk.mark(span.end, mark.start, "Positive", "Correct"):
        return Role.WISH
    if mark.kind == "Fact":
        topic = talk.lattice.at(span.end, "Topic")
        said_of_it = topic is not None and topic.end < mark.start
        happens = talk.lattice.text.endswith(_VERB_ENDS, span.end + 1, mark.start)
        return Role.FACT if said_of_it or happens or span.shape is Shape.RANGE else Role.WISH
    if _week_of_those(talk, span, end):
        return Role.WISH
    return Role.REASON if _other_behind(talk, span, end) else Role.WISH


def _week_of_those(talk: Talk, span: Span, end: int) -> bool:
    """「来週に変えてもらえますか、火曜は仕事があるんで、水曜なら」: the week of the days that are named behind it; the reason has its own."""
    own = any(span.end <= other.start < end for other in talk.of(span.kind))
    return own and span.shape is Shape.WEEK and bool(AIMED.ends(talk.lattice.text, span.end))


def _turned_from(talk: Talk, span: Span) -> bool:
    """「4日は仕入れやった。一日早うして」: the day on the table, of which something is said before another one is wished."""
    day = span.value.only if span.kind == DAY and isinstance(span.value, Day) else None
    if day is None or day != talk.at.anchor.day or talk.lattice.at(span.end, "Topic") is None:
        return False
    following = next(s.start for s in talk.spans if s.start >= span.end)
    return talk.mark(span.end, following, "Positive", "Asking") is None


def _only(talk: Talk, span: Span) -> bool:
    """「水曜の10時しか車が空かんのよ」, 「水曜の10時がよかったんやけど」: both are why another one is wished behind it, or given up for it."""
    ends = [span.end]
    following = next((s for s in talk.spans if s.start >= span.end), None)
    if following is not None and talk.lattice.covers(span.end, following.start, "Of-", "Pause"):
        ends += [following.end] if following.kind != span.kind else []
    return any(talk.lattice.at(end, "Only") or GIVEN_UP.ends(talk.lattice.text, end) for end in ends)


def _other_behind(talk: Talk, span: Span, end: int) -> bool:
    """Whether one of the same kind follows behind the clause."""
    return any(s.kind == span.kind and s.start >= end and not s.told for s in talk.spans)


def _spread(talk: Talk) -> None:
    """「月曜と火曜以外」, 「水曜と金曜はデイサービスなんで」: both."""
    for kind in {span.kind for span in talk.spans}:
        spans = talk.of(kind)
        for before, after in reversed(list(itertools.pairwise(spans))):
            if not before.stands or not (after.refused or after.told):
                continue
            apart = "。" in talk.lattice.text[before.end : after.start] or _told_of_alone(talk, before, after)
            if not apart and talk.linked(before.end, after.start, *_AND) and before.end < after.start:
                before.role = after.role


def _told_of_alone(talk: Talk, before: Span, after: Span) -> bool:
    """「3日の2時、2日じゃないです」: nothing joins the one that it is not to the one that is wished."""
    negated = talk.lattice.at(after.end, "Negated") is not None
    return negated and talk.linked(before.end, after.start, "Pause", "Of-")
