"""Days and times in a text or in sounds."""

from datetime import datetime
from functools import lru_cache

from nlu import clipping, discourse, lattice, sounds
from nlu.anchor import NOTHING, Anchor
from nlu.chart import At
from nlu.discourse.spans import Talk
from nlu.found import Found
from nlu.lexicon import Lexicon
from nlu.meaning import DateSpan, TimeSpan
from nlu.normalize import normalize, without_fillers
from nlu.reading import read

When = tuple[tuple[Found[DateSpan], ...], tuple[Found[TimeSpan], ...]]
"""Days and times in spoken order, those that are refused among them, and last the days that are told."""


def moment(now: datetime, lexicon: Lexicon, anchor: Anchor = NOTHING) -> At:
    """`now` in Tokyo."""
    return At(now.replace(second=0, microsecond=0), lexicon.opens, lexicon.closes, anchor)


@lru_cache(maxsize=512)
def in_text(text: str, at: At) -> When:
    """`text`: normalized, without fillers."""
    days, times = discourse.understood(talk_in_text(text, at))
    return tuple(days), tuple(times)


@lru_cache(maxsize=256)
def in_sounds(kana: str, at: At, *, misheard: bool = False) -> When:
    """`kana`: as an engine heard it; `misheard`: one sound of a word may be wrong."""
    days, times = discourse.understood(talk_in_sounds(kana, at, misheard=misheard))
    return tuple(days), tuple(times)


@lru_cache(maxsize=512)
def restored(text: str, at: At, *, heard: bool = False) -> When:
    """The same with words whose beginning was clipped made whole; nothing where none was. `heard`: `text` is sounds."""
    whole = clipping.restored(lattice.of_text(text) if heard else lattice.of_text(text, read(text)))
    if whole is None:
        return (), ()
    days, times = discourse.understood(discourse.analysed(whole, at))
    return tuple(days), tuple(times)


def talk_in_text(text: str, at: At) -> Talk:
    """The text with its words, and the role of each day and time in it."""
    return discourse.analysed(lattice.of_text(text, read(text)), at)


def talk_in_sounds(kana: str, at: At, *, misheard: bool = False) -> Talk:
    """The same of sounds."""
    return discourse.analysed(sounds.misheard(kana) if misheard else lattice.of_text(kana), at)


def named(text: str, at: At) -> When:
    """What a text names, as it is written anywhere."""
    return in_text(without_fillers(normalize(text)), at)
