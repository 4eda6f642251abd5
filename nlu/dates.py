"""Dates in a text, always looking forward; corrections, exclusions and ranges worked out."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from nlu import (
    anchors,
    corrections,
    days,
    half_heard,
    month_rules,
    named_days,
    near_rules,
    past_rules,
    week_rules,
)
from nlu.clock_times import CLOCK
from nlu.date_rule import Rule, Values, one
from nlu.day_parts import PARTS
from nlu.days import WEEKDAYS
from nlu.found import Found
from nlu.meaning import DateSpan, Scored
from nlu.told import reason, told

OPEN_END = timedelta(days=30)
"""How far 「20日以降」 reaches."""

_RULES: tuple[Rule, ...] = (
    *month_rules.RULES,
    *named_days.RULES,
    *week_rules.RULES,
    *near_rules.RULES,
    *past_rules.RULES,
)
_TO = re.compile(r"(?:ごろ|頃)?(?:から|~|〜|-|より|以降)、?")
_OR = re.compile(r"[、,。]?(?:の?ほ?う?(?:か|とか|と|や|または|もしくは|それか|あるいは)|[、,])[、,]?")
_FROM = re.compile(r"以降|以後|以来|(?P<next>より(?:も)?後)|から後|過ぎ|すぎ|から先|からあと|から|~$")
_RUN = re.compile(r"から(?:の)?(?P<n>\d{1,2})(?P<unit>日|週)間(?![後前])")
_UNTIL = re.compile(r"までに?|以前|(?P<before>より(?:も)?前|の前まで)|いっぱい|にかけて")
_ABOUT = re.compile(r"の?(?:ごろ|ころ|頃|くらい|ぐらい|あたり|辺り|前後)?")
_WEEK_RULES = frozenset({"week_and_weekday", "weeks_later", "coming_weekday", "whole_week"})
_NTH_RULES = frozenset({"nth_weekday_of_month", "nth_weekday"})
_MONTH_RULES = frozenset({"month_day", "relative_month_day", "slashed"})


def find_dates(text: str, today: date) -> list[Found[DateSpan]]:
    """Every date that still stands at the end of the text. `text`: normalized, Arabic digits.

    Last come those that are told and not wished. Found without values: a day that does not exist (2月30日), or lies behind us (昨日).
    """
    matches = _matches(text)
    found: list[Found[DateSpan]] = []
    index = 0
    while index < len(matches):
        rule, m = matches[index]
        item = anchors.around(_resolve(rule, m, today, found[-1] if found else None, text), text)
        index += 1
        while index < len(matches) and (counted := anchors.counted(item, *matches[index], text)):
            item, index = counted, index + 1
        if index < len(matches) and (ranged := _ranged(item, *matches[index], text, today)):
            found.append(ranged)
            index += 1
            continue
        found.append(_bounded(item, text, today))
    wished = [item for item in found if not told(text, item)]
    wished = [item for item in wished[:-1] if not reason(text, item)] + wished[-1:]
    wished = half_heard.by_month(_both_weeks(wished, text), text, today)
    standing = _rest_of_week(corrections.standing(text, wished), text, today)
    return standing + [
        replace(item, told=True) for item in found if all(item.start != kept.start for kept in wished)
    ]


@lru_cache(maxsize=256)
def _matches(text: str) -> tuple[tuple[Rule, re.Match[str]], ...]:
    every = [(rule, m) for rule in _RULES for m in rule.pattern.finditer(text)]
    every.sort(key=lambda pair: pair[1].start() - pair[1].end())
    chosen: list[tuple[Rule, re.Match[str]]] = []
    for rule, m in every:
        if all(m.end() <= other.start() or m.start() >= other.end() for _, other in chosen):
            chosen.append((rule, m))
    return tuple(sorted(chosen, key=lambda pair: pair[1].start()))


def _resolve(
    rule: Rule, m: re.Match[str], today: date, before: Found[DateSpan] | None, text: str
) -> Found[DateSpan]:
    leaning = _leaning(rule, m, before, text)
    name = before.rule if leaning and before else rule.name
    return Found(m.start(), m.end(), leaning or _safely(rule, m, today), m[0], name)


def _leaning(rule: Rule, m: re.Match[str], before: Found[DateSpan] | None, text: str) -> Values:
    """「来週の木曜か火曜」: next week's Tuesday. 「11月4日じゃなくて8日」: November the 8th. So on with a third.

    「12月10日、いや、金曜」 is the Friday of that week; 「来月の第2木曜、いや、金曜」 the second Friday.
    """
    if before is None or not before.values:
        return ()
    between = PARTS.sub("", CLOCK.sub("", text[before.end : m.start()]))
    corrected = corrections.CORRECTS.search(between) is not None
    between = between.lstrip("のにで")
    if between and not (_OR.fullmatch(between) or corrected):
        return ()
    base = before.values[0].value.first
    if rule.name == "weekday" and m["w"] and before.values[0].value.single:
        return _other_weekday(WEEKDAYS.index(m["w"]), before, corrected)
    if rule.name == "day_of_month" and before.rule in _MONTH_RULES:
        other = days.make(base.year, base.month, int(m["d"]))
        return (Scored(days.day(other), 0.9),) if other else ()
    return ()


def _other_weekday(weekday: int, before: Found[DateSpan], corrected: bool) -> Values:
    """The day that is left of `before` when its weekday is another."""
    base = before.values[0].value.first
    month = base.replace(day=1)
    if before.rule in _WEEK_RULES or (corrected and before.rule in (*_MONTH_RULES, "day_of_month")):
        return (Scored(days.day(days.in_week(base, 0, weekday)), 0.9),)
    if before.rule in _NTH_RULES:
        return one(days.nth(month, weekday, month_rules.which(before.text, base)), 0.9)
    if before.rule == "weekdays_of_month":
        every = (days.nth(month, weekday, n) for n in range(1, 6))
        return tuple(Scored(days.day(day), 0.8) for day in every if day and day >= base.replace(day=1))
    return ()


def _safely(rule: Rule, m: re.Match[str], today: date) -> Values:
    try:
        return rule.resolve(m, today)
    except (OverflowError, ValueError):
        return ()


def _ranged(
    item: Found[DateSpan], rule: Rule, m: re.Match[str], text: str, today: date
) -> Found[DateSpan] | None:
    """「12月1日から5日」 as one run; an end that lies before the beginning looks forward from there."""
    if not item.values or not _TO.fullmatch(text, item.end, m.start()):
        return None
    begin = item.values[0]
    ends = (_resolve(rule, m, since, None, text) for since in (today, begin.value.last))
    end = next((e for e in ends if e.values and e.values[0].value.last >= begin.value.first), None)
    if end is None:
        return None
    span = DateSpan(begin.value.first, end.values[0].value.last)
    values = (Scored(span, min(begin.score, end.values[0].score)),)
    return Found(item.start, end.end, values, text[item.start : end.end], item.rule)


def _bounded(item: Found[DateSpan], text: str, today: date) -> Found[DateSpan]:
    if not item.values:
        return item
    about = _ABOUT.match(text, item.end)
    end = about.end() if about else item.end
    value, score = item.values[0].value, item.values[0].score
    if m := _RUN.match(text, item.end):
        step = timedelta(days=int(m["n"]) * (7 if m["unit"] == "週" else 1) - 1)
        bounded = DateSpan(value.first, value.first + step)
    elif m := _FROM.match(text, end):
        bounded = DateSpan(value.first, value.last + OPEN_END)
        if m["next"]:
            bounded = DateSpan(days.after(value.last, 1), value.last + OPEN_END)
        score = score if m[0] != "から" else 0.7
    elif m := _UNTIL.match(text, end):
        last = days.after(value.first, -1) if m["before"] else value.last
        if last < today:
            return item
        bounded = DateSpan(today, last)
    else:
        return item
    return Found(item.start, m.end(), (Scored(bounded, score),), text[item.start : m.end()], item.rule)


def _both_weeks(found: list[Found[DateSpan]], text: str) -> list[Found[DateSpan]]:
    """「来週か再来週の火曜」: the Tuesday of either."""
    out = list(found)
    for n, (before, after) in enumerate(pairwise(found)):
        linked = (
            before.rule == "whole_week"
            and after.rule == "week_and_weekday"
            and before.values
            and after.values
        )
        if linked and _OR.fullmatch(text, before.end, after.start):
            day = days.in_week(before.values[0].value.last, 0, after.values[0].value.first.weekday())
            out[n] = replace(before, values=(Scored(days.day(day), after.values[0].score),))
    return out


def _rest_of_week(found: list[Found[DateSpan]], text: str, today: date) -> list[Found[DateSpan]]:
    """「来週の木曜以外」 is next week, less its Thursday."""
    out: list[Found[DateSpan]] = []
    for item in found:
        if item.ruled_out and item.rule == "week_and_weekday" and text.startswith("以外", item.end):
            monday = days.in_week(item.values[0].value.first, 0, 0)
            week = DateSpan(max(monday, today), monday + timedelta(days=6))
            out.append(replace(item, values=(Scored(week, 0.85),), ruled_out=False))
        out.append(item)
    return out
