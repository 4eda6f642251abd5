"""The glossary names code that is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
_MODULE = re.compile(r"`([a-z_/]+)`")


def entries() -> list[list[str]]:
    """Word, Japanese, what it is, where; one for each line of the tables."""
    lines = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in rows if row[0] != "word" and set(row[0]) != {"-"}]


def test_every_entry_has_its_japanese_word_and_a_place_in_the_code():
    assert len(entries()) > 40
    for word, japanese, what, where in entries():
        assert word.isascii()
        assert re.search("[ぁ-ヺ一-龥]", japanese), word
        assert what, word
        assert _MODULE.findall(where), word


def test_every_module_that_is_named_is_there():
    named = {module for *_, where in entries() for module in _MODULE.findall(where)}
    there = {module for module in named if (ROOT / module).is_dir() or (ROOT / f"{module}.py").is_file()}
    assert named - there == set()


def test_no_word_stands_twice():
    words = [word for entry in entries() for word in entry[0].split(", ")]
    assert sorted(set(words)) == sorted(words)
