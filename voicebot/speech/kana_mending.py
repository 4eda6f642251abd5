"""Guesses put right: known words in the places where they nearly stand."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from nlu.grammar import Grammar, tells
from nlu.phonemes import phonemes
from voicebot.speech.ctc_alignment import Stretch, align
from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.ctc_grammar import Said, decode_near
from voicebot.speech.ctc_network import network
from voicebot.speech.ctc_spotting import Spot, spot
from voicebot.speech.kana_guesses import Guess, spoken
from voicebot.speech.kana_writing import Writing

WORDS_MENDED = 4
"""Words of the question that are put in the place where they may have been said."""

_MENDED_FROM = -1.5
"""Mean evidence of a word's sounds from which it may have been said."""

RIVALS = 2
"""Words of the grammar that are tried in the place of each that tells something."""

_LENGTHENED = frozenset(("aa", "ii", "uu", "ee", "oo", "ou", "ei"))


class Piece(NamedTuple):
    """Sounds that may have been said from one frame to before another."""

    start: int
    end: int
    sounds: str


Trial = list[Piece]
"""Pieces that may all have been said, in any order."""


def spotted(posteriors: Posteriors, writing: Writing) -> list[Trial]:
    """The words that may be put in the places where they nearly stand, alone and together."""
    found = [
        (place, word)
        for place, word in zip(spot(posteriors, writing.words), writing.words, strict=True)
        if place.evidence > _MENDED_FROM * len(word)
    ]
    # The longer of two words that fit is the better guess.
    found.sort(key=lambda pair: -(pair[0].evidence - _MENDED_FROM * len(pair[1])))
    apart: list[tuple[Spot, str]] = []
    for place, word in found:
        if all(place.end <= other.start or other.end <= place.start for other, _ in apart):
            apart.append((place, word))
    trials = [[one] for one in found[:WORDS_MENDED]]
    trials += [apart[:count] for count in range(2, min(len(apart), WORDS_MENDED) + 1)]
    return [[Piece(place.start, place.end, word) for place, word in trial] for trial in trials]


def parsed(posteriors: Posteriors, grammar: Grammar) -> list[Trial]:
    """The words of the likeliest way through the grammar: those that tell something, all of them, and with each
    that tells something its likeliest rivals in its place."""
    way = decode_near(posteriors, network(grammar), RIVALS)
    best = [_piece(words[0]) for words in way]
    telling = [n for n, words in enumerate(way) if tells(words[0].word)]
    trials = [[best[n] for n in telling], best]
    for place in telling:
        for rival in way[place][1:]:
            trials.append([_piece(rival) if n == place else best[n] for n in telling])
    return [trial for trial in trials if trial]


def _piece(said: Said) -> Piece:
    # What follows a word begins a frame earlier in one alignment than in another.
    return Piece(said.start, said.end - 1, phonemes(said.word.form))


def mended(
    posteriors: Posteriors, writing: Writing, bases: Sequence[Guess], trials: Sequence[Trial]
) -> list[Guess]:
    """The bases with the words of each trial in their places.

    A word takes the place of the sounds that lie, by forced alignment, on its frames.
    """
    guesses: dict[str, Guess] = {}
    for base in bases:
        stretches = align(posteriors, base.sounds) if trials else []
        for trial in trials if stretches else ():
            sounds, kept = _with(base.sounds, stretches, trial)
            if sounds not in guesses:
                guess = spoken(sounds, writing)
                guesses[sounds] = replace(guess, kept=kept, doubt=base.doubt) if base.written else guess
    return list(guesses.values())


def _with(sounds: str, stretches: Sequence[Stretch], trial: Trial) -> tuple[str, int]:
    """The sounds with the words in their places, and how many of the sounds stayed."""
    out, kept, done = "", 0, 0
    starts = [stretch.start for stretch in stretches]
    for place in sorted(trial):
        first = max(done, bisect_left(starts, place.start - 1))
        out = _joined(_joined(out, sounds[done:first]), place.sounds)
        kept += first - done
        done = max(first, bisect_left(starts, place.end))
    return _joined(out, sounds[done:]), kept + len(sounds) - done


def _joined(before: str, after: str) -> str:
    """A vowel after a like one is a long one, as `phonemes` writes it."""
    if before and after and before[-1] + after[0] in _LENGTHENED:
        return f"{before}:{after[1:]}"
    return before + after
