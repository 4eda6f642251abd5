"""The files of the listener's weights, checked as they are read."""

import hashlib
from pathlib import Path

from voicebot.speech.recognizer import EngineMissing

FOLDER = Path(__file__).resolve().parent / "ears_weights"
"""listener.onnx, additions.npz, their listener.sha256, and vocabulary.json."""

HEAD, ADDITIONS, DIGESTS, VOCABULARY = "listener.onnx", "additions.npz", "listener.sha256", "vocabulary.json"

REMEDY = "restore voicebot/speech/ears_weights from the release, or make it anew with `make train-ears`"


def checked(folder: Path, name: str) -> bytes:
    """A file's content. Raises EngineMissing when it is missing, or is not the one whose sha256 is listed."""
    try:
        content = (folder / name).read_bytes()
        listed = (folder / DIGESTS).read_text(encoding="ascii").split()
        expected = dict(zip(listed[1::2], listed[::2], strict=True))[name]
    except (OSError, ValueError, KeyError) as error:
        raise EngineMissing(f"the phoneme listener cannot be read ({error}); {REMEDY}") from None
    if hashlib.sha256(content).hexdigest() != expected:
        raise EngineMissing(f"the phoneme listener in {folder} is damaged (its sha256 is wrong); {REMEDY}")
    return content


def list_digests(folder: Path) -> None:
    """Writes down what `checked` compares with, of the weights that are there, as `sha256sum` writes it."""
    names = [name for name in (HEAD, ADDITIONS) if (folder / name).is_file()]
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / DIGESTS).write_text("".join(lines), encoding="ascii")
