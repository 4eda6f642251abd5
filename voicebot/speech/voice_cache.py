"""Rendered sentences on disk, with the most recent ones in memory."""

import hashlib
import os
import tempfile
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from threading import Lock

from voicebot.speech.mastering import VERSION
from voicebot.speech.recognizer import EngineMissing

IN_MEMORY = 32_000_000
"""Bytes of audio kept in memory: a little over an hour."""

_DIGEST = hashlib.sha256().digest_size


class VoiceCache:
    """Safe to share between threads and processes: a file appears whole or not at all."""

    def __init__(self, folder: Path, in_memory: int = IN_MEMORY) -> None:
        """Raises EngineMissing, with the remedy, when `folder` cannot be written."""
        self._folder = folder
        self._in_memory = in_memory
        self._recent: OrderedDict[str, bytes] = OrderedDict()
        self._held = 0
        self._lock = Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise EngineMissing(
                f"cannot keep rendered sentences in {folder} ({error.strerror}); "
                "make the folder writable or set VOICEBOT_VAR to another one"
            ) from None

    def get(self, key: str) -> bytes | None:
        """The audio, or None where there is none or its file is damaged."""
        with self._lock:
            if key in self._recent:
                self._recent.move_to_end(key)
                return self._recent[key]
        try:
            stored = self.path(key).read_bytes()
        except OSError:
            return None
        digest, audio = stored[:_DIGEST], stored[_DIGEST:]
        if not audio or hashlib.sha256(audio).digest() != digest:
            return None
        self._remember(key, audio)
        return audio

    def put(self, key: str, audio: bytes) -> None:
        """Keeps the audio; on a full disk in memory only."""
        self._remember(key, audio)
        with suppress(OSError):
            self._write(self.path(key), hashlib.sha256(audio).digest() + audio)

    def path(self, key: str) -> Path:
        """Where the audio for `key` lies: its SHA-256, then mu-law bytes."""
        return self._folder / f"{key}.ulaw"

    def _write(self, path: Path, content: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise

    def _remember(self, key: str, audio: bytes) -> None:
        with self._lock:
            self._held += len(audio) - len(self._recent.pop(key, b""))
            self._recent[key] = audio
            while self._held > self._in_memory and len(self._recent) > 1:
                self._held -= len(self._recent.popitem(last=False)[1])


def cache_key(engine: str, voice: str, rate: float, speech: str) -> str:
    """SHA-256 in hex over everything that changes the sound."""
    return hashlib.sha256(f"{VERSION}\0{engine}\0{voice}\0{rate:.2f}\0{speech}".encode()).hexdigest()
