"""A weekday that takes another's place leaves the week, the month or the number that was said with that one."""

from datetime import date

import pytest

from tests.nlu.conftest import Hear

CORRECTIONS = (
    "、いや、", "いや", "、いやいや、", "じゃなくて", "ではなくて、", "、やっぱり", "、あ、", "、違う、", "、間違えました、", "、すみません、", "、じゃない、", "やなくて", "、もとい", "、えーと、いや",
)  # fmt: skip
WEEKDAYS = [
    ("来週の金曜日", "木曜日", date(2026, 12, 3)),
    ("来週の金曜", "木曜", date(2026, 12, 3)),
    ("再来週の月曜", "水曜", date(2026, 12, 9)),
    ("今週の金曜日", "木曜日", date(2026, 11, 26)),
    ("再来週の木曜の午後2時", "金曜", date(2026, 12, 11)),
    ("2週間後の金曜", "月曜", date(2026, 12, 7)),
    ("12月10日木曜日", "金曜日", date(2026, 12, 11)),
    ("12月10日の木曜", "水曜", date(2026, 12, 9)),
    ("来月の17日", "金曜日", date(2026, 12, 18)),
    ("12月の第一月曜", "火曜", date(2026, 12, 1)),
    ("12月の第一火曜", "月曜", date(2026, 12, 7)),
    ("来月の第二木曜", "金曜", date(2026, 12, 11)),
    ("第三水曜", "木曜", date(2026, 12, 17)),
    ("来月の最後の月曜日", "火曜日", date(2026, 12, 29)),
]


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_the_other_weekday_of_what_was_said_is_meant(hear: Hear, correction: str) -> None:
    wrong = []
    for before, after, day in WEEKDAYS:
        for end in ("", "で", "でお願いします", "にしてください"):
            best = hear(before + correction + after + end).dates[0].value
            if (best.first, best.last) != (day, day):
                wrong.append((before + correction + after + end, best))
    assert wrong == []


@pytest.mark.parametrize("between", ["えーと", "、えーと、", "、あの、", "、", "か", "…"])
def test_without_a_word_of_correction_both_are_days_of_that_week(hear: Hear, between: str) -> None:
    days = [s.value.first for s in hear(f"来週の金曜日{between}木曜日で").dates]
    assert days == [date(2026, 12, 4), date(2026, 12, 3)]


def test_another_weekday_of_the_month_is_any_of_that_month(hear: Hear) -> None:
    days = [s.value.first for s in hear("来月の金曜日、いや、木曜日").dates]
    assert days == [date(2026, 12, n) for n in (3, 10, 17, 24, 31)]


@pytest.mark.parametrize("said", ["来週の金曜日、いや、再来週の木曜日", "来週の金曜日じゃなくて、12月10日"])
def test_a_correction_that_says_its_own_week_or_date_leans_on_nothing(hear: Hear, said: str) -> None:
    assert hear(said).dates[0].value.first == date(2026, 12, 10)
