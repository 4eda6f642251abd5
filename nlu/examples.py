"""Procedures that are but examples of what one counter does, or what somebody who turns 75 is to leave."""

from nlu.events import find_events
from nlu.lexicon_index import Index
from nlu.name_places import heard_in, written
from nlu.vocabulary.events import Event
from nlu.vocabulary.examples import BEREAVED, ONE_STOP, REPLACED_BY_AGE

_MEANT = 0.9
"""The counter that does them all."""


def one_stop(text: str, kana: str, prepared: Index) -> dict[str, float]:
    """「年金やら保険やらをいっぺんにしてくれる窓口」: the procedure of the counter for who was bereaved."""
    names = [(text, end) for _, _, end in written(text, prepared)]
    names += [(kana, end) for _, _, end in heard_in(kana, prepared)]
    if not any(ONE_STOP.ends(said, end) for said, end in names):
        return {}
    ids = prepared.events.get(Event.FUNERAL_OVER, ()) if BEREAVED.found(text) else ()
    return {ids[0]: _MEANT} if len(ids) == 1 else {}


def less_left_at_75(text: str, kana: str, prepared: Index) -> tuple[str, str]:
    """「75になって、健康保険が変わる」 without the insurance that is left."""
    if not prepared.events.get(Event.AGE_75):
        return text, kana
    turns = [one.event is Event.AGE_75 for said in (text, kana) for one in find_events(said)]
    if not any(turns):
        return text, kana
    return (
        _less(text, [(a, b) for _, a, b in written(text, prepared)]),
        _less(kana, [(a, b) for _, a, b in heard_in(kana, prepared)]),
    )


def _less(said: str, names: list[tuple[int, int]]) -> str:
    for start, end in sorted(names, reverse=True):
        if REPLACED_BY_AGE.ends(said, end):
            said = said[:start] + "。" + said[end:]
    return said
