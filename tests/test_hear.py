import argparse
import json
from pathlib import Path

import numpy as np
import pytest

from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from recordings_fixtures import load_all
from voicebot import hear, hearing_explanation
from voicebot.hear import BadCandidates, read_candidates
from voicebot.speech import wav
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.wav import BadRecording

CLEAR = next(t.path for call in load_all() for t in call.turns if t.path and t.reading == "はいけっこうです")


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    hear.add_arguments(parser)
    return hear.run(parser.parse_args([*arguments]))


@pytest.fixture
def candidates(tmp_path: Path) -> Path:
    path = tmp_path / "candidates.txt"
    path.write_text("いいえちがいます\nはいけっこうです\n\nもういちど\n", encoding="utf-8")
    return path


def test_each_recording_gives_one_line_of_json(
    tmp_path: Path, candidates: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    silence = tmp_path / "silence.wav"
    wav.write(silence, np.zeros(8_000, np.int16), 8_000)
    code = run("--engine", "kana", "--candidates", str(candidates), "--json", str(CLEAR), str(silence))
    spoken, silent = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert code == 0
    assert list(spoken) == ["file", "reading", "hypotheses", "ranked", "ms"]
    assert spoken["file"] == str(CLEAR)
    assert spoken["reading"] == spoken["hypotheses"][0]["reading"]
    assert spoken["ranked"][0]["candidate"] == "はいけっこうです"
    assert len(spoken["ranked"]) == 3
    assert silent["reading"] == ""
    assert silent["hypotheses"] == silent["ranked"] == []


def test_known_words_are_told_with_their_times_where_they_are_wanted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call = next(call for call in load_all() if call.id == "slow_speaker")
    date = next(turn.path for turn in call.turns if turn.means.date)
    assert run("--engine", "kana", "--expect", "date", "--times", "--json", str(date)) == 0
    words = json.loads(capsys.readouterr().out)["words"]
    assert [one["word"] for one in words if one["word"] in ("12月", "10日")] == ["12月", "10日"]
    assert all(one["start_ms"] < one["end_ms"] for one in words)


def test_a_recording_is_followed_from_its_sounds_to_its_meaning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = next(call for call in load_all() if call.id == "slow_speaker")
    date = next(turn.path for turn in call.turns if turn.means.date)
    silence = tmp_path / "silence.wav"
    wav.write(silence, np.zeros(8_000, np.int16), 8_000)
    assert run("--engine", "kana", "--expect", "date", "--explain", str(date), str(silence)) == 0
    spoken, silent = capsys.readouterr().out.split(str(silence))
    blocks = {first: rest for first, *rest in (block.splitlines() for block in spoken.split("\n\n"))}
    assert float(blocks["sounds, by the open search, with their natural-log probability"][0].split()[0]) < 0
    assert float(blocks["hypotheses"][0].split()[0]) <= 1
    assert "open search" in "".join(blocks["hypotheses"])
    assert any("ms" in line and "12月" in line for line in blocks["words of the grammar"])
    assert any("DayNumber 10" in line for line in blocks["words, as heard"])
    assert '{"date": "' in blocks["meaning"][0]
    assert "hypotheses\n  nothing\n" in silent


def test_what_is_followed_is_told_by_engines_without_sounds() -> None:
    heard = (Hypothesis("明日の3時", 0.7), Hypothesis("明日の2時", 0.2))
    told = hearing_explanation.followed(FakeRecognizer([heard]).listen(Hints()))
    assert [line.split() for line in told[0].splitlines()[1:]] == [
        ["0.700", "明日の3時"],
        ["0.200", "明日の2時"],
    ]


def test_people_get_lines_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--engine", "kana", "--expect", "answer", str(CLEAR)) == 0
    assert "けっこ" in capsys.readouterr().out


def test_a_recording_that_is_missing_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(BadRecording, match=r"gone\.wav"):
        run("--engine", "kana", str(tmp_path / "gone.wav"))


def test_candidates_are_read_once_each_without_empty_lines(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text("\ufeffはい\n\n ぱすぽーと \nはい\nパスポート\n", encoding="utf-8")
    assert [(c.text, c.reading) for c in read_candidates(path)] == [
        ("はい", "はい"),
        ("ぱすぽーと", "ぱすぽーと"),
        ("パスポート", "ぱすぽーと"),
    ]


def test_a_candidate_that_is_no_kana_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text("はい\n住民票\n", encoding="utf-8")
    with pytest.raises(BadCandidates, match=r"line 2.*住民票"):
        read_candidates(path)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\x82\xcd\x82\xa2"])
def test_a_file_without_candidates_is_refused_with_the_remedy(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes(content)
    with pytest.raises(BadCandidates, match="one kana reading a line"):
        read_candidates(path)


def test_a_missing_file_of_candidates_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadCandidates, match=r"none\.txt"):
        read_candidates(tmp_path / "none.txt")
