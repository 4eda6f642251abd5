"""A counter's weekly hours as one phrase: 平日の、午前8時半から午後5時15分まで、木曜日は、午後7時まで."""

from collections.abc import Sequence
from datetime import date, time

from calendar_backend.office import Hours
from nlu.lexicon import Term
from prompts import formats
from prompts.sentence import Spoken

_DAYS = "月火水木金土日"
_READINGS = ("げつ", "か", "すい", "もく", "きん", "ど", "にち")
_WEEKDAYS = frozenset(range(5))

Open = tuple[tuple[time, time], ...]
"""The spans of one day, earliest first."""


def opening_words(hours: Sequence[Hours], on: date) -> Term:
    """The hours in force on the day; the days that most have in common come first."""
    by_day = {day: _spans(hours, on, day) for day in range(7)}
    groups: dict[Open, list[int]] = {}
    for day, spans in by_day.items():
        if spans:
            groups.setdefault(spans, []).append(day)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[1]))
    if not ordered:
        return Term("", "")
    (usual, days), *others = ordered
    weekdays = {day for _, group in ordered for day in group} == _WEEKDAYS
    parts = [(_plain("平日の、", "へいじつの、") if weekdays else _named(days), *_words(usual))]
    parts += [(_named(group), *_words(spans, usual)) for spans, group in others]
    spoken = [piece for part in parts for piece in (*part, _plain("、", "、"))][:-1]
    return Term("".join(p.text for p in spoken), "".join(p.reading for p in spoken))


def _spans(hours: Sequence[Hours], on: date, weekday: int) -> Open:
    in_force = [h for h in hours if (h.from_ is None or h.from_ <= on) and (h.to is None or on <= h.to)]
    return tuple(sorted((h.open, h.close) for h in in_force if _DAYS[weekday] in h.days))


def _words(spans: Open, usual: Open = ()) -> list[Spoken]:
    """Where only the closing time differs from the usual hours, that is enough."""
    if len(spans) == len(usual) == 1 and spans[0][0] == usual[0][0]:
        return [formats.clock_short(spans[0][1]), _plain("まで", "まで")]
    between = _plain("と、", "と、")
    return [piece for start, end in spans for piece in (formats.hours(start, end), between)][:-1]


def _named(days: Sequence[int]) -> Spoken:
    if len(days) == 1:
        return _plain(f"{_DAYS[days[0]]}曜日は、", f"{_READINGS[days[0]]}ようびわ、")
    return _plain(
        "・".join(_DAYS[day] for day in days) + "曜日は、",
        "、".join(_READINGS[day] for day in days) + "ようびわ、",
    )


def _plain(text: str, reading: str) -> Spoken:
    return Spoken(text, reading, reading)
