"""A grammar as a network over sounds: one prefix tree for each class of words."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from nlu.grammar import Class, Grammar, class_of
from nlu.phonemes import phonemes
from nlu.vocabulary.word import Word
from voicebot.speech.kana_model import SYMBOLS

CLASSES = tuple(Class)
VOWELS = "aiueo"
LONG = SYMBOLS.index(":")


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Nodes of all trees; behind them one root for each class, in the order of CLASSES."""

    labels: NDArray[np.intp]
    """Column of the posteriors, shape (nodes,); for a vowel that begins a word len(SYMBOLS) and up, in the order of
    VOWELS: after a like vowel it is heard as a long one."""

    parents: NDArray[np.intp]
    doubled: NDArray[np.intp]
    """Nodes that a blank must part from their parents, for they are the same sound."""

    ends: NDArray[np.intp]
    """Nodes at which words end, sorted by class."""

    end_classes: NDArray[np.intp]
    words: tuple[Word, ...]
    """The word of each end; of words of a class that sound alike the first."""

    follows: NDArray[np.bool_]
    """Shape (classes, classes): whether the second may follow the first."""


@lru_cache(maxsize=16)
def network(grammar: Grammar) -> Network:
    """Built once for a grammar, about 10 ms for 400 words. Words without sounds are left out."""
    labels: list[int] = []
    parents: list[int] = []
    nodes: dict[tuple[Class, str], int] = {}
    ends: dict[int, Word] = {}
    for word in sorted(grammar.words, key=lambda word: CLASSES.index(class_of(word))):
        one, sounds = class_of(word), phonemes(word.form)
        for length in range(1, len(sounds) + 1):
            key = (one, sounds[:length])
            if key not in nodes:
                nodes[key] = len(labels)
                labels.append(_label(sounds[length - 1], first=length == 1))
                parents.append(nodes.get((one, sounds[: length - 1]), -1 - CLASSES.index(one)))
        if sounds:
            ends.setdefault(nodes[one, sounds], word)
    count = len(labels)
    above = np.array([p if p >= 0 else count - 1 - p for p in parents], np.intp)
    own = np.array([*labels, *[-1] * len(CLASSES)], np.intp)
    follows = np.zeros((len(CLASSES), len(CLASSES)), bool)
    for first, second in grammar.follows:
        follows[CLASSES.index(first), CLASSES.index(second)] = True
    order = sorted(ends, key=lambda node: CLASSES.index(class_of(ends[node])))
    return Network(
        np.array(labels, np.intp),
        above,
        np.flatnonzero(own[above] == own[:count]),
        np.array(order, np.intp),
        np.array([CLASSES.index(class_of(ends[node])) for node in order], np.intp),
        tuple(ends[node] for node in order),
        follows,
    )


def _label(sound: str, first: bool) -> int:
    if first and sound in VOWELS:
        return len(SYMBOLS) + VOWELS.index(sound)
    return SYMBOLS.index(sound)
