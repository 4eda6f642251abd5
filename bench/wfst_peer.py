"""What `ctc_network`, `ctc_grammar` and `ctc_beam` do, by kaldifst and kaldi-decoder."""

import importlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.wfst_graph import BLANK, OTHER, Automaton
from nlu.grammar import class_of
from nlu.vocabulary.word import Word
from voicebot.speech.ctc_grammar import _NEAR, Said

LATTICE_BEAM = 4.0
"""Nats that a way may be less likely than the best one, as in `ctc_grammar.decode_near`."""


class Arc(NamedTuple):
    """Of a lattice; `start` and `end` are states, `taken` is 0 where no frame passes."""

    start: int
    end: int
    taken: int
    given: int
    cost: float


@dataclass(frozen=True, slots=True)
class Peer:
    """The modules, and for each wheel its name, version, licence and size."""

    fst: Any
    decoder: Any
    wheels: tuple[str, ...]

    def graph(self, topology: Automaton, language: Automaton, minimized: bool = True) -> Any:
        """Frames to words."""
        first, second = self.fst.compile(topology.text), self.fst.compile(language.text)
        self.fst.arcsort(first, "olabel")
        self.fst.arcsort(second, "ilabel")
        composed = self.fst.compose(first, second)
        if minimized:
            self.fst.rmepsilon(composed)
            self.fst.minimize_encoded(composed)
        return composed

    def best(self, graph: Any, emissions: NDArray[np.float32], beam: float) -> list[Arc]:
        """The likeliest way; `emissions`, shape (frames, labels), are natural logs. Empty where the beam lost every way."""
        decoder = self.decoder.FasterDecoder(graph, self.decoder.FasterDecoderOptions(beam=beam))
        decoder.decode(self.decoder.DecodableCtc(emissions))
        return self._arcs(decoder.get_best_path()[1])

    def lattice(self, graph: Any, emissions: NDArray[np.float32], beam: float) -> list[Arc]:
        """All ways within LATTICE_BEAM, each arc behind those that lead to it."""
        config = self.decoder.LatticeSimpleDecoderConfig(beam=beam, lattice_beam=LATTICE_BEAM)
        decoder = self.decoder.LatticeSimpleDecoder(graph, config)
        decoder.decode(self.decoder.DecodableCtc(emissions))
        return self._arcs(decoder.get_raw_lattice()[1])

    def _arcs(self, lattice: Any) -> list[Arc]:
        # The public ArcIterator refuses lattices.
        iterator = importlib.import_module("kaldifst.lib._kaldifst")._ArcIteratorLattice
        leaving: dict[int, list[Arc]] = {}
        for state in range(lattice.num_states):
            leaving[state] = []
            arcs = iterator(lattice, state)
            while not arcs.done:
                arc = arcs.value
                cost = arc.weight.value1 + arc.weight.value2
                leaving[state].append(Arc(state, arc.nextstate, arc.ilabel, arc.olabel, cost))
                arcs.next()
        return in_order(lattice.start, leaving)


def in_order(start: int, leaving: Mapping[int, Sequence[Arc]]) -> list[Arc]:
    """All arcs from `start` on, each behind those that lead to it. `leaving`: the arcs of each state, no circle among them."""
    waits = Counter(arc.end for arcs in leaving.values() for arc in arcs)
    found: list[Arc] = []
    for state in (ready := [start] if start in leaving else []):
        for arc in leaving[state]:
            found.append(arc)
            waits[arc.end] -= 1
            if not waits[arc.end]:
                ready.append(arc.end)
    return found


def said(way: Sequence[Arc], words: Sequence[Word]) -> list[Said]:
    """The words of a way without branches and their frames, the blanks behind them included."""
    found: list[Said] = []
    start, frame = -1, 0
    places: list[tuple[int, int]] = []
    for arc in way:
        if arc.taken > BLANK and start < 0:
            start = frame
        frame += arc.taken > 0
        if arc.given:
            places.append((arc.given, start))
            start = -1
    ends = [start for _, start in places[1:]] + [frame]
    for (label, first), end in zip(places, ends, strict=False):
        if label > OTHER:
            found.append(Said(words[label - OTHER - 1], first, end))
    return found


def near(arcs: Sequence[Arc], words: Sequence[Word], most: int) -> list[list[Said]]:
    """What `ctc_grammar.decode_near` gives, of a lattice: the words of the likeliest way, each with at most `most` rivals.

    Of each word end the likeliest way to it and on from it is looked at.
    """
    if not arcs:
        return []
    into: dict[int, Arc] = {}
    costs, frames, starts = {arcs[0].start: 0.0}, {arcs[0].start: 0}, {arcs[0].start: -1}
    for arc in arcs:
        cost = costs[arc.start] + arc.cost
        frames[arc.end] = frames[arc.start] + (arc.taken > 0)
        if cost < costs.get(arc.end, np.inf):
            begun = starts[arc.start]
            if begun < 0 and arc.taken > BLANK:
                begun = frames[arc.start]
            costs[arc.end], into[arc.end], starts[arc.end] = cost, arc, -1 if arc.given else begun
    rest: dict[int, float] = {}
    for arc in reversed(arcs):
        rest[arc.end] = rest.get(arc.end, 0.0)
        rest[arc.start] = min(rest.get(arc.start, np.inf), arc.cost + rest[arc.end])
    last = min(costs.keys() - {arc.start for arc in arcs}, key=lambda state: costs[state])
    way: list[Arc] = []
    while last in into:
        way.append(into[last])
        last = into[last].start
    ended = [
        (costs[a.start] + a.cost + rest[a.end], words[a.given - OTHER - 1], starts[a.start], frames[a.end])
        for a in arcs
        if a.given > OTHER
    ]
    ended.sort(key=lambda one: one[0])
    found = []
    for best in said(way[::-1], words):
        rivals: dict[str, Said] = {}
        for _, word, start, end in ended:
            fits = class_of(word) == class_of(best.word) and abs(start - best.start) <= _NEAR
            if fits and word != best.word and start < end <= best.end:
                rivals.setdefault(word.form, Said(word, start, best.end))
        found.append([best, *list(rivals.values())[:most]])
    return found
