"""「木曜は検診が入っとったわ。金曜に」: a day or a time of which something is told is no wish beside one that is wished."""

from datetime import timedelta
from itertools import pairwise

from nlu import days
from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.found import Shape
from nlu.meaning import DateSpan, Order, TimeSpan
from nlu.vocabulary.answers import UNDERSTOOD
from nlu.vocabulary.pointing import OF_THAT
from nlu.vocabulary.reports import (
    AIMED,
    AMOUNTS,
    COMES,
    DESIRED,
    DONE_FIRST,
    EVERY_YEAR,
    GOES_ON,
    IS_OF,
    LAST_DAY,
    LATELY,
    NO_MATTER,
    NOTHING_ELSE,
    OF_A_VISIT,
    OVER_AND_DONE,
    REPORTED,
    RIDES,
    SET_OUT,
    SO_IT_IS,
    TODAY_TOLD,
    TOLD_BY_US,
    TOLD_OF,
    WEATHER,
    WISHED_FOR,
    YEAR,
)
from nlu.vocabulary.wishes import LATE, ORDERS, SOON

_LONG_AHEAD = timedelta(days=270)
"""A day of the month that is named without its year and is farther off was most likely the one just gone by."""

_FROM_NOW = (Shape.RELATIVE, Shape.LATER, Shape.STEP, Shape.SAME, Shape.PAST, Shape.BEFORE)
"""Days that lean on today or on the table."""

_SUBJECT, _TOPIC = ("が", "のは", "のわ"), tuple("はわも")


def tell(talk: Talk) -> None:
    """Marks what is only told of, where another one is wished in so many words: a day beside a day, a time beside either."""
    _weather(talk)
    _any_day(talk)
    _other_end(talk)
    _said_again(talk)
    _before_it(talk)
    _on_the_way(talk)
    _of_that(talk)
    _other_part(talk)
    _last_day(talk)
    for span in talk.of(DAY):
        if span.stands and (TOLD_OF.ends(talk.lattice.text, span.end) or _gone_by(talk, span)):
            span.role = Role.FACT
            end = talk.clause_end(span)
            for time in talk.of(TIME):
                time.role = Role.FACT if span.start <= time.start and time.end <= end else time.role
    for kind in dict.fromkeys(span.kind for span in talk.spans):
        spans = talk.of(kind)
        aimed = _all_aimed(talk, kind) or (_all_aimed(talk, DAY) if kind == TIME else [])
        told = False
        for span in reversed(spans) if aimed else ():
            if span.stands and span not in aimed and (kind == DAY or span.shape is not Shape.OTHER):
                clause = _clause(talk, span, aimed)
                goes_on = told and (GOES_ON.found(clause) or _listed(talk, span))
                inside = any(one.kind == kind and span.holds(one) for one in aimed) or _on_its_day(
                    talk, span, aimed
                )
                named = bool(IS_OF.ends(clause)) and _is_of(talk, span)
                named = named or _left_for(talk, span, aimed)
                over = _over_before(talk, span, aimed)
                told = named or (not inside and (over or goes_on or _reported(talk, span, clause)))
                span.role = Role.FACT if told else span.role
            else:
                told = span.told
    if not any(_all_aimed(talk, kind) for kind in (DAY, TIME)):
        _over_and_done(talk)


def _over_and_done(talk: Talk) -> None:
    """「19日に出ていく届けを済ませたんですが、年金を」: of what was done, where no day and no time is wished."""
    text = talk.lattice.text
    for span in talk.spans:
        end = talk.clause_end(span)
        answers = not span.start and not text[end:].strip("、。")
        needed = talk.lattice.at(span.end, "Needs") is not None
        meant = any(m.kind == "Negated" and m.end == span.start for m in talk.marks)
        if span.stands and span.shape not in _FROM_NOW and not (answers or needed or meant):
            clause = UNDERSTOOD.replaced(text[span.end : end + 1])
            if OVER_AND_DONE.found(clause) and not OF_A_VISIT.found(clause):
                span.role = Role.FACT


def _other_end(talk: Talk) -> None:
    """「夕方は暗くなるから早い時間に」: a part of the day that is but why it is to be early, or late."""
    text = talk.lattice.text
    for span in talk.of(TIME):
        end = talk.clause_end(span)
        why = any(m.kind == "Because" and m.end == end for m in talk.marks)
        other = any(
            phrases.found(text[end:])
            for phrases in (ORDERS[Order.EARLIEST], ORDERS[Order.LATEST], LATE, SOON)
        )
        if span.shape is Shape.PART and span.stands and why and other and talk.lattice.at(span.end, "Topic"):
            span.role = Role.REFUSAL


def _gone_by(talk: Talk, span: Span) -> bool:
    """「通知が11月16日付で来て」, 「ここ2、3日」, 「毎年5月に来る」: of before today, or of every year."""
    text, before = talk.lattice.text, talk.lattice.text[: span.start]
    if span.shape is Shape.DAY_NUMBER and (AMOUNTS.ends(text, span.end) or LATELY.found(before)):
        return True
    if before.endswith(EVERY_YEAR):
        return True
    far = any(
        isinstance(one.value, DateSpan) and one.value.first - talk.at.today > _LONG_AHEAD
        for one in span.value.values[:1]
    )
    said = text[span.end :].strip("、。")
    return far and bool(said) and YEAR not in text[span.start : span.end] and not is_aimed(talk, span)


def _weather(talk: Talk) -> None:
    """「今日は冷えますねえ」, 「明日は雨やろか」."""
    text = talk.lattice.text
    for span in talk.of(DAY):
        told = span.shape is Shape.RELATIVE and not text.startswith("の", span.end)
        ends = WEATHER.ends(text, span.end) if told or _is_today(talk, span) else set()
        if ends and not text.startswith(NO_MATTER, max(ends)):
            span.role = Role.FACT


def _is_today(talk: Talk, span: Span) -> bool:
    return [one.value for one in span.value.values[:1]] == [days.day(talk.at.today)]


def _last_day(talk: Talk) -> None:
    """「期限が誕生日までなんです、12月10日。木曜の夜しか」: when something runs out, unless it is wished by then."""
    text = talk.lattice.text
    limits = [limit for limit in range(len(text)) if LAST_DAY.ends(text, limit)]
    for span in talk.of(DAY):
        before = [limit for limit in limits if span.start in LAST_DAY.ends(text, limit)]
        said = text[span.start : span.end]
        written = YEAR in said and any(map(str.isdigit, said)) and len(talk.of(DAY)) == 1  # as a form has it
        if not span.stands or not before or written or talk.mark(before[-1], span.start, "Because"):
            continue
        if text.startswith(SO_IT_IS, span.end) or span.end == len(text) or not is_aimed(talk, span):
            span.role = Role.FACT


def _any_day(talk: Talk) -> None:
    """「いつでもええよ、毎日が日曜日やけん」: why any day will do."""
    order = ORDERS[Order.ANY].find(talk.lattice.text)
    for span in talk.of(DAY) if order else ():
        end = talk.clause_end(span)
        why = any(m.kind == "Because" and m.end == end for m in talk.marks)
        if span.stands and why and order and order[1] <= span.start and talk.later(span) is None:
            span.role = Role.FACT


def _said_again(talk: Talk) -> None:
    """「ああ、火曜日ね。そんなら木曜に」, 「24日。それなら水曜に」 said on a 24th: the day that was told, before another one."""
    for span, _ in pairwise(talk.of(DAY)):
        date = span.shape not in _FROM_NOW and _is_today(talk, span)
        told = TOLD_BY_US.ends(talk.lattice.text, span.end)
        if span.stands and (told or (date and TODAY_TOLD.ends(talk.lattice.text, span.end))):
            span.role = Role.FACT


def _before_it(talk: Talk) -> None:
    """「お昼の薬を飲んでから、1時に」: what is done in a part of the day, before the time that is wished."""
    for span, wish in pairwise(talk.of(TIME)):
        between = talk.lattice.text[span.end : wish.start]
        if span.stands and span.shape is Shape.PART and DONE_FIRST.all_of(between):
            span.role = Role.FACT


def _all_aimed(talk: Talk, kind: str) -> list[Span]:
    return [span for span in talk.of(kind) if span.stands and is_aimed(talk, span)]


def is_aimed(talk: Talk, span: Span) -> bool:
    """Whether it is wished by what stands right behind it."""
    text, end = talk.lattice.text, whole_end(talk, span)
    if text[: _start(talk, span)].rstrip("、").endswith("が") and COMES.ends(text, end):
        return False  # 孫が10日に来る
    return bool(AIMED.ends(text, end)) and not _is_of(talk, span)


def _is_of(talk: Talk, span: Span) -> bool:
    """「締め切りが11日なんで」: it is the day or the time of something else."""
    text, end = talk.lattice.text, whole_end(talk, span)
    if text.startswith("。", end):
        return _subject(talk, span)
    what = text[: _start(talk, _first(talk, span))].rstrip("、")
    subject = what.endswith(_SUBJECT) or (what.endswith(_TOPIC) and text.startswith("なん", end))
    return subject and bool(IS_OF.ends(text, end)) and not WISHED_FOR.found(what[:-1])


def _subject(talk: Talk, span: Span) -> bool:
    """「来るのは月曜と木曜。」: the days of what was named before them."""
    what = talk.lattice.text[: _start(talk, _first(talk, span))].rstrip("、")
    return what.endswith(("のは", "のわ", "んは", "んわ")) and not WISHED_FOR.found(what[:-1])


def _first(talk: Talk, span: Span) -> Span:
    """The first of those that are listed with it."""
    for before in reversed([one for one in talk.of(span.kind) if one.end <= span.start]):
        if not _listed(talk, before):
            break
        span = before
    return span


def _start(talk: Talk, span: Span) -> int:
    """Where it begins, with the day in front of a time."""
    before = next(
        (one for one in reversed(talk.spans) if one.kind != span.kind and one.end <= span.start), None
    )
    joined = before is not None and talk.lattice.covers(before.end, span.start, "Of-", "Pause")
    return before.start if before is not None and joined else span.start


def whole_end(talk: Talk, span: Span) -> int:
    """Where it ends, with the time behind a day."""
    following = next((one for one in talk.spans if one.start >= span.end), None)
    if span.kind != DAY or following is None or following.kind == DAY:
        return span.end
    return following.end if talk.lattice.covers(span.end, following.start, "Of-", "Pause") else span.end


def _clause(talk: Talk, span: Span, aimed: list[Span]) -> str:
    """What is said behind it until the next of its kind, one that is wished, or the end of the clause."""
    text, begin = talk.lattice.text, whole_end(talk, span)
    later = [
        one.start for one in talk.spans if one.start >= begin and (one.kind == span.kind or one in aimed)
    ]
    end = min(talk.clause_end(span), *later, len(text))
    return text[begin : end + text.startswith("。", end)]


def _over_before(talk: Talk, span: Span, aimed: list[Span]) -> bool:
    """「5日に発表会があってね、それが済んでから、7日に行きます」: what is on it comes before the wish."""
    wish = next((one for one in aimed if one.kind == span.kind and one.start >= span.end), None)
    over = talk.mark(span.end, wish.start, "AfterIt") if wish is not None else None
    if over is None or talk.linked(span.end, over.start, "Or", "Of-", "Soft", "Pause", "Topic"):
        return False
    return talk.mark(span.end, over.start, "Positive") is None


def _left_for(talk: Talk, span: Span, aimed: list[Span]) -> bool:
    """「10時に着くかなあ。10時15分にずらせます？」: what is on the table, before another one that is wished."""
    anchor = talk.at.anchor
    known: DateSpan | TimeSpan | None = DateSpan(anchor.day, anchor.day) if anchor.day else None
    if span.kind == TIME:
        known = TimeSpan(anchor.time, anchor.time) if anchor.time else None
    behind = [one for one in aimed if one.kind == span.kind and one.start >= span.end]
    own = [said.value for said in span.value.values]
    other = behind and known not in [said.value for said in behind[0].value.values]
    return known is not None and known in own and bool(other) and not _listed(talk, span)


def _on_its_day(talk: Talk, span: Span, aimed: list[Span]) -> bool:
    """「明日でええわ、明日の8時半、開いたらすぐ行くけん」: a time on the day that is wished, which is named again for it."""
    own = [day for day in talk.of(DAY) if 0 <= span.start - day.end <= len("の")]
    return span.kind == TIME and any(day.holds(one) for day in own for one in aimed if one.kind == DAY)


def _listed(talk: Talk, span: Span) -> bool:
    """「月曜と木曜」: the one goes with the other."""
    later = talk.later(span)
    return later is not None and span.end < later.start and talk.lattice.covers(span.end, later.start, "Or")


def _reported(talk: Talk, span: Span, clause: str) -> bool:
    joined = talk.lattice.at(span.end, "Or", "To")
    if DESIRED.found(clause) or (joined is not None and joined.word.kind == "Or"):
        return False
    because = any(m.kind == "Because" and m.end == talk.clause_end(span) for m in talk.marks)
    if IS_OF.ends(clause):
        return False
    if clause.startswith("。"):
        return _subject(talk, span)
    return because or REPORTED.found(clause)


def _on_the_way(talk: Talk) -> None:
    """「10時のに乗って」, 「家を出るのが9時」: when somebody sets out."""
    text = talk.lattice.text
    for span in talk.of(TIME):
        if span.stands and (text[: span.start].endswith(SET_OUT) or RIDES.ends(text, span.end)):
            span.role = Role.FACT


def _of_that(talk: Talk) -> None:
    """「その日は迎えがあるけど、あれは3時やけ」: when that is."""
    text = talk.lattice.text
    for span in talk.of(TIME):
        after = span.end + 2 * text.startswith("から", span.end)
        if text[: span.start].endswith(OF_THAT) and IS_OF.ends(text, after):
            span.role = Role.FACT


def _other_part(talk: Talk) -> None:
    """「それ全部午前ですか。午後は」, 「朝は仕事、夕方子ども、昼休みだけです」: parts of the day beside the one that is wished."""
    text = talk.lattice.text
    parts = [span for span in talk.of(TIME) if span.stands and span.shape is Shape.PART]
    only = parts[-1:] and text.startswith(NOTHING_ELSE, parts[-1].end)
    for span in parts[:-1]:
        if only or text.startswith("ですか", span.end):
            span.role = Role.FACT
