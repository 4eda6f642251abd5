"""Asked to when a booking is to be moved, a caller may tell first where it is: which one is meant, or why it cannot stay there."""

from collections.abc import Sequence
from dataclasses import replace

from nlu.found import Found
from nlu.meaning import DateSpan, Meaning, TimeSpan
from nlu.prepared import Prepared
from nlu.question import Expect, Question
from nlu.vocabulary.own_place import CANNOT, POINTS
from nlu.vocabulary.reports import AIMED, COMES


def about_own_place(meaning: Meaning, best: Prepared, question: Question) -> Meaning:
    """`meaning`, or the wish for another day where its day and time are but those that the booking has: 「金曜の朝9時のやつたい」,
    which lets nothing be as 「やっぱり金曜の9時で」 does."""
    days = {one.value.first for one in meaning.dates}
    times = {one.value.first for one in meaning.times if one.score >= meaning.times[0].score}
    own = days <= {*question.anchor.days} and times <= {*question.anchor.times}
    if not (days or times) or not own or meaning.procedures or meaning.order or meaning.shift:
        return meaning
    hindered = bool(days and times) and not meaning.excluded and CANNOT.found(best.text)
    if not (POINTS.found(best.text) or hindered):
        return meaning
    return replace(
        meaning, topic=Expect.DATE, request=None, answer=None, keeps=False, dates=(), times=(), unchanged=()
    )


def elsewhen(meaning: Meaning, question: Question) -> bool:
    """Whether another day or another time is named than what is on the table has: 今の時間やめて、11時に."""
    day = any(one.value.single and one.value.first not in question.anchor.days for one in meaning.dates[:1])
    time = any(one.value.single and one.value.first not in question.anchor.times for one in meaning.times[:1])
    return day or time


def ends_on_when(best: Prepared, named: Sequence[Found[DateSpan] | Found[TimeSpan]]) -> bool:
    """Whether the last of the days and times in the best hypothesis is wished by what stands right behind it."""
    last = max(named, key=lambda one: one.end, default=None)
    if last is None or last.ruled_out or last.told:
        return False
    of_others = best.smooth[: last.start].endswith("が") and COMES.ends(best.smooth, last.end)
    return bool(AIMED.ends(best.smooth, last.end)) and not of_others
