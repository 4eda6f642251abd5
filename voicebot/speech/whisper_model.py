"""Whisper base on CTranslate2 with a short window: encode once, then decode or score texts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ctranslate2
import numpy as np
import tokenizers
from faster_whisper.feature_extractor import FeatureExtractor
from faster_whisper.tokenizer import Tokenizer
from numpy.typing import NDArray

from voicebot.speech.recognizer import SAMPLE_RATE, Pcm
from voicebot.speech.whisper_files import WhisperFiles

WINDOW_SECONDS = 10
"""What is encoded at once instead of Whisper's 30 s: a sixth of the time, the same text; at 6 s it gets worse."""

_HOP = 160
_PADDING = 2
_PROMPT_TOKENS = 200
"""The decoder holds 448 tokens, prompt and answer together; a longer prompt also costs time."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window of audio as the encoder sees it."""

    features: Any
    frames: int
    """Of 10 ms, without the padding."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how sure the decoder was of it."""

    text: str
    log_probability: float
    """Mean over the tokens."""


class WhisperModel:
    """Thread-safe: several calls share one. CTranslate2 works outside the interpreter's lock."""

    def __init__(self, files: WhisperFiles, threads: int, workers: int = 1) -> None:
        """`threads` cores for one utterance, `workers` utterances at once."""
        self._model = ctranslate2.models.Whisper(
            "whisper-base",
            device="cpu",
            compute_type="int8",
            intra_threads=threads,
            inter_threads=workers,
            files=files.model,
        )
        self._tokenizer = Tokenizer(
            tokenizers.Tokenizer.from_str(files.tokenizer.decode()), True, task="transcribe", language="ja"
        )
        self._features = FeatureExtractor()

    def encode(self, pcm: Pcm, window_seconds: int = WINDOW_SECONDS) -> Encoded:
        """Audio at 16,000 Hz, shape (samples,), of at most `window_seconds`, which is all that is encoded."""
        window = np.zeros(window_seconds * SAMPLE_RATE, np.float32)
        window[: len(pcm)] = pcm.astype(np.float32) / 32_768
        mel: NDArray[np.float32] = self._features(window, padding=0)
        features = ctranslate2.StorageView.from_array(np.ascontiguousarray(mel[np.newaxis], np.float32))
        return Encoded(self._model.encode(features), max(1, len(pcm) // _HOP))

    def vectors(self, encoded: Encoded) -> NDArray[np.float32]:
        """What the encoder found, shape (frames of 20 ms, 512), with two frames of the padding."""
        found: NDArray[np.float32] = np.asarray(encoded.features, np.float32)[0]
        return found[: -(-encoded.frames // 2) + _PADDING]

    def decode(
        self, encoded: Encoded, prompt: Sequence[int], beam: int, best: int
    ) -> tuple[tuple[Decoded, ...], float]:
        """The `best` most likely texts and the probability that nobody spoke."""
        tokenizer = self._tokenizer
        start = [
            *([tokenizer.sot_prev, *prompt] if prompt else []),
            *tokenizer.sot_sequence,
            tokenizer.no_timestamps,
        ]
        seconds = encoded.frames * _HOP / SAMPLE_RATE
        (result,) = self._model.generate(
            encoded.features,
            [start],
            beam_size=beam,
            num_hypotheses=best,
            return_scores=True,
            return_no_speech_prob=True,
            max_length=len(start) + 12 + math.ceil(seconds * 14),
        )
        texts = tuple(
            Decoded(tokenizer.decode(tokens), score)
            for tokens, score in zip(result.sequences_ids, result.scores, strict=True)
        )
        return texts, result.no_speech_prob

    def log_probability(self, encoded: Encoded, text: str) -> float:
        """Mean over the tokens of a given text, heard in the audio without a prompt."""
        start = [*self._tokenizer.sot_sequence, self._tokenizer.no_timestamps]
        tokens = self._tokenizer.encode(text)
        (aligned,) = self._model.align(encoded.features, start, [tokens], encoded.frames)
        probabilities = aligned.text_token_probs
        return sum(math.log(max(p, 1e-10)) for p in probabilities) / max(1, len(probabilities))

    def prompt(self, sentences: str, words: Sequence[str]) -> list[int]:
        """The sentences and as many of the words, in their order, as the prompt has room for."""
        tokens: list[int] = self._tokenizer.encode(sentences)
        for word in words:
            more = self._tokenizer.encode(f"{word}、")
            if len(tokens) + len(more) > _PROMPT_TOKENS:
                break
            tokens += more
        return tokens
