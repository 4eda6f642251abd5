import pytest

from nlu.leaning_words import mistaken, one_more


@pytest.mark.parametrize(
    ("text", "more"),
    [("あと、印鑑証明もお願いします", True), ("印鑑証明も", True), ("印鑑証明にします", False)],
)
def test_one_more_comes_on_top(text: str, more: bool):
    assert one_more(text) is more


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("父がほんとに要るのは戸籍謄本やったんです", True),
        ("ハガキをよう見たら、マイナンバーカードの更新って書いてありました", True),
        ("戸籍に変えてください", True),
        ("年金もくっつけてください", False),
        ("住民票をお願いします", False),
        ("ほんとにありがとうございました", False),
    ],
)
def test_another_is_meant_where_what_was_booked_was_a_mistake(said: str, meant: bool) -> None:
    assert mistaken(said) is meant


@pytest.mark.parametrize("said", ["年金の手続きもくっつけてもらえんですか", "国保に年金を足してください"])
def test_something_is_put_on_top(said: str) -> None:
    assert one_more(said)
