"""What engines write, brought into one form."""

import re
import unicodedata

_MARKS = re.compile(r"[\s、。，．,!?！？…「」『』()・♪]+|(?<!\d)[.:]|[.:](?!\d)")


def tidy(text: str) -> str:
    """Without spaces and punctuation, with half-width digits and letters; 10:30 and 3.5 keep their marks."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text))
