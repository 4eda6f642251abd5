"""Which model files are present, and getting the one that no package registry carries."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from voicebot.speech import whisper_files
from voicebot.speech.recognizer import EngineMissing

_VOSK_JA = re.compile(r"vosk-model(-small)?-ja\b")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model and its state on this machine."""

    name: str
    present: bool
    state: str
    """"ok", or one sentence with the remedy."""

    path: Path | None = None
    size: int = 0
    """Bytes on disk."""


def vosk_ja() -> Path | None:
    """The folder of Vosk's Japanese model: VOICEBOT_VOSK_MODEL, else from Vosk's own cache folders.

    Raises EngineMissing when VOICEBOT_VOSK_MODEL names no model.
    """
    named = os.environ.get("VOICEBOT_VOSK_MODEL")
    if named:
        if not _is_vosk_model(Path(named)):
            raise EngineMissing(
                f"VOICEBOT_VOSK_MODEL names {named}, which holds no Vosk model; "
                "correct it, or unset it and run `voicebot models --get vosk-ja`"
            )
        return Path(named)
    import vosk

    for folder in vosk.MODEL_DIRS:
        if folder is None or not Path(folder).is_dir():
            continue
        for path in sorted(Path(folder).iterdir()):
            if _VOSK_JA.match(path.name) and _is_vosk_model(path):
                return path
    return None


def get_vosk_ja() -> Path:
    """Vosk's small Japanese model (48 MB), through Vosk's own downloader unless it is there already.

    Raises EngineMissing when it cannot be had.
    """
    present = vosk_ja()
    if present is not None:
        return present
    import vosk

    class Download(vosk.Model):  # type: ignore[misc]
        """Vosk's downloader without the loading."""

        def __init__(self) -> None:
            self.get_model_by_lang("ja")

        def __del__(self) -> None:
            """There is no handle to free."""

    try:
        # Vosk ends the process when its maker's list names no such model.
        Download()
    except (OSError, ValueError, SystemExit) as error:
        raise EngineMissing(
            f"Vosk's Japanese model could not be got from its maker ({_short(error)}); check the network, or put "
            "the folder vosk-model-small-ja-0.22 into ~/.cache/vosk"
        ) from None
    path = vosk_ja()
    if path is None:
        raise EngineMissing(
            "Vosk's Japanese model was got but is not whole; delete vosk-model-small-ja* in ~/.cache/vosk "
            "and run `voicebot models --get vosk-ja` again"
        )
    return path


def listed() -> tuple[ModelFile, ...]:
    """Every model that an engine can use, present or not."""
    return (_whisper(), _vosk())


def table() -> str:
    """The same for people: one line a model."""
    lines = []
    for model in listed():
        size = f"{model.size / 1e6:.0f} MB" if model.present else "-"
        lines.append(f"{model.name:13} {size:>7}  {model.state:9} {model.path or ''}".rstrip())
    return "\n".join(lines)


def _whisper() -> ModelFile:
    try:
        paths = whisper_files.part_paths()
        whisper_files.load(paths)
    except EngineMissing as error:
        return ModelFile("whisper-base", False, str(error))
    return ModelFile("whisper-base", True, "sha256 ok", paths[0].parent, sum(p.stat().st_size for p in paths))


def _vosk() -> ModelFile:
    try:
        path = vosk_ja()
    except EngineMissing as error:
        return ModelFile("vosk-ja", False, str(error))
    if path is None:
        return ModelFile("vosk-ja", False, "not present; get it with `voicebot models --get vosk-ja`")
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return ModelFile("vosk-ja", True, "ok", path, size)


def _is_vosk_model(path: Path) -> bool:
    return (path / "am" / "final.mdl").is_file()


def _short(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0][:100] or type(error).__name__
