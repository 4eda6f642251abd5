"""Recognizers by their names in the settings."""

from voicebot.speech import models
from voicebot.speech.recognizer import EngineMissing, Recognizer

NAMES = ("auto", "vosk", "whisper", "kana")


def make_recognizer(name: str = "auto", threads: int = 2, workers: int = 1) -> Recognizer:
    """Loads an engine. `auto` is Vosk where its Japanese model is present, else Whisper.

    Whisper and the phoneme listener spend `threads` cores on one utterance and hear `workers` at once.
    Raises EngineMissing for a model that is missing or damaged, and for an unknown name.
    """
    if name not in NAMES:
        raise EngineMissing(f"there is no recognizer {name!r}; choose one of {', '.join(NAMES)}")
    if name == "kana":
        from voicebot.speech.kana_engine import KanaRecognizer

        return KanaRecognizer(threads, workers)
    vosk_ja = models.vosk_ja() if name != "whisper" else None
    if vosk_ja is not None:
        from voicebot.speech.vosk_engine import VoskRecognizer

        return VoskRecognizer(vosk_ja)
    if name == "vosk":
        raise EngineMissing(
            "Vosk's Japanese model is not present; get it with `voicebot models --get vosk-ja`"
        )
    from voicebot.speech.whisper_engine import WhisperRecognizer

    return WhisperRecognizer(threads, workers)
