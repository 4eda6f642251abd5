"""What a caller speaks of who names no procedure: 「ヘルパーさんば頼みたい」 is 介護保険, 「去年なんぼ稼いだか分かる紙」 the certificate of tax."""

from functools import lru_cache

from nlu.event_words import spot
from nlu.events import find_events
from nlu.lexicon_index import Index
from nlu.modified import all_kana
from nlu.relocation import find_relocation
from nlu.vocabulary.choosing import NOT_SO
from nlu.vocabulary.phrase import Phrases
from nlu.vocabulary.things import Thing
from nlu.vocabulary.topics import MISLEADING, TOPICS, Topic
from nlu.vocabulary.word import pair, pronounced

SPOKEN_OF = 0.88
"""The only procedure that what is spoken of leads to."""

ONE_OF = 0.6
"""Each of several: ask which."""

_MISLEADING = Phrases(
    " ".join(
        dict.fromkeys(f for word in MISLEADING.split() for f in (*pair(word), pronounced(pair(word)[1])))
    )
)

_SEVERAL = 2
"""Words that tell a topic by themselves where what is named is of several procedures: a card, and that it broke."""

_MOST = 3
"""More than so many are no question that anybody could answer."""


def find_topics(
    text: str,
    kana: str,
    prepared: Index,
    among: frozenset[str] = frozenset(),
    *,
    least: int = 1,
    moved: bool = True,
) -> dict[str, float]:
    """Procedure id -> score. `text`: normalized; `kana`: its reading; `among`: ids of those that what is named may be, one of which was
    meant unless several words together tell another; `least`: words that must tell it together; `moved`: whether a move that is told of
    counts."""
    moves = find_relocation(text, kana) if moved else None
    ids = prepared.events.get(moves, ()) if moves else ()
    if not ids or (among and not among.issuperset(ids)):
        ids = _spoken_of(text, kana, prepared, among, least)
    return dict.fromkeys(ids, SPOKEN_OF if len(ids) == 1 else ONE_OF) if len(ids) <= _MOST else {}


def _spoken_of(text: str, kana: str, prepared: Index, among: frozenset[str], least: int) -> tuple[str, ...]:
    forms = (text, kana) if all_kana(text) else (text,)
    said = _MISLEADING.replaced("。".join(map(_without_others, forms)))
    weighed = {topic: _told_by(topic, said, sounds=all_kana(text)) for topic in TOPICS}
    found = {
        id: weight
        for topic, weight in weighed.items()
        if weight >= least
        for id in _going_by(topic.called, prepared)
    }
    best = _heaviest(found, prepared)
    if not among or (len(best) == 1 and found[best[0]] >= _SEVERAL):
        return best
    return _heaviest({id: weight for id, weight in found.items() if id in among}, prepared)


def _without_others(said: str) -> str:
    """Without what is done with a thing of no procedure: 図書館のカードを作りたい."""
    others = {thing.start for thing in spot(said)[0] if Thing.OTHER in thing.kinds}
    for told in sorted(find_events(said), key=lambda one: -one.start):
        if told.event is None and told.start in others:
            said = said[: told.start] + "。" + said[told.end :]
    return said


def _heaviest(found: dict[str, int], prepared: Index) -> tuple[str, ...]:
    most = max(found.values(), default=0)
    return tuple(id for id in prepared.names if found.get(id) == most)


def _told_by(topic: Topic, said: str, *, sounds: bool) -> int:
    """Words of the longest row that was said in full; 0: none was."""
    rows = topic.heard if sounds else topic.rows
    return max((len(row) for row in rows if all(_says(said, group) for group in row)), default=0)


def _says(said: str, group: tuple[str, ...]) -> bool:
    """Whether one of the words was said, and not that it is not meant: 抜くんやなか、入れるほう."""
    for word in group:
        at = said.find(word)
        if at >= 0 and not NOT_SO.ends(said, at + len(word)):
            return True
    return False


def about(name: str, prepared: Index) -> frozenset[str]:
    """Ids of the procedures of which a topic is told with this name, in kana or not."""
    said = [t for t in TOPICS if any(_says(name, group) for row in (*t.rows, *t.heard) for group in row)]
    return frozenset(id for topic in said for id in _going_by(topic.called, prepared))


@lru_cache(maxsize=256)
def _going_by(called: tuple[str, ...], prepared: Index) -> tuple[str, ...]:
    return tuple(id for id, names in prepared.names.items() if any(name in called for name in names))
