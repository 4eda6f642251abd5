"""Clock times: 「午後2時15分」, 「3時10分前」, 「15:20」, 「PM3」; and which half of the day a bare 「2時」 means."""

import re
from datetime import time

from nlu.meaning import Scored, TimeSpan

_BEFORE = r"(?P<p>午前|午後|a\.?m\.?|p\.?m\.?|今朝|早朝|明朝|明け方|未明|朝|お昼|昼|夕方|今夜|今晩|深夜|真夜中|夜中|夜|晩)の?\s*"
_AFTER = r"\s*(?P<q>a\.?m\.?(?![a-z])|p\.?m\.?(?![a-z]))"
CLOCK = re.compile(
    rf"(?:{_BEFORE})?(?<!\d)(?:"
    r"(?P<h>\d{1,3})時(?!間|限|かん)の?(?:(?P<m>\d{1,3})分(?:(?P<to>前(?!後))|過ぎ|すぎ)?|(?P<half>半)|(?P<bm>[0-5]\d)(?![\d月日時分秒人名通枚番歳円階号/:.-]))?(?:(?P<s>\d{1,2})秒)?(?:ちょうど|きっかり|ぴったり|ジャスト)?"
    r"|(?P<ch>\d{1,2}):(?P<cm>\d{2})(?::(?P<cs>\d{2}))?(?!\d)"
    r"|(?(p)|(?!))(?P<ph>(?<!朝)(?<!昼)1(?!\d)|[02-9]|\d\d)(?![\d:日月番/]))"
    rf"(?:{_AFTER})?"
)
_MORNING = frozenset({"午前", "am", "今朝", "早朝", "明朝", "朝", "明け方", "未明"})
_NIGHT = frozenset({"夜", "今夜", "今晩", "晩", "夜中", "真夜中", "深夜"})

IN_HOURS, OUT_OF_HOURS = 0.9, 0.3
"""Scores of 「2時」 as 14:00 and as 02:00 when only one of them is within opening hours."""


def is_clock(said: str) -> bool:
    """Whether words that name a day or a time name a time: 25時, and not 2月30日の10時."""
    return "時" in said and "日" not in said


def clock_values(m: re.Match[str], opens: time, closes: time) -> tuple[Scored[TimeSpan], ...]:
    """What a CLOCK match can mean, best first; empty when there is no such time (25時, 9時70分)."""
    hour = int(m["h"] or m["ch"] or m["ph"])
    minute = 30 if m["half"] else int(m["m"] or m["bm"] or m["cm"] or 0)
    second = int(m["cs"] or m["s"] or 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute):
        return ()
    ranked: list[tuple[int, float]] = _hours(
        hour, (m["p"] or m["q"] or "").replace(".", ""), minute, opens, closes
    )
    out = []
    for h, score in ranked:
        if m["to"]:
            total = (h * 60 - minute) % (24 * 60)
            at = time(total // 60, total % 60)
        else:
            at = time(h % 24, minute, second)
        out.append(Scored(TimeSpan(at, at), score))
    return tuple(out)


def _hours(hour: int, part: str, minute: int, opens: time, closes: time) -> list[tuple[int, float]]:
    if part in _MORNING:
        if hour > 12:
            return []
        return [(0, 0.6), (12, 0.5)] if hour == 12 else [(hour, 0.95)]
    if part in ("午後", "pm"):
        return [(hour + 12 if hour < 12 else hour, 0.95)]
    if part in _NIGHT:
        return [(hour % 24 if hour < 5 or hour > 12 else 0 if hour == 12 else hour + 12, 0.9)]
    if part == "夕方":
        if hour == 24:
            return []
        return [(hour + 12 if hour < 12 else hour, 0.95)]
    if part in ("昼", "お昼"):
        return [(hour + 12 if hour < 10 else hour, 0.95)]
    if hour == 0 or hour >= 12:
        return [(hour, 0.95)]
    return _halves(hour, minute, opens, closes)


def _halves(hour: int, minute: int, opens: time, closes: time) -> list[tuple[int, float]]:
    """Morning or afternoon, the one within opening hours first, else the one nearer to them."""
    both = sorted((hour, hour + 12), key=lambda h: _outside(h * 60 + minute, opens, closes))
    inside = [_outside(h * 60 + minute, opens, closes) == 0 for h in both]
    if all(inside):
        return [(both[0], 0.6), (both[1], 0.5)]
    if inside[0]:
        return [(both[0], IN_HOURS), (both[1], OUT_OF_HOURS)]
    return [(both[0], 0.6), (both[1], 0.4)]


def _outside(minutes: int, opens: time, closes: time) -> int:
    """Minutes before opening or after closing; 0 within."""
    start, end = opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute
    return max(start - minutes, minutes - end, 0)
