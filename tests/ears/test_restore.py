import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the `train` extra", exc_type=ImportError)
pytest.importorskip("onnx", reason="training needs the `train` extra")


def test_the_committed_weights_say_in_torch_what_they_say_at_run_time() -> None:
    from ears.restore import restored
    from voicebot.speech.kana_model import WIDTH, KanaModel

    vectors = np.random.default_rng(1).standard_normal((40, WIDTH)).astype(np.float32)
    head = restored()
    head.eval()
    with torch.no_grad():
        found = head(torch.from_numpy(vectors)[None])[0].numpy()
    assert np.abs(np.exp(found) - np.exp(KanaModel().posteriors(vectors))).max() < 1e-4
