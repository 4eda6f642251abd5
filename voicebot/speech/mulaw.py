"""G.711 mu-law, the code of the telephone: one byte a sample at 8,000 Hz."""

import numpy as np
from numpy.typing import NDArray

SILENCE = 0xFF
"""The byte for a sample of zero."""

_BIAS = 0x84
_CLIP = 32_635


def _decode_table() -> NDArray[np.int16]:
    """ITU-T G.711 table 2a/2b, scaled from 14 to 16 bits."""
    code = ~np.arange(256, dtype=np.int32) & 0xFF
    magnitude = ((((code & 0x0F) << 3) + _BIAS) << ((code & 0x70) >> 4)) - _BIAS
    return np.where(code & 0x80, -magnitude, magnitude).astype(np.int16)


def _encode_table() -> NDArray[np.uint8]:
    """The byte for every 16-bit sample, indexed by the sample seen as unsigned."""
    sample = np.arange(65_536, dtype=np.uint16).view(np.int16).astype(np.int32)
    magnitude = np.minimum(np.abs(sample), _CLIP) + _BIAS
    segment = np.floor(np.log2(magnitude)).astype(np.int32) - 7
    mantissa = (magnitude >> (segment + 3)) & 0x0F
    sign = np.where(sample < 0, 0x80, 0)
    return np.asarray(~(sign | (segment << 4) | mantissa) & 0xFF, np.uint8)


_DECODE = _decode_table()
_ENCODE = _encode_table()


def encode(pcm: NDArray[np.int16]) -> bytes:
    """16-bit PCM, shape (samples,), as mu-law: one byte a sample."""
    return _ENCODE[np.ascontiguousarray(pcm, dtype=np.int16).view(np.uint16)].tobytes()


def decode(data: bytes) -> NDArray[np.int16]:
    """mu-law bytes as 16-bit PCM, shape (len(data),)."""
    return _DECODE[np.frombuffer(data, dtype=np.uint8)]
