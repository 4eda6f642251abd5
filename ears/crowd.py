"""People who speak Japanese with the timbre and the accent of other languages.

`crowd.npz` holds the styles of Kokoro-82M's voices for other languages (hexgrad, Apache-2.0) at four lengths of text, half
precision.
"""

from functools import lru_cache
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).with_name("crowd.npz")

APART = ("zf_xiaoni", "zf_xiaoxiao", "zf_xiaoyi", "zm_yunxi", "zm_yunyang")
"""Those with the strongest accents. Training never hears them; the weighing of evidence is fitted on them."""

LENGTHS = 111
"""Tokens of a text, up to which a style is known; longer ones have the last."""

Style = NDArray[np.float32]
"""As in `voices`: shape (LENGTHS, 1, 256), 128 columns of timbre, 128 of rhythm and melody."""

_ONE, _OWN = 0.6, 0.35
"""How often a timbre is one person's and not a mixture of two; how often somebody speaks in their own manner."""


@lru_cache(maxsize=1)
def styles() -> dict[str, Style]:
    """Every voice's style by name."""
    with np.load(FILE) as file:
        known, rows = file["rows"], file["styles"].astype(np.float32)
        lengths = np.arange(LENGTHS)
        after = np.searchsorted(known, lengths, side="left").clip(1)
        share = ((lengths - known[after - 1]) / (known[after] - known[after - 1]))[:, np.newaxis]
        return {
            str(name): ((1 - share) * style[after - 1] + share * style[after])[:, np.newaxis].astype(
                np.float32
            )
            for name, style in zip(file["names"], rows, strict=True)
        }


def somebody(japanese: Style, rng: Random) -> Style:
    """A person of the crowd: one timbre or two mixed; the manner is their own, or leans to `japanese`, a native's style."""
    known = {name: style for name, style in styles().items() if name not in APART}
    one, other = (known[name] for name in rng.sample(sorted(known), 2))
    share = 1.0 if rng.random() < _ONE else rng.uniform(0.3, 0.7)
    timbre = share * one + (1 - share) * other
    native = japanese[:LENGTHS]
    if rng.random() < 0.1:
        timbre = native
    lean = 0.0 if rng.random() < _OWN else rng.uniform(0.4, 1.0)
    manner = (1 - lean) * one + lean * native
    return np.concatenate([timbre[..., :128], manner[..., 128:]], axis=-1).astype(np.float32)
