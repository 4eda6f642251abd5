"""Synthesizers by name, and the catalogue of sentences rendered ahead."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

import prompts
from prompts.sentence import Sentence
from voicebot.speech import mastering
from voicebot.speech.kokoro_voice import KokoroVoice
from voicebot.speech.openjtalk_phrase import OpenJTalkPhrase, Place
from voicebot.speech.openjtalk_voice import OpenJTalkVoice
from voicebot.speech.pyttsx3_voice import Pyttsx3Voice
from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.spliced_voice import SplicedVoice, placed
from voicebot.speech.synthesizer import NORMAL_RATE, Synthesizer
from voicebot.speech.voice_cache import VoiceCache, cache_key

NAMES = ("auto", "kokoro", "openjtalk", "pyttsx3")
SPLICED = ("auto", "openjtalk")
"""Those that speak pieces with values from phrases rendered ahead."""


class Voice(Protocol):
    """An engine with the name of its voice: together they tell one sound from another."""

    name: str
    voice: str

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """See `Synthesizer.speak`."""


class CachedVoice:
    """An engine that renders each sentence once."""

    def __init__(self, voice: Voice, cache: VoiceCache) -> None:
        self.name = voice.name
        self._voice = voice
        self._cache = cache

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """From the cache, else from the engine. Raises EngineMissing when the engine cannot speak."""
        audio = self.ready(sentence, rate)
        if audio is None:
            audio = self._voice.speak(sentence, rate)
            self._cache.put(self._key(sentence, rate), audio)
        return audio

    def ready(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes | None:
        """What has been rendered before, else None."""
        return self._cache.get(self._key(sentence, rate))

    def _key(self, sentence: Sentence, rate: float) -> str:
        spoken = f"{sentence.text}\0{sentence.speech}\0{sentence.reading}"
        return cache_key(self._voice.name, self._voice.voice, rate, spoken)


class AutoVoice:
    """Kokoro for what has been rendered ahead, Open JTalk for all else: nobody waits for Kokoro."""

    name = "auto"

    def __init__(self, ahead: CachedVoice, quick: Synthesizer) -> None:
        self._ahead = ahead
        self._quick = quick

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """See `Synthesizer.speak`."""
        return self._ahead.ready(sentence, rate) or self._quick.speak(sentence, rate)


def make_synthesizer(name: str, cache_folder: Path) -> Synthesizer:
    """One of NAMES, keeping what it renders in `cache_folder`.

    Raises EngineMissing, with the remedy, for an unknown name, an engine that is not there, or a
    folder that cannot be written.
    """
    cache = VoiceCache(cache_folder)
    match name:
        case "auto":
            return AutoVoice(CachedVoice(KokoroVoice(), cache), _openjtalk(cache))
        case "kokoro":
            return CachedVoice(KokoroVoice(), cache)
        case "openjtalk":
            return _openjtalk(cache)
        case "pyttsx3":
            return CachedVoice(Pyttsx3Voice(), cache)
    raise EngineMissing(f"there is no voice '{name}'; choose one of {', '.join(NAMES)}")


def _openjtalk(cache: VoiceCache) -> SplicedVoice:
    return SplicedVoice(CachedVoice(OpenJTalkVoice(), cache), phrases(cache))


def phrases(cache: VoiceCache) -> dict[Place, CachedVoice]:
    """What speaks a phrase at each place of a sentence."""
    return {place: CachedVoice(OpenJTalkPhrase(place), cache) for place in Place}


def render_phrases(
    folder: Path, sentences: Iterable[Sentence], rate: float = NORMAL_RATE
) -> Iterator[Sentence]:
    """Renders, one at each step, the phrases that are missing to speak the sentences without a wait; gives each.

    Raises EngineMissing when the folder cannot be used; what was rendered stays.
    """
    voices = phrases(VoiceCache(folder))
    wanted = dict.fromkeys(
        phrase
        for sentence in sentences
        for piece in sentence.pieces()
        if len(piece.phrases()) > 1
        for phrase in placed(piece.phrases())
    )
    for place, phrase in wanted:
        if voices[place].ready(phrase, rate) is None:
            voices[place].speak(phrase, rate)
            yield phrase


def render_catalogue(
    folder: Path,
    progress: Callable[[str], object] = print,
    extra: Iterable[Sentence] = (),
    rate: float = NORMAL_RATE,
) -> int:
    """Renders what is not in `folder` yet; returns how many pieces of sentences were rendered.

    Kokoro speaks sentences without values, Open JTalk the pieces without values of those that it speaks. `extra` are sentences whose values are known ahead, such as the greeting with the office's name.
    Raises EngineMissing when Kokoro or the folder cannot be used; what was rendered stays.
    """
    cache = VoiceCache(folder)
    kokoro, quick = CachedVoice(KokoroVoice(), cache), CachedVoice(OpenJTalkVoice(), cache)
    whole = dict.fromkeys(piece for s in (*extra, *prompts.fixed_sentences()) for piece in s.pieces())
    spoken = {piece.text for piece in whole}
    wanted = [(kokoro, piece) for piece in whole]
    wanted += [(quick, piece) for piece in prompts.fixed_pieces() if piece.text not in spoken]
    waiting = [(voice, piece) for voice, piece in wanted if voice.ready(piece, rate) is None]
    for done, (voice, sentence) in enumerate(waiting, 1):
        voice.speak(sentence, rate)
        progress(f"voice: {done}/{len(waiting)} {sentence.text}")
    return len(waiting)


def catalogue_table(voice: Synthesizer | None = None) -> str:
    """Every sentence with its duration in seconds and its mora/s, values being samples; Open JTalk speaks."""
    voice = voice or OpenJTalkVoice()
    lines = []
    for sentence in prompts.sample_sentences():
        audio = voice.speak(sentence)
        pace = sentence.morae / mastering.speech_seconds(audio)
        lines.append(f"{len(audio) / 8000:5.1f} s  {pace:4.1f} mora/s  {sentence.key:18}  {sentence.text}")
    return "\n".join(lines)
