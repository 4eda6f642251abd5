"""What Whisper's encoder learnt from people: low-rank products that are added to its weights as they are loaded.

The model keeps its size and its time; the published weights stay what they are. LoRA: Hu et al. 2021, arXiv 2106.09685.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from voicebot.speech import ears_files, whisper_weights
from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.whisper_files import WhisperFiles

Pair = tuple[NDArray[np.float32], NDArray[np.float32]]
"""Shapes (out, rank) and (rank, in): their product is added."""

_UP, _DOWN = "up:", "down:"


def write(path: Path, additions: Mapping[str, Pair]) -> None:
    """Under the names of Whisper's variables, as float16."""
    parts = {_UP + name: up for name, (up, _) in additions.items()}
    parts |= {_DOWN + name: down for name, (_, down) in additions.items()}
    np.savez(path, allow_pickle=False, **{name: part.astype(np.float16) for name, part in parts.items()})


def read(content: bytes) -> dict[str, Pair]:
    """What `write` wrote. Raises ValueError."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            parts = {name: file[name].astype(np.float32) for name in file.files}
        names = [name.removeprefix(_UP) for name in parts if name.startswith(_UP)]
        return {name: (parts[_UP + name], parts[_DOWN + name]) for name in names}
    except (zipfile.BadZipFile, KeyError, EOFError, OSError) as error:
        raise ValueError(f"these are no additions ({error})") from None


def adapted(files: WhisperFiles, folder: Path = ears_files.FOLDER) -> WhisperFiles:
    """Whisper with the additions in `folder` in its weights. Raises EngineMissing when they are missing, damaged, or another model's."""
    try:
        model = files.model["model.bin"]
        before = whisper_weights.variables(model)
        additions = read(ears_files.checked(folder, ears_files.ADDITIONS))
        after = {name: before[name].astype(np.float32) + up @ down for name, (up, down) in additions.items()}
        changed = whisper_weights.replaced(model, after)
    except (ValueError, KeyError) as error:
        raise EngineMissing(
            f"the phoneme listener does not fit Whisper ({error}); {ears_files.REMEDY}"
        ) from None
    return replace(files, model={**files.model, "model.bin": changed})
