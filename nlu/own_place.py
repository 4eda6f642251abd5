"""Asked to when a booking is to be moved, a caller may tell first where it is: which one is meant, or why it cannot stay there."""

from dataclasses import replace

from nlu.meaning import Meaning
from nlu.prepared import Prepared
from nlu.question import Expect, Question
from nlu.vocabulary.own_place import CANNOT, POINTS


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
