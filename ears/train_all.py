"""The whole way from texts to weights and figures: `python -m ears.train_all`.

Broken off at any point, it goes on from there. To begin anew, delete the folder var/ears.
"""

import os
import sys

THREADS = int(os.environ.get("EARS_THREADS", "2"))
# Threads that spin while they wait for each other are slower than one thread on a busy machine.
os.environ.setdefault("OMP_NUM_THREADS", str(THREADS))

from ears import FOLDER, evaluate, export, features, speech, texts, train  # noqa: E402
from ears.encoder import Encoder  # noqa: E402


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    listed = FOLDER / "texts.jsonl"
    if not listed.is_file():
        texts.write(listed)
    utterances = texts.load(listed)
    print(f"texts: {len(utterances)}", file=sys.stderr, flush=True)
    speech.make(FOLDER, utterances)
    features.make(FOLDER, utterances, Encoder(THREADS))
    train.train(FOLDER, THREADS)
    export.export(FOLDER)
    return evaluate.main(FOLDER)


if __name__ == "__main__":
    sys.exit(main())
