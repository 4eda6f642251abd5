"""Kana -> the usual writing of dates and times, so that one grammar serves surface and reading.

「らいしゅーのかよーびのごごにじ」 -> 「来週の火曜のの午後2時」. Words that are none of these stay kana.
"""

import re

from nlu.reading import Reading
from nlu.spoken_words import vocabulary

# What recognizers write for these sounds; Open JTalk reads none of them back.
_SPELLINGS = {
    "朝手": "明後日", "浅手": "明後日", "麻手": "明後日", "阿佐って": "明後日", "あさて": "明後日", "朝って": "明後日", "あさつて": "明後日", "明さって": "明後日", "再来集": "再来週", "来集": "来週", "重二月": "12月", "いっぴ": "1日", "一ぴ": "1日", "化曜": "火曜", "歌曜": "火曜", "歌謡日": "火曜日", "目曜": "木曜", "近曜": "金曜",
    "10日月": "12月", "10日がつ": "12月", "八日": "8日", "四日": "4日", "二十歳": "20日", "おねがい4月": "おねがいします", "お願い4月": "お願いします", "荷馬": "2番", "辞判": "時半",
}  # fmt: skip

_MISSPELT_HOUR = re.compile(r"(?<=[一二三四五六七八九十\d])[次字](?=半|ごろ|頃|[にでのかはが、。]|$)")
_MISSPELT = re.compile(r"(?<![一二三四五六七八九十百\d])(?:" + "|".join(_SPELLINGS) + ")")

_OLD_MONTHS = {
    name: n
    for n, name in enumerate(
        ["睦月", "如月", "弥生", "卯月", "皐月", "水無月", "文月", "葉月", "長月", "神無月", "霜月", "師走"],
        1,
    )
}
_OLD_MONTH = re.compile(
    rf"({'|'.join(_OLD_MONTHS)})(?=$|[にの、](?![月火水木金土日]曜)|[上中下]旬|の?[\d一二三四五六七八九十])"
)

_BREAKS = frozenset("、。,. ・?!~-:/")
_PARTICLES = frozenset("のにはわもでがとやかをへねんてど")
CLINGING = ("ゃ", "ゅ", "ょ", "ー", "っ", "ん")
LONGEST = 14
STANDS_OUT = 4
"""Kana."""


def respell(text: str) -> str:
    """Puts right what recognizers are known to write for a spoken date, and 師走 for 12月."""
    modern = _OLD_MONTH.sub(lambda m: f"{_OLD_MONTHS[m[1]]}月", text)
    return _MISSPELT_HOUR.sub("時", _MISSPELT.sub(lambda m: _SPELLINGS[m[0]], modern))


def rewrite(text: str) -> str:
    """Rewrites kana inside a written text, only where a word can begin."""
    return _rewrite(text, None)


def rewrite_reading(reading: Reading) -> str:
    """Rewrites a reading, keeping to its word boundaries where they are known."""
    return _rewrite(reading.kana, reading.bounds or None)


def _rewrite(text: str, bounds: frozenset[int] | None) -> str:
    words = vocabulary()
    out: list[str] = []
    at, after_word = 0, True
    while at < len(text):
        found = None
        begins = may_begin(text, at, after_word) if bounds is None else at in bounds
        if text[at] >= "ぁ" and (begins or bounds is None):
            found = _longest(words, text, at, bounds, "".join(out[-1:]), begins)
        if found:
            out.append(words[text[at : at + found]])
            at += found
            after_word = True
        else:
            out.append(text[at])
            after_word = False
            at += 1
    return "".join(out)


def _longest(
    words: dict[str, str], text: str, at: int, bounds: frozenset[int] | None, before: str, begins: bool
) -> int:
    for size in range(min(LONGEST, len(text) - at), 1, -1):
        word = words.get(text[at : at + size])
        if word is None or (bounds is not None and at + size not in bounds):
            continue
        if text[at + size : at + size + 1] in CLINGING or begins_half(text, at + size):
            continue
        if takes_particle(word, before) or not (begins or stands_out(text[at : at + size], word)):
            continue
        return size
    return 0


def begins_half(text: str, end: int) -> bool:
    """「みっかごぜん」 is 3日 and 午前, and not 3日後: whether a ご before `end` belongs to what follows."""
    if text[end - 1] != "ご":
        return False
    said = text[end - 1 : end + 3]
    return said.startswith(("ごぜん", "ごご")) and not said.startswith(("ごごぜん", "ごごご", "ごごろ"))


def may_begin(text: str, at: int, after_word: bool) -> bool:
    """Whether a word may begin there, where an analyser knows no boundaries."""
    before = text[at - 1] if at else "、"
    return after_word or before in _BREAKS or before in _PARTICLES or not ("ぁ" <= before <= "ヿ")


_STANDS_OUT = re.compile("曜|週|月|後日|^2[0-9]日")


def stands_out(kana: str, written: str) -> bool:
    """Long enough, and of a kind, to be known in the middle of anything: 木曜日, 来週, 12月, and 25日, which is not に15日."""
    return len(kana) >= STANDS_OUT and _STANDS_OUT.search(written) is not None


def takes_particle(written: str, before: str) -> bool:
    """「もくようびにじゅうじ」: offices are closed at 20:00, so this に is the particle."""
    return (
        written[:1] == "2"
        and written[1:2].isdigit()
        and "時" in written
        and (before[-1:] in ("日", "曜") or before.endswith(("よー", "よう", "び")))
    )
