"""Processor time by part: functions of the service, timed while one thread runs them."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from threading import get_ident
from typing import Any
from unittest.mock import patch

from faster_whisper.feature_extractor import FeatureExtractor

import nlu
from voicebot.call import action_loop
from voicebot.replay.line import Line
from voicebot.speech import (
    closed,
    ctc_beam,
    kana_engine,
    kana_guesses,
    kana_mending,
    kana_weighing,
    mastering,
    mulaw,
    whisper_texts,
)
from voicebot.speech.kana_engine import KanaListening, KanaRecognizer
from voicebot.speech.kana_model import KanaModel
from voicebot.speech.openjtalk_phrase import OpenJTalkPhrase
from voicebot.speech.openjtalk_voice import OpenJTalkVoice
from voicebot.speech.resampler import Doubler
from voicebot.speech.vad import VoiceActivity
from voicebot.speech.whisper_model import WhisperModel
from voicebot.telephony import session, understanding
from voicebot.telephony.ears import Ears
from voicebot.telephony.record import MemoryCallLog
from voicebot.transport import twilio_wire as wire

CALLER = "the caller's own"
"""Of the bench, not of the service."""

REST = "event loop, the line's own included, and all else"

_TRIALS = 20_000

PARTS: dict[str, tuple[tuple[Any, str], ...]] = {
    "frames: JSON and base64": ((wire, "parse"), (wire, "media"), (wire, "mark")),
    "frames: mu-law and resampler": ((mulaw, "decode"), (Doubler, "feed")),
    "frames: endpointing": ((Ears, "feed"),),
    "frames: record": ((MemoryCallLog, "caller_audio"), (MemoryCallLog, "agent_audio")),
    "voice activity": ((VoiceActivity, "feed"),),
    "tones": ((kana_engine, "is_tone"),),
    "spectrogram": ((FeatureExtractor, "__call__"),),
    "encoder": ((WhisperModel, "encode"), (WhisperModel, "vectors")),
    "head": ((KanaModel, "posteriors"),),
    "open search": ((ctc_beam, "search"),),
    "grammar": ((kana_mending, "parsed"),),
    "spotting": ((kana_mending, "spotted"),),
    "mending": ((kana_mending, "mended"),),
    "guesses": ((kana_guesses, "opened"), (kana_guesses, "written"), (kana_guesses, "likeliest")),
    "closed answers": ((kana_guesses, "allowed"), (KanaListening, "score")),
    "weighing": ((kana_weighing, "weigh"), (kana_weighing, "told")),
    "calibration": ((kana_engine, "calibrated"),),
    "Whisper's decoder": ((whisper_texts, "texts"), (whisper_texts, "prompt")),
    "recognizer, all else": ((closed, "hear"), (KanaListening, "feed"), (KanaRecognizer, "listen")),
    "understanding": ((nlu, "interpret"), (understanding, "so_far"), (nlu, "hints_for")),
    "dialog": ((action_loop, "step"),),
    "synthesis": ((OpenJTalkVoice, "speak"), (OpenJTalkPhrase, "speak"), (mastering, "louder")),
    "calendar": ((session, "answered"),),
    CALLER: ((Line, "_frame"), (Line, "_leaves")),
}
"""What is patched: the place where a caller looks the function up."""


class Clock:
    """Processor time of the whole process, native threads included; each part without the parts it calls."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self._seconds: dict[str, float] = defaultdict(float)
        self._asked: Counter[str] = Counter()
        """How often a part called another."""

        self._running = [REST]
        self._since = time.process_time()
        self._thread = get_ident()
        self._own = self._cost()

    @property
    def seconds(self) -> dict[str, float]:
        """By part, without what it costs to take the time."""
        within, around = self._own
        return {
            part: max(0.0, spent - within * self.calls[part] - around * self._asked[part])
            for part, spent in self._seconds.items()
        }

    def enter(self, part: str) -> None:
        self._book()
        self.calls[part] += 1
        self._asked[self._running[-1]] += 1
        self._running.append(part)

    def leave(self) -> None:
        self._book()
        self._running.pop()

    def _book(self) -> None:
        now = time.process_time()
        self._seconds[self._running[-1]] += now - self._since
        self._since = now

    def _cost(self) -> tuple[float, float]:
        """Seconds by which each timing makes the part longer, and the part that called it."""
        empty = self.timed("", lambda: None)
        self._book()
        self._seconds.clear()
        for _ in range(_TRIALS):
            empty()
        self._book()
        found = self._seconds[""] / _TRIALS, self._seconds[REST] / _TRIALS
        self._seconds.clear()
        self.calls.clear()
        self._asked.clear()
        return found

    def timed(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """`work`, whose time on this thread counts as the part's."""

        @wraps(work)
        def timing(*args: Any, **kwargs: Any) -> Any:
            if get_ident() != self._thread:
                return work(*args, **kwargs)
            self.enter(part)
            try:
                return work(*args, **kwargs)
            finally:
                self.leave()

        return timing


@contextmanager
def clock() -> Iterator[Clock]:
    """Times the PARTS until it is left."""
    running = Clock()
    with ExitStack() as stack:
        for part, places in PARTS.items():
            for owner, name in places:
                timing = running.timed(part, getattr(owner, name))
                stack.enter_context(patch.object(owner, name, timing))
        yield running
        running.leave()
