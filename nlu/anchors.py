"""Days counted from a day that was named: 「12月4日の翌日」, 「来週の月曜の2日後」, 「2か月後の7日」, 「9日の週」."""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from nlu import days
from nlu.date_rule import Rule, Values, one
from nlu.days import WEEKDAYS
from nlu.found import Found
from nlu.meaning import DateSpan, Scored

_LINK = re.compile(r"の?|から(?:数えて|の)?")
_WITHIN = re.compile(r"(?:だったら|やったら|なら|だと|でしたら|のうち|の中)?[はでの]?、?")
"""「来週だったら火曜」."""

_STEPS = frozenset({"days_later", "weeks_later", "months_later"})
_NEXT = frozenset({"翌日", "次の日", "明くる日", "翌々日"})
_AGO = re.compile(r"(?P<n>\d{1,3})(?P<unit>日|週間?|[ヶかカケヵ箇個]月)")
_BEFORE = re.compile(r"の?(?:前日|前の日|まえの日)")
_ITS_WEEK = re.compile(r"の(?:ある)?週(?P<end>末)?(?!間|明)")


def counted(item: Found[DateSpan], rule: Rule, m: re.Match[str], text: str) -> Found[DateSpan] | None:
    """`item` with the step that follows it; None where the day that follows is one of its own."""
    if item.rule == "whole_week" and rule.name == "weekday" and _WITHIN.fullmatch(text, item.end, m.start()):
        day = (
            days.in_week(item.values[0].value.last, 0, WEEKDAYS.index(m["w"] or m["in"]))
            if item.values
            else None
        )
        return Found(item.start, m.end(), one(day, 0.9), text[item.start : m.end()], "week_and_weekday")
    if not item.values and item.rule in ("past", "ago") and _LINK.fullmatch(text, item.end, m.start()):
        return Found(item.start, m.end(), (), text[item.start : m.end()], item.rule)
    if not item.values or not item.values[0].value.single or not _LINK.fullmatch(text, item.end, m.start()):
        return None
    if text.startswith("まで", m.end()):
        return None
    base = item.values[0].value.first
    values = _stepped(rule, m, base, item.rule)
    if not values:
        return None
    score = min(item.values[0].score, 0.9)
    others = tuple(Scored(v.value, min(v.score, score)) for v in values)
    return Found(item.start, m.end(), others, text[item.start : m.end()], "counted")


def _stepped(rule: Rule, m: re.Match[str], base: date, before: str) -> Values:
    if rule.name in _STEPS or (rule.name == "relative_day" and m[0] in _NEXT):
        return rule.resolve(m, base)
    if rule.name == "ago" and (ago := _AGO.match(m[0])):
        count = int(ago["n"])
        unit = {"日": timedelta(days=count), "週": timedelta(weeks=count)}.get(ago["unit"][0])
        return one(base - unit if unit else base - relativedelta(months=count))
    if before == "months_later" and rule.name == "day_of_month":
        return one(days.make(base.year, base.month, int(m["d"])))
    if before == "months_later" and rule.name == "month_day":
        return one(days.make(base.year, int(m["m"]), int(m["d"])))
    return ()


def around(item: Found[DateSpan], text: str) -> Found[DateSpan]:
    """「12月4日の前日」 and 「12月9日の週」."""
    if not item.values or not item.values[0].value.single:
        return item
    day, score = item.values[0].value.first, min(item.values[0].score, 0.9)
    if m := _BEFORE.match(text, item.end):
        span = days.day(days.after(day, -1))
    elif (m := _ITS_WEEK.match(text, item.end)) and item.rule not in ("weekday", "week_and_weekday"):
        span = DateSpan(days.in_week(day, 0, 5 if m["end"] else 0), days.in_week(day, 0, 6))
    else:
        return item
    return Found(item.start, m.end(), (Scored(span, score),), text[item.start : m.end()], "counted")
