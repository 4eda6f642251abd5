"""Japanese text made findable: pairs of neighbouring characters (bigrams).

Japanese has no spaces between words, and many words have two characters (転入, 年金), which an index of trigrams does
not find. Both databases index the same pairs.
"""

import unicodedata

import jaconv

BREAK = "\ue000"
"""Between two lines: no word goes across. A private character, which is a token of its own in SQLite's FTS5."""


def plain(text: str) -> str:
    """Letters and digits alone, one width, one case, katakana as hiragana; lines stay lines."""
    lines = (unicodedata.normalize("NFKC", line) for line in text.splitlines())
    kept = (
        "".join(c for c in jaconv.kata2hira(line.casefold()) if c.isalnum() or c == "ー") for line in lines
    )
    return "\n".join(line for line in kept if line)


def grams(plain_text: str) -> list[str]:
    """Every pair, each line's last character, and a break between lines, in their order."""
    found: list[str] = []
    for line in plain_text.split("\n"):
        found += [line[at : at + 2] for at in range(len(line))]
        found.append(BREAK)
    return found[:-1]


def words(query: str) -> list[str]:
    """The words of a query in the same form; they may have a single character. Empty: it asks for nothing."""
    return [word for part in query.split() if (word := plain(part).replace("\n", ""))]
