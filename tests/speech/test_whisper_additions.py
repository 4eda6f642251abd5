from pathlib import Path

import numpy as np
import pytest

from voicebot.speech import ears_files, whisper_additions, whisper_files, whisper_weights
from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.whisper_files import WhisperFiles

NAME = "encoder/layer_5/ffn/linear_0/weight"
UP, DOWN = np.full((2_048, 2), 0.5, np.float32), np.full((2, 512), 0.25, np.float32)


@pytest.fixture(scope="module")
def published() -> WhisperFiles:
    return whisper_files.load(whisper_files.part_paths())


def _written(folder: Path, name: str = NAME) -> Path:
    whisper_additions.write(folder / ears_files.ADDITIONS, {name: (UP, DOWN)})
    ears_files.list_digests(folder)
    return folder


def test_the_product_is_added_and_nothing_else_moves(published: WhisperFiles, tmp_path: Path) -> None:
    found = whisper_additions.adapted(published, _written(tmp_path))
    before, after = (whisper_weights.variables(files.model["model.bin"]) for files in (published, found))
    assert np.allclose(after[NAME].astype(float), before[NAME].astype(float) + 0.25, atol=1e-3)
    assert all(np.array_equal(after[name], before[name]) for name in before if name != NAME)
    assert found.tokenizer == published.tokenizer


def test_the_committed_additions_fit_the_published_weights(published: WhisperFiles) -> None:
    found = whisper_additions.adapted(published)
    changed = [
        name
        for name, values in whisper_weights.variables(published.model["model.bin"]).items()
        if not np.array_equal(values, whisper_weights.variables(found.model["model.bin"])[name])
    ]
    assert changed
    assert all(name.startswith("encoder/layer_") for name in changed)


@pytest.mark.parametrize("name", ["encoder/layer_9/ffn/linear_0/weight", "encoder/conv1/weight"])
def test_additions_of_another_model_are_refused(published: WhisperFiles, tmp_path: Path, name: str) -> None:
    with pytest.raises(EngineMissing, match="does not fit Whisper"):
        whisper_additions.adapted(published, _written(tmp_path, name))


def test_damaged_or_missing_ones_are_refused_with_the_remedy(published: WhisperFiles, tmp_path: Path) -> None:
    path = _written(tmp_path) / ears_files.ADDITIONS
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    with pytest.raises(EngineMissing, match=r"damaged.*make train-ears"):
        whisper_additions.adapted(published, tmp_path)
    path.unlink()
    with pytest.raises(EngineMissing, match=r"cannot be read.*make train-ears"):
        whisper_additions.adapted(published, tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK\\x03\\x04 and no more", b"nothing of the kind"])
def test_what_is_no_additions_is_refused(published: WhisperFiles, tmp_path: Path, content: bytes) -> None:
    (tmp_path / ears_files.ADDITIONS).write_bytes(content)
    ears_files.list_digests(tmp_path)
    with pytest.raises(EngineMissing, match="make train-ears"):
        whisper_additions.adapted(published, tmp_path)
