import numpy as np
import pytest

from bench import wfst
from bench.wfst_graph import BLANK, OTHER, Automaton, emissions, open_sounds, sentences, topology
from bench.wfst_peer import Arc, in_order, near, said
from nlu.grammar import Class, Grammar
from nlu.phonemes import phonemes
from nlu.vocabulary.word import Word
from tests.speech import posteriors
from voicebot.speech.kana_model import SYMBOLS
from voicebot.speech.kana_ngrams import Ngrams

MONTH, DAY, NEXT_DAY = (
    Word("じゅうにがつ", "Month", 12, written="12月"),
    Word("とおか", "DayNumber", 10, written="10日"),
    Word("はつか", "DayNumber", 20, written="20日"),
)
DATES = Grammar((MONTH, DAY, NEXT_DAY), frozenset({(Class.MONTH, Class.DAY)}))
A, B, C = (SYMBOLS.index(sound) + 1 for sound in "aik")


def cheapest(automaton: Automaton, taken: list[int]) -> tuple[float, list[int]]:
    """Cost and output of the best way that takes these labels; infinite where none does."""
    lines = [line.split() for line in automaton.text.splitlines()]
    arcs = [
        Arc(int(line[0]), int(line[1]), int(line[2]), int(line[3]), float(line[4]))
        for line in lines
        if len(line) == 5
    ]
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}

    def passed(
        ways: dict[int, tuple[float, list[int]]], label: int, into: dict[int, tuple[float, list[int]]]
    ) -> bool:
        better = False
        for start, end, symbol, given, cost in arcs:
            if symbol == label and start in ways:
                way = (ways[start][0] + cost, ways[start][1] + [given] * (given > 0))
                if way[0] < into.get(end, (np.inf, []))[0]:
                    into[end], better = way, True
        return better

    for label in [*taken, 0]:
        while passed(best, 0, best):
            pass
        if label:
            after: dict[int, tuple[float, list[int]]] = {}
            passed(best, label, after)
            best = after
    finals = {int(line[0]) for line in lines if len(line) == 1}
    return min((way for state, way in best.items() if state in finals), default=(np.inf, []))


def tokens(kana: str) -> list[int]:
    """Labels of what does not begin with a vowel."""
    return [SYMBOLS.index(sound) + 1 for sound in phonemes(kana)]


@pytest.mark.parametrize(
    ("frames", "sounds"),
    [
        ([BLANK, A, A, BLANK, B], [A, B]),
        ([A, BLANK, A], [A, A]),
        ([A, A, A], [A]),
        ([A, B, C, BLANK], [A, B, C]),
        ([BLANK, BLANK], []),
    ],
)
def test_the_topology_takes_out_blanks_and_repetitions(frames: list[int], sounds: list[int]) -> None:
    assert cheapest(topology(), frames) == (0.0, sounds)


def test_words_come_out_at_a_cost_each_and_only_in_an_allowed_order() -> None:
    automaton = sentences(DATES)
    assert automaton.words == (MONTH, DAY, NEXT_DAY)
    month, day = OTHER + 1, OTHER + 2
    cost, found = cheapest(automaton, tokens("じゅうにがつ") + tokens("とおか"))
    assert found == [month, day]
    assert cost == pytest.approx(2 * 2.5)
    _, backwards = cheapest(automaton, tokens("とおか") + tokens("じゅうにがつ"))
    assert OTHER in backwards


def test_what_is_no_word_costs_each_of_its_sounds() -> None:
    cost, found = cheapest(sentences(DATES), tokens("まご"))
    assert found == [OTHER]
    assert cost == pytest.approx(2.5 + 4 * 1.5)


def test_nothing_ends_within_a_mora() -> None:
    assert cheapest(sentences(DATES), [C])[0] == np.inf


def test_a_vowel_that_begins_a_word_may_be_a_long_one() -> None:
    heard = emissions(posteriors.said(":"))
    assert heard.shape == (4, len(SYMBOLS) + 5)
    assert heard[0].max() == 0.0
    assert np.allclose(heard[0, len(SYMBOLS) :], 0.0)
    assert heard[0, SYMBOLS.index("a")] < -1.0


def test_strings_of_sounds_cost_what_the_ngrams_say() -> None:
    known = {"a": -1.0, "k": -2.0, "i": -1.5, "^a": -0.5, "ak": -0.2, "aki": -0.1, "$": -1.0}
    ngrams = Ngrams(known, {"a": -0.3, "ak": -0.4, "k": -0.7, "^": -0.6})
    prior = ngrams.steering(0.5, 0.25)
    wanted = -sum(prior("aka"[:n], "aka"[n]) for n in range(3))
    cost, sounds = cheapest(open_sounds(ngrams, 0.5, 0.25), [A, C, A])
    assert sounds == [A, C, A]
    assert cost == pytest.approx(wanted)


LATTICE = {
    0: [Arc(0, 1, BLANK, 0, 0.0)],
    1: [Arc(1, 2, A, 0, 1.0), Arc(1, 3, B, 0, 3.0)],
    2: [Arc(2, 4, BLANK, 0, 0.0)],
    3: [Arc(3, 5, BLANK, 0, 0.0)],
    4: [Arc(4, 6, 0, OTHER + 2, 0.0)],
    5: [Arc(5, 6, 0, OTHER + 3, 0.0)],
    6: [],
}
"""とおか or はつか, said in the second and third of three frames."""


def test_arcs_stand_behind_those_that_lead_to_them() -> None:
    backwards = {6 - state: [arc._replace(start=6 - arc.start, end=6 - arc.end) for arc in arcs] for state, arcs in LATTICE.items()}  # fmt: skip
    found = in_order(6, backwards)
    assert len(found) == sum(map(len, LATTICE.values()))
    for n, arc in enumerate(found):
        assert arc.end not in {earlier.start for earlier in found[:n]}


def test_the_words_of_a_way_have_their_frames() -> None:
    way = [Arc(0, 1, BLANK, 0, 0.0), Arc(1, 2, A, 0, 0.0), Arc(2, 3, 0, OTHER + 1, 0.0), Arc(3, 4, A, 0, 0.0),
           Arc(4, 5, 0, OTHER, 0.0), Arc(5, 6, B, 0, 0.0), Arc(6, 7, BLANK, 0, 0.0), Arc(7, 8, 0, OTHER + 2, 0.0)]  # fmt: skip
    assert said(way, DATES.words) == [(MONTH, 1, 2), (DAY, 3, 5)]


def test_rivals_of_a_lattice_are_of_the_same_class_and_place() -> None:
    assert near(in_order(0, LATTICE), DATES.words, 2) == [[(DAY, 1, 3), (NEXT_DAY, 1, 3)]]
    assert near(in_order(0, LATTICE), DATES.words, 0) == [[(DAY, 1, 3)]]


def test_the_lines_of_both_sides_are_counted() -> None:
    rows = {row.what: row.measured for row in wfst.lines()}
    assert len(rows) == 3
    for measured in rows.values():
        assert int(measured.split()[0]) > 50
