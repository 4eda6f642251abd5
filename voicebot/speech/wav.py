"""WAV files as mono 16-bit PCM."""

import wave
from pathlib import Path
from typing import IO

import numpy as np
import soxr
from numpy.typing import NDArray


class BadRecording(Exception):
    """A recording that cannot be used. The message names the file and the remedy."""


def read(path: Path, rate: int) -> NDArray[np.int16]:
    """The recording as mono PCM at `rate` Hz, shape (samples,); several channels are averaged.

    Takes uncompressed PCM of 8, 16, 24 or 32 bits at any sampling rate.
    Raises BadRecording for a file that is missing, broken, empty or compressed.
    """
    try:
        with wave.open(str(path), "rb") as file:
            channels, width, source_rate = file.getnchannels(), file.getsampwidth(), file.getframerate()
            data = file.readframes(file.getnframes())
    except FileNotFoundError:
        raise BadRecording(f"{path}: there is no such file; give the path of a WAV recording") from None
    except (wave.Error, EOFError, OSError) as error:
        reason = str(error) or "it ends too early"
        raise BadRecording(
            f"{path}: not a readable recording ({reason}); save it as 16-bit PCM WAV"
        ) from None
    whole = len(data) // (width * channels) * (width * channels)
    if whole == 0 or source_rate <= 0:
        raise BadRecording(f"{path}: the recording holds no sound; record it again as 16-bit PCM WAV")
    samples = _as_float(data[:whole], width).reshape(-1, channels).mean(axis=1)
    if source_rate != rate:
        samples = soxr.resample(samples, source_rate, rate)
    return to_int16(samples)


def write(path: Path | IO[bytes], pcm: NDArray[np.int16], rate: int) -> None:
    """Writes mono 16-bit PCM, shape (samples,), at `rate` Hz."""
    with wave.open(str(path) if isinstance(path, Path) else path, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(pcm.astype("<i2").tobytes())


def to_int16(samples: NDArray[np.floating]) -> NDArray[np.int16]:
    """Samples in -1..1 as 16-bit PCM; what is louder is clipped."""
    return np.clip(np.round(samples * 32_768), -32_768, 32_767).astype(np.int16)


def _as_float(data: bytes, width: int) -> NDArray[np.float64]:
    if width == 1:
        whole = np.frombuffer(data, np.uint8).astype(np.int64) - 128
    elif width == 3:
        padded = np.zeros((len(data) // 3, 4), np.uint8)
        padded[:, 1:] = np.frombuffer(data, np.uint8).reshape(-1, 3)
        return _as_float(padded.tobytes(), 4)
    else:
        whole = np.frombuffer(data, f"<i{width}").astype(np.int64)
    return np.ldexp(whole.astype(np.float64), 1 - 8 * width)
