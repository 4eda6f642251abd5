"""Which of numbered answers: 「1番と3番」, 「いちとさんです」."""

import re

from nlu.bare_numbers import bare_number
from nlu.prepared import Prepared

_NTH = re.compile(r"([1-9])番目?(?=$|[とやもでをがのにだはねかよ、。?!]|お願|だけ|全部)")
"""Not 1番上の子."""

_AND = re.compile(r"[とやも、。 ]+")


def find_numbers(part: Prepared, offered: int) -> tuple[int, ...]:
    """Indices among `offered` things, 0-based, in the order of these; a number that there is not counts for nothing."""
    said = {int(number) for number in _NTH.findall(part.written)} or _alone(part.smooth)
    return tuple(n for n in range(offered) if n + 1 in said)


def _alone(text: str) -> set[int]:
    """Numbers that are all that was said."""
    found = [bare_number(piece) for piece in _AND.split(text) if piece]
    return {one for one in found if one is not None} if None not in found else set()
