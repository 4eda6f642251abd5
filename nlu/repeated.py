"""What an answer only says again of what was read back: 「はい、12月1日ですね」, 「10時ですね、分かりました」."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlu.found import Found, Shape
from nlu.lexicon import Lexicon
from nlu.lexicon_index import forms
from nlu.meaning import DateSpan, TimeSpan
from nlu.near_names import NEAR_ENOUGH
from nlu.phonemes import phonemes, similarity
from nlu.question import Effect, Expect, Question
from nlu.reading import hiragana
from nlu.vocabulary.answers import BEHIND_REPEATED, LEFT_OVER, NAMES_REPEATED, ONLY, PREFERRED, UNDERSTOOD
from nlu.vocabulary.wishes import KEPT

YES = "はい、"
"""What 「分かりました」 is where what was read back is said with it."""

NAMED = 0.5
"""A procedure from here on was named."""

AGREES = 0.65
"""A day below this does not agree with the weekday said with it: 「8日の水曜」, where that is a Tuesday."""

_PART = re.compile("[一-龥々ァ-ヶー]{2,}(?:の[一-龥々ァ-ヶー]{2,})*|(?<=その)[一-龥](?=の(?:ほう|方))")
"""What may be the short name of a procedure: 保険, カードの更新, その税のほう."""


FAINT = 0.05
"""Hypotheses that have less than this of what was heard, taken together, unsay nothing."""

_HEARD = 4
"""Sounds from which on the end of a name is heard as short for it."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """What an answer says again, and what is left of it."""

    rest: str
    kinds: int
    """How many of the day, the time and the procedures agree with what was read back."""

    told_of: bool = False
    """Something is told of one of them: 「火曜は透析」."""

    loosely: bool = False
    """A day or a time that holds others, too: 「来月」, 「10時より遅く」, 「大体10時」."""


Said = tuple[Sequence[Found[DateSpan]], Sequence[Found[TimeSpan]], Mapping[str, float]]
"""Days, times and procedures that were found in a text."""


def without_repeated(
    texts: Sequence[str],
    shares: Sequence[float],
    question: Question,
    said: Sequence[Said],
    lexicon: Lexicon,
) -> list[Repeated | None]:
    """Each text less the day, the time and the procedures that were read back. None: nothing of them is said again, or
    in more than faint hypotheses something else is said beside.

    `texts`: normalized, without fillers; `shares`: how probable each is, 1 together; `said`: what was found in each.
    """
    nothing: list[Repeated | None] = [None] * len(texts)
    if question.expect is not Expect.ANSWER or not question.read_back:
        return nothing
    left = [_without(text, question, one, lexicon) for text, one in zip(texts, said, strict=True)]
    differs = sum(w for w, rest, one in zip(shares, left, said, strict=True) if rest is None and any(one))
    return nothing if differs >= FAINT else left


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
    if question.effect is Effect.CANCEL and any(PREFERRED.ends(text, end) for _, end, _ in places):
        return None
    left, told_of = text, any(text.startswith("は", end) for _, end, _ in places)
    for start, end, _ in sorted(places, reverse=True):
        left = _taken_out(left, start, end)
    left = NAMES_REPEATED.replaced(left)
    if dates and question.anchor.day and (month := f"{question.anchor.day.month}月に") in left:
        left = left.replace(month, "")
    whole = set(question.read_back) <= named or len(question.read_back) == 1
    names = _names(question, lexicon)
    spoken = [name for name in names if name in left] or _parts(left, names, question, lexicon)
    for name in spoken:
        if (start := left.find(name)) >= 0:
            end = start + len(name)
            if whole:
                end = max(ONLY.ends(left, end), default=end)
            left = _taken_out(left, start, end)
    kinds = bool(dates) + bool(times) + bool(named or spoken)
    if question.effect is None:
        for slot, phrases in KEPT.items():
            stays = phrases.replaced(left, "、")
            kinds += stays != left and not (dates if slot is Expect.DATE else times)
            left = stays
    left = LEFT_OVER.replaced(left.strip("、"))
    if question.effect is not Effect.CANCEL:
        left = UNDERSTOOD.replaced(left, YES)
    loosely = any(not found.values[0].value.single for found in dates) or any(
        not found.values[0].value.single or found.values[0].value.about for found in times
    )
    return Repeated(left, kinds, told_of, loosely) if kinds else None


def _taken_out(text: str, start: int, end: int) -> str:
    return text[:start] + "、" + text[_end(text, end) :]


def _parts(text: str, names: Sequence[str], question: Question, lexicon: Lexicon) -> list[str]:
    """What is short for what was read back: 保険 of 国民健康保険, not 登録 of 印鑑登録証明書; ねんきん of こくみんねんきん."""
    others = [entry.name.text for entry in lexicon.entries if entry.id not in question.read_back]
    written = [part[0] for part in _PART.finditer(text)]
    parts = [
        part
        for part in written
        if any(name.endswith(part) for name in names)
        or (any(part in name for name in names) and not any(other.endswith(part) for other in others))
    ]
    ends = {name[-size:] for name in names if hiragana(name) == name for size in range(_HEARD, len(name))}
    parts = (
        parts or sorted((end for end in ends if end in text), key=lambda end: (-len(end), text.find(end)))[:1]
    )
    return parts or [part for part in written if _nearly(part, question, lexicon)]


def _nearly(word: str, question: Question, lexicon: Lexicon) -> bool:
    """Whether a word, which names nothing, sounds nearly like what was read back, and less like anything else: めんきん of
    ねんきん."""
    sounds = phonemes(hiragana(word))
    near = {True: 0.0, False: 0.0}
    for entry in lexicon.entries:
        for term in (entry.name, *entry.aliases):
            own = entry.id in question.read_back
            near[own] = max(near[own], similarity(sounds, phonemes(term.reading)))
    return near[True] >= NEAR_ENOUGH and near[True] > near[False]


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
    names = {form for term in terms for pair in forms(term) for form in pair}
    return sorted(names, key=lambda name: (-len(name), name))
