"""Hypotheses in, meaning out: every hypothesis is read by its writing and by its sound, and all of them vote."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from nlu import (
    apart,
    bearing,
    bookings,
    deeds,
    echoes,
    elsewhere,
    hearing,
    life_events,
    long_ago,
    moments,
    openings,
    presumed,
    requests,
    slots,
    standing,
    when,
    wishes,
)
from nlu.altering import about_altering
from nlu.among_asked import Like, among_asked, meant_instead, settled
from nlu.answers import find_answer
from nlu.anything_else import about_anything_else, closes, leaves
from nlu.asked_alone import asked_alone, offices_in
from nlu.asked_days import open_when, weekday_of
from nlu.asked_for import asked_for, needed, timed_by, whether_needed
from nlu.assent import assented, plainly, without_reason
from nlu.besides import find_besides, of_another, what_to_bring
from nlu.callback import about_callback
from nlu.chart import At
from nlu.choices import (
    agrees,
    find_offered,
    matching_place,
    names_another,
    of_the_offered,
    takes_nearest,
    takes_that,
)
from nlu.choosing import asks_the_difference, asks_what_they_are, only_of_the_move
from nlu.clock import local
from nlu.completeness import trails_off
from nlu.details import find_details
from nlu.exclusions import exclusions, less_refused
from nlu.existing import about_existing
from nlu.foreign import find_foreign
from nlu.found import Shape, bare
from nlu.gist import gist, of_read_back
from nlu.giving_back import about_giving_back, about_moving, gives_back
from nlu.guessing import guess
from nlu.hypothesis import Hypothesis
from nlu.joined import find_joined
from nlu.leaning_words import mistaken, one_more
from nlu.lexicon import Lexicon
from nlu.lexicon_index import index
from nlu.meaning import Answer, Command, DateSpan, Elsewhere, Meaning, Request, Scored, TimeSpan
from nlu.moved import moved, moved_to
from nlu.moved_from import less_own_place
from nlu.narrowed import names_one
from nlu.near_sayings import near_saying
from nlu.others_business import of_others
from nlu.otherwise import set_apart
from nlu.own_place import ends_on_when
from nlu.people import find_people
from nlu.prepared import Prepared, prepare
from nlu.procedures import HAPPENED, find_procedures
from nlu.question import Effect, Expect, Question
from nlu.repeated import Repeated, Said, without_repeated
from nlu.set_against import set_against
from nlu.spoken_digits import hear_digits
from nlu.unchanged import kept as unchanged
from nlu.undecided import is_undecided
from nlu.unwished import Wished, wished
from nlu.vocabulary.choosing import AFTERWARDS
from nlu.vocabulary.leaving import ASKED_ALL
from nlu.vocabulary.requests import CANCELLED
from nlu.vocabulary.wishes import THE_USUAL
from nlu.voting import SURE, several, vote, weights
from nlu.wards import find_ward

_STANDS_AGAINST_GOODBYE = (Request.CANCEL, Request.CALLBACK)
"""「行けなくなったので、やめます」 ends no call."""

MAX_HYPOTHESES = 5

MIN_SPOKEN_DIGITS = 4
"""A shorter number is no booking or telephone number that somebody would say unasked."""

_NEAR = 0.9
"""A place that is nearest to the wish."""

_SAID = 0.7
"""An answer from here on is one in so many words, though not clear."""


def interpret(
    hypotheses: Sequence[Hypothesis], question: Question, now: datetime, lexicon: Lexicon
) -> Meaning:
    """What an utterance means as an answer to `question`, said at `now`. Never raises on any text.

    `now`: aware; days are counted in Asia/Tokyo. A naive one is taken as Tokyo time.
    """
    kept = sorted(hypotheses, key=lambda h: -h.score)[:MAX_HYPOTHESES]
    if not kept:
        return Meaning()
    at = when.moment(local(now), lexicon, question.anchor)
    parts = [
        prepare(*(less_own_place(said, question, at) for said in _plainly(h, question, lexicon)))
        for h in kept
    ]
    shares = weights([h.score for h in kept])
    dates_found = [slots.days_in(p, question, at) for p in parts]
    times_found = [slots.times_in(p, question, at) for p in parts]
    dates = vote([(w, slots.scores_of(found)) for w, found in zip(shares, dates_found, strict=True)])
    clocks = slots.within_hours([slots.scores_of(f) for f in times_found], lexicon.opens, lexicon.closes)
    times = vote(list(zip(shares, clocks, strict=True)))
    fresh = question.expect in (Expect.ANY, Expect.PROCEDURE)
    tells = fresh or (question.further and not leaves(parts[0]))
    named = [find_procedures(*_naming(p, question), lexicon, asked=tells) for p in parts]
    procedures = several(vote(list(zip(shares, named, strict=True))), named[0])
    procedures = among_asked(procedures, question, parts[0], lexicon)
    best = parts[0]
    like = meant_instead(best, procedures, question, lexicon, when=bool(dates or times))
    doubt = set_against(best, question, lexicon)
    procedures = () if doubt else like.found or procedures
    procedures = long_ago.still_done(procedures, long_ago.days_ago(best.text, at.today), lexicon)
    event = life_events.told(best.text, best.kana, lexicon) if fresh else ""
    if event:
        return Meaning(spoken=True, life_event=event, answer=life_events.notice_is_in(best.text, best.kana))
    counted = any(found.shape is Shape.COMING for found in dates_found[0])
    if not counted:  # 「その次の木曜」 is not the offered Thursday
        dates = of_the_offered(dates_found[0], question.choices, dates)
    if only_of_the_move(best.text, question.procedures, lexicon):
        dates = times = ()
    answers, names = bearing.about(question, at, lexicon)
    request = _request(best, question, answers, fresh=fresh)
    if question.standing:
        request = standing.wanted(best, request, question, at)
    besides = find_besides(best, procedures, question)
    request = besides or request or what_to_bring(best, question, lexicon)
    if question.standing and fresh and presumed.of_its_number(best.text):
        procedures = ()
    if request is Request.BRING and (question.read_back or question.further):
        papers = {*needed(best.text, best.kana, index(lexicon))} - {*question.read_back}
        procedures = tuple(one for one in procedures if one.value not in papers)
    command = deeds.find_command(best.text, answers, names) or deeds.find_command(best.kana, answers, names)
    if command is Command.START_OVER and hearing.hard_of_hearing(best.text):
        command = Command.REPEAT  # はじめからおっしゃってください、聞き漏らしたんです
    if not (question.read_back or question.further) and best.has(ASKED_ALL):
        command = command or Command.GOODBYE
    command = None if besides or request is Request.WALK_IN else command
    proposed = question.expect in (Expect.ANSWER, Expect.CHOICE) and not question.further
    if command is None and proposed and hearing.asks_back(best.text, question):
        command = Command.REPEAT
    unwished = wished(best.text, best.kana, index(lexicon))
    other_left = bool(unwished.dropped) and any(one.value not in unwished.dropped for one in procedures)
    stays = other_left or echoes.calls_off(best.text, question) or of_another(procedures, question)
    command = None if command is Command.GOODBYE and stays else command
    if request is Request.DEADLINE and times:
        request = None  # 5時ぎりぎりですけど、間に合いますか
    times = less_refused(times, times_found[0])
    impossible = () if dates else slots.impossible(dates_found[0], Expect.DATE)
    impossible += () if times else slots.impossible(times_found[0], Expect.TIME)
    greets = openings.greets(best.text) or openings.greets(best.kana)
    if greets:
        dates = times = ()  # きょうは冷えますねえ
        request = None if request is Request.FRAUD and openings.doubts(best.text) else request
    going = leaves(best) and not _visits(dates, times, procedures, at)
    dates = () if going else dates  # また電話します、今日は予約はいいです
    cancels = bool(question.effect is Effect.CANCEL and set(unwished.dropped) & set(question.read_back))
    taken_off = dict.fromkeys(unwished.dropped, SURE) if cancels else {}
    names_said = [{**found, **taken_off} for found in named]
    said: list[Said] = list(zip(dates_found, times_found, names_said, strict=True))
    answered_in = [without_reason(p.smooth, question) for p in parts]
    said = [_within(one, len(text)) for one, text in zip(said, answered_in, strict=True)]
    repeated = without_repeated(answered_in, shares, question, said, lexicon)
    other = any(said[0]) if answered_in[0] != best.smooth else bool(dates or times or procedures)
    answer = _unless(command, _answer(parts, shares, question, repeated, other=other))
    less = names_one(best, procedures, question, lexicon)
    yes = answer is not None and answer.value is Answer.YES
    if yes and (less or (unwished.dropped and not cancels)):
        answer = None
    if proposed and (doubted := hearing.doubted(best.smooth, [*dates_found[0], *times_found[0]], question)):
        return doubted
    of_bookings = question.standing or question.further
    meaning = Meaning(
        spoken=bool(kept[0].text),
        trails_off=trails_off(kept[0].text),
        procedures=procedures,
        asked_for=_asked_for(unwished, like, lexicon) if procedures else (),
        needed=whether_needed(best.text, best.kana, index(lexicon))
        if procedures or question.read_back or question.further
        else (),
        timed_by=timed_by(best.text, best.kana, index(lexicon)) if procedures else (),
        joined=_joined(best, procedures, lexicon),
        more=one_more(best.text),
        dropped=unwished.dropped,
        mistaken=mistaken(best.text),
        only=bool(procedures) and (unwished.only or less),
        unchanged=unchanged(best.text, question) or unchanged(best.kana, question),
        dates=dates,
        bare=bare(next(filter(None, dates_found), [])),
        times=times,
        order=wishes.order_of(best, question),
        answer=answer,
        answer_heard=_answer_heard(kept, parts, question, answer),
        choice=_choice(best, question, dates, times) or _agreed(best, question, answer, other=other),
        command=command,
        topic=None
        if dates or times or procedures or greets or AFTERWARDS.found(best.text)
        else wishes.find_topic(best.written),
        impossible=impossible,
        excluded=exclusions(dates_found[0], times_found[0]),
        shift=requests.find_shift(best.written),
        request=request,
        also=requests.also_asked(best.text, request) or requests.also_asked(best.kana, request),
        floor=requests.asks_for_floor(best.text),
        usual=fresh and not procedures and best.has(THE_USUAL),
        unknown=requests.find_unknown(best.text),
        ward=find_ward(best.text, best.kana),
        emergency=elsewhere.find_emergency(best.text, question.expect is Expect.DIGITS)
        or elsewhere.find_emergency(best.kana, question.expect is Expect.DIGITS),
        elsewhere=None
        if besides
        else elsewhere.find_elsewhere(best.text) or elsewhere.find_elsewhere(best.kana),
        details=find_details(best.text, best.kana, question),
        answers=life_events.answers(best, question) if question.answers else (),
        weekday_of=weekday_of(best, question, at),
        ordinal=bookings.ordinal(best.text) or bookings.ordinal(best.kana),
        every=bookings.every(best.text) or bookings.every(best.kana),
        gives_back=bool(question.choices and question.standing and gives_back(best)),
        staying=standing.staying(best, lexicon) if of_bookings or question.effect else (),
        touched=standing.touched(best, question, lexicon) if of_bookings else (),
        hindered=bool(question.standing and presumed.behind_reason(best.text)),
        when_in_reason=question.standing and standing.when_in_reason(best, question, at),
        keeps=bookings.keeps(best.text) or bookings.keeps(best.kana),
        anew=bookings.anew(best.text) or bookings.anew(best.kana),
        foreign=find_foreign(best.text) or find_foreign(best.kana),
        greets=greets,
        hard_of_hearing=hearing.hard_of_hearing(best.text) or hearing.hard_of_hearing(best.kana),
        asks=requests.asks(best.text),
        apart=apart.find_apart(best, procedures, dates_found[0], question, lexicon),
        checks=bool(question.read_back) and requests.checks(best.text),
        closes=closes(best) or going,
    )
    if (fresh or question.further) and meaning.elsewhere is not None:
        wondered = (
            fresh and meaning.request is Request.CHECK and not question.standing
        )  # ごみの日は何曜日でしたかね
        meaning = replace(meaning, answer=None, request=None if wondered else meaning.request)
    if meaning.request is Request.OPEN_LATE and meaning.dates:
        asks = meaning.asks and not any(one.value.single for one in meaning.times)
        meaning = replace(meaning, request=Request.OPEN_ON if asks else None)
    if meaning.request is Request.HOURS and (day := open_when(best, question, at)):
        meaning = replace(meaning, request=Request.OPEN_ON, dates=(Scored(day, SURE),), times=())
    left = [one or Repeated(text, 0) for text, one in zip(answered_in, repeated, strict=True)]
    meaning = assented(meaning, left, question, other=other and repeated[0] is None)
    if is_undecided(meaning, best, question):
        meaning = replace(meaning, request=Request.UNDECIDED, answer=None)
    if doubt and not (dates or times or meaning.command or meaning.request):
        return doubt
    if question.procedures and (
        asks_the_difference(best.text, question.procedures, lexicon)
        or (
            not settled(procedures, question)
            and meaning.command is not Command.AGENT
            and (meaning.unknown or asks_what_they_are(best.text))
        )
    ):
        return Meaning(spoken=True, request=Request.EXPLAIN)
    if asked := asked_alone(meaning, kept, list(zip(shares, parts, strict=True)), question):
        return asked
    if of_others(meaning, best, question, lexicon):
        return replace(meaning, elsewhere=Elsewhere.OTHER, procedures=(), answer=None, asked_for=())
    if _unclear(meaning, question):
        meaning = guess(meaning, best, question, at, lexicon)
        if question.expect not in (Expect.NAME, Expect.DIGITS):
            meaning = gist(near_saying(meaning, best), best, question)
    meaning = of_read_back(meaning, best, question)
    meaning = set_apart(meaning, best, dates_found[0], times_found[0])
    together = moments.pairs(dates_found[0], times_found[0])
    timed = meaning.dates or meaning.times or meaning.request is Request.DEADLINE
    counts = question.phones_back or not timed
    meaning = about_anything_else(about_existing(meaning, best, question), best, question)
    goes_on = ends_on_when(best, [*dates_found[0], *times_found[0]])
    meaning = about_giving_back(meaning, best, question, goes_on=goes_on)
    meaning = about_moving(meaning, best, question)
    meaning = about_altering(meaning, best, question)
    meaning = about_callback(meaning, best, question)
    if meaning.request in _STANDS_AGAINST_GOODBYE and meaning.command is Command.GOODBYE:
        meaning = replace(meaning, command=None)
    changes = meaning.request is Request.CHANGE
    return replace(
        meaning,
        moved=moved(best.smooth, at) if changes else None,
        moments=(moved_to(best.smooth, at) if changes else ())
        or moments.combine(meaning.dates, meaning.times, together, meaning.otherwise),
        digits=tuple(s for s in hear_digits(kept) if counts and len(s.value) >= MIN_SPOKEN_DIGITS),
        offices=offices_in(list(zip(shares, parts, strict=True)), question),
        people=find_people(best.text, best.kana, asked=False),
    )


def _plainly(said: Hypothesis, question: Question, lexicon: Lexicon) -> tuple[str, str]:
    """Its text and its reading, less what answers nothing."""
    text = standing.to_cancel(plainly(said.text, question), said, question, lexicon)
    return text, plainly(said.reading, question)


def _naming(part: Prepared, question: Question) -> tuple[str, str]:
    """The text and the reading in which a procedure may be named: 取り is none of 受け取り where a yes cancels."""
    if question.effect is not Effect.CANCEL:
        return part.text, part.kana
    return CANCELLED.replaced(part.text), CANCELLED.replaced(part.kana)


def _within(said: Said, end: int) -> Said:
    """What was found before `end`."""
    dates, times, procedures = said
    return [one for one in dates if one.start < end], [one for one in times if one.start < end], procedures


def _request(best: Prepared, question: Question, answers: deeds.Holds, *, fresh: bool) -> Request | None:
    """Asked whether it is to be given back, a booking may be moved instead; and when it is, may be asked again."""
    if question.effect is Effect.CANCEL and (bookings.changes(best.text) or bookings.changes(best.kana)):
        return Request.CHANGE
    if question.effect is not None and bookings.asks_when(best.text):
        return Request.CHECK
    asked_to_move = question.effect is Effect.CHANGE and not question.read_back
    if asked_to_move and (bookings.gives_back(best.text) or bookings.gives_back(best.kana)):
        return Request.CANCEL
    if question.expect is Expect.DIGITS and bookings.misses(best.text):
        return Request.CHECK
    return requests.find_request(best.text, answers, fresh=fresh) or requests.find_request(
        best.kana, answers, fresh=fresh
    )


def _asked_for(unwished: Wished, like: Like, lexicon: Lexicon) -> tuple[str, ...]:
    """Ids of those that are asked for, or meant in the place of what was taken."""
    named = asked_for(unwished.text, unwished.kana, index(lexicon))
    return (*named, *(one.value for one in like.found if like.meant))


def _visits(
    dates: Sequence[Scored[DateSpan]],
    times: Sequence[Scored[TimeSpan]],
    procedures: Sequence[Scored[str]],
    at: At,
) -> bool:
    """Whether a visit is spoken of: a day but today, a time, or a procedure by its name."""
    later = any(said.value.first != at.today for said in dates)
    return later or bool(times) or any(said.score > HAPPENED for said in procedures)


def _joined(best: Prepared, procedures: tuple[Scored[str], ...], lexicon: Lexicon) -> tuple[Scored[str], ...]:
    sure = [scored.value for scored in procedures if scored.score >= SURE]
    return find_joined(best.kana, sure[0], lexicon) if len(sure) == 1 else ()


def _unless(command: Command | None, answer: Scored[Answer] | None) -> Scored[Answer] | None:
    """「もう一度お願いします」 is no yes; 「やめます」 is a no as well."""
    if command is None or (command is Command.GOODBYE and answer and answer.value is Answer.NO):
        return answer
    return None


def _unclear(meaning: Meaning, question: Question) -> bool:
    """Nothing understood, or what was asked for only half."""
    if not meaning.understood:
        return True
    best = {
        Expect.DATE: meaning.dates[0].score if meaning.dates else 1.0,
        Expect.TIME: meaning.times[0].score if meaning.times else 1.0,
    }
    return best.get(question.expect, 1.0) <= 0.5


def _answer(
    parts: Sequence[Prepared],
    shares: Sequence[float],
    question: Question,
    repeated: Sequence[Repeated | None],
    *,
    other: bool,
) -> Scored[Answer] | None:
    """The best hypothesis answers, less what the others say against it; where it says nothing, the others
    may, but never so that it is sure. `repeated`: each without what it only says again."""
    found = [
        find_answer(part.text, part.kana, question, other=other)
        if left is None
        else find_answer(left.rest, "", question)
        for part, left in zip(parts, repeated, strict=True)
    ]
    best = found[0]
    if best is None:
        best = max((f for f in found if f), key=lambda f: f.score, default=None)
        if best is None:
            return None
        best = Scored(best.value, min(best.score, SURE - 0.05))
    against = sum(
        w for w, f in zip(shares, found, strict=True) if f is not None and f.value is not best.value
    )
    score = best.score * (1 - against)
    if question.expect not in (Expect.ANSWER, Expect.CHOICE):
        score = min(score, SURE - 0.05)
    return Scored(best.value, score) if score >= 0.3 else None


def _answer_heard(
    kept: Sequence[Hypothesis], parts: Sequence[Prepared], question: Question, answer: Scored[Answer] | None
) -> float:
    """「お願いします」 and 「おーお願いします」 are one yes that the recognizer writes in two ways. The best counts in any case."""
    others = [
        hypothesis.score
        for hypothesis, part in zip(kept[1:], parts[1:], strict=True)
        if answer is not None
        and (found := find_answer(part.text, part.kana, question)) is not None
        and found.value is answer.value
        and found.score >= _SAID
    ]
    return min(1.0, kept[0].score + sum(others))


def _choice(
    part: Prepared, question: Question, dates: Sequence[Scored[DateSpan]], times: Sequence[Scored[TimeSpan]]
) -> Scored[int] | None:
    if not question.choices:
        return None
    near = takes_nearest(part.text)
    found = Scored(0, _NEAR) if near else matching_place(question.choices, dates, times)
    if found is None and not names_another(question.choices, dates, times):
        found = find_offered(part.written, question.choices)
    if found is None and not (dates or times) and takes_that(part.text) and question.offers:
        return Scored(0, SURE)
    return found


def _agreed(
    part: Prepared, question: Question, answer: Scored[Answer] | None, *, other: bool
) -> Scored[int] | None:
    """The first place, for who agrees to several and names nothing."""
    yes = answer is not None and answer.value is Answer.YES and answer.score >= SURE
    return Scored(0, SURE) if question.offers and yes and not other and agrees(part.text) else None
