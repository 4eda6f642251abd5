"""The phoneme listener as a Recognizer: sounds with probabilities, and Whisper's decoder as a second opinion."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from nlu.phonemes import phonemes
from nlu.question import Expect
from voicebot.speech import (
    ctc_beam,
    ctc_grammar,
    kana_guesses,
    kana_mending,
    kana_ngrams,
    kana_weighing,
    kana_weights,
    whisper_additions,
    whisper_files,
    whisper_texts,
    windows,
)
from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.ctc_network import network
from voicebot.speech.kana_calibration import calibrated
from voicebot.speech.kana_evidence import evidence
from voicebot.speech.kana_guesses import Guess
from voicebot.speech.kana_model import FRAME_MS, SYMBOLS, KanaModel
from voicebot.speech.kana_ngrams import Ngrams
from voicebot.speech.kana_weights import ChoiceWeights, Speech, Weights
from voicebot.speech.kana_writing import writing_for
from voicebot.speech.recognizer import SAMPLE_RATE, Listening, Pcm, Ranked
from voicebot.speech.tones import is_tone
from voicebot.speech.whisper_model import WINDOW_SECONDS, Decoded, Encoded, WhisperModel

FRAME = SAMPLE_RATE * FRAME_MS // 1_000
"""Samples."""

_SHORTEST = SAMPLE_RATE // 10

# The head hears as well in a window that just holds the audio (`python -m ears.evaluate` compares), in half the time;
# the decoder needs the long one.
_WINDOWS_SECONDS = (4, 6, WINDOW_SECONDS)
_MARGIN = SAMPLE_RATE // 5

_SOUNDS = 2
"""Different sounds that speech has at least."""

_FAINTEST = 4
"""Peak of 16-bit samples under which nothing is on the line at all."""

LONG = 12
"""Sounds from which Whisper's decoder may be asked: single words are not its strength."""

_MENDED = 2
"""Of Whisper's texts."""


class KanaRecognizer:
    """One instance serves all calls."""

    name = "kana"

    def __init__(self, threads: int = 2, workers: int = 1) -> None:
        """Loads both models (about 2 s): `threads` cores for the encoder and the decoder, `workers` utterances at once.

        Raises EngineMissing when weights are not there or damaged.
        """
        self._head = KanaModel()
        self._ngrams = kana_ngrams.load()
        self.weights = kana_weights.load()
        whisper = whisper_additions.adapted(whisper_files.load(whisper_files.part_paths()))
        self._whisper = WhisperModel(whisper, threads, workers)

    def listen(self, hints: Hints, brief: bool = False) -> Listening:
        return KanaListening(self._whisper, self._head, self._ngrams, self.weights, hints, brief)


@dataclass(frozen=True, slots=True)
class _Window:
    """A piece of the audio and what the head made of it."""

    audio: Pcm
    posteriors: Posteriors
    encoded: Encoded | None
    """What the decoder can read; None after a short window."""


class Timed(NamedTuple):
    """A word and when it was said; the silence behind it is taken as its own."""

    text: str
    start_ms: int
    end_ms: int


@dataclass
class KanaListening:
    """One utterance. Full windows are heard once, the rest of the audio anew for each `result`."""

    whisper: WhisperModel
    head: KanaModel
    ngrams: Ngrams
    weights: Weights
    hints: Hints
    brief: bool = False
    """Whisper's decoder is not asked."""

    _pieces: list[Pcm] = field(default_factory=list)
    _full: list[_Window] = field(default_factory=list)
    _written: list[tuple[Decoded, ...]] = field(default_factory=list)
    """Whisper's texts of full windows, as far as it was asked."""

    _windows: list[_Window] | None = None
    _open: list[ctc_beam.Heard] | None = None
    _guesses: list[list[Guess]] | None = None
    _result: tuple[Hypothesis, ...] | None = None

    def feed(self, pcm: Pcm) -> None:
        self._pieces.append(pcm)
        self._result = self._windows = self._open = self._guesses = None

    def result(self) -> tuple[Hypothesis, ...]:
        if self._result is None:
            self._result = self._hear()
        return self._result

    def score(self, candidates: Sequence[Candidate]) -> tuple[Ranked, ...]:
        """Every candidate by its exact probability; empty for silence and noise."""
        posteriors, heard = self.posteriors(), self.heard()
        if not candidates or not is_speech(posteriors, heard[0], self.weights.speech):
            return ()
        likely = evidence(posteriors, [phonemes(candidate.reading) for candidate in candidates])
        scores = chances(likely, heard[0], self.weights.choice)
        order = np.argsort(-scores, kind="stable")
        return tuple(Ranked(candidates[n], float(scores[n])) for n in order)

    def posteriors(self) -> Posteriors:
        """Of all audio fed so far."""
        parts = [window.posteriors for window in self._heard_windows()]
        return np.concatenate(parts) if parts else np.zeros((0, len(SYMBOLS)), np.float32)

    def heard(self) -> list[ctc_beam.Heard]:
        """The open search's strings for all audio fed so far, best first."""
        if self._open is None:
            steering = self.ngrams.steering(self.weights.search.ngrams, self.weights.search.each)
            self._open = ctc_beam.search(self.posteriors(), prior=steering)
        return self._open

    def words(self) -> tuple[Timed, ...]:
        """Known words in all audio fed so far, and when they were said, by the grammar of the hints."""
        posteriors = self.posteriors()
        if not is_speech(posteriors, self.heard()[0], self.weights.speech):
            return ()
        found = ctc_grammar.decode(posteriors, network(self.hints.grammar))
        return tuple(Timed(w.word.written, w.start * FRAME_MS, w.end * FRAME_MS) for w in found)

    def guesses(self) -> list[list[Guess]]:
        """The guesses of each of SOURCES at all audio fed so far; of none where it is no speech."""
        if self._guesses is None:
            posteriors, heard = self.posteriors(), self.heard()
            if is_speech(posteriors, heard[0], self.weights.speech):
                second = not self.brief and asks(heard[0], self.hints, self.weights)
                texts = self.texts() if second else ()
                self._guesses = sources(posteriors, heard, texts, self.hints)
            else:
                self._guesses = []
        return self._guesses

    def _hear(self) -> tuple[Hypothesis, ...]:
        found, posteriors, heard = self.guesses(), self.posteriors(), self.heard()
        if not found:
            return ()
        weighed = kana_weighing.weigh(posteriors, self.ngrams, found)
        scored = kana_weighing.scored(weighed, heard[0], self.weights.guesses)
        return kana_weighing.told(
            calibrated(scored, weighed, posteriors, heard[0].sounds, self.weights.calibration), found
        )

    def texts(self) -> tuple[Decoded, ...]:
        """What Whisper's decoder writes of all audio fed so far."""
        prompt = whisper_texts.prompt(self.whisper, self.hints)
        new = self._heard_windows()[len(self._written) :]
        encoded = [window.encoded or self.whisper.encode(window.audio) for window in new]
        texts = self._written + [whisper_texts.texts(self.whisper, one, prompt) for one in encoded]
        self._written = texts[: len(self._full)]
        return whisper_texts.joined(texts)

    def _heard_windows(self) -> list[_Window]:
        if self._windows is None:
            audio = np.concatenate(self._pieces) if self._pieces else np.zeros(0, np.int16)
            full, rest = windows.split(audio)
            self._full += [self._window(cut, len(cut) // FRAME) for cut in full]
            self._pieces = [rest]
            heard = (
                len(rest) >= _SHORTEST
                and np.abs(rest.astype(np.int32)).max() >= _FAINTEST
                and not is_tone(rest)
            )
            self._windows = [*self._full, *([self._window(rest)] if heard else [])]
        return self._windows

    def _window(self, audio: Pcm, frames: int | None = None) -> _Window:
        """Hears audio of at most one window; of its posteriors `frames` are kept, or all."""
        fitting = [s for s in _WINDOWS_SECONDS if len(audio) + _MARGIN <= s * SAMPLE_RATE]
        seconds = fitting[0] if fitting else WINDOW_SECONDS
        encoded = self.whisper.encode(audio, seconds)
        posteriors = self.head.posteriors(self.whisper.vectors(encoded))[:frames]
        return _Window(audio, posteriors, encoded if seconds == WINDOW_SECONDS else None)


def is_speech(posteriors: Posteriors, best: ctc_beam.Heard, speech: Speech) -> bool:
    """Whether the best open string is somebody's and not what noise was taken for."""
    if len(set(best.sounds)) < _SOUNDS:
        return False
    clear, likely = clearness(posteriors, best)
    return clear >= speech.clear and likely >= speech.likely


def clearness(posteriors: Posteriors, best: ctc_beam.Heard) -> tuple[float, float]:
    """What `Speech` bounds, of a string that is not empty."""
    voiced = posteriors[posteriors.argmax(axis=1) > 0]
    clear = float(np.exp(voiced.max(axis=1)).mean()) if len(voiced) else 0.0
    return clear, best.log_probability / len(best.sounds)


def asks(best: ctc_beam.Heard, hints: Hints, weights: Weights) -> bool:
    """Whether a second opinion is worth its time."""
    return len(best.sounds) >= LONG and best.log_probability < weights.second.get(
        hints.expect, weights.second[Expect.ANY]
    )


SOURCES = ("Whisper's decoder", "open search", "mended", "whole answer")
"""Names of what `sources` gives."""


def sources(
    posteriors: Posteriors, heard: Sequence[ctc_beam.Heard], texts: Sequence[Decoded], hints: Hints
) -> list[list[Guess]]:
    """The guesses of each source: Whisper's `texts`, the open search's strings, both mended with words of the question and
    the grammar, whole answers to a closed question."""
    writing = writing_for(hints)
    opened = kana_guesses.opened(heard, writing)
    written = kana_guesses.written(texts, writing)
    bases = [*kana_guesses.likeliest(posteriors, writing), *opened[:1], *written[:_MENDED]]
    trials = [*kana_mending.spotted(posteriors, writing), *kana_mending.parsed(posteriors, hints.grammar)]
    mended = kana_mending.mended(posteriors, writing, bases, trials)
    allowed = kana_guesses.allowed(posteriors, writing) if hints.closed else []
    return [written, opened, mended, allowed]


def chances(likely: NDArray[np.float64], best: ctc_beam.Heard, weights: ChoiceWeights) -> NDArray[np.float64]:
    """The probability of each candidate, given its log-likelihood, shape (candidates,); the rest is "none of these"."""
    gap = max(0.0, best.log_probability - float(likely.max()))
    for_one = weights.listed + weights.each * len(best.sounds) - weights.gap * math.sqrt(gap)
    shares = np.exp((likely - likely.max()) * weights.sounds)
    return np.asarray(shares / shares.sum() / (1 + math.exp(-for_one)))
