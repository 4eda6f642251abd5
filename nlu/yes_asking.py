"""A yes to a read-back that is followed by a question: 「はい、それでいいです。何を持って行ったらいいですか」."""

from collections.abc import Sequence

from nlu import requests
from nlu.hypothesis import Hypothesis
from nlu.meaning import Request
from nlu.normalize import normalize, without_fillers
from nlu.vocabulary.answers import BARE, BEGINS_YES, PLEASE_DO, POLITE
from nlu.vocabulary.assent import TRAILS

_STOPS = "、。?"
Heard = tuple[Hypothesis, ...]


def _ends_asking(said: str, last: int) -> bool:
    """Whether nothing but courtesy stands behind the last question: not 「…駐車場はありますか。なければやめます」."""
    behind = [part for part in said[last:].replace("?", "。").split("。")[1:] if part.strip(_STOPS)]
    left = [PLEASE_DO.replaced(part) for part in behind]
    return all(POLITE.all_of(part) for part in left if part)


def yes_and_question(
    hypotheses: Sequence[Hypothesis], asked: Sequence[Request]
) -> tuple[Heard, Heard] | None:
    """What was heard in two, before and from the first of the questions on. None: of one hypothesis at least no yes begins it, only a
    bare one, which may be to listen, or one that is left open; or the question does not stand in the words."""
    cut = [(_halves(one.text, asked), one.score) for one in hypotheses]
    parts = [(halves, score) for halves, score in cut if halves is not None]
    if not parts or len(parts) < len(cut):
        return None
    yes, question = (tuple(Hypothesis(halves[at], score) for halves, score in parts) for at in (0, 1))
    return yes, question


def _halves(text: str, asked: Sequence[Request]) -> tuple[str, str] | None:
    said = without_fillers(normalize(text))
    begun = max(BEGINS_YES.ends(said), default=0)
    places = [at for one in asked if (at := requests.asked_at(said, one)) is not None]
    if not begun or not places:
        return None
    first = min(places)
    if not _ends_asking(said, max(places)):
        return None
    paused = max(said.rfind(stop, 0, first) for stop in _STOPS) + 1
    for end in (paused, first):
        if said[begun:end].strip(BARE):
            return None if TRAILS.found(said[:end]) else (said[:end], said[end:])
    return None
