"""People as a viewer sees them: that they are different, not who they are."""

from collections.abc import Iterable

from nlu.digit_words import runs

_HIDDEN = "＊"
HIDDEN = _HIDDEN * 4
"""In place of what tells who somebody is."""

_LONG = 4
"""Digits in a row that may be somebody's: a booking number, a date of birth, a telephone number."""


def phone(number: str) -> str:
    """`+81935551234` to `＊＊＊34`; empty stays empty."""
    digits = [c for c in number if c.isdigit()]
    return _HIDDEN * 3 + "".join(digits[-2:]) if digits else ""


def name(text: str) -> str:
    """The first letter: `ヤマダ タロウ` to `ヤ＊＊`; empty stays empty."""
    text = text.strip()
    return text[0] + _HIDDEN * 2 if text else ""


def spoken(text: str) -> str:
    """What was said, without long runs of digits, written or spoken in any way."""
    for run in reversed([run for run in runs(text) if len(run.digits) >= _LONG]):
        text = text[: run.start] + HIDDEN + text[run.end :]
    return text


def without(text: str, names: Iterable[str]) -> str:
    """What was said, without these people's names either; a name's parts are as good as the whole."""
    for name in names:
        for part in (name, name.replace(" ", ""), *name.split()):
            text = text.replace(part, HIDDEN) if len(part) > 1 else text
    return spoken(text)
