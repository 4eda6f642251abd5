"""What is to be booked by itself, on another day than what is read back: 「年金の相談も、それは別の日で」, 「印鑑証明だけ、4日に」."""

from collections.abc import Sequence

from nlu.cutting import cut
from nlu.found import Found
from nlu.lexicon import Lexicon
from nlu.meaning import DateSpan, Scored
from nlu.prepared import Prepared, prepare
from nlu.presumed import touched
from nlu.procedures import find_procedures
from nlu.question import Question
from nlu.vocabulary.apart import APART, ASKS_ADVICE, CLAUSES, POINTS, SPLITS, STAYS

_CERTAIN = 0.85
_LIKELY = 0.5
"""Of what is read back; a part of its name will do: 印鑑."""


def find_apart(
    said: Prepared,
    procedures: Sequence[Scored[str]],
    days: Sequence[Found[DateSpan]],
    question: Question,
    lexicon: Lexicon,
) -> tuple[str, ...]:
    """Ids of procedures that are not to be done in the visit that is read back; empty: none, or all of it.

    `procedures`, `days`: what was found in `said`, a whole utterance.
    """
    if not question.read_back or question.effect is not None or ASKS_ADVICE.found(said.text):
        return ()
    apart = said.has(APART)
    beside = STAYS.found(said.text) or _several_days(days) or any(map(POINTS.found, _clauses(said)))
    if not apart and not (days and beside):
        return ()
    named = _named({one.value: one.score for one in procedures}, question)
    if apart and not named:
        return question.read_back[1:] if question.several and SPLITS.found(said.text) else ()
    if apart and not set(question.read_back) <= set(named):
        return _but_all(_written_apart(said, question, lexicon) or named, question)
    return _but_all(_in_clauses(said, days, question, lexicon), question)


def _but_all(ids: Sequence[str], question: Question) -> tuple[str, ...]:
    """Nothing is apart where nothing of the visit would be left."""
    return () if set(question.read_back) <= set(ids) else tuple(ids)


def _several_days(days: Sequence[Found[DateSpan]]) -> bool:
    return len({one.values[0].value for one in days if one.values}) > 1


def _named(scored: dict[str, float], question: Question) -> tuple[str, ...]:
    own = tuple(one for one, score in scored.items() if one in question.read_back and score >= _LIKELY)
    return own or tuple(one for one, score in scored.items() if score >= _CERTAIN)


def _written_apart(said: Prepared, question: Question, lexicon: Lexicon) -> tuple[str, ...]:
    """「住民票は別の日でいいっちゃ。印鑑だけ二日」: of what is read back, that of which it is said in so many words."""
    names = [
        touched(part.text, part.kana, lexicon)
        for part in map(prepare, _clauses(said))
        if APART.found(part.text)
    ]
    return tuple(one for one in question.read_back if any(one in found for found in names))


def _in_clauses(
    said: Prepared, days: Sequence[Found[DateSpan]], question: Question, lexicon: Lexicon
) -> tuple[str, ...]:
    """Those that are named where another day is, or that it is to be apart."""
    elsewhere = [one.text for one in days if one.values and one.values[0].value.first != question.anchor.day]
    found: dict[str, None] = {}
    before: tuple[str, ...] = ()
    for clause in _clauses(said):
        part = prepare(clause)
        named = _named(dict(find_procedures(part.text, part.kana, lexicon)), question)
        if not named and POINTS.found(part.text):
            named = before
        moves = APART.found(part.text) or any(day in part.text for day in elsewhere)
        if named and moves:
            found |= dict.fromkeys(named)
        before = named or before
    return tuple(found)


def _clauses(said: Prepared) -> list[str]:
    ends = (end for _, end in CLAUSES.every(said.smooth))
    return [clause.strip("、。") for clause in cut(said.smooth, ends)]
