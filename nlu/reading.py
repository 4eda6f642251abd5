"""How a written text sounds, by Open JTalk's front end (pyopenjtalk-plus)."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyopenjtalk

from nlu.vocabulary.word import folded

_SPEAKABLE = re.compile(r"[^ぁ-ゖァ-ヺー一-龥々〇0-9a-z、。:/.]")
_PASSED = frozenset(" ・,~-()")
_NOT_KANA = re.compile(r"[^ぁ-ゖー]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as Open JTalk cuts a text up."""

    start: int
    end: int
    """Where it stands in the text; -1 where that cannot be told."""

    kana: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Hiragana as pronounced (long vowels as ー), and where words begin and end in it."""

    kana: str
    tokens: tuple[Token, ...] = ()
    """Its words; empty when unknown."""


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """The reading of a normalized text. Text without Japanese, letters or digits reads as nothing."""
    speakable = _SPEAKABLE.sub("", text)
    if not speakable:
        return Reading("")
    # The extras around Open JTalk read dates no better, take seven times as long and load a second analyser.
    words = [
        (word["string"], hiragana(word["pron"]))
        for word in pyopenjtalk.run_frontend(speakable, use_vanilla=True)
    ]
    return Reading("".join(kana for _, kana in words), tuple(_placed(text, words)))


def _placed(text: str, words: list[tuple[str, str]]) -> Iterator[Token]:
    """Digits come back as numerals of another kind, and are passed over until a word that stands as it is written."""
    place = 0
    for surface, kana in words:
        at = text.find(unicodedata.normalize("NFKC", surface).lower(), place)
        if at < 0 or any(not c.isdigit() and c not in _PASSED for c in text[place:at]):
            yield Token(-1, -1, kana)
            continue
        place = at + len(surface)
        yield Token(at, place, kana)


@lru_cache(maxsize=1024)
def read_apart(text: str) -> str:
    """Every character read alone: a recognizer's 朝手 is あさて only that way."""
    pieces = re.findall(r"\d+|[^\d]", _SPEAKABLE.sub("", text))
    return "".join(read(piece).kana for piece in pieces)


@lru_cache(maxsize=1024)
def read_as_spelled(text: str) -> str:
    """As a dictionary spells it: さとう where `read` has さとー."""
    speakable = _SPEAKABLE.sub("", text)
    if not speakable:
        return ""
    return "".join(hiragana(word["read"]) for word in pyopenjtalk.run_frontend(speakable, use_vanilla=True))


def hiragana(kana: str) -> str:
    """Katakana -> hiragana; everything that is no kana is dropped."""
    return _NOT_KANA.sub("", folded(kana))
