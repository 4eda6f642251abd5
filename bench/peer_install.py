"""Pipecat in an environment of its own, made once in var/peers, and started there as a process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.realtime_service import Running, ready, stop
from voicebot.speech import whisper_files

PACKAGES = ("pipecat-ai[silero,whisper,websocket]==1.14.0", "uvicorn==0.35.0")
"""BSD-2."""

FOLDER = Path("var/peers/pipecat")
SERVICE = Path(__file__).with_name("peer_service.py")
INSTALL_S = 900.0
_DONE = "installed"


class Absent(Exception):
    """It cannot be had; the message says why."""


@contextmanager
def peer(answer: Path, log: Path, folder: Path = FOLDER) -> Iterator[Running]:
    """Its service, saying `answer` (WAV, 16 bits, 8,000 Hz) after each turn. Raises Absent, NotStarted."""
    weights = _weights(folder / "whisper-base")
    command = [str(_python(folder)), "-P", str(SERVICE), str(weights), str(answer)]
    offline = {"HF_HUB_OFFLINE": "1", "PYTHONPATH": ""}
    with log.open("wb") as written:
        process = subprocess.Popen(
            command, stdout=written, stderr=subprocess.STDOUT, env={**os.environ, **offline}
        )
    try:
        yield Running(ready(process, log), process.pid)
    finally:
        stop(process)


def _python(folder: Path) -> Path:
    python, done = folder / "venv/bin/python", folder / _DONE
    if not done.is_file() or done.read_text() != " ".join(PACKAGES):
        print(f"installing {PACKAGES[0]} in {folder} ...", file=sys.stderr, flush=True)
        _ran([sys.executable, "-m", "venv", "--clear", str(folder / "venv")])
        _ran([str(python), "-m", "pip", "install", "-q", *PACKAGES])
        done.write_text(" ".join(PACKAGES))
    return python


def _ran(command: list[str]) -> None:
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=INSTALL_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Absent(str(error)) from None
    if ended.returncode:
        raise Absent((ended.stderr.strip().splitlines() or ["it could not be installed"])[-1])


def _weights(folder: Path) -> Path:
    """The same Whisper as ours, before what its encoder learnt from people, as faster-whisper reads it."""
    files = whisper_files.load(whisper_files.part_paths())
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in {**files.model, "tokenizer.json": files.tokenizer}.items():
        (folder / name).write_bytes(content)
    return folder
