"""Times of day in a text: clock times, parts of the day, ranges, 「2時間後」."""

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from nlu import corrections
from nlu.clock_times import CLOCK, clock_values
from nlu.found import Found
from nlu.meaning import Scored, TimeSpan

_AROUND = re.compile(r"の?(?:ごろ|ころ|頃|くらい|ぐらい|前後|あたり|辺り|近く)")
_FROM = re.compile(r"(?:ごろ|頃)?(?:以降|以後|過ぎ|すぎ|より後|から後|より遅|を過ぎ)")
_UNTIL = re.compile(r"(?:ごろ|頃)?(?:までに?|以前|より前|より早)")
_SHORTLY_BEFORE = re.compile(r"(?:ちょっと|少し)?前")
_TO = re.compile(r"(?:ごろ|頃)?(?:から|~|〜|-|、から)")
_LATER = re.compile(r"(?P<h>\d{1,2})時間(?P<half>半)?後|(?P<m>\d{1,3})分後")
_PARTS = re.compile(
    r"(?P<morning>午前中|午前(?!\d)|朝のうち|昼前|お昼前)|(?P<first>朝[1一いイ]ち?ばん?|朝イチ|朝[1一]番?|開庁|開いてすぐ|9時前の一番)"
    r"|(?P<noon>正午|お昼(?!前|過ぎ|すぎ|の?\d|から|以降|休)|昼(?=に|ごろ|頃|で|$))|(?P<lunch>昼過ぎ|お昼過ぎ|昼すぎ|お昼すぎ|昼から|お昼から)"
    r"|(?P<early>午後[1一い]ち?(?:ばん|番)?(?!時|\d)|午後イチ)|(?P<evening>夕方|閉まる前)|(?P<afternoon>午後(?!\d)|昼以降|お昼以降)"
    r"|(?P<am>朝(?!\d|の?\d|[1一い]))|(?P<night>夜(?!\d|の?\d)|晩(?!\d))"
)

_GOES_ON = re.compile(r"[、。のにはでがもかまなごいをとへよだ希お]|から|くらい|ぐらい|あた|空|早|遅|予|$")

HALF_HEARD = 0.5
"""「午前」 with something behind it that is no Japanese: a clock time was lost there."""


def find_times(text: str, now: datetime, opens: time, closes: time) -> list[Found[TimeSpan]]:
    """Every time that still stands. `text`: normalized, Arabic digits. No values: impossible (25時)."""
    found: list[Found[TimeSpan]] = []
    for item in sorted(_candidates(text, now, opens, closes), key=lambda f: (f.start, f.start - f.end)):
        if found and item.start < found[-1].end:
            continue
        if (
            found
            and _TO.fullmatch(text[found[-1].end : item.start])
            and _singles(found[-1])
            and _singles(item)
        ):
            found[-1] = _ranged(found[-1], item, text)
        else:
            found.append(item)
    bounded = [_bounded(item, text, opens, closes) for item in found]
    return corrections.standing(text, bounded)


def _singles(item: Found[TimeSpan]) -> bool:
    return bool(item.values) and item.values[0].value.single


def _candidates(text: str, now: datetime, opens: time, closes: time) -> Iterable[Found[TimeSpan]]:
    for m in CLOCK.finditer(text):
        yield Found(m.start(), m.end(), clock_values(m, opens, closes), m[0].strip(), "clock")
    for m in _LATER.finditer(text):
        step = timedelta(minutes=int(m["m"])) if m["m"] else timedelta(hours=int(m["h"]))
        at = (now + step + timedelta(minutes=30 if m["half"] else 0)).time().replace(second=0, microsecond=0)
        yield Found(m.start(), m.end(), (Scored(TimeSpan(at, at), 0.95),), m[0], "later")
    for m in _PARTS.finditer(text):
        part = _part(m.lastgroup or "", opens, closes)
        if not _GOES_ON.match(text, m.end()):
            part = Scored(part.value, HALF_HEARD)
        yield Found(m.start(), m.end(), (part,), m[0], "part")


def _part(name: str, opens: time, closes: time) -> Scored[TimeSpan]:
    noon, one = time(12), time(13)
    spans = {
        "morning": TimeSpan(min(opens, time(11, 59)), time(11, 59)),
        "am": TimeSpan(min(opens, time(10)), time(10)),
        "first": TimeSpan(opens, opens),
        "noon": TimeSpan(noon, noon),
        "lunch": TimeSpan(time(12, 30), time(14)),
        "early": TimeSpan(one, one),
        "afternoon": TimeSpan(noon, max(closes, one)),
        "evening": TimeSpan(time(16), max(closes, time(17))),
        "night": TimeSpan(time(18), time(21)),
    }
    return Scored(spans[name], 0.95 if name in ("morning", "noon", "afternoon") else 0.85)


def _ranged(a: Found[TimeSpan], b: Found[TimeSpan], text: str) -> Found[TimeSpan]:
    """The end is the first possible one after the start: 「午後1時半から3時10分」 ends at 15:10."""
    first = a.values[0]
    ends = [v.value.first for v in b.values]
    last = min((e for e in ends if e > first.value.first), default=min(ends))
    span = TimeSpan(first.value.first, last)
    return Found(a.start, b.end, (Scored(span, first.score),), text[a.start : b.end], "range")


def _bounded(item: Found[TimeSpan], text: str, opens: time, closes: time) -> Found[TimeSpan]:
    if not item.values:
        return item
    rest = text[item.end :]
    if item.rule == "range":
        return item
    for pattern, bound in ((_FROM, _from), (_UNTIL, _until), (_SHORTLY_BEFORE, _before), (_AROUND, _about)):
        if m := pattern.match(rest):
            values = tuple(Scored(bound(v.value, opens, closes), v.score) for v in item.values)
            return Found(item.start, item.end + m.end(), values, item.text + m[0], item.rule)
    return item


def _from(span: TimeSpan, opens: time, closes: time) -> TimeSpan:
    return TimeSpan(span.first, closes if closes > span.first else time(23, 59))


def _until(span: TimeSpan, opens: time, closes: time) -> TimeSpan:
    return TimeSpan(opens if opens < span.last else time(0), span.last)


def _before(span: TimeSpan, opens: time, closes: time) -> TimeSpan:
    minutes = max(0, span.first.hour * 60 + span.first.minute - 30)
    return TimeSpan(time(minutes // 60, minutes % 60), span.first, about=True)


def _about(span: TimeSpan, opens: time, closes: time) -> TimeSpan:
    return TimeSpan(span.first, span.last, about=True)
