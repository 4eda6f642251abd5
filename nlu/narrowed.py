"""A yes that names but one of several procedures that were read back: 「はい、戸籍で、4日の10時、お願いします」."""

from collections.abc import Sequence

from nlu.lexicon import Lexicon
from nlu.lexicon_index import index
from nlu.meaning import Scored
from nlu.name_places import heard_in, written
from nlu.prepared import Prepared
from nlu.question import Effect, Question
from nlu.vocabulary.narrowed import ALL_OF_THEM, IS_IT


def names_one(
    said: Prepared, procedures: Sequence[Scored[str]], question: Question, lexicon: Lexicon
) -> bool:
    """Whether less than what was read back is named as what is to be booked."""
    named = {one.value for one in procedures}
    if question.effect is Effect.CANCEL or not named < set(question.read_back):
        return False
    if said.has(ALL_OF_THEM):
        return False
    prepared = index(lexicon)
    places = [(said.text, end) for _, _, end in written(said.text, prepared)]
    places = places or [(said.kana, end) for _, _, end in heard_in(said.kana, prepared)]
    return any(IS_IT.ends(text, end) for text, end in places)
