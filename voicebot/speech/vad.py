"""Voice activity by Silero's network, 32 ms at a time."""

import numpy as np
from numpy.typing import NDArray

from voicebot.speech import silero
from voicebot.speech.recognizer import Pcm
from voicebot.speech.silero import CHUNK_SAMPLES

CHUNK_MS = 32
"""What one probability stands for."""

SILENT_DBFS = -62.0
"""RMS of 32 ms under which nobody speaks: the network is not asked. Quiet talkers are 25 dB above it, their lines' noise
is not far below."""

_SILENT = CHUNK_SAMPLES * (32_768 * 10 ** (SILENT_DBFS / 20)) ** 2


class VoiceActivity:
    """One per call: it remembers what it heard, and nothing of silence.

    Silero 6.2. The ONNX network that faster-whisper ships gives telephone speech 0.4 to 0.6 where this one gives 0.9, and lost
    whole utterances of the recorded calls.
    """

    def __init__(self) -> None:
        self._network = silero.Silero(silero.load())
        self._line: NDArray[np.int16] = np.zeros(0, np.int16)

    def feed(self, pcm: Pcm) -> list[float]:
        """The next audio at 16,000 Hz, shape (n,), any n.

        Returns the probability of speech, 0 to 1, of every 32 ms that became complete; what is left
        over waits for the next piece.
        """
        line = np.concatenate([self._line, pcm])
        whole = len(line) // CHUNK_SAMPLES * CHUNK_SAMPLES
        self._line = line[whole:]
        return [self._probability(line[at : at + CHUNK_SAMPLES]) for at in range(0, whole, CHUNK_SAMPLES)]

    def _probability(self, chunk: Pcm) -> float:
        samples = chunk.astype(np.float32)
        return self._network.probability(chunk) if float(samples @ samples) >= _SILENT else 0.0
