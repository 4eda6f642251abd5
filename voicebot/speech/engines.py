"""Recognizers by their names in the settings."""

import os
from concurrent.futures import Executor
from functools import partial

from voicebot.speech import ears_files, models
from voicebot.speech.engine_process import EngineProcess
from voicebot.speech.recognition import Recognition
from voicebot.speech.recognition_processes import ProcessedRecognition
from voicebot.speech.recognition_threads import ThreadedRecognition
from voicebot.speech.recognizer import EngineMissing, Recognizer

_AT_ONCE = 2
"""Utterances that one process hears at a time, each on one core."""

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


def make_recognition(name: str, pool: Executor) -> Recognition:
    """An engine for the calls of a service: one that works out much in Python has a process of its own for every two
    cores, one that hears while the caller speaks is asked in `pool`. Raises EngineMissing."""
    if name == "vosk" or (name == "auto" and models.vosk_ja() is not None):
        return ThreadedRecognition(make_recognizer(name), pool)
    cores = os.cpu_count() or 1
    make = partial(make_recognizer, name, threads=1, workers=_AT_ONCE)
    return ProcessedRecognition([EngineProcess(make, _AT_ONCE) for _ in range(max(1, cores // _AT_ONCE))])
