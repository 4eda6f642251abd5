"""Whisper base as the one that writes kanji: whole utterances, for people who read them afterwards."""

import numpy as np

from nlu.hints import Hints
from voicebot.speech import whisper_files, whisper_texts, windows
from voicebot.speech.recognizer import SAMPLE_RATE, Pcm
from voicebot.speech.whisper_model import WhisperModel

_SHORTEST = SAMPLE_RATE // 10


class WhisperWriter:
    """A model of its own on one core, so that no call waits for it."""

    def __init__(self) -> None:
        """Loads the model (about 2 s, 250 MB). Raises EngineMissing when the weights are missing or damaged."""
        self._model = WhisperModel(whisper_files.load(whisper_files.part_paths()), threads=1)
        self._prompt = whisper_texts.prompt(self._model, Hints())

    def __call__(self, pcm: Pcm) -> str:
        """The text of an utterance at 16,000 Hz, shape (samples,), of any length; empty where nobody spoke."""
        full, rest = windows.split(np.asarray(pcm, np.int16))
        pieces = [*full, *([rest] if len(rest) >= _SHORTEST else [])]
        heard = [whisper_texts.texts(self._model, self._model.encode(one), self._prompt) for one in pieces]
        texts = whisper_texts.joined(heard)
        return texts[0].text if texts else ""
