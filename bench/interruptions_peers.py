"""Strategies that only count speech, beside which ours is measured."""

from collections import deque
from collections.abc import Sequence

from voicebot.speech.vad import CHUNK_MS
from voicebot.turns.endpoint import SPEECH


def voiced_share(
    probabilities: Sequence[float], from_ms: int, voiced_ms: int = 500, window_ms: int = 800
) -> int | None:
    """When so much of the window is speech, as long as the voice plays; None where it never is."""
    window: deque[bool] = deque(maxlen=window_ms // CHUNK_MS)
    for number, probability in enumerate(probabilities, 1):
        if (number - 1) * CHUNK_MS < from_ms:
            continue
        window.append(probability >= SPEECH)
        if sum(window) * CHUNK_MS >= voiced_ms:
            return number * CHUNK_MS
    return None


def plain(probabilities: Sequence[float], from_ms: int) -> int | None:
    """When 96 ms in a row are speech."""
    return voiced_share(probabilities, from_ms, 96, 96)
