from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the `train` extra", exc_type=ImportError)
pytest.importorskip("onnx", reason="training needs the `train` extra")


@pytest.mark.filterwarnings("ignore")
def test_half_of_what_a_course_learnt_is_exported(tmp_path: Path) -> None:
    from ears import adapt, export, whisper_net
    from ears.restore import restored
    from voicebot.speech import ears_files, whisper_additions
    from voicebot.speech.kana_model import WIDTH, KanaModel

    listener = adapt.Listener(whisper_net.Encoder(adapt.Writing().variables), restored())
    training = adapt.fresh(listener, 100, 1e-4)
    start = {
        name: (up.detach().numpy().copy(), down.detach().numpy().copy())
        for name, (up, down) in listener.encoder.additions().items()
    }
    folder = adapt.COURSES[-1].folder(tmp_path)
    folder.mkdir()
    torch.save(adapt.learnt(listener), folder / "start.pt")
    for up, down in training.mean.module.encoder.additions().values():
        torch.nn.init.normal_(up, 0.0, 0.1)
        torch.nn.init.normal_(down, 0.0, 0.1)
    torch.save(training.parts(), folder / "001.pt")
    head, additions = adapt.trained(tmp_path)
    export.export(head, additions, tmp_path / "weights")

    written = whisper_additions.read(ears_files.checked(tmp_path / "weights", ears_files.ADDITIONS))
    for name, (up, down) in training.mean.module.encoder.additions().items():
        for exported, began, ended in zip(written[name], start[name], (up, down), strict=True):
            assert exported == pytest.approx((began + ended.detach().numpy()) / 2, abs=1e-3)
    vectors = np.random.default_rng(0).standard_normal((40, WIDTH)).astype(np.float32)
    found = KanaModel(tmp_path / "weights").posteriors(vectors)
    assert np.abs(np.exp(found) - np.exp(KanaModel().posteriors(vectors))).max() < 1e-3
