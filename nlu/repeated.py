"""What an answer only says again of what was read back: 「はい、12月1日ですね」, 「10時ですね、分かりました」."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlu.found import Found, Shape
from nlu.lexicon import Lexicon
from nlu.lexicon_index import forms
from nlu.meaning import DateSpan, TimeSpan
from nlu.question import Effect, Expect, Question
from nlu.vocabulary.answers import BEHIND_REPEATED, ONLY, UNDERSTOOD

YES = "はい、"
"""What 「分かりました」 is where what was read back is said with it."""

NAMED = 0.5
"""A procedure from here on was named."""

AGREES = 0.65
"""A day below this does not agree with the weekday said with it: 「8日の水曜」, where that is a Tuesday."""

_PART = re.compile("[一-龥々ァ-ヶー]{2,}(?:の[一-龥々ァ-ヶー]{2,})*")
"""What may be the short name of a procedure: 保険, カードの更新."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """What an answer says again, and what is left of it."""

    rest: str
    kinds: int
    """How many of the day, the time and the procedures agree with what was read back."""

    told_of: bool = False
    """Something is told of one of them: 「火曜は透析」."""


Said = tuple[Sequence[Found[DateSpan]], Sequence[Found[TimeSpan]], Mapping[str, float]]
"""Days, times and procedures that were found in a text."""


def without_repeated(
    texts: Sequence[str], question: Question, said: Sequence[Said], lexicon: Lexicon
) -> list[Repeated | None]:
    """Each text less the day, the time and the procedures that were read back. None: nothing of them is said again, or
    in any of the texts something else is said beside.

    `texts`: normalized, without fillers; `said`: what was found in each.
    """
    nothing: list[Repeated | None] = [None] * len(texts)
    if question.expect is not Expect.ANSWER or not question.read_back:
        return nothing
    left = [_without(text, question, one, lexicon) for text, one in zip(texts, said, strict=True)]
    differs = any(rest is None and any(one) for rest, one in zip(left, said, strict=True))
    return nothing if differs else left


def _without(text: str, question: Question, said: Said, lexicon: Lexicon) -> Repeated | None:
    dates, times, procedures = said
    named = {one for one, score in procedures.items() if score >= NAMED}
    places = [(day.start, day.end, day.text) for day in dates]
    places += [(time.start, time.end, time.text) for time in times]
    same = all(_same_day(found, question) for found in dates) and all(
        _same_time(found, question) for found in times
    )
    if not same or (named and not named & set(question.read_back)):
        return None
    if any(text[start:end] != words for start, end, words in places):
        return None
    left, told_of = text, any(text.startswith("は", end) for _, end, _ in places)
    for start, end, _ in sorted(places, reverse=True):
        left = _taken_out(left, start, end)
    if dates and question.anchor.day and (month := f"{question.anchor.day.month}月に") in left:
        left = left.replace(month, "")
    names = _names(question, lexicon)
    for name in names:
        if (start := left.find(name)) >= 0:
            end = start + len(name)
            if set(question.read_back) <= named:
                end = max(ONLY.ends(left, end), default=end)
            left = _taken_out(left, start, end)
    shortly = bool(named)
    for part in reversed(list(_PART.finditer(left))):
        if not named and _is_part(part[0], names, question, lexicon):
            end = (
                max(ONLY.ends(left, part.end()), default=part.end())
                if len(question.read_back) == 1
                else part.end()
            )
            left, shortly = _taken_out(left, part.start(), end), True
    kinds = bool(dates) + bool(times) + shortly
    left = left.strip("、")
    if question.effect is not Effect.CANCEL:
        left = UNDERSTOOD.replaced(left, YES)
    return Repeated(left, kinds, told_of) if kinds else None


def _taken_out(text: str, start: int, end: int) -> str:
    return text[:start] + "、" + text[_end(text, end) :]


def _is_part(part: str, names: Sequence[str], question: Question, lexicon: Lexicon) -> bool:
    """Whether it may be short for what was read back: 保険 of 国民健康保険, not 登録 of 印鑑登録証明書."""
    if not any(part in name for name in names):
        return False
    others = (entry.name.text for entry in lexicon.entries if entry.id not in question.read_back)
    return any(name.endswith(part) for name in names) or not any(name.endswith(part) for name in others)


def _end(text: str, place: int) -> int:
    """Behind what joins to the next thing that is named."""
    return max(BEHIND_REPEATED.ends(text, place), default=place)


def _same_day(found: Found[DateSpan], question: Question) -> bool:
    day = question.anchor.day
    if found.ruled_out or not found.values or day is None:
        return False
    said, score = found.values[0].value, found.values[0].score
    return score >= AGREES and said.first <= day <= said.last


def _same_time(found: Found[TimeSpan], question: Question) -> bool:
    """「11時までに」 holds ten o'clock, and may still mean another time."""
    time = question.anchor.time
    if found.ruled_out or not found.values or time is None:
        return False
    said = found.values[0].value
    exact = said.single or said.first == time or found.shape is Shape.PART
    return exact and said.first <= time <= said.last


def _names(question: Question, lexicon: Lexicon) -> list[str]:
    """Of what was read back, the longest first."""
    terms = [
        term
        for entry in lexicon.entries
        if entry.id in question.read_back
        for term in (entry.name, *entry.aliases)
    ]
    return sorted({form for term in terms for pair in forms(term) for form in pair}, key=len, reverse=True)
