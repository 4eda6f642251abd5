"""Every day of the month in every way it is said, and days, weeks and times combined."""

from datetime import date, timedelta
from itertools import product

import pytest

from nlu.question import Expect
from tests.nlu.conftest import NOW, Hear

SAID = {
    1: "ついたち いちにち", 2: "ふつか ににち", 3: "みっか さんにち", 4: "よっか よんにち しにち", 5: "いつか ごにち", 6: "むいか ろくにち",
    7: "なのか なぬか しちにち ななにち", 8: "ようか はちにち", 9: "ここのか くにち きゅうにち", 10: "とおか じゅうにち", 11: "じゅういちにち", 12: "じゅうににち",
    13: "じゅうさんにち", 14: "じゅうよっか じゅうよんにち", 15: "じゅうごにち", 16: "じゅうろくにち", 17: "じゅうしちにち じゅうななにち", 18: "じゅうはちにち",
    19: "じゅうくにち じゅうきゅうにち", 20: "はつか にじゅうにち", 21: "にじゅういちにち", 22: "にじゅうににち", 23: "にじゅうさんにち",
    24: "にじゅうよっか にじゅうよんにち", 25: "にじゅうごにち", 26: "にじゅうろくにち", 27: "にじゅうしちにち にじゅうななにち", 28: "にじゅうはちにち",
    29: "にじゅうくにち にじゅうきゅうにち", 30: "さんじゅうにち", 31: "さんじゅういちにち",
}  # fmt: skip
KANJI = "〇 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十 三十一".split()  # noqa: SIM905
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ENDINGS = ("", "です", "でお願いします", "におねがいします", "が希望なんですけど", "でよかです")
MONTHS = ("12月の", "じゅうにがつ", "じゅうにがつの", "十二月", "らいげつの", "１２月、")
WEEKS = {
    "今週の": 0,
    "来週の": 1,
    "来週": 1,
    "再来週の": 2,
    "さらいしゅうの": 2,
    "らいしゅうの、えーと、": 1,
    "2週間後の": 2,
}
WEEKDAYS = {"月曜": 0, "火曜日": 1, "すいようび": 2, "木曜日": 3, "きんよう": 4}
TIMES = {
    "午前中": (8.5, 11 + 59 / 60), "午後": (12, 17.25), "午後2時": (14, 14), "ごごにじはん": (14.5, 14.5), "2時ごろ": (14, 14), "10時15分": (10.25, 10.25),
    "朝9時半くらい": (9.5, 9.5), "3時以降": (15, 17.25), "十一時まで": (8.5, 11), "10時から11時の間": (10, 11), "夕方": (16, 17.25), "じゅうじはん": (10.5, 10.5),
    "午後の早い時間": (12, 14.5), "１４時": (14, 14), "正午": (12, 12),
}  # fmt: skip


def _writings(n: int) -> list[str]:
    return [f"{n}日", f"{n}日".translate(FULL_WIDTH), KANJI[n] + "日", *SAID[n].split()]


@pytest.mark.parametrize("n", SAID)
def test_every_day_of_the_month_is_understood_however_it_is_said(hear: Hear, n: int) -> None:
    after = date(2026, 11, n) if 24 <= n <= 30 else date(2026, 12, n)
    wrong = []
    for said, ending in product(_writings(n), ENDINGS):
        found = hear(said + ending, Expect.DATE).dates
        if [s.value.first for s in found] != [after] or not found[0].value.single:
            wrong.append((said + ending, found))
    assert wrong == []


@pytest.mark.parametrize("n", SAID)
def test_every_day_of_a_month_is_understood_however_both_are_said(hear: Hear, n: int) -> None:
    wrong = []
    for month, said in product(MONTHS, _writings(n)):
        found = hear(month + said, Expect.ANY).dates
        if [s.value.first for s in found] != [date(2026, 12, n)] or not found[0].value.single:
            wrong.append((month + said, found))
    assert wrong == []


@pytest.mark.parametrize("time", TIMES)
def test_a_week_a_weekday_and_a_time_are_understood_together(hear: Hear, time: str) -> None:
    monday = NOW.date() - timedelta(days=NOW.weekday())
    wrong = []
    for week, weekday, joint in product(WEEKS, WEEKDAYS, ("の", "、", "")):
        said = week + weekday + joint + time
        meaning = hear(said)
        best = meaning.moments[0].value
        day = monday + timedelta(weeks=WEEKS[week], days=WEEKDAYS[weekday])
        assert best.day is not None, said
        assert best.time is not None, said
        hours = tuple(t.hour + t.minute / 60 for t in (best.time.first, best.time.last))
        if (best.day.first, best.day.last, hours) != (day, day, TIMES[time]):
            wrong.append((said, best))
    assert wrong == []
