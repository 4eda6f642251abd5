"""「元のままで」, asked for a day or a time: the one that is on the table."""

from nlu import days
from nlu.found import Found
from nlu.meaning import DateSpan, Scored, TimeSpan
from nlu.question import Expect, Question
from nlu.vocabulary.pointing import THAT_DAY
from nlu.vocabulary.reports import ON_ITS_WAY
from nlu.vocabulary.wishes import KEPT, UNCHANGED

SCORE = 0.85


def kept(text: str, question: Question) -> tuple[Expect, ...]:
    """Which of day and time is to stay as it is, whatever was asked; その日 of another errand is that of the one before. `text`:
    normalized."""
    found = tuple(slot for slot, phrases in KEPT.items() if phrases.found(text))
    another = question.further or question.anchor.booked is not None
    if (
        another
        and Expect.DATE not in found
        and (THAT_DAY.found(text) or (question.made and ON_ITS_WAY.found(text)))
    ):
        return (Expect.DATE, *found)
    return found


def unchanged_day(text: str, question: Question) -> list[Found[DateSpan]]:
    """`text`: normalized, without fillers."""
    known = question.anchor.spoken_of
    stays = UNCHANGED.found(text) or (question.made and ON_ITS_WAY.found(text))
    if known is None or question.expect is not Expect.DATE or not stays or _kept_alone(Expect.TIME, text):
        return []
    return [Found(0, len(text), (Scored(days.day(known), SCORE),), text)]


def unchanged_time(text: str, question: Question) -> list[Found[TimeSpan]]:
    """`text`: normalized, without fillers."""
    known, stays = question.anchor.time, UNCHANGED.found(text) and not _kept_alone(Expect.DATE, text)
    if known is None or question.expect is not Expect.TIME or not stays:
        return []
    return [Found(0, len(text), (Scored(TimeSpan(known, known), SCORE),), text)]


def _kept_alone(slot: Expect, text: str) -> bool:
    """「日は同じで」, asked for the time, which is to be another."""
    return [one for one, phrases in KEPT.items() if phrases.found(text)] == [slot]
