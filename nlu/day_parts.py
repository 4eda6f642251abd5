"""Parts of the day: 午前中, 朝いちばん, 夕方, 午後の早い時間."""

import re
from datetime import time

from nlu.meaning import Scored, TimeSpan

PARTS = re.compile(
    r"(?:(?P<forenoon>お?昼の?前|ひるまえ|昼までに?|お昼までに?)|(?P<morning>午前中|午前の?(?:うち|間)|午前(?!の?\d)|朝のうち|朝方)"
    r"|(?P<first>朝の?(?:いち(?:ばん)?|イチ|[1一](?:番|ばん)?)(?!時|\d)|朝の?最初|開庁(?:時間?)?(?:すぐ|直後|と同時)|開庁(?=から|と|に|~)|開い(?:て|た(?:ら)?)(?:すぐ|直後))"
    r"|(?P<early>(?:午後の?|お?昼の?)(?:[1一い]ち?(?:ばん|番)?|イチ)(?!時|\d|じ))"
    r"|(?P<lunch>お?昼(?:過ぎ|すぎ|から|ご飯の?(?:後|あと))|(?:午後|お?昼)の?初め)|(?P<rest>お?昼休み)"
    r"|(?P<noon>正午|お昼(?!前|過ぎ|すぎ|の?\d|から|以降|休|ま)|昼(?=に|ごろ|頃|で|の?時間|$|がい))"
    r"|(?P<evening>夕方|ゆうがた|夕刻|閉まる(?:前|ぎりぎり|まぎわ|間際)|閉庁(?:前|間際))|(?P<afternoon>午後(?!の?\d)|お?昼以降)"
    r"|(?P<dawn>(?:早朝|明け方|未明)(?!\d|の?\d))|(?P<deep>(?:深夜|真夜中|夜中)(?!\d|の?\d))|(?P<am>朝(?![\d食日顔刊鮮型市礼露霞倉]|の?\d|ごはん|ご飯|ドラ))|(?P<night>夜(?![\d間勤景食行]|の?\d)|晩(?!\d|の?\d)))"
    r"(?:の?(?:(?P<soon>早い|早め|はやい|はやめ|前半|初め)|(?P<late>遅い|遅め|おそい|おそめ|後半|終わり))の?(?:時間|ほう|方|うち)?)?"
)
"""A part, and which end of it."""

_SURE = frozenset({"morning", "noon", "afternoon"})


def part(m: re.Match[str], opens: time, closes: time) -> Scored[TimeSpan]:
    """The span of a PARTS match."""
    name = next(key for key, found in m.groupdict().items() if found and key not in ("soon", "late"))
    noon, one = time(12), time(13)
    morning, afternoon = min(opens, time(10)), max(closes, time(16))
    spans = {
        "forenoon": TimeSpan(time(10, 30), time(11, 59)),
        "morning": TimeSpan(min(opens, time(11, 59)), time(11, 59)),
        "am": TimeSpan(morning, time(10)),
        "first": TimeSpan(opens, opens),
        "noon": TimeSpan(noon, noon),
        "rest": TimeSpan(noon, one),
        "lunch": TimeSpan(time(12, 30), time(14)),
        "early": TimeSpan(one, one),
        "afternoon": TimeSpan(noon, afternoon),
        "evening": TimeSpan(time(16), max(closes, time(17))),
        "night": TimeSpan(time(18), time(21)),
        "dawn": TimeSpan(time(5), time(8)),
        "deep": TimeSpan(time(22), time(23, 59)),
    }
    span = spans[name]
    if m["soon"] and name in ("morning", "afternoon"):
        span = TimeSpan(span.first, time(10, 30) if name == "morning" else time(14, 30))
    elif m["late"] and name in ("morning", "afternoon"):
        span = TimeSpan(time(10) if name == "morning" else time(15), span.last)
    return Scored(span, 0.95 if name in _SURE else 0.85)
