"""Told when it is read back: what was to be applied for was applied for already, and is to be fetched."""

from nlu.lexicon import Lexicon
from nlu.lexicon_index import index
from nlu.meaning import Scored
from nlu.prepared import Prepared
from nlu.question import Question
from nlu.vocabulary.applied import READY, fetches

_SCORE = 0.9


def to_fetch(said: Prepared, question: Question, lexicon: Lexicon) -> tuple[Scored[str], ...]:
    """The procedure in the place of the one that is read back; empty where that is not said, or an office has none."""
    if len(question.read_back) != 1 or not (fetches(said.text) or fetches(said.kana)):
        return ()
    events = index(lexicon).events
    ready = [READY[one] for one in READY if question.read_back[0] in events.get(one, ())]
    ids = events.get(ready[0], ()) if ready else ()
    return (Scored(ids[0], _SCORE),) if len(ids) == 1 else ()
