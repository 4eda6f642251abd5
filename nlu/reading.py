"""How a written text sounds, by Open JTalk's front end (pyopenjtalk-plus)."""

import re
from dataclasses import dataclass
from functools import lru_cache

import pyopenjtalk

_SPEAKABLE = re.compile(r"[^ぁ-ゖァ-ヺー一-龥々〇0-9a-z、。:/.]")
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_NOT_KANA = re.compile(r"[^ぁ-ゖー]")


@dataclass(frozen=True, slots=True)
class Reading:
    """Hiragana as pronounced (long vowels as ー), and where words begin and end in it."""

    kana: str
    bounds: frozenset[int] = frozenset()
    """Offsets of word boundaries; empty when unknown."""


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """The reading of a normalized text. Text without Japanese, letters or digits reads as nothing."""
    speakable = _SPEAKABLE.sub("", text)
    if not speakable:
        return Reading("")
    kana = ""
    bounds = {0}
    # The extras around Open JTalk read dates no better, take seven times as long and load a second analyser.
    for word in pyopenjtalk.run_frontend(speakable, use_vanilla=True):
        kana += hiragana(word["pron"])
        bounds.add(len(kana))
    return Reading(kana, frozenset(bounds))


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
    return _NOT_KANA.sub("", kana.translate(_KATAKANA))
