"""Days and times in a text or in sounds."""

from datetime import datetime
from functools import lru_cache

from nlu import clipping, discourse, lattice, sounds
from nlu.anchor import NOTHING, Anchor
from nlu.chart import At
from nlu.discourse.spans import Talk
from nlu.found import Found
from nlu.lattice import Lattice
from nlu.lexicon import Lexicon
from nlu.meaning import DateSpan, TimeSpan
from nlu.normalize import normalize, without_fillers
from nlu.reading import read

When = tuple[tuple[Found[DateSpan], ...], tuple[Found[TimeSpan], ...]]
"""Days and times in spoken order, those that are refused among them, and last the days that are told."""

NEVER: When = ((), ())


def moment(now: datetime, lexicon: Lexicon, anchor: Anchor = NOTHING) -> At:
    """`now` in Tokyo."""
    return At(now.replace(second=0, microsecond=0), lexicon.opens, lexicon.closes, anchor)


@lru_cache(maxsize=512)
def in_text(text: str, at: At) -> When:
    """`text`: normalized, without fillers."""
    return _in(_of_text(text), at)


@lru_cache(maxsize=256)
def in_sounds(kana: str, at: At, *, misheard: bool = False) -> When:
    """`kana`: as an engine heard it; `misheard`: one sound of a word may be wrong."""
    return _in(_of_sounds(kana, misheard=misheard), at)


@lru_cache(maxsize=512)
def restored(text: str, at: At, *, heard: bool = False) -> When:
    """The same with words whose beginning was clipped made whole; nothing where none was. `heard`: `text` is sounds."""
    whole = clipping.restored(lattice.of_text(text) if heard else _of_text(text))
    return _in(whole, at) if whole is not None else NEVER


def talk_in_text(text: str, at: At) -> Talk:
    """The text with its words, and the role of each day and time in it."""
    return discourse.analysed(_of_text(text), at)


def talk_in_sounds(kana: str, at: At, *, misheard: bool = False) -> Talk:
    """The same of sounds."""
    return discourse.analysed(_of_sounds(kana, misheard=misheard), at)


def named(text: str, at: At) -> When:
    """What a text names, as it is written anywhere."""
    return in_text(without_fillers(normalize(text)), at)


def _of_text(text: str) -> Lattice:
    return lattice.of_text(text, read(text))


def _of_sounds(kana: str, *, misheard: bool) -> Lattice:
    return sounds.misheard(kana) if misheard else lattice.of_text(kana)


def _in(words: Lattice, at: At) -> When:
    if not discourse.speaks_of_when(words):
        return NEVER
    days, times = discourse.understood(discourse.analysed(words, at))
    return tuple(days), tuple(times)
