"""A dictionary of two words in MeCab's form, made by hand: い and いえ."""

import struct
from pathlib import Path

import numpy as np
import pytest

from ears import mozc

WORDS = {"い": (3, 4, 100), "いえ": (1, 2, -50), "ィx": (9, 9, 9)}
"""Reading: left class, right class, cost."""


def double_array(keys: dict[bytes, int]) -> list[tuple[int, int]]:
    """Base and check of every unit: each node of the trie gets 300 units of its own."""
    units = [(0, 0)] * (300 * (sum(map(len, keys)) + 3))
    places = {b"": 0}
    prefixes = {key[:n] for key in keys for n in range(len(key) + 1)}
    for number, prefix in enumerate(sorted(prefixes, key=len), 1):
        base = 300 * number
        place = places[prefix]
        units[place] = (base, units[place][1])
        if prefix in keys:
            units[base] = (-1 - keys[prefix], base)
        for byte in {longer[len(prefix)] for longer in prefixes if longer and longer[:-1] == prefix}:
            places[prefix + bytes([byte])] = base + byte + 1
            units[base + byte + 1] = (0, base)
    return units


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    keys = {word.encode(): (number << 8) + 1 for number, word in enumerate(WORDS)}
    units = b"".join(struct.pack("<iI", base, check) for base, check in double_array(keys))
    tokens = b"".join(
        struct.pack("<HHHhII", left, right, 0, cost, 0, 0) for left, right, cost in WORDS.values()
    )
    header = struct.pack("<10I", 0, 102, 0, len(WORDS), 5, 5, len(units), len(tokens), 0, 0)
    (tmp_path / "sys.dic").write_bytes(header + b"utf-8".ljust(32, b"\0") + units + tokens)
    costs = np.arange(25, dtype="<i2")
    (tmp_path / "matrix.bin").write_bytes(struct.pack("<2H", 5, 5) + costs.tobytes())
    return tmp_path


def test_words_of_kana_come_by_their_left_class(folder: Path) -> None:
    found = mozc.load(folder)
    assert found.readings == ["いえ", "い"]
    assert (found.left.tolist(), found.right.tolist(), found.costs.tolist()) == (
        [1, 3],
        [2, 4],
        [-50.0, 100.0],
    )


def test_what_it_costs_to_join_is_read_by_the_right_class_first(folder: Path) -> None:
    """MeCab's connector: matrix[left + lefts * right]."""
    joins = mozc.load(folder).joins
    assert joins[2, 1] == 1 + 5 * 2


def test_a_package_that_is_not_there_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mozc, "find_spec", lambda name: None)
    with pytest.raises(FileNotFoundError, match="train extra"):
        mozc.load()
