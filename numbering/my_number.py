"""The 12-digit My Number: refused in what somebody typed as a name, kept nowhere."""

import re
import unicodedata

DIGITS = 12
"""Length of an individual number (番号法 施行令 8条). Telephone numbers have at most 11."""

_KANJI = str.maketrans("〇零一二三四五六七八九", "00123456789")
_BETWEEN = re.compile(r"[\W_ー]")
_RUN = re.compile(rf"\d{{{DIGITS}}}")


def name_holds_my_number(name: str) -> bool:
    """Whether twelve digits or more stand in a row, in any script and whatever marks stand between them. The check digit
    is not asked: a slip of the finger makes somebody's number no less theirs."""
    plain = unicodedata.normalize("NFKC", name).translate(_KANJI)
    return _RUN.search(_BETWEEN.sub("", plain)) is not None


def is_my_number(digits: str) -> bool:
    """Whether these are twelve digits whose last is the check digit of the others (番号法 施行規則 5条: weights 2 to 7,
    twice, from the right; modulo 11)."""
    if len(digits) != DIGITS:
        return False
    weighed = sum(int(digit) * (n % 6 + 2) for n, digit in enumerate(reversed(digits[:-1])))
    rest = weighed % 11
    return int(digits[-1]) == (0 if rest <= 1 else 11 - rest)
