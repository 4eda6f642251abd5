"""A text in the parts that are said one behind the other."""

from collections.abc import Iterable
from itertools import pairwise


def cut(text: str, ends: Iterable[int]) -> list[str]:
    """Between these places, with the pauses that stand there; a pause alone is no part."""
    places = [0, *ends, len(text)]
    return [text[start:end] for start, end in pairwise(places) if text[start:end].strip("、。")]
