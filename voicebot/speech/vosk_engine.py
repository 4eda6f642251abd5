"""Vosk as a Recognizer: streaming, with a phrase list where the question is closed."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import vosk

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech.recognizer import SAMPLE_RATE, EngineMissing, Listening, Pcm, Ranked
from voicebot.speech.written import tidy

BEST = 5
UNKNOWN = "[unk]"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the best guess."""

    text: str
    confidence: float
    """0 to 1, as Vosk gives it."""

    start_ms: int
    end_ms: int


class VoskRecognizer:
    """One instance serves all calls: the model is shared, each utterance has its own decoder."""

    name = "vosk"

    def __init__(self, model: Path) -> None:
        """Raises EngineMissing when the folder holds no Vosk model."""
        vosk.SetLogLevel(-1)
        if not (model / "am" / "final.mdl").is_file():
            raise EngineMissing(f"{model} holds no Vosk model; get one with `voicebot models --get vosk-ja`")
        try:
            self._model = vosk.Model(str(model))
        except Exception:
            raise EngineMissing(
                f"the Vosk model in {model} is damaged; delete that folder and run "
                "`voicebot models --get vosk-ja`"
            ) from None
        # Only models with a graph that is composed at run time take a phrase list.
        self.takes_phrases = (model / "graph" / "Gr.fst").is_file()

    def listen(self, hints: Hints, brief: bool = False) -> Listening:
        return VoskListening(self, self.phrases(hints))

    def phrases(self, hints: Hints) -> tuple[str, ...]:
        """The phrase list: the candidates made only of words that the model knows; () when open."""
        if not (hints.closed and self.takes_phrases):
            return ()
        known = (self.phrase(candidate.text) for candidate in hints.candidates)
        return tuple(dict.fromkeys(phrase for phrase in known if phrase))

    def phrase(self, text: str) -> str:
        """The text in words of the model, longest first, separated by spaces; "" when it cannot be."""
        if all(self._knows(word) for word in text.split()):
            return text
        letters = text.replace(" ", "")
        words: list[str] = []
        while letters:
            length = next((n for n in range(len(letters), 0, -1) if self._knows(letters[:n])), 0)
            if length == 0:
                return ""
            words.append(letters[:length])
            letters = letters[length:]
        return " ".join(words)

    def _knows(self, word: str) -> bool:
        return bool(self._model.vosk_model_find_word(word) >= 0)

    def decoder(self, phrases: Sequence[str]) -> Any:
        """A `vosk.KaldiRecognizer` with n-best, bound to the phrases if there are any."""
        if not phrases:
            decoder = vosk.KaldiRecognizer(self._model, SAMPLE_RATE)
        else:
            unknown = [UNKNOWN] if self._knows(UNKNOWN) else []
            grammar = json.dumps([*phrases, *unknown], ensure_ascii=False)
            decoder = vosk.KaldiRecognizer(self._model, SAMPLE_RATE, grammar)
        decoder.SetMaxAlternatives(BEST)
        decoder.SetWords(True)
        return decoder


@dataclass(frozen=True, slots=True)
class _Guess:
    words: tuple[Word, ...]
    """Without confidences yet."""

    share: float
    """Of the likelihood of all guesses at the same piece."""


@dataclass
class VoskListening:
    """One utterance: decoded while it is fed, so that `result` costs next to nothing."""

    recognizer: VoskRecognizer
    phrases: tuple[str, ...]
    _audio: list[Pcm] = field(default_factory=list)
    _pieces: list[tuple[_Guess, ...]] = field(default_factory=list)
    """Vosk cuts at silences of its own; guesses at each piece, best first."""

    _decoder: Any = None
    _closed: bool = False
    """Whether a result was taken: Vosk then starts a new utterance."""

    def feed(self, pcm: Pcm) -> None:
        self._audio.append(pcm)
        if self._closed or self._decoder is None:
            # What goes on after a result is heard again as one utterance, from its beginning.
            self._decoder = self.recognizer.decoder(self.phrases)
            self._pieces, self._closed = [], False
            pcm = np.concatenate(self._audio)
            self._audio = [pcm]
        if self._decoder.AcceptWaveform(pcm.tobytes()):
            self._pieces.append(_guesses(self._decoder.Result()))

    def partial(self) -> str:
        """The best guess so far, before any result."""
        heard = "".join(word.text for word in self.words)
        if self._decoder is None or self._closed:
            return heard
        return heard + tidy(json.loads(self._decoder.PartialResult())["partial"].replace(UNKNOWN, ""))

    def result(self) -> tuple[Hypothesis, ...]:
        if self._decoder is not None and not self._closed:
            self._pieces.append(_guesses(self._decoder.FinalResult()))
            self._closed = True
        return _joined(self._pieces)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the best guess, up to Vosk's last cut or the last result."""
        return tuple(word for guesses in self._pieces if guesses for word in _confident(guesses))

    def score(self, candidates: Sequence[Candidate]) -> tuple[Ranked, ...]:
        """Hears the audio again with the candidates as phrase list; empty where the model takes none.

        A candidate with a word that the model does not know is left out.
        """
        by_phrase = {self.recognizer.phrase(candidate.text): candidate for candidate in candidates}
        by_phrase.pop("", None)
        if not by_phrase or not self._audio or not self.recognizer.takes_phrases:
            return ()
        again = VoskListening(self.recognizer, tuple(by_phrase))
        again.feed(np.concatenate(self._audio))
        heard = {hypothesis.text: hypothesis.score for hypothesis in again.result()}
        ranked = (Ranked(candidate, heard.get(tidy(phrase), 0.0)) for phrase, candidate in by_phrase.items())
        return tuple(sorted(ranked, key=lambda one: -one.score))


def _guesses(result: str) -> tuple[_Guess, ...]:
    """Vosk's alternatives carry log-likelihoods; their softmax is each one's share."""
    alternatives = [a for a in json.loads(result).get("alternatives", ()) if a.get("result")]
    top = max((a["confidence"] for a in alternatives), default=0.0)
    weights = [math.exp(a["confidence"] - top) for a in alternatives]
    return tuple(
        _Guess(
            tuple(
                Word(word["word"], 0.0, round(word["start"] * 1000), round(word["end"] * 1000))
                for word in alternative["result"]
                if word["word"] != UNKNOWN
            ),
            weight / sum(weights),
        )
        for alternative, weight in zip(alternatives, weights, strict=True)
    )


def _joined(pieces: Sequence[tuple[_Guess, ...]]) -> tuple[Hypothesis, ...]:
    """The n-th best of each piece after one another; guesses that write the same are added up."""
    spoken = [guesses for guesses in pieces if guesses]
    shares: dict[str, float] = {}
    for rank in range(max((len(guesses) for guesses in spoken), default=0)):
        chosen = [guesses[min(rank, len(guesses) - 1)] for guesses in spoken]
        text = tidy("".join(word.text for guess in chosen for word in guess.words))
        shares[text] = shares.get(text, 0.0) + math.prod(guess.share for guess in chosen)
    best = sorted(shares.items(), key=lambda item: -item[1])
    return tuple(Hypothesis(text, min(share, 1.0)) for text, share in best if text)


def _confident(guesses: tuple[_Guess, ...]) -> Iterator[Word]:
    """A word is as sure as the guesses that have it at the same time are together (Wessel et al. 2001)."""
    for word in guesses[0].words:
        share = sum(g.share for g in guesses if any(_same(word, other) for other in g.words))
        yield replace(word, confidence=min(share, 1.0))


def _same(one: Word, other: Word) -> bool:
    return one.text == other.text and one.start_ms < other.end_ms and other.start_ms < one.end_ms
