"""Words whose beginning was clipped: 来週 with stray sounds before it, as 多来週, may be what is left of 再来週."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nlu.lattice import BREAKS, MAX_WORD, Edge, Lattice, is_kana, joined
from nlu.phonemes import phonemes, similarity
from nlu.reading import read
from nlu.vocabulary.answers import ANY_ANSWER, YES_AGAIN
from nlu.vocabulary.forms import every_word
from nlu.vocabulary.word import Word, folded

ALIKE = 0.5
"""Similarity from which stray sounds may be what was clipped."""

MAX_HEAD = 2
"""Moras of the beginning of a word that may have been clipped."""

MAX_STRAY = 4
"""Characters before a word that are looked at."""

COST = 0.2
"""What a stray character counts less than one of a word."""

_KINDS = frozenset(
    {"Month", "DayNumber", "RelativeDay", "RelativeWeek", "RelativeMonth", "NextDay", "Hour", "Minute", "WeekCount", "DayCount"}
)  # fmt: skip
_SMALL = frozenset("ゃゅょぁぃぅぇぉ")
_TO = "お"
"""を as it sounds."""

_OPENS = frozenset("でと")
"""Particles that a sentence may begin with: で、来週は."""


class _Longer(NamedTuple):
    """A word that ends as a shorter one of its kind sounds."""

    head: str
    tail: str
    word: Word


def clipped(found: Lattice, start: int, end: int) -> bool:
    """Whether a word that begins at `start` and ends by `end` may be the end of a longer one."""
    return any(
        next(_longer(found, edge), None) is not None for edge in found.starting[start] if edge.end <= end
    )


def restored(found: Lattice) -> Lattice | None:
    """The lattice with the longer words in the place of those that are clipped, where the stray sounds are near to what is
    missing; None where they are near nowhere."""
    instead: dict[Edge, Edge] = {}
    for edge in (edge for edges in found.starting for edge in edges):
        alike, start, word = max(_longer(found, edge), default=(0.0, 0, edge.word), key=lambda one: one[0])
        if alike >= ALIKE:
            instead[edge] = Edge(start, edge.end, word, True, edge.cost + COST * (edge.start - start))
    if not instead:
        return None
    return joined(found.text, (instead.get(edge, edge) for row in found.starting for edge in row))


def _longer(found: Lattice, edge: Edge) -> Iterator[tuple[float, int, Word]]:
    """Words that `edge` may be the end of: how near what stands before it is to what is missing, from where on, the word."""
    known = _by_tail().get((edge.word.kind, repr(edge.word.value)), ())
    if not known or not edge.start or found.bounded(edge.start) or _is_whole(found, edge):
        return
    if edge.start in YES_AGAIN.ends(found.text):
        return  # はいはい|じゅうごにち
    for start in range(edge.start - 1, max(edge.start - MAX_STRAY, 0) - 1, -1):
        before = found.text[start : edge.start]
        if before[0] in BREAKS:
            return
        if (
            not (found.bounded(start) or found.text[start - 1] == _TO)
            or before in _OPENS
            or ANY_ANSWER.all_of(before)
        ):
            continue
        tail, stray = _tail_and_stray(found.text[start : edge.end], edge.word)
        for longer in known if stray else ():
            if tail in ("", longer.tail) and 0 <= _moras(longer.head) - _moras(stray) <= 1:
                alike = similarity(phonemes(stray), phonemes(longer.head))
                if alike >= ALIKE or _moras(stray) == 1:
                    yield alike, start, longer.word


def _tail_and_stray(text: str, word: Word) -> tuple[str, str]:
    """How `word` at the end of `text` sounds, empty where it is not written by its sounds, and the sounds before it."""
    plain = folded(text)
    kana = all(is_kana(c) or c == "ー" for c in plain)
    sounds = plain if kana else read(text).kana
    forms = (form for form, one in _sounding()[word.kind].items() if one.value == word.value)
    tail = max((form for form in forms if sounds.endswith(form)), key=len, default="")
    return tail if kana else "", sounds.removesuffix(tail) if tail else ""


def _is_whole(found: Lattice, edge: Edge) -> bool:
    """Whether a longer word of its kind stands there: 来週 of 再来週."""
    return any(
        other.end == edge.end and other.word.kind == edge.word.kind
        for row in found.starting[max(0, edge.start - MAX_WORD) : edge.start]
        for other in row
    )


def _moras(kana: str) -> int:
    return sum(c not in _SMALL for c in kana)


@cache
def _sounding() -> dict[str, dict[str, Word]]:
    """By kind, the words that are written by their sounds."""
    found: dict[str, dict[str, Word]] = defaultdict(dict)
    for word in every_word():
        if word.kind in _KINDS and word.sound:
            found[word.kind].setdefault(word.form, word)
    return found


@cache
def _by_tail() -> dict[tuple[str, str], tuple[_Longer, ...]]:
    """By kind and value, the longer words that sound like a word at their end."""
    found: dict[tuple[str, str], list[_Longer]] = defaultdict(list)
    for kind, words in _sounding().items():
        for form, word in words.items():
            for place in range(1, len(form)):
                if _moras(form[:place]) > MAX_HEAD:
                    break
                end = words.get(form[place:])
                if end is not None and end.value != word.value:
                    found[kind, repr(end.value)].append(_Longer(form[:place], form[place:], word))
    return {key: tuple(longer) for key, longer in found.items()}
