import numpy as np

from ears import ordinary
from ears.mozc import Dictionary

NOUN, PARTICLE, VERB = 1, 283, 2


def dictionary(joins: dict[tuple[int, int], float]) -> Dictionary:
    """ねこ and いぬ, は, なく. `joins`: costs by (right, left) class; the others never stand together."""
    costs = np.full((300, 300), 50_000.0)
    for (right, left), cost in joins.items():
        costs[right, left] = cost
    classes = np.array([NOUN, NOUN, VERB, PARTICLE])
    return Dictionary(
        ["ねこ", "いぬ", "なく", "は"], classes, classes, np.array([0.0, 1_500.0, 0.0, 0.0]), costs
    )


TALK = dictionary({(NOUN, 0): 0, (PARTICLE, NOUN): 0, (VERB, PARTICLE): 0, (0, VERB): 0})


def test_words_follow_each_other_as_the_costs_allow_and_particles_are_as_spoken() -> None:
    assert set(ordinary.sentences(TALK, 200)) == {"nekowanaku", "inuwanaku"}


def test_what_costs_more_is_drawn_less() -> None:
    found = list(ordinary.sentences(TALK, 2_000))
    rare = sum(sounds.startswith("inu") for sounds in found) / len(found)
    assert 0.02 < rare < 0.08  # e to the -3


def test_the_same_seed_draws_the_same() -> None:
    assert list(ordinary.sentences(TALK, 50, 3)) == list(ordinary.sentences(TALK, 50, 3))


def test_a_single_word_is_no_sentence() -> None:
    alone = dictionary({(NOUN, 0): 0, (0, NOUN): 0})
    assert list(ordinary.sentences(alone, 50)) == []
