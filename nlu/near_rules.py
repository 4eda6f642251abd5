"""Dates counted from today: 明日, しあさって, 3日後, 1か月後, 1週間以内."""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from nlu import days
from nlu.date_rule import HALF_HEARD, LATER, Rules, Values, one
from nlu.meaning import DateSpan

RULES = Rules()

_RELATIVE = {
    "今日": 0, "本日": 0, "きょう": 0, "ほんじつ": 0, "今夜": 0, "今晩": 0, "当日": 0, "今朝": 0,
    "明日": 1, "あした": 1, "あす": 1, "翌日": 1, "次の日": 1, "明くる日": 1, "明朝": 1, "明晩": 1,
    "明後日": 2, "あさって": 2, "翌々日": 2, "明々後日": 3, "明明後日": 3, "しあさって": 3,
}  # fmt: skip
_ABOUT = r"(?:ほど|程|くらい|ぐらい|ばかり|近く|余り|あまり)?"
_LATER = _ABOUT + LATER
_MONTH = r"[ヶかカケヵ箇個]月"
_NAMED_MONTHS = {"ひと月": 1, "ひとつき": 1, "ふた月": 2, "ふたつき": 2, "み月": 3, "半年": 6}


@RULES.on(r"(?P<n>\d)[、,~](?P<m>\d)日" + _LATER)
def some_days_later(m: re.Match[str], today: date) -> Values:
    first, last = sorted((int(m["n"]), int(m["m"])))
    return one(DateSpan(today + timedelta(days=first), today + timedelta(days=last)), 0.85)


@RULES.on(r"(?P<n>\d{1,3})日" + _LATER + r"|中(?P<gap>\d{1,2})日")
def days_later(m: re.Match[str], today: date) -> Values:
    return one(today + timedelta(days=int(m["n"] or int(m["gap"]) + 1)))


@RULES.on(
    rf"(?P<n>\d{{1,2}}){_MONTH}間?(?:(?P<half>半)?{_LATER}|で|過ぎ(?:たら|てから|に))|半月{_LATER}|(?P<y>[1-9])年(?P<yhalf>半)?{_LATER}"
    rf"|(?P<named>{'|'.join(_NAMED_MONTHS)}){_LATER}"
)
def months_later(m: re.Match[str], today: date) -> Values:
    if m["n"] or m["named"]:
        found = today + relativedelta(months=int(m["n"]) if m["n"] else _NAMED_MONTHS[m["named"]])
        return one(days.after(found, 15), 0.7) if m["half"] else one(found)
    if m["y"]:
        return one(today + relativedelta(years=int(m["y"]), months=6 if m["yhalf"] else 0))
    return one(DateSpan(today + timedelta(days=14), today + timedelta(days=16)))


@RULES.on(
    rf"(?P<n>\d{{1,2}})(?P<unit>日間?|週間|{_MONTH})(?:以内|のうち|の間に|中に)|(?P<soon>1両日中|一両日中|2、?3日中|数日中|2、?3日のうち|近いうち|近日中|近々)"
)
def within(m: re.Match[str], today: date) -> Values:
    if m["soon"]:
        return one(DateSpan(today, today + timedelta(days=4)), 0.7)
    step = {"日": timedelta(days=1), "週": timedelta(weeks=1)}.get(m["unit"][0], timedelta(days=30))
    return one(DateSpan(today, today + int(m["n"]) * step), 0.85)


@RULES.on(
    r"(?:これから|今から|今日から|今後|向こう|ここ)の?(?P<n>\d{1,2})(?P<unit>日|週)間(?![後前半のあ先])"
)
def from_now(m: re.Match[str], today: date) -> Values:
    count = int(m["n"]) * (7 if m["unit"] == "週" else 1)
    return one(DateSpan(today, days.after(today, count - 1)), 0.85)


_TONIGHT = re.compile(r"(?:今夜|今晩)(?=の?\d)")


@RULES.on("(?!今朝の?[0-9])(?:" + "|".join(sorted(_RELATIVE, key=len, reverse=True)) + ")")
def relative_day(m: re.Match[str], today: date) -> Values:
    """今朝 before a clock time is a part of the day, for nobody books the morning that has been; 今夜 is that first of
    all, and faintly a day."""
    tonight = _TONIGHT.match(m.string, m.start())
    return one(today + timedelta(days=_RELATIVE[m[0]]), HALF_HEARD if tonight else 0.95)
