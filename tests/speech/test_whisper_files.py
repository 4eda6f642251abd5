import shutil
from pathlib import Path

import pytest

from voicebot.speech import whisper_files
from voicebot.speech.recognizer import EngineMissing


def copied(folder: Path) -> tuple[Path, ...]:
    paths = whisper_files.part_paths()
    for path in (*paths, *(paths[0].parent / n for n in ("config.json", "vocabulary.txt", "tokenizer.json"))):
        (folder / path.name).symlink_to(path)
    return tuple(folder / path.name for path in paths)


def test_the_parts_join_to_the_published_weights() -> None:
    files = whisper_files.load(whisper_files.part_paths())
    assert len(files.model["model.bin"]) == 145_217_532
    assert set(files.model) == {"model.bin", "config.json", "vocabulary.txt"}


def test_a_damaged_part_is_refused_with_the_remedy(tmp_path: Path) -> None:
    first, second = copied(tmp_path)
    second.unlink()
    shutil.copyfile(whisper_files.part_paths()[1], second)
    with second.open("r+b") as file:
        file.seek(1_000)
        byte = file.read(1)[0]
        file.seek(1_000)
        file.write(bytes([byte ^ 1]))
    with pytest.raises(EngineMissing, match=r"damaged.*make setup"):
        whisper_files.load((first, second))


@pytest.mark.parametrize("name", ["model.bin.part2", "tokenizer.json"])
def test_a_missing_file_is_refused_with_the_remedy(tmp_path: Path, name: str) -> None:
    paths = copied(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(EngineMissing, match=rf"{name}.*make setup"):
        whisper_files.load(paths)


def test_a_wheel_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whisper_files, "PARTS", (("no_such_package", "model.bin.part1"),))
    with pytest.raises(EngineMissing, match=r"model\.bin\.part1 is missing"):
        whisper_files.part_paths()
