"""Years as they are said before a date: 令和8年, 2027年, 来年の, R9/."""

import re
from datetime import date

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "r": 2018, "h": 1988, "s": 1925, "t": 1911, "m": 1867}  # fmt: skip
"""The year before the first of each."""

RELATIVE = {"今年": 0, "本年": 0, "当年": 0, "来年": 1, "翌年": 1, "再来年": 2, "さ来年": 2}

ERA = r"(?P<era>令和|平成|昭和|大正|明治|(?<![a-z])[rhstm])(?P<ey>\d{1,2}|元)"
_ALONGSIDE = r"(?:\([^()]{2,10}\)年?)?"
"""「令和9年(2027年)」."""

NUMBERED = rf"(?:西暦)?(?:{ERA}|(?P<y>\d{{4}}))年{_ALONGSIDE}[の/]?"
SPOKEN = rf"(?P<ry>{'|'.join(sorted(RELATIVE, key=len, reverse=True))})の?"
YEAR = rf"(?:{NUMBERED}|{SPOKEN})?"


def year_of(m: re.Match[str], today: date) -> int | None:
    """The year that a YEAR match names; None where it names none. The first year of an era is 元."""
    if m["ey"]:
        return ERAS[m["era"]] + (1 if m["ey"] == "元" else int(m["ey"]))
    if m["y"]:
        return int(m["y"])
    return today.year + RELATIVE[m["ry"]] if m["ry"] else None
