"""Counts of sounds in the training texts for the run-time search: `python -m ears.ngrams`. Needs no torch."""

import sys

from ears import FOLDER, texts
from voicebot.speech import kana_ngrams


def main() -> int:
    said = {u.sounds for u in texts.load(FOLDER / "texts.jsonl") if u.part == "train"}
    counts = kana_ngrams.count(sorted(said - texts.fixture_sounds()))
    kana_ngrams.write(counts)
    size = kana_ngrams.FILE.stat().st_size
    print(f"ngrams: {len(said)} texts, {len(counts)} n-grams, {size / 1e3:.0f} kB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
