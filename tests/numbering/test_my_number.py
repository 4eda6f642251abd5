"""Twelve digits typed as a name are a My Number, however they are written."""

import pytest

from numbering import name_holds_my_number


@pytest.mark.parametrize("name", ["123456789018", "123456789012", "1234-5678-9012", "1234 5678 9012", "１２３４５６７８９０１２", "１２３４　５６７８　９０１２", "ヤマダ 1234ー5678ー9012", "1234_5678/9012", "1234・5678・9012 様", "1234\u200b5678\u200b9012", "①②③④⑤⑥⑦⑧⑨⓪①②", "一二三四五六七八九〇一二", "٠١٢٣٤٥٦٧٨٩٠١", "1 2 3 4 5 6 7 8 9 0 1 2", "1234567890123"])  # fmt: skip
def test_twelve_digits_in_any_writing_are_one(name: str):
    assert name_holds_my_number(name)


@pytest.mark.parametrize("name", ["", "ヤマダ タロウ", "12345678901", "ヤマダ 090-1234-5678", "ニシ ゴロウ", "三上 一二三", "ヤマダ 123456 タロウ 789012", "=1+1"])  # fmt: skip
def test_names_are_names(name: str):
    assert not name_holds_my_number(name)
