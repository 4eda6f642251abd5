"""A sentence followed step by step, as a stranger reads it."""

import shlex
import sys
from datetime import datetime, time
from pathlib import Path

import pytest

from nlu.chart import At
from nlu.hypothesis import Hypothesis
from voicebot import cli
from voicebot.clock import TOKYO
from voicebot.explanation import followed

AT = At(datetime(2026, 11, 24, 10, tzinfo=TOKYO), time(8, 30), time(17))


def blocks(text: str, reading: str = "") -> dict[str, list[str]]:
    """Lines of each block by its title; the first block has none."""
    every = [block.splitlines() for block in followed(Hypothesis(text, reading=reading), AT)]
    return {"": every[0]} | {first: rest for first, *rest in every[1:]}


def row(lines: list[str], *wanted: str) -> str:
    """The one line that holds all that is wanted."""
    (found,) = [line for line in lines if all(one in line for one in wanted)]
    return found


def test_a_word_stands_below_its_place_with_sounds_kind_and_value():
    words = blocks("明日の3時")["words, as written"]
    assert words[0].startswith("  明日の3時")
    said = row(words, "3-5", "Hour 3")
    assert said.startswith("  　　　3時")
    assert "3-5" in said
    assert "さんじ" in said
    assert "by writing" in said


def test_a_word_that_only_sounds_right_is_found_by_sound():
    assert "by sound" in row(blocks("さらい州の火曜")["words, as written"], "RelativeWeek 2")


def test_a_time_is_a_tree_of_the_rules_that_made_it():
    tree = blocks("午後2時半")["rules, as written"]
    assert tree[0].startswith("  Time 午後2時半 = 14:30")
    assert "[clock.clock_time: Time ← Clock]" in tree[0]
    assert "Half 午後 = pm" in row(tree, "├", "Half ")
    assert tree[-1].strip() == "└ HalfHour 半 = 30"


@pytest.mark.parametrize(
    ("text", "said", "role"),
    [
        ("火曜がいいです", "火曜", "wish"),
        ("火曜じゃなくて水曜", "火曜", "corrected"),
        ("木曜は無理です", "木曜", "refusal"),
        ("病院が10時に終わるけん11時", "10時", "reason"),
        ("20日は日曜ですよね、じゃあ21日", "20日", "fact"),
        ("11月20日に引っ越してきました", "11月20日", "event"),
        ("来週の空いてる火曜", "来週", "absorbed"),
    ],
)
def test_the_discourse_tells_what_became_of_each_day_and_time(text: str, said: str, role: str):
    assert f"  {role}  " in row(
        blocks(text)["discourse, as written"], f"  {said}  ", "202" if "時" not in said else "10:"
    )


def test_where_the_engine_told_sounds_they_are_followed_too():
    told = blocks("明日の午後", "あしたのごご")
    assert "as heard" in row(told["words, as heard"], "RelativeDay 1")
    assert "wish" in row(told["discourse, as heard"], "あした")
    assert not any("misheard" in title for title in told)


def test_one_sound_misheard_is_told_where_it_makes_another_day():
    told = blocks("らいしゅーのはよーび", "らいしゅーのはよーび")
    assert "misheard" in row(told["words, as heard, if one sound was misheard"], "6-10", "Weekday 1")


@pytest.mark.parametrize("text", ["", " ", "。", "ABC", "明日" * 60])
def test_any_text_can_be_followed(text: str):
    assert followed(Hypothesis(text), AT)


def explain(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    now = ["--now", "2026-11-24T10:00", "--explain"]
    monkeypatch.setattr(sys, "argv", ["voicebot", "understand", *now, *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_the_command_ends_with_the_meanings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert explain(monkeypatch, "予約の変更で、明日の、えーと、3時") == 0
    out = capsys.readouterr().out
    assert "without fillers  予約の変更で、明日の3時" in out
    assert out.endswith(
        'meaning\n  0.900  {"date": "2026-11-25", "time": "15:00"}\n  0.300  {"date": "2026-11-25", "time": "03:00"}\n  sure: true\n  margin: 0.6\n  command: "change"\n'
    )


def test_the_page_about_understanding_shows_what_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    page = (Path(__file__).parents[1] / "docs" / "understanding.md").read_text(encoding="utf-8")
    shown = page.partition("```console\n$ voicebot understand ")[2].partition("```")[0]
    command, _, printed = shown.partition("\n")
    monkeypatch.setattr(sys, "argv", ["voicebot", "understand", *shlex.split(command)])
    with pytest.raises(SystemExit):
        cli.main()
    assert capsys.readouterr().out == printed, "put what the command prints into docs/understanding.md"


def test_lines_of_a_file_are_not_explained(monkeypatch: pytest.MonkeyPatch):
    assert explain(monkeypatch, "--jsonl") == 2
