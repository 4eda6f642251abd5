"""Somebody who listens says so: 「はい」, 「うん」, 「なるほど」. What is overheard so far of an utterance is that, or words."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from nlu.hypothesis import Hypothesis
from nlu.phonemes import distance, phonemes
from nlu.vocabulary.backchannels import LAUGHTER, OPENING, SAID, WRITTEN
from nlu.vocabulary.word import is_kana


class Overheard(Enum):
    """What somebody says while somebody else speaks."""

    NOTHING = auto()
    """No sounds of speech, or too few to tell."""

    LISTENING = auto()
    """A backchannel or laughter, whole or begun."""

    PERHAPS = auto()
    """One of the likeliest hypotheses is that, most of them are not."""

    UNSURE = auto()
    """Sounds that make no likely word yet."""

    WORDS = auto()

    OPENING = auto()
    """A word by which somebody asks for the turn, 「あの」 or 「いや」, and nothing else yet."""


SURE = 0.15
"""Score from which the best hypothesis is taken for words."""

_LEAST = 0.03
"""Score under which sounds are no beginning of words: a hum is heard so."""

_MOSTLY = 0.7
"""Share of all scores that makes a backchannel of them."""

_RIVAL = 0.5
"""Share of the best score from which another hypothesis counts."""

_LONG, _SPOILT = 5, 0.25
"""Phonemes of a backchannel that is known though it is misheard, and the share of them that may be."""

_OPENING_SCORE = 0.05


def overheard(hypotheses: Sequence[Hypothesis], over: bool = False) -> Overheard:
    """By the likeliest hypotheses of what was said so far, by their sounds where these are known.

    `over`: nothing is said after it, so that the mere beginning of a backchannel is none.
    """
    best = max(hypotheses, key=lambda h: h.score, default=None)
    if best is None:
        return Overheard.NOTHING
    rivals = [h for h in hypotheses if h.score >= _RIVAL * best.score]
    if any(_listens(_kana(h), over) for h in rivals):
        listens = sum(h.score for h in hypotheses if _listens(_kana(h), over))
        mostly = listens >= _MOSTLY * sum(h.score for h in hypotheses)
        return Overheard.LISTENING if mostly else Overheard.PERHAPS
    if best.score >= _OPENING_SCORE and (best.reading or best.text).replace("ー", "") in OPENING:
        return Overheard.OPENING
    if best.score < _LEAST:
        return Overheard.NOTHING
    return Overheard.WORDS if best.score >= SURE else Overheard.UNSURE


def _kana(hypothesis: Hypothesis) -> str:
    return hypothesis.reading or hypothesis.text.replace(*WRITTEN)


def _listens(kana: str, over: bool) -> bool:
    if not is_kana(kana, "、。！!っ "):
        return False
    sounds = _plain(phonemes(kana))
    return bool((_WHOLE if over else _LISTENING).fullmatch(sounds)) or _nearly(sounds, over)


def _nearly(sounds: str, over: bool) -> bool:
    """Whether they are a long backchannel, or its beginning, but for what a telephone spoils."""
    if len(sounds) < _LONG:
        return False
    longs = (form for form in _FORMS if len(form) >= len(sounds) - over and len(form) >= _LONG)
    return any(
        distance(sounds, form if over else form[:n]) <= _SPOILT * len(sounds)
        for form in longs
        for n in range(len(sounds) - 1, len(sounds) + 2)
    )


def _plain(sounds: str) -> str:
    """Without lengths and stops, which people vary: a sound that is repeated stands once."""
    short = sounds.replace(":", "").replace("Q", "")
    return short[:1] + "".join(b for a, b in pairwise(short) if a != b)


_FORMS = sorted({_plain(phonemes(one)) for one in SAID} | set(LAUGHTER), key=len, reverse=True)
_BEGUN = sorted({form[:n] for form in _FORMS for n in range(1, len(form))}, key=len, reverse=True)
_WHOLE = re.compile(rf"(?:{'|'.join(_FORMS)})+")
_LISTENING = re.compile(rf"(?:{'|'.join(_FORMS)})*(?:{'|'.join(_BEGUN)})?")
