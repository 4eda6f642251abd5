"""Sounds with probabilities from Whisper's encoder output: the phoneme listener's weights, on onnxruntime."""

import json
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from voicebot.speech import ears_files
from voicebot.speech.recognizer import EngineMissing

BLANK = ""
SYMBOLS: tuple[str, ...] = (BLANK, *"aiueoNQ:kgsztdnhbpmyrwfvSCTJ")
"""Columns of the posteriors: the CTC blank, then the sounds as `nlu.phonemes.phonemes` writes them."""

FRAME_MS = 20
WIDTH = 512
"""Of one vector of Whisper base's encoder."""


class KanaModel:
    """Thread-safe: several calls share one."""

    def __init__(self, folder: Path = ears_files.FOLDER) -> None:
        """Raises EngineMissing when a file is missing, damaged, or of another vocabulary."""
        self._session = onnxruntime.InferenceSession(
            _checked(folder), _options(), providers=["CPUExecutionProvider"]
        )

    def posteriors(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Encoder vectors, shape (frames, 512), to natural-log probabilities, shape (frames, len(SYMBOLS)).

        One frame is FRAME_MS. Frames of the window's padding, but for one or two, are best left out.
        """
        if len(features) == 0:
            return np.zeros((0, len(SYMBOLS)), np.float32)
        batch = np.ascontiguousarray(features[np.newaxis], np.float32)
        (found,) = self._session.run(None, {"vectors": batch})
        return np.asarray(found[0], np.float32)


def _checked(folder: Path) -> bytes:
    try:
        vocabulary = json.loads((folder / ears_files.VOCABULARY).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EngineMissing(f"the phoneme listener cannot be read ({error}); {ears_files.REMEDY}") from None
    if vocabulary != list(SYMBOLS):
        raise EngineMissing(
            f"the phoneme listener in {folder} writes other sounds than this version; {ears_files.REMEDY}"
        )
    return ears_files.checked(folder, ears_files.HEAD)


def _options() -> onnxruntime.SessionOptions:
    """One thread: the network is so small that another costs twice what it saves."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options
