"""Whisper base as a Recognizer: prompted with what the question allows, scoring what it may mean."""

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from nlu.phonemes import distance, phonemes
from nlu.reading import read
from voicebot.speech import whisper_files
from voicebot.speech.recognizer import SAMPLE_RATE, Listening, Pcm, Ranked
from voicebot.speech.whisper_model import WINDOW_SECONDS, Decoded, Encoded, WhisperModel
from voicebot.speech.written import tidy

BEAM = 5
SCORED = 6
"""Candidates that are scored, about 30 ms each: those whose readings are nearest to what was heard openly."""

_WINDOW = WINDOW_SECONDS * SAMPLE_RATE
_CUT_FROM = _WINDOW - 2 * SAMPLE_RATE
_SHORTEST = SAMPLE_RATE // 10
# Sentences lead the decoder to sentences; many bare words lead it to lists of words. The best of eight
# prompts on the recorded calls (so its own figure is optimistic): 4.8 % phoneme errors with both as here,
# 5.9 % without the words, 8.1 % without a prompt, 14.3 % with as many words as the prompt has room for.
_PROMPT = (
    "市役所の予約の電話です。住民票の手続きをお願いします。12月4日の午後2時、来週の木曜日の10時半でお願いします。"
    "はい、それで結構です。係員に代わってください。もう一度言ってください。"
)
_PROMPT_WORDS = 10
_ECHO = tidy(_PROMPT)

# Against texts made from silence. Prompted speech stays under 0.3, noise and silence above 0.45.
_NO_SPEECH = 0.4
# Whisper's own threshold against texts that go round in circles (Radford et al. 2022, section 4.5).
_REPEATED = 2.4

# Fitted on 164 words by two people: on the same words 96 % of scores above 0.7 are right, 37 % of those below.
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

    def listen(self, hints: Hints) -> Listening:
        words = [candidate.text for candidate in hints.candidates[:_PROMPT_WORDS]]
        return WhisperListening(self._model, self._model.prompt(_PROMPT, words))


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
                last = self._decode(self._encoded)
            self._result = _joined([*self._full, last])
        return self._result

    def score(self, candidates: Sequence[Candidate]) -> tuple[Ranked, ...]:
        """Empty for silence and for more than one window of audio."""
        heard = self.result()
        if not heard or self._encoded is None or self._full:
            return ()
        return _ranked(self.model, self._encoded, heard, candidates)

    def _rest(self) -> Pcm:
        """The audio after the full windows; cuts new ones off at the quietest place."""
        audio = np.concatenate(self._pieces) if self._pieces else np.zeros(0, np.int16)
        while len(audio) > _WINDOW:
            cut = _quietest(audio[_CUT_FROM:_WINDOW]) + _CUT_FROM
            self._full.append(self._decode(self.model.encode(audio[:cut])))
            audio = audio[cut:]
        self._pieces = [audio]
        return audio

    def _decode(self, encoded: Encoded) -> tuple[Decoded, ...]:
        texts, no_speech = self.model.decode(encoded, self.prompt, BEAM, BEAM)
        if no_speech > _NO_SPEECH:
            return ()
        best: dict[str, Decoded] = {}
        for decoded in texts:
            text = tidy(decoded.text)
            if text and text not in best and not _repeats(text) and not _echoes(text):
                best[text] = Decoded(text, decoded.log_probability)
        return tuple(best.values())


def _quietest(pcm: Pcm) -> int:
    """The middle of the 100 ms with the least energy."""
    length = SAMPLE_RATE // 10
    frames = pcm[: len(pcm) // length * length].astype(np.float32).reshape(-1, length)
    return int((frames**2).mean(axis=1).argmin()) * length + length // 2


def _repeats(text: str) -> bool:
    data = text.encode()
    return len(data) / len(zlib.compress(data)) > _REPEATED


def _echoes(text: str) -> bool:
    """Whether the prompt came back instead of the audio: more than a sentence of it, word for word."""
    return text in _ECHO and len(text) > 20


def _joined(windows: Sequence[tuple[Decoded, ...]]) -> tuple[Hypothesis, ...]:
    """The n-th best of each window after one another."""
    spoken = [window for window in windows if window]
    ranks = range(max((len(window) for window in spoken), default=0))
    joined = [[window[min(rank, len(window) - 1)] for window in spoken] for rank in ranks]
    return tuple(Hypothesis("".join(part.text for part in parts), math.exp(_mean(parts))) for parts in joined)


def _mean(parts: Sequence[Decoded]) -> float:
    return min(0.0, sum(part.log_probability for part in parts) / len(parts))


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
