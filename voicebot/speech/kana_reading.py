"""Strings of sounds, as `nlu.phonemes` writes them, as hiragana."""

import re

from nlu.phonemes import ROWS

_FOREIGN = {
    "si": "すぃ",
    "zi": "ずぃ",
    "ti": "てぃ",
    "tu": "とぅ",
    "di": "でぃ",
    "du": "どぅ",
    "hu": "ふ",
    "ye": "いぇ",
}
_BEFORE_SMALL = {
    "S": "し",
    "C": "ち",
    "J": "じ",
    "T": "つ",
    "f": "ふ",
    "v": "ゔ",
    "w": "う",
    "t": "て",
    "d": "で",
}
_PALATAL = {
    "k": "き",
    "g": "ぎ",
    "n": "に",
    "h": "ひ",
    "b": "び",
    "p": "ぴ",
    "m": "み",
    "r": "り",
    **_BEFORE_SMALL,
}
_SMALL_Y = dict(zip("aueo", "ゃゅぇょ", strict=True))
_SMALL = dict(zip("aiueo", "ぁぃぅぇぉ", strict=True))
_ALONE = {"N": "ん", "Q": "っ", ":": "ー", "n": "ん", "y": "", "s": "す", "z": "ず", "S": "し", "C": "ち", "J": "じ",
          "T": "つ", "f": "ふ", "v": "ゔ", "w": "う", "h": "ふ", "t": "と", "d": "ど"}  # fmt: skip


def _moras() -> dict[str, str]:
    moras = dict(_FOREIGN)
    for consonant, kana in ROWS.items():
        moras |= {consonant + v: c for c, v in zip(kana, "aiueo", strict=True) if c != "_"}
    for consonant, kana in _PALATAL.items():
        moras |= {f"{consonant}y{vowel}": kana + small for vowel, small in _SMALL_Y.items()}
    for consonant in "SCJ":
        first = _BEFORE_SMALL[consonant]
        moras |= {consonant + vowel: first + small for vowel, small in _SMALL_Y.items()} | {
            f"{consonant}i": first
        }
    for consonant in "Tfvw":
        first = _BEFORE_SMALL[consonant]
        moras = (
            {consonant + vowel: first + small for vowel, small in _SMALL.items()}
            | {f"{consonant}u": first}
            | moras
        )
    alone = {consonant: moras[f"{consonant}u"] for consonant in "kgbpmr"} | _ALONE
    return moras | alone


_MORAS = _moras()


def reading(sounds: str) -> str:
    """Hiragana with long vowels as ー. A consonant without its vowel gets the one that is swallowed most: す for s."""
    kana, place = "", 0
    while place < len(sounds):
        length = next((n for n in (3, 2, 1) if sounds[place : place + n] in _MORAS), 1)
        kana += _MORAS.get(sounds[place : place + length], "")
        place += length
    return kana


_VOWELS = {mora[-1]: vowel for vowel in "aiueo" for sounds, mora in _MORAS.items() if sounds.endswith(vowel)}
_LONG = {"a": "あ", "i": "い", "u": "う", "e": "い", "o": "う"}
_KEPT = frozenset("あうえおね")
"""After these a long vowel stays ー: mostly hesitation, 「えーと」, 「うーん」, 「ねー」."""

_O_FOR_U = re.compile(r"ー(?=ねがい)|(?<=と)ー(?=か|り)")
"""もう一度お願いします, 十日, 通り."""


def spelled(kana: str) -> str:
    """A reading as it is usually spelled: じゅーにがつ -> じゅうにがつ, てつずき -> てつづき; えーと stays."""
    out = ""
    for c in _O_FOR_U.sub("お", kana.replace("つず", "つづ")):
        long = c == "ー" and out and out[-1] not in _KEPT
        out += _LONG.get(_VOWELS.get(out[-1], ""), c) if long else c
    return out
