"""Whether a caller speaks another language than Japanese."""

import re

from nlu.vocabulary.languages import MADE_UP, SPOKEN

_LATIN = re.compile(r"[a-zà-ɏ]")
_LEAST = 8
"""Latin letters that are a sentence, and no name of something (e-tax, ATM)."""


def find_foreign(text: str) -> str | None:
    """`zh`, or `en`, which stands for any other; `ja`: a foreigner speaks Japanese; None for Japanese. `text`: normalized, or a reading."""
    found = next((code for code, phrases in SPOKEN.items() if phrases.found(text)), None)
    if found is None and any("가" <= letter <= "힣" for letter in text):
        return "en"
    latin = 0 if MADE_UP.found(text) else len(_LATIN.findall(text))
    return found or ("en" if latin >= _LEAST and latin * 2 > len(text) else None)
