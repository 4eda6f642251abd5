"""Smart Turn v3.2, Pipecat's end-of-turn network, from its wheel: fetched once into var/peers, nothing of it installed."""

import json
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from bench.turns_heard import PER_MS, HeardTurn, Silence
from voicebot.speech.recognizer import SAMPLE_RATE, Pcm

FOLDER = Path("var/peers")
PACKAGE = "pipecat-ai==1.14.0"
_MODEL = "pipecat/audio/turn/smart_turn/data/smart-turn-v3.2-cpu.onnx"
KEPT = Path("var/turns/smart.json")
PAUSE_MS = 200
"""Silence after which Pipecat asks it."""

PRE_MS = 500
"""Sound before the speech that Pipecat hands it."""

_SAMPLES = 8 * SAMPLE_RATE
_FFT, _STEP, _BANDS = 400, 160, 80


class Absent(Exception):
    """It cannot be had; the message says why."""


class SmartTurn:
    """Raises Absent."""

    def __init__(self, folder: Path = FOLDER) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(_model(folder), options)

    def over(self, pcm: Pcm) -> float:
        """The probability that the turn is over, of what was said so far at 16,000 Hz, shape (samples,)."""
        (answers,) = self._session.run(None, {"input_features": _features(pcm)[None]})
        return float(np.asarray(answers).reshape(-1)[0])


def answers(turns: Sequence[HeardTurn], kept: Path = KEPT) -> list[list[float]]:
    """For each silence of each turn the probability that the turn is over, 200 ms into it, as Pipecat asks; kept in a file.

    Raises Absent.
    """
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    network: SmartTurn | None = None
    found = []
    for one in turns:
        key = f"{one.turn.id} {zlib.crc32(one.turn.pcm.tobytes())}"
        if key not in known:
            network = network or SmartTurn()
            known[key] = [round(network.over(_said(one, each)), 5) for each in one.silences]
        found.append(known[key])
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    return found


def _said(one: HeardTurn, silence: Silence) -> Pcm:
    first, last = max(0, silence.started_ms - PRE_MS), silence.ended_ms + PAUSE_MS
    return one.turn.pcm[first * PER_MS : last * PER_MS]


def _model(folder: Path) -> bytes:
    wheel = next(folder.glob("pipecat_ai-*.whl"), None)
    if wheel is None:
        folder.mkdir(parents=True, exist_ok=True)
        print(f"fetching {PACKAGE} ...", file=sys.stderr, flush=True)
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), PACKAGE]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        wheel = next(folder.glob("pipecat_ai-*.whl"), None)
        if wheel is None:
            raise Absent((done.stderr.strip().splitlines() or ["it could not be fetched"])[-1][:80])
    with zipfile.ZipFile(wheel) as files:
        return files.read(_MODEL)


def _features(pcm: Pcm) -> NDArray[np.float32]:
    """Log-mel features as Whisper's, of the last eight seconds with silence before them; shape (80, 800)."""
    speech = pcm[-_SAMPLES:].astype(np.float32) / 32_768
    speech = np.pad(speech, (_SAMPLES - len(speech), 0))
    speech = (speech - speech.mean()) / np.sqrt(speech.var() + 1e-7)
    padded = np.pad(speech.astype(np.float64), _FFT // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, _FFT)[::_STEP]
    power = np.abs(np.fft.rfft(frames * np.hanning(_FFT + 1)[:-1])) ** 2
    bands = np.log10(np.maximum(power @ _filters(), 1e-10)).T[:, :-1]
    return np.asarray((np.maximum(bands, bands.max() - 8) + 4) / 4, np.float32)


@lru_cache(maxsize=1)
def _filters() -> NDArray[np.float64]:
    """Triangles on Slaney's scale, linear to 1 kHz and logarithmic above, each of one area; shape (201, 80)."""
    top = 15 + 27 * np.log(SAMPLE_RATE / 2_000) / np.log(6.4)
    steps = np.linspace(0, top, _BANDS + 2)
    edges = np.where(steps < 15, steps * 200 / 3, 1_000 * np.exp((steps - 15) * np.log(6.4) / 27))
    hertz = np.linspace(0, SAMPLE_RATE / 2, _FFT // 2 + 1)[:, None]
    rising = (hertz - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - hertz) / (edges[2:] - edges[1:-1])
    return np.asarray(np.maximum(0, np.minimum(rising, falling)) * 2 / (edges[2:] - edges[:-2]), np.float64)
