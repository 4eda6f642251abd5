"""What was said, by a grammar: the likeliest way of words and of what is in no grammar, with its times."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlu.vocabulary.word import Word
from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.ctc_network import CLASSES, LONG, VOWELS, Network
from voicebot.speech.kana_model import SYMBOLS

# Nats. A sound that is in no word costs as much as a word's sound may be amiss; a word, and a stretch of
# other sounds, costs something to begin, so that short words do not stand everywhere.
_OTHER_SOUND = -1.5
_BEGIN = -2.5

_LEAST = -25.0
"""Nats: what is less likely counts as this."""

_SURE_BLANK = -0.001
_NEAR = 3
"""Frames by which the starts of two words in one place may differ."""

_WHOLE = np.array([SYMBOLS.index(sound) - 1 for sound in "aiueoNQ:"])
"""Sounds, counted without the blank, with which a mora ends: no word begins within one."""

_OTHER, _START = len(CLASSES), len(CLASSES) + 1

# A score and the frame where its word began travel as one integer, so that the larger of two brings its start along.
_FRAMES = 1 << 16
_NAT = 1 << 32
_NEVER = -(1 << 60)


class Said(NamedTuple):
    """A word and its frames, the blanks behind it included."""

    word: Word
    start: int
    end: int


@dataclass(slots=True)
class _Way:
    """What must be known of every frame to go back."""

    ends: NDArray[np.int64]
    """Scores and starts of the words that end with the frame, shape (frames, ends)."""

    others: list[int]
    """Score and start of what is no word and ends with the frame."""

    befores: NDArray[np.intp]
    """What comes before a word of each class that begins with the frame, shape (frames, classes + 1)."""

    last: int


def decode(posteriors: Posteriors, network: Network) -> list[Said]:
    """The words of the likeliest way through the audio, in their order; what is between them was something else."""
    return [word for word, *_ in decode_near(posteriors, network, 0)]


def decode_near(posteriors: Posteriors, network: Network, most: int, within: float = 4.0) -> list[list[Said]]:
    """The same, and for each word at most `most` of its class that may stand in its place, likeliest first.

    `within`: nats that they may be less likely than the word.
    """
    if len(posteriors) == 0 or not network.words:
        return []
    way = _forward(posteriors, network)
    found: list[list[Said]] = []
    word_class, frame = way.last, len(posteriors) - 1
    while word_class != _START:
        if word_class == _OTHER:
            start = way.others[frame] % _FRAMES
        else:
            place = _place(way, network, word_class, frame, most, within)
            found.append(place)
            start = place[0].start
        word_class, frame = int(way.befores[start, word_class]), start - 1
    return found[::-1]


def _place(way: _Way, network: Network, word_class: int, frame: int, most: int, within: float) -> list[Said]:
    first, past = np.searchsorted(network.end_classes, [word_class, word_class + 1])
    ends = way.ends[frame, first:past]
    scores, starts = ends / _NAT, ends % _FRAMES
    best = int(scores.argmax())
    near = [
        int(n)
        for n in np.argsort(-scores, kind="stable")
        if n != best and scores[n] > scores[best] - within and abs(starts[n] - starts[best]) <= _NEAR
    ]
    return [Said(network.words[first + n], int(starts[n]), frame + 1) for n in (best, *near[:most])]


def _forward(posteriors: Posteriors, network: Network) -> _Way:
    """Viterbi: with every frame, the best way to every node."""
    emissions = _emissions(posteriors)
    silent = posteriors[:, 0] > _SURE_BLANK
    count, classes = len(network.labels), len(CLASSES)
    offsets = np.searchsorted(network.end_classes, np.arange(classes))
    spoken = np.unique(network.end_classes)
    follows = np.zeros((classes + 2, classes + 1), np.int64)
    follows[:classes, :classes] = np.where(network.follows, 0, _NEVER)
    follows[_OTHER, _OTHER] = _NEVER
    blanks, voiced = np.full(count + classes, _NEVER), np.full(count + classes, _NEVER)
    others, other_blank, other_end = np.full(len(SYMBOLS) - 1, _NEVER), _NEVER, _NEVER
    exits = np.full(classes + 2, _NEVER)
    exits[_START] = 0
    way = _Way(
        np.empty((len(emissions), len(network.ends)), np.int64),
        [],
        np.zeros((len(emissions), classes + 1), np.intp),
        _START,
    )
    for number, frame in enumerate(emissions):
        joined = exits[:, np.newaxis] + follows
        way.befores[number] = joined.argmax(axis=0)
        # A word that begins here forgets where the one before it began.
        entries = joined.max(axis=0) // _FRAMES * _FRAMES + round(_BEGIN * _NAT) + number
        blank = frame[0]
        if silent[number]:
            np.maximum(blanks, voiced, out=blanks)
            blanks += blank
            voiced[:] = _NEVER
        else:
            blanks[count:] = entries[:classes]
            reached = voiced[network.parents]
            reached[network.doubled] = _NEVER
            np.maximum(reached, voiced[:count], out=reached)
            np.maximum(reached, blanks[network.parents], out=reached)
            np.maximum(blanks, voiced, out=blanks)
            blanks += blank
            np.add(reached, frame[network.labels], out=voiced[:count])
        ended = np.maximum(voiced[network.ends], blanks[network.ends])
        way.ends[number] = ended
        exits[spoken] = np.maximum.reduceat(ended, offsets[spoken])
        # Sounds of no word, each of which may follow each.
        loudest, whole = int(others.max()), int(others[_WHOLE].max())
        into = max(int(entries[_OTHER]), other_blank, loudest) + round(_OTHER_SOUND * _NAT)
        other_blank = max(other_blank, loudest) + int(blank)
        other_end = max(other_end, whole) + int(blank)
        others = np.maximum(others, into) + frame[1 : len(SYMBOLS)]
        exits[_OTHER] = max(other_end, int(others[_WHOLE].max()))
        way.others.append(int(exits[_OTHER]))
        exits[_START] += blank
    way.last = int(exits.argmax())
    return way


def _emissions(posteriors: Posteriors) -> NDArray[np.int64]:
    """Against the likeliest symbol of each frame; behind the symbols the vowels that may be long ones."""
    relative = np.maximum(posteriors - posteriors.max(axis=1, keepdims=True), _LEAST)
    vowels = [SYMBOLS.index(vowel) for vowel in VOWELS]
    either = np.maximum(relative[:, vowels], relative[:, LONG : LONG + 1])
    both = np.concatenate([relative, either], axis=1).astype(np.float64)
    return np.rint(both * (_NAT // _FRAMES)).astype(np.int64) * _FRAMES
