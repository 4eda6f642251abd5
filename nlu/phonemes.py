"""Kana as phonemes, and how far two phoneme strings are apart on a telephone.

One character per phoneme; S = sh, C = ch, T = ts, J = j, N = ん, Q = っ, : = second half of a long vowel.
"""

from functools import lru_cache
from itertools import accumulate

ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さ_すせそ", "z": "ざ_ずぜぞ", "t": "た__てと",
    "d": "だ__でど", "n": "なにぬねの", "h": "はひ_へほ", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ", "m": "まみむめも",
    "y": "や_ゆ_よ", "r": "らりるれろ", "w": "わ____", "f": "__ふ__", "v": "__ゔ__",
}  # fmt: skip
"""Kana by their consonant, for aiueo; _ where there is none."""
_MORAS = {c: row + v for row, kana in ROWS.items() for c, v in zip(kana, "aiueo", strict=True) if c != "_"} | {
    "し": "Si", "じ": "Ji", "ち": "Ci", "ぢ": "Ji", "つ": "Tu", "づ": "zu", "を": "o", "ん": "N", "っ": "Q", "ー": ":",
}  # fmt: skip
_SMALL = {
    "ゃ": "ya",
    "ゅ": "yu",
    "ょ": "yo",
    "ぁ": "a",
    "ぃ": "i",
    "ぅ": "u",
    "ぇ": "e",
    "ぉ": "o",
    "ゎ": "wa",
}

_GROUPS: tuple[tuple[str, float], ...] = (
    ("ptk", 0.5),
    ("bdg", 0.5),
    ("hS", 0.4),
    ("hf", 0.3),
    ("mnN", 0.4),
    ("rd", 0.6),
    ("zJd", 0.5),
    ("sST", 0.5),
    ("CST", 0.5),
    ("CJ", 0.6),
    ("Q:", 0.4),
    ("kg", 0.6),
    ("td", 0.6),
    ("pb", 0.6),
    ("tC", 0.6),
    ("ou", 0.7),
    ("ie", 0.7),
    ("iu", 0.6),
)
"""What is taken for each other, and the cost of it. パ/タ/カ and し/ひ are the telephone's, the rest the recognizers'."""

_PAIRS = {(a, b): cost for group, cost in reversed(_GROUPS) for a in group for b in group if a != b}
_SWAPS = {
    a: {b: cost for (one, b), cost in _PAIRS.items() if one == a} | {a: 0.0}
    for a in sorted({a for a, _ in _PAIRS})
}
_GAPS = {":": 0.25, "Q": 0.3, "y": 0.4, "h": 0.7, "i": 0.8, "u": 0.8, "S": 0.8, "N": 0.8}
_VOWELS = "aiueo"


@lru_cache(maxsize=8192)
def phonemes(kana: str) -> str:
    """Hiragana -> phonemes. おう, えい and doubled vowels are long; characters that are no kana are left out."""
    out: list[str] = []
    for c in kana:
        if c in _SMALL:
            glide = _SMALL[c]
            if out and out[-1] in _VOWELS and len(out) > 1:
                out.pop()
                if out[-1] in "SCJ":
                    glide = glide[-1]
            out.extend(glide)
            continue
        mora = _MORAS.get(c, "")
        if mora in _VOWELS and mora and out and _long(out[-1], mora):
            mora = ":"
        out.extend(mora)
    return "".join(out)


def _long(last: str, vowel: str) -> bool:
    return last == vowel or (last == "o" and vowel == "u") or (last == "e" and vowel == "i")


def distance(a: str, b: str) -> float:
    """Weighted edit distance of two phoneme strings (at most 1 per phoneme)."""
    gaps = [_GAPS.get(y, 1.0) for y in b]
    above = [0.0, *accumulate(gaps)]
    for x in a:
        gap, swaps = _GAPS.get(x, 1.0), _SWAPS.get(x) or {x: 0.0}
        before = above[0]
        left = before + gap
        row = [left]
        for y, y_gap, over in zip(b, gaps, above[1:], strict=True):
            swap, left = before + swaps.get(y, 1.0), left + y_gap
            if swap < left:
                left = swap
            if over + gap < left:
                left = over + gap
            row.append(left)
            before = over
        above = row
    return above[-1]


@lru_cache(maxsize=8192)
def similarity(a: str, b: str) -> float:
    """1 = the same sounds, 0 = nothing in common."""
    longest = max(len(a), len(b))
    return max(0.0, 1.0 - distance(a, b) / longest) if longest else 0.0
