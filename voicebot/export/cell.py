"""The text of one cell of a spreadsheet."""

import re

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""A spreadsheet runs what begins so; one that is set to Japanese also what begins with the full-width signs.
https://owasp.org/www-community/attacks/CSV_Injection"""

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def one_line(text: str) -> str:
    """Without line breaks and other control characters, and without space around it."""
    return _BREAKS.sub(" ", text).strip()


def harmless(text: str) -> str:
    """With an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if _runs(text) else text


def meant(text: str) -> str:
    """What `harmless` made the text of. An apostrophe that belongs to a name stays."""
    return text[1:] if text.startswith("'") and _runs(text) else text


def _runs(text: str) -> bool:
    return text.lstrip("'").startswith(_FORMULA)
