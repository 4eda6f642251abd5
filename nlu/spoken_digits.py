"""Telephone and booking numbers: spoken singly, in groups, with まる or ゼロ, with の for the hyphen."""

import re
from collections.abc import Sequence

from nlu import corrections
from nlu.hypothesis import Hypothesis
from nlu.meaning import Scored
from nlu.my_number import DIGITS as MY_NUMBER
from nlu.prepared import Prepared, prepare
from nlu.voting import vote, weights

MIN_DIGITS = 2
USUAL = 0.9
"""A 4-digit booking number, or a Japanese telephone number (0 and nine or ten more)."""

UNUSUAL = 0.6
"""Any other length: a part of a number, or one that was heard in part."""

_KANA = {
    "ぜろ": 0, "れい": 0, "れー": 0, "まる": 0, "いち": 1, "いっ": 1, "にい": 2, "にー": 2, "に": 2, "さん": 3, "よん": 4, "よっ": 4, "しー": 4, "しい": 4, "し": 4,
    "ごー": 5, "ごう": 5, "ごお": 5, "ご": 5, "ろく": 6, "ろっ": 6, "なな": 7, "しち": 7, "ひち": 7, "はち": 8, "はっ": 8, "きゅう": 9, "きゅー": 9, "く": 9,
    "じゅう": 10, "じゅー": 10, "じゅっ": 10, "じっ": 10, "ひゃく": 100, "びゃく": 100, "ぴゃく": 100, "せん": 1000, "ぜん": 1000,
}  # fmt: skip
_KANJI = {c: n for n, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "十": 10,
    "百": 100,
    "千": 1000,
}
_VALUES = _KANA | _KANJI | {str(n): n for n in range(10)}
_WORD = "|".join(sorted((re.escape(word) for word in _VALUES), key=len, reverse=True))
_GAP = r"(?:[のノ]|[\s、,。.・()ー\-‐−–—~]|えーと|えっと|ええと)*"
_RUN = re.compile(rf"(?:{_WORD})(?:{_GAP}(?:{_WORD}))+")
_WORDS = re.compile(_WORD)
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_COUNTED = re.compile(
    r"[月日時分年週人歳円]|番目|つ目|がつ|にち|か[にでのを]|か$|じ(?!ゅ)|[ふぷ]ん|ねん|しゅう|さい|ばんめ"
)
_TELEPHONE = re.compile(r"0\d{9,10}")


def hear_digits(hypotheses: Sequence[Hypothesis]) -> tuple[Scored[str], ...]:
    """Numbers that may have been said, digits only, best first. Twelve digits and more are a My Number: never."""
    if not hypotheses:
        return ()
    shares = weights([h.score for h in hypotheses])
    return vote(
        [(w, find_digits(prepare(h.text, h.reading))) for w, h in zip(shares, hypotheses, strict=True)]
    )


def find_digits(part: Prepared) -> dict[str, float]:
    """Digits -> score; the last number stands when it corrects the one before. From the sounds where the
    writing holds fewer digits."""
    written = _last(part.text.translate(_KATAKANA))
    heard = _last(part.kana) if len(part.kana) < 2 * MY_NUMBER * 3 else ""
    found = heard if len(heard) > len(written) else written
    if not MIN_DIGITS <= len(found) < MY_NUMBER:
        return {}
    return {found: USUAL if len(found) == 4 or _TELEPHONE.fullmatch(found) else UNUSUAL}


def _last(text: str) -> str:
    best, end = "", 0
    for m in _RUN.finditer(text):
        digits = _digits(m[0])
        corrected = bool(best) and corrections.CORRECTS.search(text, end, m.start()) is not None
        if not _COUNTED.match(text, m.end()) and (corrected or len(digits) > len(best)):
            best, end = digits, m.end()
    return best


def _digits(run: str) -> str:
    """「きゅうじゅうさんのにに」 -> 9322: words with a place value join into one number, others stand singly."""
    out: list[str] = []
    total, place, unit = 0, 0, None
    for piece in re.split(r"[のノ、,。\s\-‐−–—~()]+", run):
        for word in _WORDS.findall(piece):
            value = _VALUES[word]
            if value < 10:
                if unit is not None or (place and place < 10):
                    out.append(_number(total, unit))
                    total, place = 0, 0
                unit = value
            else:
                if place and value >= place:
                    out.append(str(total))
                    total = 0
                total += (1 if unit is None else unit) * value
                place, unit = value, None
        if place or unit is not None:
            out.append(_number(total, unit))
        total, place, unit = 0, 0, None
    return "".join(out)


def _number(total: int, unit: int | None) -> str:
    return str(total + (unit or 0)) if total else str(unit)
