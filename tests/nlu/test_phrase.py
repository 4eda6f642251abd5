"""Rows of words and where they stand."""

import pytest

from nlu.vocabulary.phrase import (
    BEGINS,
    Phrases,
    ahead,
    behind,
    either,
    maybe,
    never,
    never_behind,
    several,
    within,
)


@pytest.mark.parametrize(
    ("row", "there", "not_there"),
    [
        ("断水 水漏れ", "今朝から断水", "水と漏れ"),
        (("水道", maybe("の"), "料金"), "水道の料金 水道料金", "水道とガスの料金"),
        (("予約", within(3), "取り消"), "予約を全部取り消", "予約を二つとも取り消"),
        (("予約", within(9, stops="、"), "取り消"), "予約の取り消し", "予約、取り消し"),
        (("消防", never("団")), "消防です", "消防団です"),
        (("うん", ahead("、 $")), "はいうん", "うんと"),
        ((behind("^ 、"), "え"), "あ、え", "あえ"),
        ((never_behind("耳が"), "聞こえない"), "声が聞こえない", "耳が聞こえない"),
        ((BEGINS, "人", "が"), "あの人が", "2人が 保証人が"),
        (("そう", several("です ね"), "$"), "そうですねですね", "そうですか"),
        (("私", either("だけ", ("と", "母"))), "私と母で 私だけで", "私と父で"),
        (("^", "いや"), "いやです", "嫌、いや"),
    ],
)
def test_a_row_stands_only_where_all_of_it_does(row: object, there: str, not_there: str) -> None:
    phrases = Phrases(row)  # type: ignore[arg-type]
    assert all(phrases.found(text) for text in there.split())
    assert not any(phrases.found(text) for text in not_there.split())


def test_the_first_is_found_and_of_two_at_one_place_the_longer() -> None:
    assert Phrases("取消", "予約", "予約の変更").find("はい、予約の変更か取消") == (3, 8)


def test_one_that_begins_inside_another_that_comes_to_nothing_is_found() -> None:
    assert Phrases("ああい", ("いう", never("え"))).find("いうえああああい") == (5, 8)


def test_what_follows_a_word_that_may_be_missing_is_found_where_it_begins_itself() -> None:
    assert Phrases((maybe("あの"), "予約"), "取消").find("その予約の取消") == (2, 4)


def test_each_is_found_though_another_row_may_begin_anywhere() -> None:
    assert [*Phrases("取消", (within(1), "変更")).every("取消と変更")] == [(0, 2), (2, 5)]


def test_nothing_is_found_in_an_empty_text_but_what_may_be_empty() -> None:
    assert Phrases("はい").find("") is None
    assert Phrases(("^", "$")).find("") == (0, 0)


def test_each_is_found_once_and_none_inside_another() -> None:
    phrases = Phrases("はい はいはい")
    assert list(phrases.every("はいはい、はい")) == [(0, 4), (5, 7)]
    assert phrases.replaced("はいはい、はい", "ええ") == "ええ、ええ"


def test_all_of_a_text_is_one_of_them_or_not() -> None:
    phrases = Phrases(("はい", several("、", "どうぞ")))
    assert phrases.all_of("はい、どうぞ")
    assert not phrases.all_of("はい、どうも")


def test_ends_are_counted_from_where_it_begins() -> None:
    assert Phrases(("番", maybe("です"))).ends("119番です", 3) == {4, 6}
