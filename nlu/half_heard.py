"""A month and a weekday with something between: 「12月でしたら木曜日」, and 「12月じゅうななぎちの木曜日」, where the day of the
month was misheard. The weekday is one of that month, never simply the next one."""

import re
from dataclasses import replace
from datetime import date

from nlu import days
from nlu.date_rule import Values, one
from nlu.digit_words import runs
from nlu.found import Found
from nlu.meaning import DateSpan, Scored

_LINK = re.compile(
    r"(?:でした?ら|だった?ら|やった?ら|なら|だと|ですと|でも|には|では|で|は|に|に入って|の(?:うち|中|間)?の?)?、?(?:できれば|出来れば)?、?"
)
_MISHEARD = re.compile(r"(?!.*(?:けん|けど|から|ので|ばってん|さけ))[ぁ-ゖー]{1,10}の?、?")
_REFUSED = re.compile("以外|は(?:だめ|駄目|ダメ|無理|ちょっと|避け)")

EACH = 0.8
"""Every such weekday of the month."""

AGREES = 0.75
"""A number among the misheard sounds that falls on the weekday said with it."""

DAY_UNKNOWN = 0.7
"""The month, where the day was not understood."""


def by_month(found: list[Found[DateSpan]], text: str, today: date) -> list[Found[DateSpan]]:
    """`found` with such pairs joined into one."""
    out: list[Found[DateSpan]] = []
    for item in found:
        before = out[-1] if out else None
        joined = _joined(before, item, text, today) if before else None
        if joined:
            out[-1] = joined
        else:
            out.append(item)
    return out


def _joined(
    month: Found[DateSpan], weekday: Found[DateSpan], text: str, today: date
) -> Found[DateSpan] | None:
    if (month.rule, weekday.rule) != ("whole_month", "weekday") or not (month.values and weekday.values):
        return None
    if _REFUSED.match(text, weekday.end):
        return None
    wanted = weekday.values[0].value.first.weekday()
    whole = replace(month, end=weekday.end, text=text[month.start : weekday.end])
    if _LINK.fullmatch(text, month.end, weekday.start):
        return replace(whole, values=_each(month.values[0].value, wanted, today), rule="weekdays_of_month")
    if not (m := _MISHEARD.fullmatch(text, month.end, weekday.start)):
        return None
    values = one(month.values[0].value, DAY_UNKNOWN)
    for run in runs(m[0]):
        first = month.values[0].value.first
        day = days.make(first.year, first.month, int(run.digits))
        if day and day >= today and day.weekday() == wanted:
            values = (*one(day, AGREES), *one(month.values[0].value, 0.5))
    return replace(whole, values=values)


def _each(month: DateSpan, weekday: int, today: date) -> Values:
    every = (days.nth(month.first.replace(day=1), weekday, n) for n in range(1, 6))
    return tuple(Scored(days.day(day), EACH) for day in every if day and day > today)
