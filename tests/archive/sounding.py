"""A folder of a call that can be heard."""

import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np

from dialog import events
from dialog.calendar import Availability, Place
from tests.archive.recorded import recorded
from tests.telephony.conftest import NOW
from voicebot.speech import wav

RATE = 8_000


def sounding(calls: Path, sid: str = "CA1") -> Path:
    """28 s. The caller speaks from 8 s to 9.5 s and from 18 s to 19.8 s; the answers begin at 15.3 s and 25.3 s."""
    place = Place(NOW.replace(month=12, day=2, hour=14))
    path = recorded(
        calls,
        sid,
        ("住民票をお願いします", 0.9),
        events.BookingsFound(NOW + timedelta(seconds=15), ()),
        ("12月2日の午後2時", 0.3),
        events.PlacesFound(NOW + timedelta(seconds=25), Availability((place,))),
    )
    spans = ((8_000, 9_500), (18_000, 19_800))
    lines = map(json.loads, (path / "events.jsonl").read_text("utf-8").splitlines())
    texts = ["".join(line["said"]) for line in lines if "said" in line]
    said = list(zip((0, 15_300, 25_300), (5_000, 17_300, 28_000), texts, strict=True))
    wav.write(path / "caller.wav", _voice(spans, 8_000), RATE)
    wav.write(path / "agent.wav", _voice([(start, end) for start, end, _ in said], 4_000), RATE)
    _write(path / "caller.jsonl", [{"start_ms": start, "end_ms": end} for start, end in spans])
    _write(path / "agent.jsonl", [{"start_ms": s, "end_ms": e, "text": text} for s, e, text in said])
    return path


def _voice(spans: Iterable[tuple[int, int]], loud: int) -> np.ndarray:
    voice = np.zeros(28 * RATE, np.int16)
    for start, end in spans:
        time = np.arange((end - start) * RATE // 1000) / RATE
        voice[start * 8 : end * 8] = np.sin(2 * np.pi * 440 * time) * loud
    return voice


def _write(path: Path, lines: Iterable[Any]) -> None:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
