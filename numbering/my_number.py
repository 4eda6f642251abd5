"""The 12-digit My Number in what somebody typed as a name: refused, kept nowhere."""

import re
import unicodedata

DIGITS = 12
"""Length of an individual number (番号法 施行令 8条)."""

_KANJI = str.maketrans("〇零一二三四五六七八九", "00123456789")
_BETWEEN = re.compile(r"[\W_ー]")
_RUN = re.compile(rf"\d{{{DIGITS}}}")


def name_holds_my_number(name: str) -> bool:
    """Whether twelve digits or more stand in a row, in any script and whatever marks stand between them. The check digit
    is not asked: a slip of the finger makes somebody's number no less theirs."""
    plain = unicodedata.normalize("NFKC", name).translate(_KANJI)
    return _RUN.search(_BETWEEN.sub("", plain)) is not None
