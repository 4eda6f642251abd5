"""Which of the procedures that are named are asked for, and not only spoken of."""

from collections.abc import Iterator
from functools import lru_cache

from nlu.lexicon_index import Index
from nlu.name_places import NamePlace, heard_in, written
from nlu.vocabulary.asked_for import ASKED_FOR, IT_WAS, NEEDED, TAKES_BACK, TIMED_BY, WHETHER_NEEDED
from nlu.vocabulary.choosing import AFTERWARDS
from nlu.vocabulary.heads import SUCH_AS
from nlu.vocabulary.phrase import Phrases
from nlu.vocabulary.purposes import AND


@lru_cache(maxsize=256)
def asked_for(text: str, kana: str, prepared: Index) -> tuple[str, ...]:
    """Ids of all whose name stands once where a wish names it. `text`: normalized; `kana`: its reading."""
    found = (*_in(text, list(written(text, prepared))), *_in(kana, list(heard_in(kana, prepared))))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=256)
def needed(text: str, kana: str, prepared: Index) -> tuple[str, ...]:
    """Ids of all of whose paper is asked whether it is needed. `text`: normalized; `kana`: its reading."""
    return _before(NEEDED, text, kana, prepared)


@lru_cache(maxsize=256)
def whether_needed(text: str, kana: str, prepared: Index) -> tuple[str, ...]:
    """The same where nothing else is asked. `text`: normalized; `kana`: its reading."""
    return _before(WHETHER_NEEDED, text, kana, prepared)


@lru_cache(maxsize=256)
def timed_by(text: str, kana: str, prepared: Index) -> tuple[str, ...]:
    """Ids of all of which is said that something else comes before or after them. `text`: normalized; `kana`: its reading."""
    return _before(TIMED_BY, text, kana, prepared)


def _before(words: Phrases, text: str, kana: str, prepared: Index) -> tuple[str, ...]:
    """Ids of all behind whose name the words stand."""
    places = [(text, place) for place in written(text, prepared)]
    places += [(kana, place) for place in heard_in(kana, prepared)]
    ids = (one for said, (phrase, _, end) in places if words.ends(said, end) for one in phrase.ids)
    return tuple(dict.fromkeys(ids))


def _in(said: str, places: list[NamePlace]) -> Iterator[str]:
    """What と joins to one that is asked for is, too: 住民票と国保です."""
    rest = AFTERWARDS.found(said)
    joined: int | None = None
    for phrase, start, end in sorted(places, key=lambda place: -place[1]):
        example = rest and said.startswith(SUCH_AS, end)
        wished = bool(ASKED_FOR.ends(said, end)) or (joined is not None and joined in AND.ends(said, end))
        meant = bool(IT_WAS.ends(said, end)) and TAKES_BACK.found(said[:start])
        joined = start if (wished or meant) and not example else None
        if joined is not None:
            yield from phrase.ids
