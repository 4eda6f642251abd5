"""eSpeak NG speaking kana into memory: a formant synthesizer, unlike any voice made from recordings."""

import ctypes
from collections.abc import Callable
from functools import lru_cache

import espeakng_loader
import numpy as np
from numpy.typing import NDArray

RATE = 22_050
_SYNCHRONOUS = 2
_UTF8 = 1
_SPEED, _PITCH = 1, 3
_VARIANTS = ("", "+m1", "+m3", "+m7", "+f2", "+f4")


@lru_cache(maxsize=1)
def _library() -> tuple[ctypes.CDLL, list[NDArray[np.int16]], Callable[..., int]]:
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    rate = library.espeak_Initialize(_SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), 0)
    if rate != RATE:
        raise RuntimeError(f"eSpeak NG did not start (it answered {rate}); reinstall espeakng-loader")
    pieces: list[NDArray[np.int16]] = []

    def take(samples: "ctypes._Pointer[ctypes.c_short]", count: int, _: int) -> int:
        if count > 0:
            pieces.append(np.ctypeslib.as_array(samples, (count,)).copy())
        return 0

    kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
    callback = kind(take)
    library.espeak_SetSynthCallback(callback)
    return library, pieces, callback


def speak(kana: str, variant: int, words_per_minute: int, pitch: int) -> NDArray[np.float64]:
    """Kana at RATE Hz, shape (samples,), in -1..1. `pitch` is 0 to 99; `variant` picks a speaker.

    What was said before shifts its sounds by a few samples: eSpeak NG keeps the phase of its oscillators.
    """
    library, pieces, _ = _library()
    pieces.clear()
    library.espeak_SetVoiceByName(f"ja{_VARIANTS[variant % len(_VARIANTS)]}".encode())
    library.espeak_SetParameter(_SPEED, words_per_minute, 0)
    library.espeak_SetParameter(_PITCH, pitch, 0)
    data = kana.encode()
    library.espeak_Synth(data, len(data) + 1, 0, 1, 0, _UTF8, None, None)
    library.espeak_Synchronize()
    return np.concatenate([*pieces, np.zeros(1, np.int16)]) / 32_768
