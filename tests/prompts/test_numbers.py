import pytest

from prompts import numbers

DAYS = (
    "ついたち",
    "ふつか",
    "みっか",
    "よっか",
    "いつか",
    "むいか",
    "なのか",
    "ようか",
    "ここのか",
    "とおか",
    "じゅういちにち",
    "じゅうににち",
    "じゅうさんにち",
    "じゅうよっか",
    "じゅうごにち",
    "じゅうろくにち",
    "じゅうななにち",
    "じゅうはちにち",
    "じゅうくにち",
    "はつか",
    "にじゅういちにち",
    "にじゅうににち",
    "にじゅうさんにち",
    "にじゅうよっか",
    "にじゅうごにち",
    "にじゅうろくにち",
    "にじゅうななにち",
    "にじゅうはちにち",
    "にじゅうくにち",
    "さんじゅうにち",
    "さんじゅういちにち",
)

MONTHS = (
    "いちがつ",
    "にがつ",
    "さんがつ",
    "しがつ",
    "ごがつ",
    "ろくがつ",
    "なながつ",
    "はちがつ",
    "くがつ",
    "じゅうがつ",
    "じゅういちがつ",
    "じゅうにがつ",
)

HOURS = (
    "ぜろじ",
    "いちじ",
    "にじ",
    "さんじ",
    "よじ",
    "ごじ",
    "ろくじ",
    "ななじ",
    "はちじ",
    "くじ",
    "じゅうじ",
    "じゅういちじ",
    "じゅうにじ",
    "じゅうさんじ",
    "じゅうよじ",
    "じゅうごじ",
    "じゅうろくじ",
    "じゅうななじ",
    "じゅうはちじ",
    "じゅうくじ",
    "にじゅうじ",
    "にじゅういちじ",
    "にじゅうにじ",
    "にじゅうさんじ",
)

MINUTES = {
    5: "ごふん",
    7: "ななふん",
    10: "じゅっぷん",
    15: "じゅうごふん",
    16: "じゅうろっぷん",
    20: "にじゅっぷん",
    30: "さんじゅっぷん",
    45: "よんじゅうごふん",
    59: "ごじゅうきゅうふん",
}


@pytest.mark.parametrize(("day", "reading"), list(enumerate(DAYS, 1)))
def test_every_day_of_the_month_has_its_reading(day: int, reading: str) -> None:
    assert numbers.day_of_month(day) == reading


@pytest.mark.parametrize(("month", "reading"), list(enumerate(MONTHS, 1)))
def test_every_month_has_its_reading(month: int, reading: str) -> None:
    assert numbers.MONTHS[month - 1] == reading


@pytest.mark.parametrize(("hour", "reading"), list(enumerate(HOURS)))
def test_every_hour_has_its_reading(hour: int, reading: str) -> None:
    assert numbers.hour(hour) == reading


@pytest.mark.parametrize(("minute", "reading"), list(MINUTES.items()))
def test_minutes_have_their_reading(minute: int, reading: str) -> None:
    assert numbers.minute(minute) == reading


def test_no_number_is_read_shichi_or_shi_alone() -> None:
    spoken = [numbers.cardinal(n) for n in range(100)] + [numbers.hour(h) for h in range(24)]
    assert not [reading for reading in spoken if "しち" in reading or "し" in reading]
