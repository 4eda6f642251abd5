"""One way of writing: widths, control characters, fillers, kanji numerals."""

import re
import unicodedata

MAX_CHARS = 300
"""Characters that are looked at. No caller's turn is longer; it bounds the time of everything behind."""

_FILLER = re.compile(
    r"[、。,\s]*(?:(?:え[ーえ]*っ?と(?!る|らん|りま|った)[ーぉお]*|ええと|うーんと)(?:ね[ぇえー]*(?=[、。,\s]|$))?|えー+|あのー+|あのう|あの(?=[、,\s])|そのー+|うーん(?=[、,\s\d])"
    r"|んー+|あー+|なんか(?=[、,\s])|まあー?(?=[、,\s])|(?<=[のは])(?:です|なんです)(?:ね[ぇえー]*|けど|けれども?|が)(?=[、,\s]))[、。,\s]*"
)
_PAUSE = re.compile(r"[.・。]{2,}")
_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}


def normalize(text: str, limit: int = MAX_CHARS) -> str:
    """NFKC, lower case, no control characters, 、 for …, no spaces beside Japanese, at most `limit` characters."""
    kept = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text[: limit * 4])
    plain = "".join(c for c in kept if unicodedata.category(c)[0] != "C")
    folded = _PAUSE.sub("、", unicodedata.normalize("NFKC", plain).lower())
    return _GAP.sub("", folded)[:limit].strip()


def without_fillers(text: str) -> str:
    """Takes out えーと, あのー and the pauses around them: 「来週の、えーと、火曜」 -> 「来週の火曜」."""
    return _FILLER.sub("", text)


def kanji_number(numeral: str) -> int:
    """「二十三」 -> 23, 「二〇二六」 -> 2026. The numeral holds kanji digits, 十 and 百 only."""
    if not {"十", "百"} & set(numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral[:6]))
    total, current = 0, 0
    for c in numeral[:6]:
        if c in _DIGITS:
            current = _DIGITS[c]
        else:
            total += (current or 1) * (10 if c == "十" else 100)
            current = 0
    return total + current
