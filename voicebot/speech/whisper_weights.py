"""The variables in a Whisper model's file for CTranslate2, and the file with other numbers in their place.

Source of the layout: `ModelSpec._serialize` in CTranslate2's python/ctranslate2/specs/model_spec.py (binary version 6).
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_VERSION = 6
_FLOAT16 = 4
"""Number of that type in the file."""


class NotAModel(ValueError):
    """The bytes are no Whisper model of this layout; the message says what was found."""


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    shape: tuple[int, ...]
    start: int
    size: int
    """Bytes."""


def variables(model: bytes) -> dict[str, NDArray[np.float16]]:
    """Those of float16 by their names, as views of `model`. Raises NotAModel."""
    return {place.name: _view(model, place) for place in _places(model)}


def replaced(model: bytes, others: Mapping[str, NDArray[np.floating]]) -> bytes:
    """`model` with the variables named in `others` exchanged for these, of the same shapes.

    Raises NotAModel, and KeyError or ValueError for a variable that it does not hold so.
    """
    places = {place.name: place for place in _places(model)}
    changed = bytearray(model)
    for name, values in others.items():
        place = places[name]
        if values.shape != place.shape:
            raise ValueError(f"{name} has the shape {place.shape}, not {values.shape}")
        changed[place.start : place.start + place.size] = values.astype("<f2").tobytes()
    return bytes(changed)


def _view(model: bytes, place: _Place) -> NDArray[np.float16]:
    count = place.size // 2
    return np.frombuffer(model, np.float16, count, place.start).reshape(place.shape)


def _places(model: bytes) -> Iterator[_Place]:
    try:
        yield from _read(model)
    except (struct.error, UnicodeDecodeError) as error:
        raise NotAModel(f"the model's file ends too early or is damaged ({error})") from None


def _read(model: bytes) -> Iterator[_Place]:
    (version,) = struct.unpack_from("<I", model)
    if version != _VERSION:
        raise NotAModel(f"the model's file has binary version {version}, not {_VERSION}")
    spec, at = _string(model, 4)
    if spec != "WhisperSpec":
        raise NotAModel(f"the model is a {spec[:40]}, not a WhisperSpec")
    _revision, count = struct.unpack_from("<II", model, at)
    at += 8
    for _ in range(count):
        name, at = _string(model, at)
        (rank,) = struct.unpack_from("<B", model, at)
        shape = struct.unpack_from(f"<{rank}I", model, at + 1)
        kind, size = struct.unpack_from("<BI", model, at + 1 + 4 * rank)
        at += 6 + 4 * rank
        if at + size > len(model):
            raise NotAModel("the model's file ends too early")
        if kind == _FLOAT16:
            yield _Place(name, shape, at, size)
        at += size


def _string(model: bytes, at: int) -> tuple[str, int]:
    """The string there, and where what follows begins; its length counts the zero at its end."""
    (length,) = struct.unpack_from("<H", model, at)
    end = at + 2 + length
    if length == 0 or end > len(model):
        raise NotAModel("the model's file ends too early")
    return model[at + 2 : end - 1].decode("ascii"), end
