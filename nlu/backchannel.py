"""Somebody who listens says so: 「はい」, 「うん」, 「なるほど」. What is overheard so far of an utterance is that, or words."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from nlu.hypothesis import Hypothesis
from nlu.phonemes import phonemes


class Overheard(Enum):
    """What somebody says while somebody else speaks."""

    NOTHING = auto()
    """No sounds of speech, or too few to tell."""

    LISTENING = auto()
    """A backchannel or laughter, whole or begun."""

    UNSURE = auto()
    """Sounds that make no likely word yet."""

    WORDS = auto()


SURE = 0.15
"""Score from which the best hypothesis is taken for words."""

_RIVAL = 0.5
"""Share of the best score from which another hypothesis counts."""


_SAID = (
    "はい", "うん", "ふん", "ええ", "えっ", "ああ", "あっ", "はあ", "へえ", "ほう", "おお", "わあ", "なるほど", "なるほどね", "そうですか",
    "そうですね", "そうか", "おねがいします", "ほんと", "はは", "ふふ", "ひひ", "へへ", "ほほ",
)  # fmt: skip


def overheard(hypotheses: Sequence[Hypothesis]) -> Overheard:
    """By the likeliest hypotheses of what was said so far, by their sounds where these are known."""
    best = max(hypotheses, key=lambda h: h.score, default=None)
    if best is None:
        return Overheard.NOTHING
    rivals = [h for h in hypotheses if h.score >= _RIVAL * best.score]
    if any(_listens(h.reading or h.text.replace("願", "ねが")) for h in rivals):
        return Overheard.LISTENING
    return Overheard.WORDS if best.score >= SURE else Overheard.UNSURE


def _listens(kana: str) -> bool:
    return bool(_KANA.fullmatch(kana) and _LISTENING.fullmatch(_plain(phonemes(kana))))


def _plain(sounds: str) -> str:
    """Without lengths and stops, which people vary: a sound that is repeated stands once."""
    short = re.sub("[:Q]", "", sounds)
    return short[:1] + "".join(b for a, b in pairwise(short) if a != b)


_FORMS = sorted(
    {_plain(phonemes(one)) for one in _SAID} | {"aha", "haha", "ha", "fu", "hu"}, key=len, reverse=True
)
_BEGUN = sorted({form[:n] for form in _FORMS for n in range(1, len(form))}, key=len, reverse=True)
_KANA = re.compile("[ぁ-ゖー、。！!っ ]+")
_LISTENING = re.compile(rf"(?:{'|'.join(_FORMS)})*(?:{'|'.join(_BEGUN)})?")
