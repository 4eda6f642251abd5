"""A call's sound as a picture: two voices, one below the other, with the places where words are."""

from dataclasses import dataclass

from voicebot.archive import sound, spoken
from voicebot.console.call_shown import ShownCall

WIDTH, HEIGHT = 1000, 100
"""Of the picture, in its own units; each voice has a half of the height."""

_COLUMNS = 500
_QUIET = 0.5
"""The line that is drawn where nothing sounds."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, from `x` on."""

    side: str
    x: float
    width: float
    y: int
    start_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class Waveform:
    paths: dict[str, str]
    """SVG path data by side."""

    pieces: list[Piece]


def waveform(call: ShownCall) -> Waveform:
    """Of a call that has sound."""
    half = HEIGHT // 2
    middles = {side: half // 2 + half * n for n, side in enumerate(sound.SIDES)}
    paths = {side: _path(sound.peaks(call.sound, side, _COLUMNS), middles[side]) for side in sound.SIDES}
    pieces = []
    per_ms = WIDTH / max(1, call.sound.ms)
    for words in call.words():
        if words.start_ms is None or words.end_ms is None:
            continue
        side = spoken.AGENT if words.side == spoken.AGENT else spoken.CALLER
        x, width = words.start_ms * per_ms, max(1.0, (words.end_ms - words.start_ms) * per_ms)
        y = middles[side] - half // 2
        pieces.append(Piece(side, round(x, 1), round(width, 1), y, words.start_ms, words.text))
    return Waveform(paths, pieces)


def _path(peaks: list[float], middle: int) -> str:
    step, half = WIDTH / len(peaks), HEIGHT // 4 - 2
    bars = []
    for n, peak in enumerate(peaks):
        height = max(_QUIET, peak**0.5 * half)
        bars.append(f"M{n * step + step / 2:.0f} {middle - height:.1f}V{middle + height:.1f}")
    return "".join(bars)
