from pathlib import Path

import ctranslate2
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the train extra is not installed")

from ears import whisper_net  # noqa: E402
from voicebot.speech import ears_files, whisper_additions, whisper_files, whisper_weights  # noqa: E402


@pytest.fixture
def encoder() -> whisper_net.Encoder:
    model = whisper_files.load(whisper_files.part_paths()).model["model.bin"]
    return whisper_net.Encoder(whisper_weights.variables(model))


@pytest.fixture(scope="module")
def mel() -> np.ndarray:
    return np.random.default_rng(0).standard_normal((1, 80, 400)).astype(np.float32)


def test_torch_says_what_ctranslate2_says(encoder: whisper_net.Encoder, mel: np.ndarray) -> None:
    files = whisper_files.load(whisper_files.part_paths())
    assert np.abs(_said(encoder, mel) - _run(files, mel)).max() < 5e-3


def test_additions_say_at_run_time_what_they_said_in_training(
    encoder: whisper_net.Encoder, mel: np.ndarray, tmp_path: Path
) -> None:
    rng = np.random.default_rng(1)
    additions = {
        name: (
            rng.normal(0, 0.01, up.shape).astype(np.float32),
            rng.normal(0, 0.05, down.shape).astype(np.float32),
        )
        for name, (up, down) in encoder.additions().items()
    }
    before = _said(encoder, mel)
    encoder.add(additions)
    whisper_additions.write(tmp_path / ears_files.ADDITIONS, additions)
    ears_files.list_digests(tmp_path)
    files = whisper_additions.adapted(whisper_files.load(whisper_files.part_paths()), tmp_path)
    found = _said(encoder, mel)
    assert np.abs(found - before).max() > 0.5
    assert np.abs(found - _run(files, mel)).max() < 2e-2


def _said(encoder: whisper_net.Encoder, mel: np.ndarray) -> np.ndarray:
    with torch.no_grad():
        found: np.ndarray = encoder(torch.from_numpy(mel)).numpy()
    return found


def _run(files: whisper_files.WhisperFiles, mel: np.ndarray) -> np.ndarray:
    model = ctranslate2.models.Whisper(
        "whisper-base", device="cpu", compute_type="float32", files=files.model
    )
    return np.asarray(model.encode(ctranslate2.StorageView.from_array(mel)))
