"""Side by side in a terminal."""

from pathlib import Path

import pytest

from tests.replay.made import rewritten, written_call
from voicebot.replay import printed, replay


@pytest.mark.parametrize(
    "text",
    [
        "住民票を、お願いします。",
        "abc",
        "ｶﾀｶﾅと全角ＡＢＣ",
        "か\u3099",
        "👪 家族",
        "a\u200bb\u202e",
        "\x1b[31m赤",
    ],
)
@pytest.mark.parametrize("width", [20, 41, 80])
def test_the_columns_stand_below_each_other_whatever_is_in_them(text: str, width: int):
    lines = printed.columns(text * 5, "右", width)
    bars = {printed.wide(line.partition("|")[0]) for line in lines}
    assert bars == {(width - 3) // 2 + 1}
    assert all(printed.wide(line) <= width for line in lines)
    assert "\x1b" not in "".join(lines)


def test_what_differs_is_told_and_nothing_else(tmp_path: Path):
    call = written_call(tmp_path, "slot_by_slot")
    assert printed.text(replay.from_events(call), 80).count("\n") == 0
    rewritten(call, lambda lines: lines[0]["said"].__setitem__(-1, "ご用件をどうぞ。"))
    text = printed.text(replay.from_events(call), 80)
    assert "[1] 案内" in text
    assert "[2]" not in text
    assert "≠案内" in text
