"""Whisper base's encoder on CTranslate2."""

import ctranslate2
import numpy as np
from faster_whisper.feature_extractor import FeatureExtractor
from numpy.typing import NDArray

from voicebot.speech import whisper_additions, whisper_files

RATE = 16_000
FRAME = 320
"""Samples to one vector: 20 ms."""

WINDOWS_S = (4, 6, 10)
WIDTH = 512


class Encoder:
    """int8 weights, as at run time."""

    def __init__(self, threads: int = 2, adapted: bool = False) -> None:
        """`adapted`: with what it learnt from people, as at run time, instead of as published."""
        files = whisper_files.load(whisper_files.part_paths())
        files = whisper_additions.adapted(files) if adapted else files
        self._model = ctranslate2.models.Whisper(
            "whisper-base", device="cpu", compute_type="int8", intra_threads=threads, files=files.model
        )
        self._mel = FeatureExtractor()

    def encode(self, pcm: NDArray[np.int16], window_s: int) -> NDArray[np.float32]:
        """Audio at 16,000 Hz, shape (samples,), of at most `window_s`, as vectors, shape (frames, 512).

        The window is filled up with silence; two frames of it are kept.
        """
        window = np.zeros(window_s * RATE, np.float32)
        window[: len(pcm)] = pcm.astype(np.float32) / 32_768
        mel = np.ascontiguousarray(self._mel(window, padding=0)[np.newaxis], np.float32)
        encoded = self._model.encode(ctranslate2.StorageView.from_array(mel))
        vectors: NDArray[np.float32] = np.asarray(encoded, np.float32)[0]
        return vectors[: -(-len(pcm) // FRAME) + 2]
