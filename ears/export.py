"""Stage 6: the trained head as ONNX, the encoder's additions, their sha256 and the vocabulary."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch

from ears.encoder import WIDTH
from ears.head import Head
from voicebot.speech import ears_files, whisper_additions
from voicebot.speech.kana_model import SYMBOLS, KanaModel

_TOLERANCE = 1e-3


def export(
    head: Head, additions: Mapping[str, whisper_additions.Pair], target: Path = ears_files.FOLDER
) -> None:
    """Writes the weights and checks that the head says what torch says. Raises RuntimeError when it does not."""
    head.eval()
    target.mkdir(exist_ok=True)
    weights = target / ears_files.HEAD
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
    whisper_additions.write(target / ears_files.ADDITIONS, additions)
    ears_files.list_digests(target)
    vocabulary = json.dumps(SYMBOLS, ensure_ascii=False)
    (target / ears_files.VOCABULARY).write_text(f"{vocabulary}\n", encoding="utf-8")
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
