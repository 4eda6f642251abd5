"""Writers for another process that tell about it, or fail as writers do."""

import os
from collections.abc import Callable

from voicebot.speech.recognizer import EngineMissing, Pcm


def telling() -> Callable[[Pcm], str]:
    return lambda pcm: f"{len(pcm)} {os.getpid()} {os.nice(0)}"


def choosy() -> Callable[[Pcm], str]:
    def write(pcm: Pcm) -> str:
        if len(pcm) < 100:
            raise ValueError("too short")
        return str(len(pcm))

    return write


def dying() -> Callable[[Pcm], str]:
    return lambda pcm: os._exit(7)


def missing() -> Callable[[Pcm], str]:
    raise EngineMissing("no pen; buy a pen")
