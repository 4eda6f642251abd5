"""The whole way from texts to weights and figures: `python -m ears.train_all`.

It tells how long each stage took. Broken off at any point, it goes on from there. To begin anew, delete the folder var/ears.
With `--further` the training goes on from the committed weights.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable

THREADS = int(os.environ.get("EARS_THREADS", "2"))
# Threads that spin while they wait for each other are slower than one thread on a busy machine.
os.environ.setdefault("OMP_NUM_THREADS", str(THREADS))

from ears import FOLDER, adapt, evaluate, export, features, ngrams, speech, texts, train  # noqa: E402
from ears.encoder import Encoder  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--further", action="store_true", help="train on from the committed weights")
    args = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    listed = FOLDER / "texts.jsonl"
    if not listed.is_file():
        texts.write(listed)
    utterances = texts.load(listed)
    print(f"texts: {len(utterances)}", file=sys.stderr, flush=True)
    stages: tuple[tuple[str, Callable[[], None]], ...] = (
        ("n-grams", lambda: ngrams.make(utterances)),
        ("speech", lambda: speech.make(FOLDER, utterances)),
        ("features", lambda: features.make(FOLDER, utterances, Encoder(THREADS))),
        ("training", lambda: train.train(FOLDER, THREADS, args.further)),
        ("adapting", lambda: adapt.courses(FOLDER, lambda: (train.trained(FOLDER, args.further), {}))),
        ("export", lambda: export.export(*adapt.trained(FOLDER))),
    )
    for name, stage in stages:
        begun = time.monotonic()
        stage()
        print(f"{name}: {(time.monotonic() - begun) / 60:.1f} minutes", file=sys.stderr, flush=True)
    return evaluate.main(FOLDER)


if __name__ == "__main__":
    sys.exit(main())
