"""Texts from outside, before they reach the database."""

from calendar_backend.errors import BadWish

LONGEST = 255
LONGEST_NOTE = 1000


def check(longest: int = LONGEST, **texts: str) -> None:
    """Raises BadWish for what a database could not keep as it is."""
    for name, text in texts.items():
        what = name.replace("_", " ")
        if len(text) > longest:
            raise BadWish(f"the {what} has {len(text)} characters; hand in at most {longest}")
        if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
            raise BadWish(f"the {what} has a character that cannot be kept; hand in plain text")
