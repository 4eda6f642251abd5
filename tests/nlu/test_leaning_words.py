import pytest

from nlu.leaning_words import one_more


@pytest.mark.parametrize(
    ("text", "more"),
    [("あと、印鑑証明もお願いします", True), ("印鑑証明も", True), ("印鑑証明にします", False)],
)
def test_one_more_comes_on_top(text: str, more: bool):
    assert one_more(text) is more
