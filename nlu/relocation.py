"""Where somebody lived and where they live now, told without a word for the move: 門司の家を畳んで三萩野のマンションに入りました."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from nlu.vocabulary import relocations as words
from nlu.vocabulary.events import Event

_CLAUSE = 22
"""Characters behind a place in which its verb stands."""


class _Where(Enum):
    OUTSIDE = auto()
    INSIDE = auto()
    DWELLING = auto()
    """A home of which it is not told where it is."""


@dataclass(frozen=True, slots=True)
class _Place:
    named: str
    where: _Where
    behind: str
    """What follows, up to the next place."""

    home: bool = False
    """It is told where a home is."""


def _any(names: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_PLACES = re.compile(
    f"(?P<o>{_any(words.OUTSIDE)}){words.AREA}|(?P<i>{_any(words.INSIDE)}){words.AREA}(?!役所|くやくしょ)|(?P<d>{_any(words.DWELLINGS)})"
)


@lru_cache(maxsize=256)
def find_relocation(text: str, kana: str) -> Event | None:
    """CAME_FROM_OUTSIDE, LEAVES_TOWN or MOVED_WITHIN; None where no such thing is told. `text`: normalized; `kana`: its reading."""
    return _told(words.PHONES_FROM.replaced(text, "。")) or _told(words.PHONES_FROM.replaced(kana, "。"))


def leaves_the_city(text: str) -> bool | None:
    """Of the place that is left, whether it is in the city: 小倉から福岡市, not 福岡の東区から小倉北区; None where none is."""
    left = next((place.where for place in _places(text) if words.LEFT.ends(place.behind)), None)
    return None if left in (None, _Where.DWELLING) else left is _Where.INSIDE


def came_from(text: str) -> Event | None:
    """MOVED_WITHIN or CAME_FROM_OUTSIDE by the place alone, where a move is spoken of: 若松からです."""
    place = next((p.where for p in _places(text) if words.HOME_BEFORE.ends(p.behind)), None)
    if place in (None, _Where.DWELLING):
        return None
    return Event.MOVED_WITHIN if place is _Where.INSIDE else Event.CAME_FROM_OUTSIDE


def _told(said: str) -> Event | None:
    if words.LEAVING_PAPER.found(said):
        return Event.CAME_FROM_OUTSIDE
    if words.PAPER_FROM_HERE.found(said):
        return Event.LEAVES_TOWN
    said = words.NOT_COMING.replaced(said, "。")
    places = _places(said)
    left = next((p.where for p in places if words.LEFT.ends(p.behind)), None)
    to = [p for p in places if not words.LEFT.ends(p.behind) and words.GOES_TO.ends(p.behind)]
    arrived = next((p.where for p in to if words.ARRIVES.found(p.behind[:_CLAUSE])), None)
    departs = next((p.where for p in to if words.DEPARTS.found(p.behind[:_CLAUSE])), None)
    home = next((p.where for p in places if p.home and not words.LEFT.ends(p.behind)), None)
    if home is not None:  # ホームに入るんです、中間にあるホーム
        arrived = home if arrived is _Where.DWELLING else arrived
        departs = home if departs is _Where.DWELLING else departs
    if departs is _Where.OUTSIDE and left is not _Where.OUTSIDE:
        return Event.LEAVES_TOWN
    if left is _Where.OUTSIDE and (
        arrived in (_Where.INSIDE, _Where.DWELLING) or (departs and departs is not left)
    ):
        return Event.CAME_FROM_OUTSIDE
    if left in (_Where.INSIDE, _Where.DWELLING) and (
        arrived in (_Where.INSIDE, _Where.DWELLING) or departs is _Where.INSIDE
    ):
        return Event.MOVED_WITHIN if left is _Where.INSIDE or arrived is _Where.INSIDE else None
    if left is _Where.OUTSIDE and (words.HOUSE_LEFT.found(said) or words.COMES_BACK.found(said)):
        return Event.CAME_FROM_OUTSIDE
    return Event.LEAVES_TOWN if _goes_out(places) and not words.COMES_BACK.found(said) else None


def _goes_out(places: list[_Place]) -> bool:
    """「北九州を出るとです」, 「小倉を出て東京に行きます」; a ward may be left for another."""
    leaves = [p for p in places if p.where is _Where.INSIDE and words.GOES_OUT.ends(p.behind)]
    others = [p.where for p in places if p not in leaves]
    return any(_Where.OUTSIDE in others or (not others and p.named.startswith(words.CITY)) for p in leaves)


def _places(said: str) -> list[_Place]:
    """In spoken order; a home takes the place it is in."""
    found = list(_PLACES.finditer(said))
    places: list[_Place] = []
    before: tuple[int, _Where] | None = None
    for n, match in enumerate(found):
        where = _Where.OUTSIDE if match["o"] else _Where.INSIDE if match["i"] else _Where.DWELLING
        end = found[n + 1].start() if n + 1 < len(found) else len(said)
        home = False
        if where is _Where.DWELLING and before and words.OF_IT.ends(said[before[0] : match.start()]):
            where, home = before[1], True
            places.pop()
        places.append(_Place(match[0], where, said[match.end() : end], home))
        before = (match.end(), where)
    return places
