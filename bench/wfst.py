"""Our networks and beams beside weighted automata (kaldifst, kaldi-decoder): `python -m bench.wfst`.

The same posteriors, weights and penalties on both sides. Costs are of this thread, so that other work counts little.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein

import nlu
from bench import ears_hearing, ears_samples, nlu_recordings, wfst_graph
from bench.ears_hearing import Material
from bench.ears_samples import Sample
from bench.hearing import DATA
from bench.table import Row, report, share
from bench.wfst_install import peer
from bench.wfst_peer import Peer, near, said
from nlu.grammar import Grammar, grammar
from nlu.hinting import hints_for
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.phonemes import phonemes
from nlu.vocabulary.word import Word
from recordings_fixtures import Call, Turn
from recordings_fixtures.channel import RATE
from voicebot.speech import ctc_beam, ctc_grammar, kana_ngrams, wav
from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.ctc_grammar import Said
from voicebot.speech.ctc_network import network
from voicebot.speech.kana_engine import KanaRecognizer
from voicebot.speech.kana_model import SYMBOLS
from voicebot.speech.kana_reading import reading
from voicebot.speech.resampler import Doubler

BEAMS = (8.0, 16.0)
"""Nats; kaldi-decoder's own is 16. Ours has none: it looks at every word in every frame."""

RIVALS = 2
SPEECH = Path(ctc_grammar.__file__).parent
OURS = {"grammar": ("ctc_network.py", "ctc_grammar.py"), "open search": ("ctc_beam.py",)}
"""What would go, were the automata better."""

THEIRS = ("wfst_graph.py", "wfst_peer.py")

Filling = list[tuple[Call, Turn]]


@dataclass
class Side:
    """What one of both made of the audio."""

    name: str
    hear: Callable[[Posteriors], list[str]]
    """The words, or the sounds."""

    found: list[list[str]] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)

    def listen(self, posteriors: Sequence[Posteriors]) -> None:
        """Fills `found` and `ms`."""
        for one in posteriors:
            began = time.thread_time()
            self.found.append(self.hear(one))
            self.ms.append((time.thread_time() - began) * 1_000)

    def cost(self) -> str:
        """Median and 95 %."""
        return f"{statistics.median(self.ms):.1f} ms, 95 %: {np.quantile(self.ms, 0.95):.1f} ms"


def main() -> int:
    """Prints the table; 1 where the peer cannot be had."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with peer() as found:
        if isinstance(found, str):
            print(f"kaldifst cannot be had: {found}", file=sys.stderr)
            return 1
        print(report("wfst", _rows(found)))
    return 0


def _rows(automata: Peer) -> list[Row]:
    engine, lexicon = KanaRecognizer(), ears_samples.lexicon()
    filling = list(nlu_recordings.filling_turns())
    turns = ears_hearing.listen(engine, _samples(filling, lexicon), "turns", whisper=False)
    words = ears_hearing.listen(engine, ears_samples.human_words(), "words", whisper=False)
    return [
        *(Row(f"installed: {wheel}", "-", "for this run") for wheel in automata.wheels),
        *lines(),
        *_built(automata, grammar(lexicon)),
        *_spoken(automata, turns, filling, lexicon),
        *_alternatives(automata, turns, lexicon),
        *_single(automata, words),
        *_open(automata, engine, [*turns, *words]),
    ]


def _samples(filling: Filling, lexicon: Lexicon) -> list[Sample]:
    samples = []
    for call, turn in filling:
        assert turn.path is not None
        assert turn.say is not None
        hints = hints_for(nlu_recordings.question_of(turn), call.now, lexicon)
        pcm = Doubler().feed(wav.read(turn.path, RATE))
        samples.append(Sample(pcm, phonemes(turn.reading or "") or ears_samples.sounds(turn.say), hints))
    return samples


def lines() -> list[Row]:
    """Of the code that each side needs."""
    rows = []
    for what, names in OURS.items():
        rows.append(Row(f"lines: {what}, ours", "-", f"{_count(SPEECH, names)} ({', '.join(names)})"))
    folder = Path(__file__).parent
    return [*rows, Row("lines: both, automata", "-", f"{_count(folder, THEIRS)} ({', '.join(THEIRS)})")]


def _count(folder: Path, names: Sequence[str]) -> int:
    return sum(len((folder / name).read_text(encoding="utf-8").splitlines()) for name in names)


def _built(automata: Peer, known: Grammar) -> list[Row]:
    def theirs() -> Any:
        return automata.graph(wfst_graph.topology(), wfst_graph.sentences(known))

    rows = []
    for name, build in (("ours", lambda: network.__wrapped__(known)), ("automata", theirs)):
        before, began = _resident(), time.thread_time()
        made = [build() for _ in range(5)]
        ms = (time.thread_time() - began) * 1_000 / len(made)
        grown = (_resident() - before) / len(made)
        rows.append(Row(f"network of {len(known.words)} words: {name}", "-", f"{ms:.0f} ms, {grown:.1f} MB"))
    return rows


def _resident() -> float:
    """MB of this process."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4_096 / 1e6


def _sides(automata: Peer, known: Grammar) -> list[Side]:
    ours, theirs = network(known), wfst_graph.sentences(known)
    graph = automata.graph(wfst_graph.topology(), theirs)

    def by(beam: float) -> Callable[[Posteriors], list[str]]:
        def hear(posteriors: Posteriors) -> list[str]:
            way = automata.best(graph, wfst_graph.emissions(posteriors), beam)
            return _forms(said(way, theirs.words))

        return hear

    return [
        Side("ours", lambda posteriors: _forms(ctc_grammar.decode(posteriors, ours))),
        *(Side(f"automata, beam {beam:.0f}", by(beam)) for beam in BEAMS),
    ]


def _forms(found: Sequence[Said]) -> list[str]:
    return [one.word.form for one in found]


def _spoken(automata: Peer, turns: Sequence[Material], filling: Filling, lexicon: Lexicon) -> list[Row]:
    """Recorded turns by the grammar of the office: what the words alone fill of the slots."""
    known = grammar(lexicon)
    written = {word.form: word.written for word in known.words}
    sides = _sides(automata, known)
    rows = []
    for side in sides:
        side.listen([turn.posteriors for turn in turns])
    right = [
        [_slots(found, written, *turn, lexicon) for found, turn in zip(side.found, filling, strict=True)]
        for side in sides
    ]
    for side, own in zip(sides, right, strict=True):
        what = f"{len(turns)} recorded turns, {side.name}"
        slots = [slot for turn in own for slot in turn]
        rows.append(Row(f"{what}: slots right by the words alone", "-", share(sum(slots), len(slots))))
        rows.append(Row(f"{what}: time of the thread", "-", side.cost()))
        if side is not sides[0]:
            differ = [n for n, found in enumerate(side.found) if found != sides[0].found[n]]
            better = sum(sum(own[n]) > sum(right[0][n]) for n in differ)
            worse = sum(sum(own[n]) < sum(right[0][n]) for n in differ)
            other = f"{len(differ)} turns; more slots right in {better}, fewer in {worse}"
            rows.append(Row(f"{what}: other words than ours", "-", other))
            for n in differ:
                both = " | ".join(" ".join(one.found[n]) for one in (sides[0], side))
                print(f"{side.name}, {filling[n][1].say}: {both}", file=sys.stderr)
    return rows


def _slots(
    found: Sequence[str], written: dict[str, str], call: Call, turn: Turn, lexicon: Lexicon
) -> list[bool]:
    heard = (Hypothesis("".join(written[form] for form in found), reading="".join(found)),)
    meaning = nlu.interpret(heard, nlu_recordings.question_of(turn), call.now, lexicon)
    return [right for right, _ in nlu_recordings.judged(turn, meaning)]


def _alternatives(automata: Peer, turns: Sequence[Material], lexicon: Lexicon) -> list[Row]:
    """Words with times and their rivals, as the lattice of the understanding wants them."""
    known = grammar(lexicon)
    ours, theirs = network(known), wfst_graph.sentences(known)
    graph = automata.graph(wfst_graph.topology(), theirs)

    def by(beam: float) -> Callable[[Posteriors], list[str]]:
        def hear(posteriors: Posteriors) -> list[str]:
            arcs = automata.lattice(graph, wfst_graph.emissions(posteriors), beam)
            return _rivals(near(arcs, theirs.words, RIVALS))

        return hear

    first = Side("ours", lambda posteriors: _rivals(ctc_grammar.decode_near(posteriors, ours, RIVALS)))
    second = [Side(f"automata, beam {beam:.0f}", by(beam)) for beam in BEAMS]
    rows = []
    for side in (first, *second):
        side.listen([turn.posteriors for turn in turns])
        kept = sum(len(set(a) & set(b)) for a, b in zip(first.found, side.found, strict=True))
        what = f"words with times and {RIVALS} rivals, {side.name}"
        rows.append(Row(f"{what}: time of the thread", "-", side.cost()))
        rows.append(Row(f"{what}: of the rivals of ours", "-", share(kept, sum(map(len, first.found)))))
    return rows


def _rivals(found: Sequence[Sequence[Said]]) -> list[str]:
    return [f"{place[0].word.form}/{rival.word.form}" for place in found for rival in place[1:]]


def _single(automata: Peer, words: Sequence[Material]) -> list[Row]:
    """Single words by people, each the whole of an utterance, out of the list of all of them."""
    if not words:
        return [Row("words by two people", "-", f"skipped: {DATA} is absent")]
    listed = {one.sample.sounds: one.sample.text for one in words}
    known = Grammar(tuple(Word(reading(sounds), "Name", written=text) for sounds, text in listed.items()))
    rows = []
    sides = _sides(automata, known)
    for side in sides:
        side.listen([one.posteriors for one in words])
        right = sum(
            [*map(phonemes, found)] == [one.sample.sounds]
            for found, one in zip(side.found, words, strict=True)
        )
        same = sum(a == b for a, b in zip(sides[0].found, side.found, strict=True))
        what = f"{len(words)} single words among {len(listed)}, {side.name}"
        rows.append(Row(f"{what}: right", "-", f"{share(right, len(words))}; as ours {same}"))
        rows.append(Row(f"{what}: time of the thread", "-", side.cost()))
    return rows


def _open(automata: Peer, engine: KanaRecognizer, materials: Sequence[Material]) -> list[Row]:
    """The open search with the n-grams: the sum over alignments (ours) beside the best alignment (theirs)."""
    weights, ngrams = engine.weights.search, kana_ngrams.load()
    before, began = _resident(), time.thread_time()
    language = wfst_graph.open_sounds(ngrams, weights.ngrams, weights.each)
    topology = wfst_graph.topology(wfst_graph.TOKENS[: len(SYMBOLS) - 1])
    graph = automata.graph(topology, language, minimized=False)
    built = f"{time.thread_time() - began:.1f} s, {_resident() - before:.0f} MB"
    steering = ngrams.steering(weights.ngrams, weights.each)

    def by(beam: float) -> Callable[[Posteriors], list[str]]:
        def hear(posteriors: Posteriors) -> list[str]:
            arcs = automata.best(graph, np.ascontiguousarray(posteriors), beam)
            return [SYMBOLS[arc.given - 1] for arc in arcs if arc.given]

        return hear

    sides = [
        Side("ours", lambda posteriors: list(ctc_beam.search(posteriors, prior=steering)[0].sounds)),
        *(Side(f"automata, beam {beam:.0f}", by(beam)) for beam in BEAMS),
    ]
    rows = [Row("open search: n-grams to an automaton", "-", built)]
    total = sum(len(one.sample.sounds) for one in materials)
    for side in sides:
        side.listen([one.posteriors for one in materials])
        wrong = sum(
            Levenshtein.distance("".join(found), one.sample.sounds)
            for found, one in zip(side.found, materials, strict=True)
        )
        what = f"open search, {len(materials)} utterances, {side.name}"
        rows.append(Row(f"{what}: sounds wrong", "-", share(wrong, total)))
        rows.append(Row(f"{what}: time of the thread", "-", side.cost()))
    return rows


if __name__ == "__main__":
    sys.exit(main())
