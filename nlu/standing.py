"""What an utterance says of bookings that stand: which of them stays, what is wanted of the others, and when it is told."""

from nlu import bearing, presumed
from nlu.chart import At
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Request
from nlu.part_of_name import part_of_name
from nlu.prepared import Prepared, prepare
from nlu.procedures import find_procedures
from nlu.question import Effect, Question
from nlu.vocabulary.answers import BEGINS_YES
from nlu.voting import SURE

_STAYS = 0.5
"""Score of a name from which what stays is meant by it, if only a part of the name was said."""


def to_cancel(text: str, said: Hypothesis, question: Question, lexicon: Lexicon) -> str:
    """`text` less what is said of a booking that is not the one to be given back: 「はい、年金だけ消して。住民票は行きますけん」."""
    if question.effect is not Effect.CANCEL or said.reading or not BEGINS_YES.ends(text):
        return text
    kept = presumed.less_staying(text, lambda part: _names_another(part, question, lexicon))
    return kept or text


def _names_another(text: str, question: Question, lexicon: Lexicon) -> bool:
    part = prepare(text)
    named = presumed.touched(part.text, part.kana, lexicon) if part.text else ()
    return bool(named) and set(named).isdisjoint(question.read_back)


def wanted(best: Prepared, request: Request | None, question: Question, at: At) -> Request | None:
    """The same where a booking stands."""
    found = presumed.find(best.text, request, lambda part: bearing.when(part, question, at))
    return found or presumed.find(best.kana, request, lambda part: bearing.when(part, question, at))


def when_in_reason(best: Prepared, question: Question, at: At) -> bool:
    behind = presumed.behind_reason(best.text)
    return bool(behind) and not bearing.when(behind, question, at)


def touched(best: Prepared, question: Question, lexicon: Lexicon) -> tuple[str, ...]:
    """Ids of the procedures whose name is written anywhere; where several may be meant, also of the one of which a part is, or of
    those of the kind that is named."""
    named = presumed.touched(best.text, best.kana, lexicon)
    if question.stand and set(named).isdisjoint(question.stand):
        named = part_of_name(best.kana, question.stand, lexicon) or named
    return named or (presumed.of_kind(best.text, lexicon) if question.choices else ())


def staying(best: Prepared, lexicon: Lexicon) -> tuple[str, ...]:
    """Ids of the procedures of which is said that their booking stays."""
    said = presumed.staying(best.text)
    part = prepare(said)
    named = find_procedures(part.text, part.kana, lexicon) if part.text else {}
    plain = tuple(one for one, score in named.items() if score >= SURE)
    if plain or len(said) >= len(best.text.strip("。")):  # without a pause it names the others as well
        return plain
    return tuple(one for one, score in named.items() if score >= _STAYS)
