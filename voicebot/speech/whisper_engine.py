"""Whisper base as a Recognizer: prompted with what the question allows, scoring what it may mean."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from nlu.phonemes import distance, phonemes
from nlu.reading import read
from voicebot.speech import whisper_files, whisper_texts, windows
from voicebot.speech.recognizer import SAMPLE_RATE, Listening, Pcm, Ranked
from voicebot.speech.whisper_model import Decoded, Encoded, WhisperModel

SCORED = 6
"""Candidates that are scored: those whose readings are nearest to what was heard openly."""

_SHORTEST = SAMPLE_RATE // 10

# Whisper's own scores are not calibrated; these make a clear word stand out.
_TEMPERATURE = 0.7
_NONE = -5.0
"""The evidence for "none of these"."""


class WhisperRecognizer:
    """One instance serves all calls."""

    name = "whisper"

    def __init__(self, threads: int = 2, workers: int = 1) -> None:
        """Loads the model (about 2 s, 250 MB): `threads` cores an utterance, `workers` utterances at once.

        Raises EngineMissing when the weights are not installed or damaged.
        """
        self._model = WhisperModel(whisper_files.load(whisper_files.part_paths()), threads, workers)

    def listen(self, hints: Hints, brief: bool = False) -> Listening:
        return WhisperListening(self._model, whisper_texts.prompt(self._model, hints))


@dataclass
class WhisperListening:
    """One utterance. Whisper does not stream: each `result` decodes all audio after the last full window."""

    model: WhisperModel
    prompt: list[int]
    _pieces: list[Pcm] = field(default_factory=list)
    _full: list[tuple[Decoded, ...]] = field(default_factory=list)
    """What was heard in windows that are full and will not change."""

    _encoded: Encoded | None = None
    _result: tuple[Hypothesis, ...] | None = None

    def feed(self, pcm: Pcm) -> None:
        self._pieces.append(pcm)
        self._result = self._encoded = None

    def result(self) -> tuple[Hypothesis, ...]:
        if self._result is None:
            rest = self._rest()
            last: tuple[Decoded, ...] = ()
            if len(rest) >= _SHORTEST:
                self._encoded = self.model.encode(rest)
                last = whisper_texts.texts(self.model, self._encoded, self.prompt)
            self._result = tuple(
                Hypothesis(decoded.text, math.exp(decoded.log_probability))
                for decoded in whisper_texts.joined([*self._full, last])
            )
        return self._result

    def score(self, candidates: Sequence[Candidate]) -> tuple[Ranked, ...]:
        """Empty for silence and for more than one window of audio."""
        heard = self.result()
        if not heard or self._encoded is None or self._full:
            return ()
        return _ranked(self.model, self._encoded, heard, candidates)

    def _rest(self) -> Pcm:
        """The audio after the full windows, which are decoded once."""
        full, rest = windows.split(np.concatenate(self._pieces) if self._pieces else np.zeros(0, np.int16))
        for audio in full:
            self._full.append(whisper_texts.texts(self.model, self.model.encode(audio), self.prompt))
        self._pieces = [rest]
        return rest


def _ranked(
    model: WhisperModel, encoded: Encoded, heard: Sequence[Hypothesis], candidates: Sequence[Candidate]
) -> tuple[Ranked, ...]:
    """The candidates that sound nearest to what was heard openly, weighed by the decoder's own opinion.

    A candidate's evidence is the mean log-probability of its reading less its distance in sounds.
    """
    sounds = [phonemes(read(hypothesis.text).kana) for hypothesis in heard]
    apart = {
        candidate: min(distance(phonemes(candidate.reading), sound) for sound in sounds)
        for candidate in candidates
    }
    near = sorted(apart, key=lambda candidate: apart[candidate])[:SCORED]
    evidence = [model.log_probability(encoded, candidate.reading) - apart[candidate] for candidate in near]
    weights = [math.exp((one - _NONE) / _TEMPERATURE) for one in evidence]
    ranked = (
        Ranked(candidate, weight / (1 + sum(weights)))
        for candidate, weight in zip(near, weights, strict=True)
    )
    return tuple(sorted(ranked, key=lambda one: -one.score))
