import json
import re
from pathlib import Path

import pytest

from bench.hearing import DATA
from bench.people_readings import PATH, BadReadings, load
from nlu.phonemes import phonemes
from voicebot.speech.kana_model import SYMBOLS

MANIFEST = DATA / "people" / "manifest.jsonl"
GOOD = "common_voice_ja_1.flac\tきょーわさむい\n"


def _file(folder: Path, text: str) -> Path:
    path = folder / "readings.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_reading_has_sounds_that_the_listener_can_write() -> None:
    readings = load()
    assert len(readings) >= 300
    for clip, reading in readings.items():
        sounds = phonemes(reading)
        assert len(sounds) >= 4, clip
        assert set(sounds) <= set(SYMBOLS) - {""}, clip
        assert all(phonemes(kana) for kana in reading), clip


def test_no_reading_holds_a_long_vowel_twice_over_or_a_small_kana_after_nothing() -> None:
    for clip, reading in load().items():
        assert not re.search(r"ーー|[っん]ー|[っー][ゃゅょぁぃぅぇぉ]|っ$", reading), clip


def test_the_file_says_what_it_is_and_under_which_licence() -> None:
    head = [line for line in PATH.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert "CC0" in " ".join(head)
    assert "Common Voice" in " ".join(head)


@pytest.mark.skipif(not MANIFEST.is_file(), reason="the recordings of people lie outside the project")
def test_every_clip_is_one_that_is_only_ever_measured_with() -> None:
    listed = [json.loads(line) for line in MANIFEST.read_text(encoding="utf-8").splitlines()]
    clips = {Path(one["file"]).name: one for one in listed}
    for clip in load():
        assert clips[clip]["split"] == "measure", clip
        assert not clips[clip]["odd"], clip
        assert (DATA / "people" / clips[clip]["file"]).is_file(), clip


@pytest.mark.skipif(not MANIFEST.is_file(), reason="the recordings of people lie outside the project")
def test_nobody_speaks_more_than_twenty_of_them() -> None:
    listed = [json.loads(line) for line in MANIFEST.read_text(encoding="utf-8").splitlines()]
    speakers = {Path(one["file"]).name: one["speaker"] for one in listed}
    spoken = [speakers[clip] for clip in load()]
    known = {speaker: spoken.count(speaker) for speaker in spoken if not speaker.endswith(":unknown")}
    assert len(known) >= 20
    assert max(known.values()) <= 20


def test_comments_and_empty_lines_are_no_readings(tmp_path: Path) -> None:
    path = _file(tmp_path, f"# what this is\n\n{GOOD}common_voice_ja_2.mp3\tゔぁいおりん\n")
    assert load(path) == {"common_voice_ja_1.flac": "きょーわさむい", "common_voice_ja_2.mp3": "ゔぁいおりん"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("common_voice_ja_2.flac きょーわ", "no tab"),
        ("common_voice_ja_2.flac", "no tab"),
        ("きょーわ\tcommon_voice_ja_2.flac", "is no clip"),
        ("clips/common_voice_ja_2.flac\tきょーわ", "is no clip"),
        ("common_voice_ja_２.flac\tきょーわ", "is no clip"),
        ("common_voice_ja_2.wav\tきょーわ", "is no clip"),
        ("\tきょーわ", "is no clip"),
        ("common_voice_ja_2.flac\t", "is no reading"),
        ("common_voice_ja_2.flac\tキョーワ", "is no reading"),
        ("common_voice_ja_2.flac\t今日わ", "is no reading"),
        ("common_voice_ja_2.flac\tきょーわ ", "is no reading"),
        ("common_voice_ja_2.flac\tきょーわ\tさむい", "is no reading"),
        ("common_voice_ja_2.flac\tきょーわ、さむい", "is no reading"),
        ("common_voice_ja_2.flac\tゐど", "is no reading"),
        ("common_voice_ja_2.flac\tーきょー", "is no reading"),
        ("common_voice_ja_2.flac\tか\u3099っこー", "is no reading"),
        ("common_voice_ja_1.flac\tきょーわさむい", "twice"),
        ("<<<<<<< HEAD", "no tab"),
    ],
)
def test_a_damaged_line_is_named_with_its_number(tmp_path: Path, line: str, reason: str) -> None:
    with pytest.raises(BadReadings, match=rf"readings\.tsv:3: .*{reason}"):
        load(_file(tmp_path, f"# what this is\n{GOOD}{line}\n"))


def test_a_file_without_readings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadReadings, match="holds no reading"):
        load(_file(tmp_path, "# only a comment\n"))
    with pytest.raises(BadReadings, match="cannot be read"):
        load(tmp_path / "absent.tsv")
    (tmp_path / "broken.tsv").write_bytes(GOOD.encode("shift_jis"))
    with pytest.raises(BadReadings, match="cannot be read"):
        load(tmp_path / "broken.tsv")
