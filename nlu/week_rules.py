"""Dates by the week and the weekday: 来週の火曜, 今度の金曜, 2週間後の水曜, 月水金, 週末."""

import re
from datetime import date, timedelta

from nlu import days
from nlu.date_rule import HALF_HEARD, LATER, Rules, Values, W, one
from nlu.days import WEEKDAYS
from nlu.meaning import DateSpan, Scored

RULES = Rules()

_WEEK = r"(?P<rw>当週|再々来週|再再来週|次の次の週|その次の週|今週|この週|再来週|さ来週|来来週|来々週|来週|翌々週|翌週|次の週)"
_WEEKS = {"今週": 0, "当週": 0, "この週": 0, "来週": 1, "翌週": 1, "次の週": 1, "再来週": 2, "さ来週": 2, "来来週": 2, "来々週": 2, "翌々週": 2, "その次の週": 2, "次の次の週": 2}  # fmt: skip
_PARTS = {
    "初め": (0, 1), "始め": (0, 1), "はじめ": (0, 1), "頭": (0, 0), "前半": (0, 2), "半ば": (2, 2), "なかば": (2, 2), "中頃": (2, 2), "中ごろ": (2, 2), "真ん中": (2, 2),
    "後半": (2, 4), "終わり": (3, 4), "おわり": (3, 4), "末": (5, 6), "週末": (5, 6), "土日": (5, 6), "平日": (0, 4), "いっぱい": (0, 6), "中": (0, 6),
}  # fmt: skip
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_GOES_ON = re.compile(
    r"(?!の)|の(?:$|[、。]|どこ|いつ|どの|なか|中|うち|間|平日|予約|午|朝|夕|昼|早|遅|方|ほう|\d|住|手|今)"
)
_N_WEEKS = (
    rf"(?P<n>\d{{1,2}})週(?:間)?(?P<half>半)?(?:ほど|程|くらい|ぐらい)?(?:{LATER}|過ぎ(?:たら|てから|に))"
)


def _weeks(m: re.Match[str]) -> int:
    return _WEEKS.get(m["rw"], 3)


@RULES.on(_WEEK + r"[の、ん]*" + W)
def week_and_weekday(m: re.Match[str], today: date) -> Values:
    """「今週の月曜」 said on a Tuesday is yesterday, and not bent to another week."""
    return one(days.in_week(today, _weeks(m), WEEKDAYS.index(m["w"])))


@RULES.on(_WEEK + r"の?(?:今日|きょう|本日|同じ曜日)(?:と同じ(?:曜日|日))?")
def week_and_today(m: re.Match[str], today: date) -> Values:
    return one(today + timedelta(weeks=_weeks(m)), 0.9)


@RULES.on(_WEEK + r"の?(?P<w>[月火水木金])(?=の?(?:午前|午後|朝|昼|夕|\d|$|、))")
def week_and_short_weekday(m: re.Match[str], today: date) -> Values:
    """「来週の火、午後」."""
    return one(days.in_week(today, _weeks(m), WEEKDAYS.index(m["w"])), 0.8)


@RULES.on(_WEEK + rf"(?:の?(?P<part>{_PART}))?")
def whole_week(m: re.Match[str], today: date) -> Values:
    weeks = _weeks(m)
    if not m["part"]:
        return one(days.week(today, weeks), 0.95 if _GOES_ON.match(m.string, m.end()) else HALF_HEARD)
    first, last = (days.in_week(today, weeks, n) for n in _PARTS[m["part"]])
    return one(DateSpan(max(today, first), last)) if last >= today else ()


@RULES.on(rf"(?<![今来先毎隔各一-龥])週の(?P<part>{_PART})")
def part_of_this_week(m: re.Match[str], today: date) -> Values:
    """「週の後半」: of this week, or of the next where it is over."""
    first, last = _PARTS[m["part"]]
    weeks = 0 if last >= today.weekday() else 1
    begin, end = (days.in_week(today, weeks, n) for n in (first, last))
    return one(DateSpan(max(today, begin), end), 0.8)


@RULES.on(r"(?:(?P<rw>今週|来週|再来週|さ来週)の?)?週?末の(?P<w>[土日])曜日?")
def day_of_weekend(m: re.Match[str], today: date) -> Values:
    return one(days.in_week(today, _weeks(m) if m["rw"] else 0, WEEKDAYS.index(m["w"])))


@RULES.on(r"(?:今度の|次の|この)?(?:週末|土日|土曜日?[か、・と]?日曜日?)")
def weekend(m: re.Match[str], today: date) -> Values:
    saturday = today + timedelta(days=(5 - today.weekday()) % 7)
    return one(DateSpan(saturday, saturday + timedelta(days=1)), 0.85)


@RULES.on(r"(?:週明け|休み明け|連休明け)(?:の月曜日?)?")
def after_weekend(m: re.Match[str], today: date) -> Values:
    return one(days.next_weekday(today, 0), 0.85)


@RULES.on(_N_WEEKS + r"の?(?:" + W + ")?(?:今日|きょう)?")
def weeks_later(m: re.Match[str], today: date) -> Values:
    if m["w"]:
        return one(days.in_week(today, int(m["n"]), WEEKDAYS.index(m["w"])))
    found = today + timedelta(weeks=int(m["n"]))
    if m["half"]:
        return one(DateSpan(days.after(found, 3), days.after(found, 4)), 0.8)
    return one(found)


@RULES.on(r"(?P<which>今度の?|次の次の|その次の|次の?|この|今の|直近の)(?P<w>[月火水木金土日])曜日?")
def coming_weekday(m: re.Match[str], today: date) -> Values:
    """「次の金曜」 within the same week may mean this week's or next week's: both, ranked."""
    first = days.next_weekday(today, WEEKDAYS.index(m["w"]))
    if m["which"] in ("次の次の", "その次の"):
        return one(first + timedelta(weeks=1), 0.7)
    if first > days.week(today, 0).last or m["which"] in ("今の", "直近の"):
        return one(first)
    sure = {"こ": 0.85, "今": 0.75}.get(m["which"][0], 0.6)
    return (*one(first, sure), *one(first + timedelta(weeks=1), max(0.2, 1 - sure)))


@RULES.on(W + r"|[(（](?P<in>[月火水木金土日])(?:曜日?)?[)）]")
def weekday(m: re.Match[str], today: date) -> Values:
    return one(days.next_weekday(today, WEEKDAYS.index(m["w"] or m["in"])))


@RULES.on(
    r"(?:(?P<rw>今週|来週|再来週|さ来週)の?|(?<![一-龥\d]))(?P<all>(?!土日)(?:[月火水木金土][、・と]?){1,5}[月火水木金土日])"
    r"(?:曜日?)?(?=$|[、。のでにがをならは]|とか|以外|お願)"
)
def weekday_list(m: re.Match[str], today: date) -> Values:
    """月水金: any of them."""
    named = [WEEKDAYS.index(c) for c in m["all"] if c in WEEKDAYS]
    if m["rw"]:
        found = [days.in_week(today, _weeks(m), n) for n in named]
    else:
        found = [days.next_weekday(today, n) for n in named]
    return tuple(Scored(days.day(day), 0.85) for day in dict.fromkeys(found))
