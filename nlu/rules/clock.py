"""Clock times: 「午後2時15分」, 「3時10分前」, 「15:20」, 「PM3」, 「2時、午後の」; and which half of the day a bare 「2時」 means."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from nlu.chart import At, Rules
from nlu.found import Shape
from nlu.meaning import Scored, TimeSpan

RULES = Rules()

IN_HOURS, OUT_OF_HOURS = 0.9, 0.3
"""Scores of 「2時」 as 14:00 and as 02:00 when only one of them is within opening hours."""

PLAUSIBLE = {
    "am": range(6, 12),
    "pm": range(12, 20),
    "noon": range(10, 16),
    "evening": range(15, 20),
    "night": range(17, 24),
}
"""Hours that somebody would say a half of the day behind."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as it was said."""

    hour: int
    minute: int = 0
    second: int = 0
    half: str = ""
    earlier: bool = False
    """「3時10分前」."""


@dataclass(frozen=True, slots=True)
class Time:
    """What a phrase about times means, best first."""

    values: tuple[Scored[TimeSpan], ...]
    shape: Shape
    clock: Clock | None = None
    part: str = ""
    """Which part of the day it is, if it is one."""


@RULES.on("Clock", "Hour Minute? Second?")
def hour_and_minute(at: At, hour: int, minute: int | None, second: int | None) -> Clock:
    return Clock(hour, minute or 0, second or 0)


@RULES.on("Clock", "Hour HalfHour Second?")
def half_past(at: At, hour: int, half: int, second: int | None) -> Clock:
    return Clock(hour, half, second or 0)


@RULES.on("Clock", "Hour LoneNumber")
def hour_and_number(at: At, hour: int, minute: int) -> Clock | None:
    """「20時15」."""
    return Clock(hour, minute) if minute >= 10 and minute < 60 else None


@RULES.on("Clock", "Hour Minute MinutesBefore", gain=0.3)
def minutes_before(at: At, hour: int, minute: int, before: None) -> Clock:
    return Clock(hour, minute, earlier=True)


@RULES.on("Clock", "Noon")
def noon(at: At, said: None) -> Clock:
    return Clock(12, half="noon")


@RULES.on("Clock", "Noon Minute MinutesBefore", gain=0.3)
def minutes_before_noon(at: At, said: None, minute: int, before: None) -> Clock:
    return Clock(12, minute, half="noon", earlier=True)


@RULES.on("Clock", "Noon Clock")
def noon_again(at: At, said: None, clock: Clock) -> Clock | None:
    """「正午12時」."""
    return replace(clock, half="noon") if clock.hour == 12 and not clock.half else None


@RULES.on("Clock", "Hour Minute MinutesPast", gain=0.3)
def minutes_past(at: At, hour: int, minute: int, past: None) -> Clock:
    return Clock(hour, minute)


@RULES.on("Clock", "WrittenClock", "ClockDigits")
def written_clock(at: At, said: tuple[int, int, int]) -> Clock:
    return Clock(*said)


@RULES.on("Clock", "Clock !Exactly", "Exactly !Clock", gain=-0.5)
def exactly(at: At, one: Clock | None, other: Clock | None) -> Clock | None:
    return one or other


@RULES.on("Clock", "Clock AmPm")
def am_pm_behind(at: At, clock: Clock, half: str) -> Clock | None:
    """「3:20 pm」."""
    return None if clock.half else replace(clock, half=half)


@RULES.on("Clock", "Half Clock", "AmPm Clock")
def half_and_clock(at: At, half: str, clock: Clock) -> Clock:
    """The half that stands nearer to the hour counts: 「夜の午後8時」."""
    return clock if clock.half else replace(clock, half=half)


@RULES.on("Clock", "Half BareHour", "AmPm BareHour")
def half_and_number(at: At, half: str, hour: int) -> Clock | None:
    """「PM3」, 「午前12」."""
    return Clock(hour, half=half)


@RULES.on("Link", "SoftLink")
def link(at: At, word: None) -> bool:
    return True


@RULES.on("Link", "Link SoftLink")
def links(at: At, before: bool, word: None) -> bool:
    return True


@RULES.on("Clock", "Clock Link? Clock", gain=-0.2)
def said_again(at: At, clock: Clock, link: None, again: Clock) -> Clock | None:
    """「3時、午後の3時」; 「3時は3時でも午後の3時」."""
    same = (clock.hour, clock.minute, clock.second) == (again.hour, again.minute, again.second)
    return again if same and not clock.half else None


@RULES.on("Time", "Clock")
def clock_time(at: At, clock: Clock) -> Time:
    return Time(clock_values(clock, at), Shape.CLOCK if clock.half else Shape.BARE_CLOCK, clock)


@RULES.on("Time", "HourCount HalfHour? Minute? About? =Later")
def hours_later(at: At, hours: int, half: int | None, minute: int | None, about: None, later: None) -> Time:
    return _later(at, 60 * hours + (half or 0) + (minute or 0))


@RULES.on("Time", "Minute About? =Later")
def minutes_later(at: At, minutes: int, about: None, later: None) -> Time:
    return _later(at, minutes)


@RULES.on("Time", "HourCount HalfHour? Minute? About? Delayed")
def hours_delayed(at: At, hours: int, half: int | None, minute: int | None, *late: None) -> Time | None:
    """「1時間遅く」: than what is on the table."""
    return _later(at, 60 * hours + (half or 0) + (minute or 0)) if at.anchor.time else None


@RULES.on("Time", "HourCount HalfHour? Minute? About? Sooner")
def hours_sooner(at: At, hours: int, half: int | None, minute: int | None, *soon: None) -> Time | None:
    return _later(at, -60 * hours - (half or 0) - (minute or 0)) if at.anchor.time else None


@RULES.on("Time", "Minute About? Delayed")
def minutes_delayed(at: At, minutes: int, *late: None) -> Time | None:
    return _later(at, minutes) if at.anchor.time else None


@RULES.on("Time", "Minute About? Sooner")
def minutes_sooner(at: At, minutes: int, *soon: None) -> Time | None:
    return _later(at, -minutes) if at.anchor.time else None


def _later(at: At, minutes: int) -> Time:
    """Than what is on the table, else than now."""
    base = datetime.combine(at.today, at.anchor.time) if at.anchor.time else at.now
    found = (base + timedelta(minutes=minutes)).time().replace(second=0, microsecond=0, tzinfo=None)
    return Time((Scored(TimeSpan(found, found), 0.95),), Shape.OTHER)


@RULES.on("Time", "SameTime")
def same_time(at: At, same: None) -> Time | None:
    """「同じ時間」: as on the table."""
    if (known := at.anchor.time) is None:
        return None
    return Time((Scored(TimeSpan(known, known), 0.9),), Shape.SAME)


@RULES.on("Time", "TimeNow")
def time_now(at: At, said: None) -> Time:
    """「今の時間で」: the one on the table, else that of now."""
    return same_time(at, said) or now(at, said)


@RULES.on("Time", "Now")
def now(at: At, said: None) -> Time:
    """「明日の今ごろ」."""
    found = at.now.time().replace(second=0, microsecond=0)
    return Time((Scored(TimeSpan(found, found, about=True), 0.8),), Shape.OTHER)


def clock_values(clock: Clock, at: At) -> tuple[Scored[TimeSpan], ...]:
    """What a clock time can mean, best first; empty when there is no such time (25時, 9時70分)."""
    if clock.hour > 24 or clock.minute > 59 or clock.second > 59 or (clock.hour == 24 and clock.minute):
        return ()
    out = []
    for hour, score in _hours(clock, at):
        found = time(hour % 24, clock.minute, clock.second)
        if clock.earlier:
            total = (hour * 60 - clock.minute) % (24 * 60)
            found = time(total // 60, total % 60)
        out.append(Scored(TimeSpan(found, found), score))
    return tuple(out)


def with_half(clock: Clock, half: str, at: At) -> tuple[Scored[TimeSpan], ...]:
    """What a clock time means with a half of the day behind it; empty where nobody would say so."""
    said = replace(clock, half=half)
    ranked = [] if clock.half else _hours(said, at)
    return clock_values(said, at) if ranked and ranked[0][0] in PLAUSIBLE[half] else ()


def _hours(clock: Clock, at: At) -> list[tuple[int, float]]:
    hour = clock.hour
    later = hour + 12
    match clock.half:
        case "am" if hour > 12:
            return []
        case "am":
            return [(0, 0.6), (12, 0.5)] if hour == 12 else [(hour, 0.95)]
        case "pm":
            return [(later if hour < 12 else hour, 0.95)]
        case "night":
            return [(hour % 24 if hour < 5 or hour > 12 else 0 if hour == 12 else later, 0.9)]
        case "evening":
            return [] if hour == 24 else [(later if hour < 12 else hour, 0.95)]
        case "noon":
            return [(later if hour < 10 else hour, 0.95)]
    if hour == 0 or hour >= 12:
        return [(hour, 0.95)]
    return _both(hour, clock.minute, at)


def _both(hour: int, minute: int, at: At) -> list[tuple[int, float]]:
    """Morning or afternoon, the one within opening hours first, else the one nearer to them."""
    both = sorted((hour, hour + 12), key=lambda h: _outside(h * 60 + minute, at))
    inside = [_outside(h * 60 + minute, at) == 0 for h in both]
    if all(inside):
        return [(both[0], 0.6), (both[1], 0.5)]
    if inside[0]:
        return [(both[0], IN_HOURS), (both[1], OUT_OF_HOURS)]
    return [(both[0], 0.6), (both[1], 0.4)]


def _outside(minutes: int, at: At) -> int:
    """Minutes before opening or after closing; 0 within."""
    start, end = at.opens.hour * 60 + at.opens.minute, at.closes.hour * 60 + at.closes.minute
    return max(start - minutes, minutes - end, 0)
