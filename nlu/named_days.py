"""Days with a name: holidays, 大晦日, お盆, 正月明け. Those of the law as of 2026 (国民の祝日に関する法律)."""

import re
from datetime import date

from nlu import days
from nlu.date_rule import Rules, Values, one
from nlu.meaning import DateSpan
from nlu.years import YEAR, year_of

RULES = Rules()

_FIXED = {
    "元日": (1, 1), "元旦": (1, 1), "がんじつ": (1, 1), "がんたん": (1, 1), "お正月": (1, 1), "正月": (1, 1), "仕事始め": (1, 4), "御用始め": (1, 4), "節分": (2, 3), "建国記念の日": (2, 11), "建国記念日": (2, 11),
    "バレンタインデー": (2, 14), "バレンタイン": (2, 14), "天皇誕生日": (2, 23), "ひな祭り": (3, 3), "ひなまつり": (3, 3), "雛祭り": (3, 3), "桃の節句": (3, 3), "昭和の日": (4, 29), "憲法記念日": (5, 3), "みどりの日": (5, 4),
    "こどもの日": (5, 5), "子どもの日": (5, 5), "子供の日": (5, 5), "こどものひ": (5, 5), "七夕": (7, 7), "たなばた": (7, 7), "山の日": (8, 11), "文化の日": (11, 3), "七五三": (11, 15), "勤労感謝の日": (11, 23),
    "クリスマスイブ": (12, 24), "クリスマスイヴ": (12, 24), "イブ": (12, 24), "クリスマス": (12, 25), "御用納め": (12, 28), "仕事納め": (12, 28), "大晦日": (12, 31), "大みそか": (12, 31), "おおみそか": (12, 31),
}  # fmt: skip
_MONDAYS = {
    "成人の日": (1, 2),
    "海の日": (7, 3),
    "敬老の日": (9, 3),
    "スポーツの日": (10, 2),
    "体育の日": (10, 2),
}
"""Month, and which Monday of it."""

_SPANS = {
    "お盆休み": ((8, 13), (8, 16)), "お盆": ((8, 13), (8, 16)), "盆休み": ((8, 13), (8, 16)), "盆": ((8, 13), (8, 16)), "ゴールデンウィーク": ((4, 29), (5, 5)), "ゴールデンウイーク": ((4, 29), (5, 5)), "大型連休": ((4, 29), (5, 5)),
}  # fmt: skip
_EQUINOXES = {"春分の日": (3, 20.8431), "秋分の日": (9, 23.2488)}
"""Month, and the constant of the usual formula, which holds from 1980 to 2099 (海上保安庁水路部 暦計算研究会)."""

_KANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_DAYS = {form: name for name in (*_FIXED, *_MONDAYS, *_EQUINOXES) for form in (name, name.translate(_KANA))}
_RUNS = {form: name for name in _SPANS for form in (name, name.translate(_KANA))}
_NAMES = "|".join(sorted(_DAYS, key=len, reverse=True))
_NO_WORD = r"(?![一-龥々ァ-ヺ]|明|あけ|が(?:明|終)|の?(?:後|あと)|早々)"


@RULES.on(rf"{YEAR}(?P<name>{_NAMES}){_NO_WORD}")
def named_day(m: re.Match[str], today: date) -> Values:
    """The next such day, or that of the year said with it."""
    year, name = year_of(m, today), _DAYS[m["name"]]
    if year is not None:
        return one(_in(year, name))
    coming = (_in(today.year + n, name) for n in range(2))
    return one(next((day for day in coming if day and day >= today), None))


def _in(year: int, name: str) -> date | None:
    if name in _FIXED:
        return days.make(year, *_FIXED[name])
    if name in _MONDAYS:
        month, n = _MONDAYS[name]
        return days.nth(date(year, month, 1), 0, n)
    month, base = _EQUINOXES[name]
    since = year - 1980
    return days.make(year, month, int(base + 0.242194 * since - since // 4))


@RULES.on(
    rf"(?<![一-龥])(?P<name>{'|'.join(sorted(_RUNS, key=len, reverse=True))})(?P<after>明け|あけ|が(?:明け|終わ)|の?(?:後|あと))?"
    "(?![一-龥]|まえ)"
)
def named_span(m: re.Match[str], today: date) -> Values:
    """Several days with one name, or, with 明け, the week behind them."""
    for year in (today.year, today.year + 1):
        first, last = (date(year, *day) for day in _SPANS[_RUNS[m["name"]]])
        if m["after"]:
            first, last = days.after(last, 1), days.after(last, 7)
        if last >= today:
            return one(DateSpan(max(first, today), last), 0.8)
    return ()


@RULES.on(r"年末年始|お?正月休み|冬休み")
def turn_of_the_year(m: re.Match[str], today: date) -> Values:
    """Offices are closed from the 29th to the 3rd."""
    year = today.year if today > date(today.year, 1, 3) else today.year - 1
    return one(DateSpan(max(today, date(year, 12, 29)), date(year + 1, 1, 3)), 0.8)


@RULES.on(r"お?正月(?:明け|が(?:明け|終わ)|の?(?:後|あと))|三が日(?:明け|の?(?:後|あと))")
def after_new_year(m: re.Match[str], today: date) -> Values:
    """Offices open again on the 4th."""
    year = _beginning(today)
    return one(DateSpan(max(today, date(year, 1, 4)), date(year, 1, 10)), 0.8)


def _beginning(today: date) -> int:
    """The year whose beginning is meant: this one in its first ten days, else the next."""
    return today.year if today <= date(today.year, 1, 10) else today.year + 1


@RULES.on(r"年が?明けて?(?:から)?|年始|来年早々|新年")
def new_year(m: re.Match[str], today: date) -> Values:
    first = date(today.year + 1 if m[0] == "来年早々" else _beginning(today), 1, 1)
    return one(DateSpan(max(today, first), first.replace(day=10)), 0.8)


@RULES.on(r"(?:年が?明けて?|年明け|正月)の?、?(?P<d>\d{1,2})日")
def day_after_new_year(m: re.Match[str], today: date) -> Values:
    return one(days.make(_beginning(today), 1, int(m["d"])), 0.8)


@RULES.on(r"年末の(?P<d>\d{1,2})日")
def day_before_new_year(m: re.Match[str], today: date) -> Values:
    return one(days.next_month_day(today, 12, int(m["d"])), 0.9)
