"""Which of numbered answers: 「1番と3番」, 「いちとさんです」."""

from nlu.bare_numbers import bare_number
from nlu.prepared import Prepared
from nlu.vocabulary.choices import AND, NUMBERED


def find_numbers(part: Prepared, offered: int) -> tuple[int, ...]:
    """Indices among `offered` things, 0-based, in the order of these; a number that there is not counts for nothing."""
    said = {int(part.written[start]) for start, _ in NUMBERED.every(part.written)} or _alone(part.smooth)
    return tuple(n for n in range(offered) if n + 1 in said)


def _alone(text: str) -> set[int]:
    """Numbers that are all that was said."""
    found = [bare_number(piece) for piece in AND.replaced(text, " ").split()]
    return {one for one in found if one is not None} if None not in found else set()
