import numpy as np
import pytest

from voicebot.speech import whisper_files, whisper_weights
from voicebot.speech.whisper_weights import NotAModel

NAME = "encoder/layer_5/ffn/linear_0/weight"


@pytest.fixture(scope="module")
def model() -> bytes:
    return whisper_files.load(whisper_files.part_paths()).model["model.bin"]


def test_variables_come_by_name_in_their_shapes(model: bytes) -> None:
    found = whisper_weights.variables(model)
    assert found[NAME].shape == (2_048, 512)
    assert found["encoder/conv1/weight"].shape == (512, 80, 3)
    assert found["decoder/embeddings/weight"].shape == (51_865, 512)
    assert 0.5 < float(found["encoder/layer_norm/gamma"].mean()) < 5


def test_what_is_exchanged_is_read_again_and_nothing_else_moves(model: bytes) -> None:
    before = whisper_weights.variables(model)
    doubled = whisper_weights.replaced(model, {NAME: before[NAME].astype(np.float32) * 2})
    after = whisper_weights.variables(doubled)
    assert np.array_equal(after[NAME], before[NAME] * 2)
    assert len(doubled) == len(model)
    assert whisper_weights.replaced(doubled, {NAME: before[NAME]}) == model


def test_another_shape_or_name_is_refused(model: bytes) -> None:
    with pytest.raises(ValueError, match="shape"):
        whisper_weights.replaced(model, {NAME: np.zeros((2, 2))})
    with pytest.raises(KeyError):
        whisper_weights.replaced(model, {"encoder/layer_9": np.zeros(2)})


@pytest.mark.parametrize("end", [0, 3, 20, 100, 1_000_000])
def test_a_file_that_ends_too_early_is_no_model(model: bytes, end: int) -> None:
    with pytest.raises(NotAModel):
        whisper_weights.variables(model[:end])


def test_neither_is_another_version_or_kind(model: bytes) -> None:
    with pytest.raises(NotAModel, match="binary version 7"):
        whisper_weights.variables(b"\x07\0\0\0" + model[4:])
    with pytest.raises(NotAModel, match="not a WhisperSpec"):
        whisper_weights.variables(model.replace(b"WhisperSpec", b"MurmursSpec", 1))
