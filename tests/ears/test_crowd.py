from random import Random

import numpy as np

from ears import crowd


def test_everybody_has_a_style_for_each_length() -> None:
    known = crowd.styles()
    assert len(known) == 49
    assert all(
        style.shape == (crowd.LENGTHS, 1, 256) and np.isfinite(style).all() for style in known.values()
    )
    assert set(crowd.APART) < set(known)


def test_nobody_of_the_reserved_or_measured_voices_is_in_it() -> None:
    assert not {"jf_gongitsune", "jf_tebukuro", "jm_kumo"} & set(crowd.styles())


def test_people_differ_and_are_the_same_for_the_same_chance() -> None:
    native = np.zeros((crowd.LENGTHS, 1, 256), np.float32)
    people = [crowd.somebody(native, Random(seed)) for seed in (1, 2, 1)]
    assert people[0].shape == native.shape
    assert np.array_equal(people[0], people[2])
    assert not np.array_equal(people[0], people[1])
