"""Memory that was freed and that the C library keeps for later."""

import ctypes
import gc
import os

ARENAS = 2
"""glibc makes up to eight a core, one for each thread that asks, and each keeps what was freed in it."""

_VARIABLE = "MALLOC_ARENA_MAX"
_M_ARENA_MAX = -8
"""malloc.h of glibc"""


def few_arenas() -> None:
    """Parts the heap into no more than ARENAS from now on, and that of processes started from here, unless the environment says
    otherwise. Nothing where the C library cannot (not glibc)."""
    os.environ.setdefault(_VARIABLE, str(ARENAS))
    option = getattr(ctypes.CDLL(None), "mallopt", None)
    if option is not None and os.environ[_VARIABLE] == str(ARENAS):
        option(_M_ARENA_MAX, ARENAS)


def give_back() -> None:
    """Returns what is free to the system, after something large was loaded. Nothing where the C library cannot (not glibc)."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
