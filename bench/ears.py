"""How well the phoneme listener hears, beside Whisper and together with it: `python -m bench.ears`.

People come first: who reads sentences, who says single words, who talks. Then synthetic voices, on which every figure is an
upper bound of how well it hears. About half an hour the first time, most of it for Kokoro to speak the sentences, which are kept in
var/ears/bench; some 20 minutes after that. `--people` stops after the people, `--quick` takes a tenth of the synthetic sentences.
"""

import argparse
import os
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")

from bench import ears_hearing, ears_people, ears_rows, ears_samples, ears_speech, ears_understood
from bench.ears_samples import CLEAN, LOSSY, NOISY, Condition
from bench.ears_sentences import Sentence, hesitant, sentences
from bench.hearing import DATA
from bench.table import Row, report
from voicebot.speech import models
from voicebot.speech.kana_engine import KanaRecognizer
from voicebot.speech.whisper_engine import WhisperRecognizer

SLOW_EACH = 5
"""Every so many sentences are spoken slowly too, and by the other voices."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="every tenth synthetic sentence")
    parser.add_argument("--people", action="store_true", help="people alone; into var/bench/ears_people.json")
    args = parser.parse_args()
    engine = KanaRecognizer(threads=1, workers=ears_hearing.WORKERS)
    peer = WhisperRecognizer(threads=1, workers=ears_hearing.WORKERS)
    rows = [*ears_people.rows(engine, peer), *_people(engine, peer)]
    if args.people:
        print(report("ears_people", rows))
        return 0
    print(report("ears", [*rows, *_synthetic(engine, peer, args.quick), *_vosk()]))
    return 0


def _synthetic(engine: KanaRecognizer, peer: WhisperRecognizer, quick: bool) -> list[Row]:
    made = list(sentences(ears_samples.lexicon()))
    kept = ears_samples.unknown(made)
    chosen, some = kept[:: 10 if quick else 1], kept[:: 50 if quick else SLOW_EACH]
    slow = [hesitant(one) for one in some]
    ears_speech.speak_all([("unseen", s.text) for s in chosen] + [("slow", s.text) for s in slow])
    weights = engine.weights
    rows = [_compared(len(made), len(kept))]
    together: ears_rows.Judged = []
    fourth = chosen[:: 1 if quick else 4]
    parts: tuple[tuple[str, float | None, list[Sentence], str, Condition], ...] = (
        ("synthetic: unseen voice, telephone", 0.02, chosen, "unseen", CLEAN),
        ("synthetic: unseen voice, noise at 10 dB", 0.07, fourth, "unseen", NOISY),
        ("synthetic: unseen voice, 3 % of packets lost", 0.05, fourth, "unseen", LOSSY),
        ("synthetic: unseen voice, slow and hesitant", 0.04, slow, "slow", CLEAN),
        ("synthetic: Open JTalk at its extremes", None, some, "extreme", CLEAN),
        ("synthetic: eSpeak NG", None, some, "formants", CLEAN),
    )
    for what, goal, said, voice, condition in parts:
        materials = ears_hearing.listen(engine, ears_samples.spoken(said, voice, condition), what, peer=peer)
        heard = ears_rows.answers(materials, weights)
        rows += ears_rows.errors(f"{what}, phoneme errors", goal, materials, heard)
        taken = sum(not m.is_speech(weights) for m in materials)
        rows.append(Row(f"{what}: taken for no speech", "-", f"{taken} of {len(materials)}"))
        wanted = 0.98 if condition is CLEAN and voice == "unseen" else None
        rows += ears_understood.slots(f"{what}, understood", wanted, materials, heard)
        if voice in ("unseen", "slow"):
            judged = ears_rows.judged(materials, heard)
            together += judged
            rows += ears_rows.guesses(what, judged, weights, together=False)
        if condition is CLEAN and voice == "unseen":
            rows += ears_rows.cost(engine, materials)
    rows += ears_rows.guesses("synthetic: unseen voice, all of it", together, weights, together=True)
    return rows


def _people(engine: KanaRecognizer, peer: WhisperRecognizer) -> list[Row]:
    words, turns = ears_samples.human_words(), ears_samples.dialogue_turns()
    if not words or not turns:
        return [Row("words and dialogue by people", "-", f"skipped: {DATA} is absent")]
    alone = ears_hearing.listen(engine, words, "words by two people", peer=peer)
    talk = ears_hearing.listen(engine, turns, "dialogue", peer=peer)
    weights = engine.weights
    return [
        *ears_rows.errors(
            "words by two people, phoneme errors", None, alone, ears_rows.answers(alone, weights)
        ),
        *ears_rows.choice(alone, weights),
        *ears_rows.errors(
            "turns of recorded dialogue, errors against drafts", None, talk, ears_rows.answers(talk, weights)
        ),
    ]


def _compared(made: int, kept: int) -> Row:
    if not ears_samples.TRAINED_ON.is_file():
        found = f"{made}; not compared with the training texts, which `make train-ears` writes"
    else:
        found = f"{made}, {made - kept} left out that sound like a training text"
    return Row("synthetic: sentences of the test", ">= 500", found, kept >= 500)


def _vosk() -> list[Row]:
    if models.vosk_ja() is not None:
        return []
    return [Row("vosk", "-", "its Japanese model is not present: `voicebot models --get vosk-ja`")]


if __name__ == "__main__":
    sys.exit(main())
