"""Recognizers by their names in the settings."""

from voicebot.speech import ears_files, models
from voicebot.speech.recognizer import EngineMissing, Recognizer

NAMES = ("auto", "vosk", "whisper", "kana")


def make_recognizer(name: str = "auto", threads: int = 2, workers: int = 1) -> Recognizer:
    """Loads an engine. `auto` is Vosk where its Japanese model is present, else the phoneme listener, else Whisper.

    The phoneme listener goes before Whisper since it hears the recorded calls better and sooner (`make bench-hearing`
    has the figures of both). Whisper is left where the listener's weights are not there; weights that are damaged are
    told, not passed over.
    Whisper and the phoneme listener spend `threads` cores on one utterance and hear `workers` at once.
    Raises EngineMissing for a model that is missing or damaged, and for an unknown name.
    """
    if name not in NAMES:
        raise EngineMissing(f"there is no recognizer {name!r}; choose one of {', '.join(NAMES)}")
    vosk_ja = models.vosk_ja() if name in ("auto", "vosk") else None
    if vosk_ja is not None:
        from voicebot.speech.vosk_engine import VoskRecognizer

        return VoskRecognizer(vosk_ja)
    if name == "vosk":
        raise EngineMissing(
            "Vosk's Japanese model is not present; get it with `voicebot models --get vosk-ja`"
        )
    if name == "kana" or (name == "auto" and (ears_files.FOLDER / ears_files.HEAD).is_file()):
        from voicebot.speech.kana_engine import KanaRecognizer

        return KanaRecognizer(threads, workers)
    from voicebot.speech.whisper_engine import WhisperRecognizer

    return WhisperRecognizer(threads, workers)
