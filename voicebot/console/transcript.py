"""A call's words as files: text for people, JSON for programs, WebVTT for players (https://www.w3.org/TR/webvtt1/)."""

import json
from collections.abc import Iterable
from html import escape

from voicebot.archive.spoken import Words
from voicebot.console.words import Words as Texts
from voicebot.export.cell import one_line

LEAST_MS = 1_000
"""How long words are shown whose end is not known."""

MEDIA = {"txt": "text/plain", "json": "application/json", "vtt": "text/vtt"}


def written(kind: str, words: Iterable[Words], texts: Texts) -> str:
    """`kind`: one of MEDIA."""
    return {"txt": _text, "json": _json, "vtt": _vtt}[kind]([*words], texts)


def _text(words: list[Words], texts: Texts) -> str:
    lines = (f"[{moment(one.start_ms)}] {side(one, texts)}: {one_line(one.text)}\n" for one in words)
    return "".join(lines)


def _json(words: list[Words], texts: Texts) -> str:
    rows = [
        {"side": one.side, "text": one.text, "start_ms": one.start_ms, "end_ms": one.end_ms} for one in words
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _vtt(words: list[Words], texts: Texts) -> str:
    """Words whose place is not known are left out."""
    cues = ["WEBVTT\n"]
    for one in sorted((w for w in words if w.start_ms is not None), key=lambda w: w.start_ms or 0):
        start = one.start_ms or 0
        end = max(one.end_ms or start + LEAST_MS, start + 1)
        said = f"<v {escape(side(one, texts), quote=False)}>{escape(one_line(one.text), quote=False)}"
        cues.append(f"{_stamp(start)} --> {_stamp(end)}\n{said}\n")
    return "\n".join(cues)


def side(one: Words, texts: Texts) -> str:
    return texts(f"call.sides.{one.side}")


def moment(ms: int | None) -> str:
    """`1:05`; a dash where it is not known."""
    if ms is None:
        return "–"
    seconds = max(0, ms) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"


def _stamp(ms: int) -> str:
    return f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d}"
