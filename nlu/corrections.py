"""Whether something said takes back what was said before it: 「1234、いや、5678」."""

from nlu import lattice


def corrects(text: str, start: int, end: int) -> bool:
    """Whether a word of correction stands between two places of `text`, normalized."""
    return lattice.of_text(text).between(start, end, "Correct", "Negated") is not None
