"""A yes to a booking that was read back as moved may name both of its places: 「はい、10時を10時半に」."""

from nlu import slots
from nlu.chart import At
from nlu.found import Found
from nlu.meaning import DateSpan, TimeSpan
from nlu.normalize import normalize, without_fillers
from nlu.prepared import prepare
from nlu.question import Effect, Question
from nlu.vocabulary.answers import BEGINS_YES, MOVED_FROM

_STOPS = "、。?"


def less_own_place(text: str, question: Question, at: At) -> str:
    """`text` less the day and the time that the booking still has, where it is said from there to what was read back."""
    if question.anchor.leaves is None or question.effect is not Effect.CHANGE or not question.read_back:
        return text
    said = without_fillers(normalize(text))
    for start, end in MOVED_FROM.every(said) if BEGINS_YES.ends(said) else ():
        begun = max(said.rfind(stop, 0, start) for stop in _STOPS) + 1
        if _is_own_place(said[begun:start], question, at) and _is_new_place(said[end:], question, at):
            return said[:begun] + said[end:]
    return text


def _is_new_place(behind: str, question: Question, at: At) -> bool:
    """Whether what was read back is named right behind, and nothing else."""
    part = prepare(
        behind[: min((behind.find(stop) for stop in _STOPS if stop in behind), default=len(behind))]
    )
    days, times = slots.days_in(part, question, at), slots.times_in(part, question, at)
    new = question.anchor
    same_day = all(one.values and one.values[0].value.first == new.day for one in days)
    same_time = all(one.values and one.values[0].value.first == new.time for one in times)
    return bool(days or times) and same_day and same_time


def _is_own_place(part: str, question: Question, at: At) -> bool:
    """Whether it is that and nothing else, and not what was read back."""
    own, new = question.anchor.leaves, question.anchor
    assert own is not None
    said = prepare(part)
    days, times = slots.days_in(said, question, at), slots.times_in(said, question, at)
    if not (days or times) or _beside(said.text, [*days, *times]):
        return False
    start = own.timetz().replace(tzinfo=None)
    same_day = all(found.values[0].value == DateSpan(own.date(), own.date()) for found in days)
    same_time = all((one.first, one.last) == (start, start) for one in (f.values[0].value for f in times))
    differs = (bool(days) and own.date() != new.day) or (bool(times) and start != new.time)
    return same_day and same_time and differs


def _beside(text: str, found: list[Found[DateSpan] | Found[TimeSpan]]) -> str:
    for one in sorted(found, key=lambda one: -one.start):
        text = text[: one.start] + text[one.end :]
    return text.strip("の、")
