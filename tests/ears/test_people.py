import json
from collections import Counter
from pathlib import Path

import pytest

from ears import people
from ears.people import ADAPT, MOST


def entry(file: str, speaker: str, split: str = ADAPT, odd: str = "") -> str:
    own = {"file": f"clips/{file}", "speaker": speaker, "split": split, "odd": odd}
    return json.dumps(own | {"text": "東京です。", "reading": "トーキョーデス"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A man of many clips, forty speakers of three, and what must not be trained on."""
    lines = [entry(f"m{n:04}.flac", "cv:many") for n in range(300)]
    lines += [entry(f"s{n}_{k}.flac", f"cv:{n}") for n in range(40) for k in range(3)]
    lines += [entry("measured.flac", "cv:x", split="measure"), entry("odd.flac", "cv:x", odd="noisy")]
    (tmp_path / "manifest.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_nobody_has_more_than_his_share_and_nothing_doubtful_or_measured_is_there(folder: Path) -> None:
    spoken = Counter(clip.speaker for clip in people.clips(folder))
    assert spoken["cv:many"] == MOST
    assert "cv:x" not in spoken
    assert len(spoken) == 41


def test_speakers_are_kept_apart_whole_and_never_the_one_of_many_clips(folder: Path) -> None:
    kept = {clip.speaker for clip in people.clips(folder) if clip.kept}
    trained = {clip.speaker for clip in people.clips(folder) if not clip.kept}
    assert not kept & trained
    assert 4 <= len(kept) <= 16
    assert "cv:many" in trained


def test_readings_are_sounds(folder: Path) -> None:
    assert {clip.sounds for clip in people.clips(folder)} == {"to:kyo:desu"}


def test_of_those_kept_apart_only_what_reads_unlike_the_trained_is_unfamiliar() -> None:
    def clip(sounds: str, kept: bool) -> people.Clip:
        return people.Clip(Path(f"{sounds}.flac"), "cv:a", "", sounds, kept)

    trained = clip("muJuNtekiJikodo:iTu", kept=False)
    alike, unlike = clip("muJuNtekiJikodo:iTudearu", kept=True), clip("oNSiNfuTu:kazokunimo", kept=True)
    assert people.unfamiliar([trained, alike, unlike, clip("hai", kept=True)]) == [
        unlike,
        clip("hai", kept=True),
    ]
