"""One way of writing: widths, control characters, fillers, kanji numerals."""

import re
import unicodedata

MAX_CHARS = 300
"""Characters that are looked at. No caller's turn is longer; it bounds the time of everything behind."""

_FILLER = re.compile(
    r"[、。,\s]*(?:え[ーえ]*っ?と[ーぉお]*|ええと|えー+|あのー+|あのう|あの(?=[、,\s])|そのー+|うーんと|うーん(?=[、,\s\d])"
    r"|んー+|あー+|なんか(?=[、,\s])|まあー?(?=[、,\s])|(?<=[のは])(?:です|なんです)(?:ね[ぇえー]*|けど|けれども?|が)(?=[、,\s]))[、。,\s]*"
)
_PAUSE = re.compile(r"[.・。]{2,}")
_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_KANJI_NUMBER = re.compile(
    r"[〇零一二三四五六七八九十百]+(?=[月日時分秒週年番つヶヵカケか箇個]|$)|(?<=第)[一二三四五]|(?<=午前|午後)[一二三四五六七八九十]+"
)
_SOME_DAYS = re.compile(
    r"(?<![一二三四五六七八九十])([一二三四五六七])、?([二三四五六七八])(?=日(?:後|中|以内|のうち|ほど|くらい|して))"
)
_NOON = re.compile("正午(?:の?(?:12|十二)時)?")
_DATES_DASH = re.compile(r"(?<=\d/)(\d{1,2})-(?=\d{1,2}/\d)")
_DATE_GAP = re.compile(r"(?<=[月日時分週年])[、,](?=[の\d半])")


def normalize(text: str, limit: int = MAX_CHARS) -> str:
    """NFKC, lower case, no control characters, 、 for …, no spaces beside Japanese, at most `limit` characters."""
    kept = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text[: limit * 4])
    plain = "".join(c for c in kept if unicodedata.category(c)[0] != "C")
    folded = _PAUSE.sub("、", unicodedata.normalize("NFKC", plain).lower())
    return _GAP.sub("", folded)[:limit].strip()


def without_fillers(text: str) -> str:
    """Takes out えーと, あのー and the pauses around them: 「来週の、えーと、火曜」 -> 「来週の火曜」."""
    return _FILLER.sub("", text)


def digits(text: str) -> str:
    """Writes kanji numerals before a counter in Arabic digits, and 正午 as 12時: 「十一月二十日」 -> 「11月20日」."""
    some = _SOME_DAYS.sub(lambda m: f"{_DIGITS[m[1]]}、{_DIGITS[m[2]]}", text)
    some = _NOON.sub("12時", some)
    some = _DATES_DASH.sub(r"\1~", some)
    return _DATE_GAP.sub("", _KANJI_NUMBER.sub(lambda m: str(kanji_number(m.group(0))), some))


def kanji_number(numeral: str) -> int:
    """「二十三」 -> 23, 「二〇二六」 -> 2026. The numeral holds kanji digits, 十 and 百 only."""
    if not re.search("[十百]", numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral[:6]))
    total, current = 0, 0
    for c in numeral[:6]:
        if c in _DIGITS:
            current = _DIGITS[c]
        else:
            total += (current or 1) * (10 if c == "十" else 100)
            current = 0
    return total + current
