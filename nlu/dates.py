"""Dates in a text, always looking forward; corrections, exclusions and ranges worked out."""

import re
from datetime import date, timedelta

from nlu import corrections, days
from nlu.date_rules import RULES, Rule, Values
from nlu.days import WEEKDAYS
from nlu.found import Found
from nlu.meaning import DateSpan, Scored

OPEN_END = timedelta(days=30)
"""How far 「20日以降」 reaches."""

_TO = re.compile(r"から|~|〜|-|より")
_OR = re.compile(r"[、,。]?(?:か|と|や|または|もしくは|それか|[、,])[、,]?")
_FROM = re.compile(r"以降|以後|より後|から後|過ぎ|すぎ|から先|から")
_UNTIL = re.compile(r"までに?|以前|より前")
_BY_RULE = {rule.name: rule for rule in RULES}
_WEEK_RULES = frozenset({"week_and_weekday", "weeks_later", "coming_weekday"})
_MONTH_RULES = frozenset({"month_day", "relative_month_day", "slashed"})


def find_dates(text: str, today: date) -> list[Found[DateSpan]]:
    """Every date that still stands at the end of the text. `text`: normalized, Arabic digits.

    Found without values: a day that does not exist (2月30日), or lies behind us (昨日).
    """
    matches = _matches(text)
    found: list[Found[DateSpan]] = []
    index = 0
    while index < len(matches):
        rule, m = matches[index]
        item = _resolve(rule, m, today, found[-1] if found else None, text)
        if index + 1 < len(matches):
            following, n = matches[index + 1]
            if _TO.fullmatch(text[m.end() : n.start()]) and item.values:
                end = _resolve(following, n, item.values[0].value.last, None, text)
                if end.values and end.values[0].value.last >= item.values[0].value.first:
                    span = DateSpan(item.values[0].value.first, end.values[0].value.last)
                    ranged = (Scored(span, min(item.values[0].score, end.values[0].score)),)
                    found.append(Found(m.start(), n.end(), ranged, text[m.start() : n.end()], rule.name))
                    index += 2
                    continue
        found.append(_bounded(item, text, today))
        index += 1
    return corrections.standing(text, found)


def _matches(text: str) -> list[tuple[Rule, re.Match[str]]]:
    every = [(rule, m) for rule in RULES for m in rule.pattern.finditer(text)]
    every.sort(key=lambda pair: pair[1].start() - pair[1].end())
    chosen: list[tuple[Rule, re.Match[str]]] = []
    for rule, m in every:
        if all(m.end() <= other.start() or m.start() >= other.end() for _, other in chosen):
            chosen.append((rule, m))
    return sorted(chosen, key=lambda pair: pair[1].start())


def _resolve(
    rule: Rule, m: re.Match[str], today: date, before: Found[DateSpan] | None, text: str
) -> Found[DateSpan]:
    values = _leaning(rule, m, before, text) or _safely(rule, m, today)
    return Found(m.start(), m.end(), values, m[0], rule.name)


def _leaning(rule: Rule, m: re.Match[str], before: Found[DateSpan] | None, text: str) -> Values:
    """「来週の木曜か火曜」: next week's Tuesday. 「11月4日じゃなくて8日」: November the 8th."""
    if before is None or not before.values:
        return ()
    between = text[before.end : m.start()]
    if not (_OR.fullmatch(between) or corrections.CORRECTS.search(between)):
        return ()
    base = before.values[0].value.first
    if rule.name == "weekday" and before.rule in _WEEK_RULES:
        return (Scored(days.day(days.in_week(base, 0, WEEKDAYS.index(m["w"]))), 0.9),)
    if rule.name == "day_of_month" and before.rule in _MONTH_RULES:
        other = days.make(base.year, base.month, int(m["d"]))
        return (Scored(days.day(other), 0.9),) if other else ()
    return ()


def _safely(rule: Rule, m: re.Match[str], today: date) -> Values:
    try:
        return rule.resolve(m, today)
    except (OverflowError, ValueError):
        return ()


def _bounded(item: Found[DateSpan], text: str, today: date) -> Found[DateSpan]:
    if not item.values:
        return item
    rest = text[item.end :]
    value, score = item.values[0].value, item.values[0].score
    if m := _FROM.match(rest):
        bounded = DateSpan(value.first, max(value.last, value.first + OPEN_END))
        score = score if m[0] != "から" else 0.7
    elif m := _UNTIL.match(rest):
        if value.last < today:
            return item
        bounded = DateSpan(today, value.last)
    else:
        return item
    return Found(item.start, item.end + m.end(), (Scored(bounded, score),), item.text + m[0], item.rule)
