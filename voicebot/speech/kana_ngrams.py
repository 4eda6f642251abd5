"""How likely strings of sounds are in what callers say, before any audio: a phoneme n-gram model."""

import gzip
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from voicebot.speech.kana_model import SYMBOLS
from voicebot.speech.recognizer import EngineMissing

FILE = Path(__file__).with_name("kana_ngrams.txt.gz")
"""Counted by `python -m ears.ngrams` from the texts that the listener is trained on."""

ORDER = 6
START, END = "^", "$"
_RARE = 2
"""N-grams of three and more sounds that are seen less often are not kept."""


class Ngrams:
    """Thread-safe."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """`counts` of n-grams up to ORDER symbols, as `count` gives them."""
        self._counts = counts
        self._totals: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        for ngram, number in counts.items():
            self._totals[ngram[:-1]] += number
            self._kinds[ngram[:-1]] += 1
        self.step = lru_cache(maxsize=200_000)(self._step)

    def log_probability(self, sounds: str) -> float:
        """Natural log, with the end of the utterance."""
        padded = START * (ORDER - 1) + sounds + END
        return sum(self.step(padded[n - ORDER + 1 : n], padded[n]) for n in range(ORDER - 1, len(padded)))

    def steering(self, weight: float, each: float) -> Callable[[str, str], float]:
        """What speaks for one more sound after a string: `weight` of its natural log, and `each` for any sound."""

        def prior(sounds: str, sound: str) -> float:
            return weight * self.step((START * (ORDER - 1) + sounds)[1 - ORDER :], sound) + each

        return prior

    def _step(self, context: str, symbol: str) -> float:
        """Witten-Bell smoothing (Witten & Bell 1991), from the shortest context to the longest."""
        probability = 1 / (len(SYMBOLS) + 1)
        for start in range(len(context), -1, -1):
            shorter = context[start:]
            total = self._totals.get(shorter, 0)
            if not total:
                break
            kinds = self._kinds[shorter]
            seen = self._counts.get(shorter + symbol, 0)
            probability = (seen + kinds * probability) / (total + kinds)
        return math.log(probability)


def count(strings: Iterable[str]) -> dict[str, int]:
    """N-grams of up to ORDER symbols in strings of sounds, rare long ones left out."""
    counts: Counter[str] = Counter()
    for sounds in strings:
        padded = START * (ORDER - 1) + sounds + END
        for end in range(ORDER, len(padded) + 1):
            counts.update(padded[end - length : end] for length in range(1, ORDER + 1))
    return {ngram: number for ngram, number in counts.items() if len(ngram) < 3 or number >= _RARE}


def write(counts: Mapping[str, int], path: Path = FILE) -> None:
    """One n-gram and its count a line, in order; the same counts give the same file."""
    lines = "".join(f"{ngram} {number}\n" for ngram, number in sorted(counts.items()))
    path.write_bytes(gzip.compress(lines.encode("ascii"), mtime=0))


def load(path: Path = FILE) -> Ngrams:
    """Raises EngineMissing when the file is missing or damaged."""
    try:
        pairs = (line.split() for line in gzip.decompress(path.read_bytes()).decode("ascii").splitlines())
        counts = {ngram: int(number) for ngram, number in pairs}
        if not counts:
            raise ValueError("it is empty")
    except (OSError, EOFError, ValueError) as error:
        raise EngineMissing(
            f"{path} cannot be read ({error}); restore it from the release, or make it with `python -m ears.ngrams`"
        ) from None
    return Ngrams(counts)
