"""What leans on what was said before: 「印鑑証明も」, 「ほんとに要るのは戸籍やった」."""

from nlu.vocabulary.leaning_words import APART, MISTAKEN, TAKEN_BACK, TOO


def mistaken(text: str) -> bool:
    """Whether what is named is meant in the place of what was booked, or said before."""
    return MISTAKEN.found(text) or takes_back(text)


def takes_back(text: str) -> bool:
    """Whether the caller says that what was said before was wrong."""
    return TAKEN_BACK.found(text)


def one_more(text: str) -> bool:
    """Whether what is named comes on top of what was named before, and does not take its place; not on another day."""
    return TOO.found(text) and not APART.found(text)
