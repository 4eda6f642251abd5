"""Stage 5: the trained head as ONNX, with its sha256 and its vocabulary."""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch

from ears.encoder import WIDTH
from ears.train import trained
from voicebot.speech.kana_model import FOLDER, SYMBOLS, KanaModel

_TOLERANCE = 1e-3


def export(folder: Path, target: Path = FOLDER, further: bool = False) -> None:
    """Writes the weights and checks that they say what torch says. Raises RuntimeError when they do not.

    `further` as in `train.trained`.
    """
    head = trained(folder, further)
    target.mkdir(exist_ok=True)
    weights = target / "listener.onnx"
    torch.onnx.export(
        head,
        (torch.zeros(1, 50, WIDTH),),
        str(weights),
        input_names=["vectors"],
        output_names=["posteriors"],
        dynamic_axes={"vectors": {1: "frames"}, "posteriors": {1: "frames"}},
        opset_version=17,
        dynamo=False,
    )
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    (target / "listener.sha256").write_text(f"{digest}  listener.onnx\n", encoding="ascii")
    (target / "vocabulary.json").write_text(json.dumps(SYMBOLS, ensure_ascii=False) + "\n", encoding="utf-8")
    worst = _difference(head, KanaModel(target))
    if worst > _TOLERANCE:
        raise RuntimeError(f"onnxruntime and torch differ by {worst:.2g}; try another version of torch")
    size = weights.stat().st_size / 1e6
    print(f"export: {weights.name}, {size:.1f} MB, differs from torch by {worst:.1g}", file=sys.stderr)


def _difference(head: torch.nn.Module, model: KanaModel) -> float:
    """The largest difference of probabilities on inputs of several lengths."""
    rng = np.random.default_rng(0)
    worst = 0.0
    for frames in (1, 7, 123, 500):
        vectors = rng.standard_normal((frames, WIDTH)).astype(np.float32)
        with torch.no_grad():
            expected = head(torch.from_numpy(vectors)[None])[0].exp().numpy()
        worst = max(worst, float(np.abs(np.exp(model.posteriors(vectors)) - expected).max()))
    return worst
