"""The wanted rate of speech from engines whose own speed setting only comes near it."""

from collections.abc import Callable

from voicebot.speech import mastering

Render = Callable[[float], tuple[mastering.Samples, int]]
"""An engine at a speed (1 is its own): samples and their Hz."""

TOLERANCE = 0.1
"""Share by which the rate may miss before the sentence is rendered once more."""

_ATTEMPTS = 3


def paced(render: Render, morae: int, rate: float, natural: float) -> bytes:
    """`morae` spoken at `rate` mora/s, as telephone mu-law.

    `natural` is the engine's rate at speed 1 while sounding. Short sentences come out too fast where
    an engine stretches the silence around them first; they are corrected by what was measured.
    """
    wanted = rate * mastering.ARTICULATION
    speed = wanted / natural
    for _ in range(_ATTEMPTS):
        samples, hertz = render(speed)
        audio = mastering.master(samples, hertz, rate)
        sounding = mastering.sounding_seconds(audio)
        if not sounding or abs(morae / sounding / wanted - 1) <= TOLERANCE:
            break
        speed *= wanted * sounding / morae
    return audio
