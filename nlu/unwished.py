"""Names of procedures that are no wish: taken off (年金はいりません), in whose place another comes (住民票じゃなくて戸籍), done
already (死亡届は葬儀屋さんが出してくれました), told of (年金が出たあと), or what another is needed for (保育園に出す住民票)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nlu.lexicon_index import Index, Phrase
from nlu.modified import all_kana
from nlu.name_places import NamePlace, heard_in, written
from nlu.phonemes import phonemes
from nlu.vocabulary.purposes import AND, ASKS_FOR_IT, PURPOSE, TRIED, USED_FOR
from nlu.vocabulary.unwished import (
    CORRECTED,
    DONE,
    ONLY,
    QUOTED,
    REPLACED,
    SET_APART,
    TAKEN_OFF,
    THAT_TAKEN_OFF,
    TOLD,
)

_GAP = "。"


@dataclass(frozen=True, slots=True)
class Wished:
    """What is left of an utterance."""

    text: str
    kana: str
    """Both with a gap where a name stood that is no wish."""

    dropped: tuple[str, ...] = ()
    """Ids of the procedures that are taken off, or in whose place another comes."""

    only: bool = False
    """Nothing but what is named is wished: 戸籍だけで."""

    done: tuple[str, ...] = ()
    """Ids of those that somebody saw to already, and to which nothing that happened leads any more."""


@lru_cache(maxsize=256)
def wished(text: str, kana: str, prepared: Index) -> Wished:
    """`text`: normalized; `kana`: its reading."""
    pointed = _pointed_at(kana, prepared)
    dropped = list(pointed.ids) if pointed else []
    done: list[str] = []
    taken_off: set[str] = set()
    apart: set[str] = set()
    only = False
    if pointed:
        text, kana = (_without_all(said, pointed, prepared) for said in (text, kana))
    heard = list(heard_in(kana, prepared))
    spelled_out = list(heard_in(text, prepared) if all_kana(text) else written(text, prepared))
    spelled = frozenset(phrase.sounds for phrase, _, _ in spelled_out)
    for said, names in ((text, spelled_out), (kana, heard)):
        alone = {one.sounds for one, _, end in names if ONLY.ends(said, end)}
        only |= bool(alone)
        for phrase, _, end in names:
            corrected = bool(CORRECTED.ends(said, end)) and _later(names, end)
            if TAKEN_OFF.ends(said, end) or (
                (corrected or REPLACED.ends(said, end)) and not _named_again(said, names, phrase, end)
            ):
                dropped += phrase.ids
                taken_off.add(phrase.sounds)
            elif alone and phrase.sounds not in alone and SET_APART.ends(said, end):
                done += phrase.ids
                apart.add(phrase.sounds)
            elif (
                len(phrase.ids) == 1
                and DONE.ends(said, end)
                and (said is text or phrase.sounds not in spelled)
            ):
                done += phrase.ids
    taken_off |= apart
    gaps = _gaps(text, spelled_out, taken_off) | _gaps(kana, heard, taken_off, spelled)
    if not gaps:
        return Wished(text, kana, tuple(dropped), only)
    return Wished(
        _without(text, [(start, end) for one, (_, start, end) in _counted(spelled_out) if one in gaps]),
        _without(kana, [(start, end) for one, (_, start, end) in _counted(heard) if one in gaps]),
        tuple(dict.fromkeys(dropped)),
        only,
        tuple(dict.fromkeys(done)),
    )


def _named_again(said: str, names: list[NamePlace], phrase: Phrase, end: int) -> bool:
    """「住民票じゃなくて、住民票の、除かれたほう」: the same comes in its place."""
    later = [other for one, start, other in names if one.sounds == phrase.sounds and start >= end]
    return any(not any(told.ends(said, other) for told in (TAKEN_OFF, REPLACED, QUOTED)) for other in later)


_Mention = tuple[str, int]
"""The sounds of a name, and how often it was said before."""


def _counted(names: list[NamePlace]) -> Iterator[tuple[_Mention, NamePlace]]:
    said: Counter[str] = Counter()
    for name in sorted(names, key=lambda one: one[1]):
        yield (name[0].sounds, said[name[0].sounds]), name
        said[name[0].sounds] += 1


def _gaps(
    said: str, names: list[NamePlace], taken_off: set[str], spelled: frozenset[str] = frozenset()
) -> set[_Mention]:
    """Every mention of what is taken off (住民票は娘が取る、住民票は抜いて), each one that is no wish by itself, and what と joins
    to one that another is used for. `spelled`: the sounds of names whose writing tells whether it is done, where a reading runs on
    over the end of a sentence."""
    found: set[_Mention] = set()
    used: int | None = None
    for mention, (phrase, start, end) in reversed(list(_counted(names))):
        for_it = bool(USED_FOR.ends(said, end)) or (used is not None and used in AND.ends(said, end))
        over = phrase.sounds not in spelled and bool(DONE.ends(said, end))
        wanted_there = ASKS_FOR_IT.ends(said, end) and any(one.sounds != phrase.sounds for one, _, _ in names)
        no_wish = wanted_there or _no_wish(said, end, _later(names, end))
        if for_it or phrase.sounds in taken_off or over or no_wish:
            found.add(mention)
        used = start if for_it else None
    return found


def _pointed_at(kana: str, prepared: Index) -> Phrase | None:
    """What is named last before 「そっちは外して」."""
    place = THAT_TAKEN_OFF.find(kana)
    before = phonemes(kana[: place[0]]) if place else ""
    named = [
        (before.rfind(one.sounds), one) for one, _, _ in heard_in(kana, prepared) if one.sounds in before
    ]
    return max(named, key=lambda one: one[0])[1] if named else None


def _without_all(said: str, one: Phrase, prepared: Index) -> str:
    """Without a name, as often as it was said."""
    if not all_kana(said):
        for phrase in prepared.phrases:
            said = said.replace(phrase.text, _GAP) if phrase.sounds == one.sounds else said
        return said
    while gap := next(
        ((a, b) for found, a, b in heard_in(said, prepared) if found.sounds == one.sounds), None
    ):
        said = _without(said, [gap])
    return said


def _no_wish(said: str, end: int, another: bool) -> bool:
    """Whether the name that ends there is no wish; `another`: a procedure is named behind it."""
    if any(phrases.ends(said, end) for phrases in (TAKEN_OFF, REPLACED, TOLD)):
        return True
    return another and bool(PURPOSE.ends(said, end) or TRIED.ends(said, end))


def _later(names: list[NamePlace], end: int) -> bool:
    return any(start >= end for _, start, _ in names)


def _without(said: str, gaps: list[tuple[int, int]]) -> str:
    for start, end in sorted(gaps, reverse=True):
        said = said[:start] + _GAP + said[end:]
    return said
