"""How likely strings of sounds are in what people say, before any audio: a phoneme n-gram model."""

import gzip
import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from voicebot.speech.kana_model import SYMBOLS
from voicebot.speech.recognizer import EngineMissing

FILE = Path(__file__).with_name("kana_ngrams.txt.gz")
"""Made by `python -m ears.ngrams` of ordinary sentences and of what callers say."""

ORDER = 7
START, END = "^", "$"

_STEPS = 50
"""To one nat, in the file."""


class Ngrams:
    """Thread-safe. What was not seen after a context is as likely as after a shorter one (Katz 1987)."""

    def __init__(self, known: Mapping[str, float], backoffs: Mapping[str, float]) -> None:
        """Natural logs: of the last symbol of each n-gram after the others; and what is added for leaving out the first symbol
        of a context after which something else came."""
        self.known = known
        self.backoffs = backoffs
        self.step = lru_cache(maxsize=200_000)(self.after)

    def log_probability(self, sounds: str) -> float:
        """Natural log, with the end of the utterance."""
        padded = START * (ORDER - 1) + sounds + END
        return sum(self.step(padded[n - ORDER + 1 : n], padded[n]) for n in range(ORDER - 1, len(padded)))

    def steering(self, weight: float, each: float) -> Callable[[str, str], float]:
        """What speaks for one more sound after a string: `weight` of its natural log, and `each` for any sound."""

        def prior(sounds: str, sound: str) -> float:
            return weight * self.step((START * (ORDER - 1) + sounds)[1 - ORDER :], sound) + each

        return prior

    def after(self, context: str, symbol: str) -> float:
        """Natural log of the symbol's probability after at most ORDER - 1 others."""
        added = 0.0
        for start in range(len(context) + 1):
            shorter = context[start:]
            found = self.known.get(shorter + symbol)
            if found is not None:
                return added + found
            added += self.backoffs.get(shorter, 0.0)
        return added - math.log(len(SYMBOLS) + 1)


def write(ngrams: Ngrams, path: Path = FILE) -> None:
    """One n-gram a line, in order, its logs in fiftieths of a nat; the same model gives the same file."""
    lines = []
    for ngram, log in sorted(ngrams.known.items()):
        backoff = ngrams.backoffs.get(ngram)
        lines.append(
            f"{ngram} {round(-_STEPS * log)}" + ("" if backoff is None else f" {round(_STEPS * backoff)}")
        )
    starts = [
        f"{ngram} - {round(_STEPS * backoff)}"
        for ngram, backoff in sorted(ngrams.backoffs.items())
        if ngram not in ngrams.known
    ]
    path.write_bytes(gzip.compress("\n".join([*lines, *starts, ""]).encode("ascii"), mtime=0))


def load(path: Path = FILE) -> Ngrams:
    """Raises EngineMissing when the file is missing or damaged."""
    known, backoffs = {}, {}
    try:
        for line in gzip.decompress(path.read_bytes()).decode("ascii").splitlines():
            ngram, log, *backoff = line.split()
            if log != "-":
                known[ngram] = -int(log) / _STEPS
            if backoff:
                (backoffs[ngram],) = (int(one) / _STEPS for one in backoff)
        if not known:
            raise ValueError("it is empty")
    except (OSError, EOFError, ValueError) as error:
        raise EngineMissing(
            f"{path} cannot be read ({error}); restore it from the release, or make it with `python -m ears.ngrams`"
        ) from None
    return Ngrams(known, backoffs)
