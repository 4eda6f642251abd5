"""Three listeners: the head alone, Whisper as it is published, and the engine, which has both."""

import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bench.ears_samples import Sample
from nlu.hypothesis import Hypothesis
from nlu.phonemes import phonemes
from nlu.reading import read
from voicebot.speech import ctc_beam, kana_engine, kana_weighing
from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.kana_calibration import calibrated
from voicebot.speech.kana_engine import KanaListening, KanaRecognizer
from voicebot.speech.kana_guesses import Guess
from voicebot.speech.kana_ngrams import Ngrams
from voicebot.speech.kana_weights import Weights
from voicebot.speech.whisper_engine import WhisperRecognizer
from voicebot.speech.whisper_model import Decoded

LISTENERS = ("head", "whisper", "both")

WORKERS = 2
"""Utterances that are heard at once."""


@dataclass(frozen=True, slots=True)
class Material:
    """What is known of a sample before anything is weighed."""

    sample: Sample
    posteriors: Posteriors
    heard: list[ctc_beam.Heard]
    texts: tuple[Decoded, ...]
    """By Whisper's decoder, whether it was worth its time or not."""

    peer: tuple[Hypothesis, ...] = ()
    """By Whisper as it is published."""

    def is_speech(self, weights: Weights) -> bool:
        """Whether the engine takes it for speech."""
        return kana_engine.is_speech(self.posteriors, self.heard[0], weights.speech)


def listen(
    engine: KanaRecognizer,
    samples: Iterable[Sample],
    what: str,
    whisper: bool = True,
    peer: WhisperRecognizer | None = None,
) -> list[Material]:
    """Hears every sample; tells how far it is. Without `whisper` its texts are left out."""

    def hear(sample: Sample) -> Material:
        listening = engine.listen(sample.hints)
        assert isinstance(listening, KanaListening)
        listening.feed(sample.pcm)
        posteriors, heard = listening.posteriors(), listening.heard()
        texts = listening.texts() if whisper else ()
        return Material(sample, posteriors, heard, texts, _by(peer, sample) if peer else ())

    found = []
    with ThreadPoolExecutor(WORKERS) as pool:
        for number, material in enumerate(pool.map(hear, samples), 1):
            found.append(material)
            if number % 50 == 0:
                print(f"{what}: {number} heard", file=sys.stderr, flush=True)
    return found


def _by(peer: WhisperRecognizer, sample: Sample) -> tuple[Hypothesis, ...]:
    listening = peer.listen(sample.hints)
    listening.feed(sample.pcm)
    return listening.result()


def hypotheses(material: Material, listener: str, weights: Weights, ngrams: Ngrams) -> tuple[Hypothesis, ...]:
    """Of one of LISTENERS: the head's open search, Whisper's answer, or the engine's."""
    if listener == "whisper":
        return material.peer
    if listener == "head":
        from voicebot.speech.kana_reading import reading, spelled

        return tuple(
            Hypothesis(spelled(reading(h.sounds)), 0.5 ** (n + 1), reading(h.sounds))
            for n, h in enumerate(material.heard[:5])
            if h.sounds
        )
    if not material.is_speech(weights):
        return ()
    found = sources(material, weights)
    weighed = kana_weighing.weigh(material.posteriors, ngrams, found)
    scored = kana_weighing.scored(weighed, material.heard[0], weights.guesses)
    opened = material.heard[0].sounds
    made_true = calibrated(scored, weighed, material.posteriors, opened, weights.calibration)
    return kana_weighing.told(made_true, found)


def sources(material: Material, weights: Weights) -> list[list[Guess]]:
    """The engine's guesses, Whisper's among them where it would be asked."""
    asked = kana_engine.asks(material.heard[0], material.sample.hints, weights)
    return kana_engine.sources(
        material.posteriors, material.heard, material.texts if asked else (), material.sample.hints
    )


def sounds(found: Sequence[Hypothesis]) -> str:
    """Of the best hypothesis; empty where nothing was heard."""
    return phonemes(found[0].reading or read(found[0].text).kana) if found else ""
