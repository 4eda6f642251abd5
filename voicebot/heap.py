"""Memory that was freed and that the C library keeps for later."""

import ctypes
import gc


def give_back() -> None:
    """Returns what is free to the system, after something large was loaded. Nothing where the C library cannot (not glibc)."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
