import ctranslate2
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the train extra is not installed")

from ears import whisper_net  # noqa: E402
from voicebot.speech import whisper_files, whisper_weights  # noqa: E402


@pytest.fixture(scope="module")
def encoder() -> whisper_net.Encoder:
    model = whisper_files.load(whisper_files.part_paths()).model["model.bin"]
    return whisper_net.Encoder(whisper_weights.variables(model))


@pytest.fixture(scope="module")
def mel() -> np.ndarray:
    return np.random.default_rng(0).standard_normal((1, 80, 400)).astype(np.float32)


def test_torch_says_what_ctranslate2_says(encoder: whisper_net.Encoder, mel: np.ndarray) -> None:
    files = whisper_files.load(whisper_files.part_paths())
    model = ctranslate2.models.Whisper(
        "whisper-base", device="cpu", compute_type="float32", files=files.model
    )
    expected = np.asarray(model.encode(ctranslate2.StorageView.from_array(mel)))
    with torch.no_grad():
        found = encoder.upper(encoder.lower(torch.from_numpy(mel))).numpy()
    assert np.abs(found - expected).max() < 5e-3


def test_an_addition_changes_what_its_layer_says_and_can_be_merged(
    encoder: whisper_net.Encoder, mel: np.ndarray
) -> None:
    layer = encoder.layers[5][1].into
    x = torch.randn(1, 3, 512)
    with torch.no_grad():
        before = layer(x)
        layer.up.normal_()
        after = layer(x)
        merged = torch.nn.functional.linear(x, layer.merged(), layer.bias)
        layer.up.zero_()
    assert not torch.allclose(before, after)
    assert torch.allclose(after, merged, atol=1e-3)
