"""The grammar of `ctc_network` and `ctc_grammar` as weighted automata, in the text form of OpenFst.

Labels are columns of the emissions and one, for 0 stands for no symbol. Costs are nats.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlu.grammar import Grammar, class_of
from nlu.phonemes import phonemes
from nlu.vocabulary.word import Word
from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.ctc_grammar import _BEGIN, _LEAST, _OTHER_SOUND, _WHOLE
from voicebot.speech.ctc_network import CLASSES, LONG, VOWELS
from voicebot.speech.kana_model import SYMBOLS
from voicebot.speech.kana_ngrams import ORDER, START, Ngrams

BLANK = 1
TOKENS = tuple(range(BLANK + 1, len(SYMBOLS) + len(VOWELS) + 1))
"""Labels of the sounds, then of vowels that begin a word."""

OTHER = 1
"""Output label of what is no word; those of words lie above."""


@dataclass(frozen=True, slots=True)
class Automaton:
    """States are numbers; 0 is the first."""

    text: str
    words: tuple[Word, ...] = ()
    """The word of each output label above OTHER."""


def emissions(posteriors: Posteriors) -> NDArray[np.float32]:
    """Against the likeliest symbol of each frame; behind the symbols the vowels that may be long ones."""
    relative = np.maximum(posteriors - posteriors.max(axis=1, keepdims=True), _LEAST)
    vowels = [SYMBOLS.index(vowel) for vowel in VOWELS]
    either = np.maximum(relative[:, vowels], relative[:, LONG : LONG + 1])
    return np.ascontiguousarray(np.concatenate([relative, either], axis=1), np.float32)


def topology(tokens: Sequence[int] = TOKENS) -> Automaton:
    """Frames to sounds: blanks and repetitions taken out; like sounds need a blank between."""
    lines = [_arc(0, 0, BLANK, 0)]
    for state, token in enumerate(tokens, 1):
        lines += [_arc(0, state, token, token), _arc(state, state, token, 0), _arc(state, 0, BLANK, 0)]
        lines += [_arc(state, to, other, other) for to, other in enumerate(tokens, 1) if to != state]
    return Automaton("\n".join([*lines, *map(str, range(len(tokens) + 1))]))


def sentences(grammar: Grammar) -> Automaton:
    """Sounds to words: one prefix tree for each class, what is no word, and what may follow what."""
    roots = {one: n for n, one in enumerate(CLASSES, 1)}
    ends = {one: n + len(CLASSES) for one, n in roots.items()}
    other, part, whole, ended = range(1 + 2 * len(CLASSES), 5 + 2 * len(CLASSES))
    cost, sound_cost = -_BEGIN, -_OTHER_SOUND
    lines = [_arc(0, root, 0, 0, cost) for root in (*roots.values(), other)]
    for first, second in sorted(grammar.follows):
        lines.append(_arc(ends[first], roots[second], 0, 0, cost))
    lines += [_arc(end, other, 0, 0, cost) for end in ends.values()]
    lines += [_arc(ended, root, 0, 0, cost) for root in roots.values()]
    wholes = {int(n) + BLANK + 1 for n in _WHOLE}
    for label in range(BLANK + 1, len(SYMBOLS) + 1):
        to = whole if label in wholes else part
        lines += [_arc(state, to, label, 0, sound_cost) for state in (other, part, whole)]
    lines.append(_arc(whole, ended, 0, OTHER))
    nodes: dict[tuple[str, str], int] = {}
    words: dict[int, Word] = {}
    for word in grammar.words:
        one, sounds = class_of(word), phonemes(word.form)
        state = roots[one]
        for length, sound in enumerate(sounds, 1):
            node = nodes.get((one, sounds[:length]))
            if node is None:
                node = nodes[one, sounds[:length]] = ended + 1 + len(nodes)
                lines.append(_arc(state, node, _token(sound, length == 1), 0))
            state = node
        if sounds and state not in words:
            words[state] = word
            lines.append(_arc(state, ends[one], 0, OTHER + len(words)))
    finals = [0, ended, *ends.values()]
    return Automaton("\n".join([*lines, *map(str, finals)]), tuple(words.values()))


def open_sounds(ngrams: Ngrams, weight: float, each: float) -> Automaton:
    """Sounds as they follow each other: a state for each context, and an arc without a sound to a shorter one.

    `weight` and `each` as in `Ngrams.steering`.
    """
    following: dict[str, list[tuple[str, float]]] = {"": []}
    for ngram, log in ngrams.known.items():
        if ngram[-1] in SYMBOLS:
            following.setdefault(ngram[:-1], []).append((ngram[-1], log))
    states = {START * (ORDER - 1): 0}
    lines = []
    for context in (queue := [*states]):
        for sound, log in following.get(context, ()):
            to, label = (context + sound)[1 - ORDER :], SYMBOLS.index(sound) + 1
            while to not in following:
                to = to[1:]
            lines.append((context, to, label, -weight * log - each))
            queue += [to] if to not in states else []
            states.setdefault(to, len(states))
        if context:
            lines.append((context, context[1:], 0, -weight * ngrams.backoffs.get(context, 0.0)))
            queue += [context[1:]] if context[1:] not in states else []
            states.setdefault(context[1:], len(states))
    arcs = [_arc(states[start], states[to], label, label, cost) for start, to, label, cost in lines]
    return Automaton("\n".join([*arcs, *map(str, states.values())]))


def _token(sound: str, first: bool) -> int:
    if first and sound in VOWELS:
        return len(SYMBOLS) + VOWELS.index(sound) + 1
    return SYMBOLS.index(sound) + 1


def _arc(start: int, end: int, taken: int, given: int, cost: float = 0.0) -> str:
    return f"{start} {end} {taken} {given} {cost:.4f}"
