import pytest

from nlu.leaning_words import bare_day, bare_weekday, one_more


@pytest.mark.parametrize(
    ("text", "more"),
    [("あと、印鑑証明もお願いします", True), ("印鑑証明も", True), ("印鑑証明にします", False)],
)
def test_one_more_comes_on_top(text: str, more: bool):
    assert one_more(text) is more


@pytest.mark.parametrize(("text", "bare"), [("10日です", True), ("12月10日です", False), ("明日", False)])
def test_a_bare_day_has_no_month(text: str, bare: bool):
    assert bare_day(text) is bare


@pytest.mark.parametrize(
    ("text", "bare"),
    [("木曜日の午後2時で", True), ("来週の木曜日", False), ("3日の木曜日", False), ("3日", False)],
)
def test_a_bare_weekday_names_no_week_and_no_date(text: str, bare: bool):
    assert bare_weekday(text) is bare
