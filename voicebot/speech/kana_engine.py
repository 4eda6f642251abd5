"""The phoneme listener as a Recognizer: sounds with probabilities, and Whisper's decoder as a second opinion."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from nlu.phonemes import phonemes
from voicebot.speech import ctc_beam, kana_guesses, kana_ngrams, whisper_files, whisper_texts, windows
from voicebot.speech.ctc_forward import Posteriors, log_likelihoods
from voicebot.speech.kana_model import FRAME_MS, SYMBOLS, KanaModel
from voicebot.speech.kana_ngrams import Ngrams
from voicebot.speech.kana_writing import Writing
from voicebot.speech.recognizer import SAMPLE_RATE, Listening, Pcm, Ranked
from voicebot.speech.whisper_model import WINDOW_SECONDS, Decoded, Encoded, WhisperModel

FRAME = SAMPLE_RATE * FRAME_MS // 1_000
"""Samples."""

_SHORTEST = SAMPLE_RATE // 10

# The head hears as well in a window that just holds the audio (2.4 % against 2.3 % phoneme errors on the recorded
# calls), in half the time; the decoder needs the long one.
_WINDOWS_SECONDS = (4, 6, WINDOW_SECONDS)
_MARGIN = SAMPLE_RATE // 5

# What counts as speech: at least so many different sounds, so sure on average of the frames that hold one, and so
# probable for each sound (natural log). Callers' turns have 0.91 and -0.3, single words by two people 0.70 and, but
# for five of 164, -1.0; keys, clicks and busy tones fail in one or the other.
_SOUNDS = 2
_CLEAR = 0.68
_LIKELY = -1.0

_FAINTEST = 4
"""Peak of 16-bit samples under which nothing is on the line at all."""

# Whisper's decoder, 0.2 to 0.3 s, is asked too when at least so many sounds were heard and their best string is
# less probable than this (natural log of a half). On the recorded calls 25 of 56 turns ask: 67 of 67 slots right
# and 0.9 % phoneme errors, as when all ask; 65 and 1.3 % when none does, 64 and 4.8 % by Whisper alone.
# Single words are better by one in a hundred sounds when asked, which is not worth the wait.
_LONG = 12
_SURE = -0.7

_MENDED = 2
"""Of Whisper's texts."""

# The evidence for "none of these" against the best open string: a price, and one for each of its sounds. Chosen on
# 164 words by two people (so their figures are optimistic) with a third of them taken from the list: 83 % of those
# rejected, 4.5 % of the others; expected calibration error 2.4 %; of scores above 0.9, two thirds of all, 98 % right.
_NONE = -8.0
_NONE_EACH = -0.3
_TEMPERATURE = 2.5


class KanaRecognizer:
    """One instance serves all calls."""

    name = "kana"

    def __init__(self, threads: int = 2, workers: int = 1) -> None:
        """Loads both models (about 2 s): `threads` cores an utterance, `workers` utterances at once.

        Raises EngineMissing when weights are not there or damaged.
        """
        self._head = KanaModel(threads=threads)
        self._ngrams = kana_ngrams.load()
        self._whisper = WhisperModel(whisper_files.load(whisper_files.part_paths()), threads, workers)

    def listen(self, hints: Hints) -> Listening:
        return KanaListening(self._whisper, self._head, self._ngrams, hints)


@dataclass(frozen=True, slots=True)
class _Window:
    """A piece of the audio and what the head made of it."""

    audio: Pcm
    posteriors: Posteriors
    encoded: Encoded | None
    """What the decoder can read; None after a short window."""


@dataclass
class KanaListening:
    """One utterance. Full windows are heard once, the rest of the audio anew for each `result`."""

    whisper: WhisperModel
    head: KanaModel
    ngrams: Ngrams
    hints: Hints
    _pieces: list[Pcm] = field(default_factory=list)
    _full: list[_Window] = field(default_factory=list)
    _written: list[tuple[Decoded, ...]] = field(default_factory=list)
    """Whisper's texts of full windows, as far as it was asked."""

    _windows: list[_Window] | None = None
    _result: tuple[Hypothesis, ...] | None = None

    def feed(self, pcm: Pcm) -> None:
        self._pieces.append(pcm)
        self._result = self._windows = None

    def result(self) -> tuple[Hypothesis, ...]:
        if self._result is None:
            self._result = self._hear()
        return self._result

    def score(self, candidates: Sequence[Candidate]) -> tuple[Ranked, ...]:
        """Every candidate by its exact probability; empty for silence and noise."""
        posteriors = self.posteriors()
        heard = ctc_beam.search(posteriors, prior=self.ngrams.prior_after)
        if not candidates or not is_speech(posteriors, heard[0]):
            return ()
        evidence = log_likelihoods(posteriors, [phonemes(candidate.reading) for candidate in candidates])
        none = heard[0].log_probability + _NONE + _NONE_EACH * len(heard[0].sounds)
        weights = np.exp((evidence - none).clip(max=500) / _TEMPERATURE)
        scores = weights / (1 + weights.sum())
        order = np.argsort(-scores, kind="stable")
        return tuple(Ranked(candidates[n], float(scores[n])) for n in order)

    def posteriors(self) -> Posteriors:
        """Of all audio fed so far."""
        parts = [window.posteriors for window in self._heard_windows()]
        return np.concatenate(parts) if parts else np.zeros((0, len(SYMBOLS)), np.float32)

    def _hear(self) -> tuple[Hypothesis, ...]:
        posteriors = self.posteriors()
        heard = ctc_beam.search(posteriors, prior=self.ngrams.prior_after)
        if not is_speech(posteriors, heard[0]):
            return ()
        writing = Writing(self.hints.candidates)
        likeliest = kana_guesses.likeliest(posteriors, writing)
        opened = kana_guesses.opened(heard, writing)
        written = [] if is_plain(heard[0]) else kana_guesses.written(self._texts(), writing)
        bases = [*likeliest, *opened[:1], *written[:_MENDED]]
        mended = kana_guesses.mended(posteriors, writing, bases)
        allowed = kana_guesses.allowed(posteriors, writing) if self.hints.closed else []
        return kana_guesses.weigh(posteriors, self.ngrams, written, opened, mended, allowed)

    def _texts(self) -> tuple[Decoded, ...]:
        """What Whisper's decoder writes."""
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
            heard = len(rest) >= _SHORTEST and np.abs(rest.astype(np.int32)).max() >= _FAINTEST
            self._windows = [*self._full, *([self._window(rest)] if heard else [])]
        return self._windows

    def _window(self, audio: Pcm, frames: int | None = None) -> _Window:
        """Hears audio of at most one window; of its posteriors `frames` are kept, or all."""
        fitting = [s for s in _WINDOWS_SECONDS if len(audio) + _MARGIN <= s * SAMPLE_RATE]
        seconds = fitting[0] if fitting else WINDOW_SECONDS
        encoded = self.whisper.encode(audio, seconds)
        posteriors = self.head.posteriors(self.whisper.vectors(encoded))[:frames]
        return _Window(audio, posteriors, encoded if seconds == WINDOW_SECONDS else None)


def is_speech(posteriors: Posteriors, best: ctc_beam.Heard) -> bool:
    """Whether the best open string is somebody's and not what noise was taken for."""
    voiced = posteriors[posteriors.argmax(axis=1) > 0]
    if len(set(best.sounds)) < _SOUNDS or len(voiced) == 0:
        return False
    clear = float(np.exp(voiced.max(axis=1)).mean())
    return clear >= _CLEAR and best.log_probability >= _LIKELY * len(best.sounds)


def is_plain(best: ctc_beam.Heard) -> bool:
    """Whether a second opinion is not worth its time."""
    return len(best.sounds) < _LONG or best.log_probability > _SURE
