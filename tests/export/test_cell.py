"""Cells that a spreadsheet does not run, and that come back as they were."""

import pytest

from voicebot.export.cell import harmless, meant, one_line


@pytest.mark.parametrize("text", ["=1+1", "+81935551234", "-1", "@x", "＝1+1", "＋１", "'=1+1", "''@x"])
def test_what_begins_like_a_formula_is_made_text_and_comes_back(text: str):
    assert harmless(text) == f"'{text}"
    assert meant(harmless(text)) == text


@pytest.mark.parametrize("text", ["ヤマダ", "'t Hooft", "'", "", "a=b", "''"])
def test_all_else_stays_as_it_is(text: str):
    assert harmless(text) == meant(text) == text


@pytest.mark.parametrize(
    "text", ["山田\n花子", "山田\r\n花子", " 山田\t花子\n", "山田\u2028花子", "山田\x00花子"]
)
def test_a_cell_is_one_line(text: str):
    assert one_line(text) == "山田 花子"
