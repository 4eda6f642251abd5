"""Texts from outside, before they reach the database."""

from calendar_backend.errors import BadWish, MyNumberGiven
from numbering import BadNumber, caller_id, name_holds_my_number

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


def check_name(name: str) -> None:
    """Raises BadWish, MyNumberGiven."""
    check(name=name)
    if name_holds_my_number(name):
        raise MyNumberGiven("the name has the twelve digits of a My Number; leave them out")


def telephone(number: str) -> str:
    """A telephone number to be kept, as E.164; empty where it is withheld. Raises BadWish for what is none."""
    try:
        return caller_id(number)
    except BadNumber as error:
        raise BadWish(str(error)) from None
