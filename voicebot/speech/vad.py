"""Voice activity by Silero's network, 32 ms at a time."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from voicebot.speech.recognizer import EngineMissing, Pcm

CHUNK_SAMPLES = 512
"""At 16,000 Hz."""

CHUNK_MS = 32
"""What one probability stands for."""

_CONTEXT_SAMPLES = 64
_STATE_SIZE = 128


@cache
def _network() -> onnxruntime.InferenceSession:
    """Silero VAD 6 as faster-whisper ships it; safe to be run by several threads at once."""
    package = find_spec("faster_whisper")
    path = Path(package.origin or "").parent / "assets" / "silero_vad_v6.onnx" if package else None
    if path is None or not path.is_file():
        raise EngineMissing("the voice activity model is not installed; run `make setup`")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class VoiceActivity:
    """One per call: it remembers what it heard. About 0.1 ms of one core for each 32 ms."""

    def __init__(self) -> None:
        self._network = _network()
        self._h = self._c = np.zeros((1, 1, _STATE_SIZE), np.float32)
        self._line = np.zeros(_CONTEXT_SAMPLES, np.float32)

    def feed(self, pcm: Pcm) -> list[float]:
        """The next audio at 16,000 Hz, shape (n,), any n.

        Returns the probability of speech, 0 to 1, of every 32 ms that became complete; what is left
        over waits for the next piece.
        """
        self._line = np.concatenate([self._line, pcm.astype(np.float32) / 32_768])
        probabilities = []
        while len(self._line) >= _CONTEXT_SAMPLES + CHUNK_SAMPLES:
            probabilities.append(self._probability(self._line[: _CONTEXT_SAMPLES + CHUNK_SAMPLES]))
            self._line = self._line[CHUNK_SAMPLES:]
        return probabilities

    def _probability(self, chunk: NDArray[np.float32]) -> float:
        inputs = {"input": chunk[np.newaxis], "h": self._h, "c": self._c}
        probability, self._h, self._c = self._network.run(None, inputs)
        return float(probability[0])
