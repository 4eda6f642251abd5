"""What is said of the errands of one visit that is booked: which is taken off, which stays, what takes the place of one.

「印鑑のほうはいらんごとなったけん、住民票だけ残して」, 「印鑑登録を戸籍に替えてください」. Each name is read with what stands between it and
the next one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from nlu.asked_for import asked_for
from nlu.bookings import kept_out
from nlu.bookings import own as is_of_booking
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.lexicon_index import Index, index
from nlu.modified import all_kana, own_reading, own_word
from nlu.name_places import heard_in, written
from nlu.normalize import normalize
from nlu.prepared import prepare
from nlu.vocabulary import errands as words
from nlu.vocabulary.answers import BEGINS_NO, BEGINS_YES
from nlu.vocabulary.asked_for import TIMED_BY
from nlu.vocabulary.presumed import POINTED_AT
from nlu.vocabulary.unwished import REPLACED, TAKEN_OFF
from nlu.vocabulary.word import pronounced

_ONLY_FAR = 2
"""Characters from behind だけ to a verb of which it is said: だけ、取り消して."""


@dataclass(frozen=True, slots=True)
class Errands:
    """Ids of procedures; empty: nothing is said of any."""

    off: tuple[str, ...] = ()
    """Of the visit's own, those that are not wanted any more."""

    stays: tuple[str, ...] = ()
    """Of the visit's own, those that still are."""

    instead: tuple[str, ...] = ()
    """Others that are wanted, in the place of what is taken off where anything is."""

    into: bool = False
    """It is said to become that: 「戸籍に替えてください」."""

    besides: tuple[str, ...] = ()
    """Others that are to be done at the same visit: 「その予約に、住民票も付け足して」."""

    alone: tuple[str, ...] = ()
    """Of the visit's own, those of which nothing is said but the name: 「印鑑登録だけです」."""

    one_of_them: bool = False
    """One is to be taken off, and which is not said."""

    whole: bool = False
    """All of it is given up: 「いや、全部やめます」."""

    too: bool = False
    """Something is taken off as well: 「住民票もやめます」."""

    named: tuple[str, ...] = ()
    """Of the visit's own, all that are named at all."""

    yes: bool = False
    """It begins with a yes, and no other hypothesis with a no."""

    undone: bool = False
    """What was changed is to be as it was."""


NOTHING = Errands()


class _Said(Enum):
    OFF = auto()
    STAYS = auto()
    ONLY = auto()
    EXCHANGED = auto()
    WANTED = auto()
    ALONE = auto()


@dataclass(frozen=True, slots=True)
class _Mention:
    ids: tuple[str, ...]
    start: int
    end: int


def errands(hypotheses: Sequence[Hypothesis], own: tuple[str, ...], lexicon: Lexicon) -> Errands:
    """What the best hypothesis says of a visit for `own`."""
    best = max(hypotheses, key=lambda one: one.score, default=None)
    if best is None or not own:
        return NOTHING
    part = prepare(best.text, best.reading)
    prepared = index(lexicon)
    wanted = asked_for(part.text, part.kana, prepared)
    spoken = all_kana(part.text)
    said = _read(part.kana if spoken else part.text, own, lexicon, prepared, wanted, spoken=spoken)
    return replace(said, yes=said.yes and not any(BEGINS_NO.ends(normalize(one.text)) for one in hypotheses))


def _read(
    said: str,
    own: tuple[str, ...],
    lexicon: Lexicon,
    prepared: Index,
    wanted: tuple[str, ...],
    *,
    spoken: bool,
) -> Errands:
    said = kept_out(said)
    mentions = _mentions(said, own, lexicon, prepared, spoken=spoken)
    others = [one for one in mentions if not set(one.ids) <= set(own)]
    meant = others[-1:] if words.INTO_THAT.found(said) else []
    found = _each(said, own, mentions, wanted, meant)
    off = (*found[_Said.OFF], *found[_Said.EXCHANGED])
    stays = tuple(one for one in (*found[_Said.STAYS], *found[_Said.ONLY]) if one in own and one not in off)
    wanted_too = tuple(one for one in found[_Said.WANTED] if one not in own)
    adds = not off and words.ADDS.found(said)
    instead, besides = ((), wanted_too) if adds else (wanted_too, ())
    alone_wanted = tuple(one for one in found[_Said.ONLY] if one not in own)
    if alone_wanted and not stays:  # 住民票はコンビニで取れたけん、戸籍だけに
        instead = alone_wanted
        off = off or tuple(one for one in own if any(one in mention.ids for mention in mentions))
    only = bool(set(found[_Said.ONLY]) & set(own)) or (bool(stays) and words.THE_OTHER.found(said))
    whole = words.WHOLE.found(said) and not besides
    if whole and not only and (len(own) == 1 or not instead):
        return Errands(whole=words.OFF.found(said))
    yes = bool(BEGINS_YES.ends(said))
    if whole and instead:
        off = own
    if not off and only:
        off = tuple(one for one in own if one not in stays)
    into = bool(instead) and _changes(said, others, meant)
    too = any(words.TOO.ends(said, one.end) for one in mentions if set(one.ids) & set(off))
    one_of_them = not (off or stays or instead) and len(own) > 1 and words.ONE_OF_THEM.found(said)
    return Errands(
        off=off,
        stays=stays,
        instead=instead,
        into=into,
        besides=besides,
        alone=found[_Said.ALONE],
        one_of_them=one_of_them,
        too=too,
        named=tuple(one for one in own if any(mention.ids == (one,) for mention in mentions)),
        yes=yes,
        undone=words.UNDONE.found(said),
    )


def _each(
    said: str,
    own: tuple[str, ...],
    mentions: list[_Mention],
    wanted: tuple[str, ...],
    meant: list[_Mention],
) -> dict[_Said, tuple[str, ...]]:
    """What is said of each, from the last on: what is joined to another is said of both."""
    found: dict[_Said, tuple[str, ...]] = dict.fromkeys(_Said, ())
    following: tuple[int, _Said | None] = len(said), None
    for one in reversed(mentions):
        (until, behind), between = following, said[one.end : following[0]]
        if until < len(said) and words.JOINS.all_of(between):
            kind = behind
        elif set(one.ids) <= set(own):
            exchanged = behind is _Said.WANTED and words.EXCHANGED.all_of(between)
            kind = _Said.EXCHANGED if exchanged else _of_own(said, one.start, one.end, between)
        else:
            named = words.INTO.ends(said, one.end) or set(one.ids) & set(wanted)
            kind = _Said.WANTED if one in meant else _of_other(said, one, between, wanted=bool(named))
        if kind is not None and len(one.ids) == 1:
            found[kind] = tuple(dict.fromkeys((*one.ids, *found[kind])))
        following = one.start, kind
    return found


def _of_other(said: str, one: _Mention, between: str, *, wanted: bool) -> _Said | None:
    """Whether it is wanted, or it alone; what is taken off, or stays, is of another booking."""
    of_it = _of_own(said, one.start, one.end, between)
    if of_it is _Said.ONLY:
        return _Said.ONLY
    quoted = words.QUOTED.ends(said, one.end) and not words.INTO.ends(said, one.end)
    return _Said.WANTED if wanted and of_it in (None, _Said.ALONE) and not quoted else None


def _changes(said: str, others: list[_Mention], meant: list[_Mention]) -> bool:
    """Whether what it is for is said to become another: 「戸籍に替えてください」, but not 「名義を戸籍に」."""
    return bool(meant) or any(
        words.CHANGES.ends(said, one.end) and is_of_booking(said[: one.start]) for one in others
    )


def _of_own(said: str, start: int, end: int, between: str) -> _Said | None:
    if TIMED_BY.ends(said, end):
        return None
    if words.WHICH_IS_OFF.found(said[:start]):
        return _Said.OFF
    if words.WHICH_STAYS.found(said[:start]):
        return _Said.ONLY
    clause = between.split("。")[0]
    off, stays = words.OFF.find(clause), words.STAYS.find(clause)
    only = max(words.ONLY.ends(said, end), default=0)
    if only and not (off and end + off[0] <= only + _ONLY_FAR):
        return _Said.ONLY
    if stays and (off is None or stays[0] <= off[0]):
        return _Said.STAYS
    if words.NOT_OFF.found(clause):
        return None
    if off or TAKEN_OFF.ends(said, end) or REPLACED.ends(said, end):
        return _Said.OFF
    return _Said.ALONE if words.ALONE.ends(said, end) else None


def _mentions(
    said: str, own: tuple[str, ...], lexicon: Lexicon, prepared: Index, *, spoken: bool
) -> list[_Mention]:
    """In their order. A name that the visit's own share with others is the visit's own."""
    named = list(heard_in(said, prepared) if spoken else written(said, prepared))
    found = [_Mention(_meant(phrase.ids, own), start, end) for phrase, start, end in named]
    for one in _by_own_word(said, own, lexicon, spoken=spoken):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _meant(ids: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in own) or ids


def _by_own_word(said: str, own: tuple[str, ...], lexicon: Lexicon, *, spoken: bool) -> Iterator[_Mention]:
    """「印鑑のほう」 of 印鑑登録, 「税のほう」 of 税の証明書."""
    said = pronounced(said) if spoken else said
    entries = [entry for entry in lexicon.entries if entry.id in own]
    for entry in entries:
        for term in (entry.name, *entry.aliases):
            word = pronounced(own_reading(term.reading)) if spoken else own_word(term.text)
            at = said.find(word) if word else -1
            while at >= 0:
                if POINTED_AT.ends(said, at + len(word)):
                    yield _Mention((entry.id,), at, at + len(word))
                at = said.find(word, at + 1)
