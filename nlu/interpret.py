"""Hypotheses in, meaning out: every hypothesis is read by its writing and by its sound, and all of them vote."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from nlu import commands, mixups, moments, near_spoken, requests
from nlu.answers import find_answer
from nlu.bare_numbers import bare_date, bare_time
from nlu.choices import find_position, matching_place, offered_on_weekday
from nlu.clock import local
from nlu.dates import find_dates
from nlu.exclusions import exclusions
from nlu.found import Found
from nlu.guessing import guess
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Answer, Command, DateSpan, Meaning, Scored, T, TimeSpan
from nlu.prepared import Prepared, prepare
from nlu.procedures import find_procedures
from nlu.question import Expect, Question
from nlu.spoken_digits import hear_digits
from nlu.times import find_times
from nlu.voting import SURE, vote, weights

MAX_HYPOTHESES = 5

MISHEARD, IN_PART = 0.65, 0.55
"""A day or a time that the sounds are if one of them was misheard, and the one that they are as they stand."""

MIN_SPOKEN_DIGITS = 4
"""A shorter number is no booking or telephone number that somebody would say unasked."""

HEARD_ASKED, HEARD_UNASKED = 0.85, 0.6
"""What is only in the sounds, not in the writing, times this: when it was asked for, and when not."""


def interpret(
    hypotheses: Sequence[Hypothesis], question: Question, now: datetime, lexicon: Lexicon
) -> Meaning:
    """What an utterance means as an answer to `question`, said at `now`. Never raises on any text.

    `now`: aware; days are counted in Asia/Tokyo. A naive one is taken as Tokyo time.
    """
    kept = sorted(hypotheses, key=lambda h: -h.score)[:MAX_HYPOTHESES]
    if not kept:
        return Meaning()
    parts = [prepare(h.text, h.reading) for h in kept]
    shares = weights([h.score for h in kept])
    at = local(now)
    dates_found = [_dates(p, question, at) for p in parts]
    times_found = [_times(p, question, at, lexicon) for p in parts]
    dates = vote([(w, _scores(found)) for w, found in zip(shares, dates_found, strict=True)])
    times = vote([(w, _scores(found)) for w, found in zip(shares, times_found, strict=True)])
    procedures = vote(
        [(w, find_procedures(p.text, p.kana, lexicon)) for w, p in zip(shares, parts, strict=True)]
    )
    procedures = _among_asked(procedures, question, parts[0])
    best = parts[0]
    dates = _on_offered_weekday(best, question, dates)
    command = commands.find_command(best.text) or commands.find_command(best.kana)
    impossible = _impossible(dates_found[0]) * (not dates) + _impossible(times_found[0]) * (not times)
    meaning = Meaning(
        text=kept[0].text,
        procedures=procedures,
        dates=dates,
        times=times,
        order=commands.find_order(best.written),
        answer=_unless(command, _answer(parts, shares, question, other=bool(dates or times or procedures))),
        choice=_choice(best, question, dates, times),
        command=command,
        topic=None if dates or times or procedures else commands.find_topic(best.written),
        impossible=impossible,
        excluded=exclusions(dates_found[0], times_found[0]),
        shift=requests.find_shift(best.written),
        request=requests.find_request(best.text) or requests.find_request(best.kana),
    )
    if _unclear(meaning, question):
        meaning = guess(meaning, best, question, at, lexicon)
    together = moments.pairs(dates_found[0], times_found[0])
    slots = bool(meaning.dates or meaning.times)
    return replace(
        meaning,
        moments=moments.combine(meaning.dates, meaning.times, together),
        digits=() if slots else tuple(s for s in hear_digits(kept) if len(s.value) >= MIN_SPOKEN_DIGITS),
    )


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


def _dates(part: Prepared, question: Question, at: datetime) -> list[Found[DateSpan]]:
    def find(text: str) -> list[Found[DateSpan]]:
        return [
            replace(found, values=mixups.in_reach(found.values, at.date())) if part.sounded else found
            for found in find_dates(text, at.date())
            if not found.told
        ]

    told = any(found.told for found in find_dates(part.written, at.date()))
    written = find(part.written)
    if not written and not told and question.expect is Expect.DATE:
        written = bare_date(part.written, at.date())
    if told:
        return written
    return _joined(written, part, find, question.expect in (Expect.DATE, Expect.ANY, Expect.CHOICE))


def _times(part: Prepared, question: Question, at: datetime, lexicon: Lexicon) -> list[Found[TimeSpan]]:
    opens, closes = lexicon.opens, lexicon.closes

    def find(text: str) -> list[Found[TimeSpan]]:
        return [
            replace(found, values=mixups.in_hours(found.values, opens, closes)) if part.sounded else found
            for found in find_times(text, at, opens, closes)
        ]

    written = find(part.written)
    if not written and question.expect in (Expect.TIME, Expect.ANY):
        written = bare_time(part.written, opens, closes)
    return _joined(written, part, find, question.expect in (Expect.TIME, Expect.ANY, Expect.CHOICE))


def _joined(
    written: list[Found[T]], part: Prepared, find: Callable[[str], list[Found[T]]], asked: bool
) -> list[Found[T]]:
    """The writing rules; the sounds speak where the writing is silent, and are trusted less. Where the engine told
    the sounds, and one of them misheard would make another day or time of them, nothing is sure."""
    heard = find(part.heard)
    base = written or _weighed(heard, HEARD_ASKED if asked else HEARD_UNASKED)
    if not asked or not part.sounded:
        return base
    near = [found for found in find(near_spoken.rewrite(part.kana)) if found.values]
    if not near or _values(near) == _values(heard) or _values(near) == _values(base):
        return base
    nearer = _weighed(near, MISHEARD)
    others = tuple(
        v for found in _weighed(base, IN_PART) for v in found.values if v.value not in _values(near)
    )
    return [*nearer[:-1], replace(nearer[-1], values=nearer[-1].values + others)]


def _weighed(found: list[Found[T]], factor: float) -> list[Found[T]]:
    return [replace(f, values=tuple(Scored(v.value, v.score * factor) for v in f.values)) for f in found]


def _values(found: list[Found[T]]) -> set[T]:
    return {scored.value for f in found for scored in f.values if not f.ruled_out}


def _impossible(found: list[Found[T]]) -> tuple[str, ...]:
    return tuple(item.text for item in found if not item.values and not item.ruled_out)


def _scores(found: list[Found[T]]) -> dict[T, float]:
    scores: dict[T, float] = {}
    for item in found:
        for scored in () if item.ruled_out else item.values:
            scores[scored.value] = max(scores.get(scored.value, 0.0), scored.score)
    return scores


def _answer(
    parts: Sequence[Prepared], shares: Sequence[float], question: Question, *, other: bool
) -> Scored[Answer] | None:
    """The best hypothesis answers, less what the others say against it; where it says nothing, the others
    may, but never so that it is sure."""
    found = [find_answer(part.text, part.kana, question.text, other=other) for part in parts]
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


def _on_offered_weekday(
    part: Prepared, question: Question, dates: tuple[Scored[DateSpan], ...]
) -> tuple[Scored[DateSpan], ...]:
    """「木曜日がいいです」 after an offer means the offered Thursday, not the next one."""
    said = offered_on_weekday(part.written, question.choices)
    if not said or any(
        s.value.first <= choice.day <= s.value.last for s in dates for choice in question.choices
    ):
        return dates
    return tuple(Scored(DateSpan(day, day), 0.9) for day in said)


def _choice(
    part: Prepared, question: Question, dates: Sequence[Scored[DateSpan]], times: Sequence[Scored[TimeSpan]]
) -> Scored[int] | None:
    if not question.choices:
        return None
    return matching_place(question.choices, dates, times) or find_position(
        part.written, len(question.choices)
    )


def _among_asked(
    found: tuple[Scored[str], ...], question: Question, part: Prepared
) -> tuple[Scored[str], ...]:
    """When the caller was asked to choose among some procedures, those count, and so does 「2番目」."""
    if not question.procedures:
        return found
    inside = tuple(s for s in found if s.value in question.procedures)
    if inside and inside[0].score >= 0.5:
        alone = len(inside) == 1 or inside[0].score > inside[1].score + 0.1
        return (Scored(inside[0].value, max(inside[0].score, 0.85)), *inside[1:]) if alone else inside
    if found:
        return found
    place = find_position(part.written, len(question.procedures))
    return (Scored(question.procedures[place.value], place.score),) if place else ()
