"""Learns the recognizer's confusions from the recorded calls: `python -m bench.dialog_noise_learn` (minutes)."""

import sys
from collections.abc import Iterator
from dataclasses import asdict

import numpy as np
import yaml

from bench.dialog_noise import FILE, Sample, learn
from bench.nlu_recordings import CONDITIONS, question_of
from calendar_backend import DEMO_OFFICE, load_office
from nlu.hinting import hints_for
from recordings_fixtures import load_all
from recordings_fixtures.channel import RATE
from voicebot import desk
from voicebot.speech import closed, wav
from voicebot.speech.engines import make_recognizer
from voicebot.speech.recognizer import Recognizer
from voicebot.speech.resampler import Doubler


def main() -> int:
    engine = make_recognizer("auto")
    names = ", ".join(name for name, _, _ in CONDITIONS)
    noise = learn(samples(engine), f"{engine.name} on the recorded calls ({names})")
    data = {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(noise).items()}
    head = "# Learnt by `python -m bench.dialog_noise_learn`; not written by hand.\n"
    FILE.write_text(head + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110), "utf-8")
    print(noise.about)
    return 0


def samples(engine: Recognizer) -> Iterator[Sample]:
    """Every recorded turn on every line, heard as an answer to the question it answers."""
    rng = np.random.default_rng(0)
    lexicon = desk.office(load_office(DEMO_OFFICE)).lexicon
    for condition, _, spoil in CONDITIONS:
        print(f"{engine.name}: {condition} ...", file=sys.stderr, flush=True)
        for call in load_all():
            for turn in call.turns:
                if turn.path is None or turn.reading is None:
                    continue
                listening = engine.listen(hints := hints_for(question_of(turn), call.now, lexicon))
                listening.feed(Doubler().feed(spoil(wav.read(turn.path, RATE), rng)))
                yield Sample(turn.reading, closed.hear(listening, hints), hints.closed)


if __name__ == "__main__":
    sys.exit(main())
