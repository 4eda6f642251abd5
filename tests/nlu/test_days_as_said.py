"""Which readings of a day of the month a recognizer looks for."""

import pytest

from nlu.kana_numbers import days, days_as_said


@pytest.mark.parametrize(("day", "said"), [(2, "ふつか"), (5, "いつか"), (10, "とおか")])
def test_small_days_have_their_native_reading_only(day: int, said: str):
    assert days_as_said(day) == (said,)


@pytest.mark.parametrize("day", [1, 4, 7, 8, 14, 20, 31])
def test_other_days_have_all_their_readings(day: int):
    assert days_as_said(day) == days(day)
    assert days(day)
