"""What leans on what was said before: 「印鑑証明も」, 「ほんとに要るのは戸籍やった」."""

from nlu.vocabulary.leaning_words import APART, MISTAKEN, TOO


def mistaken(text: str) -> bool:
    """Whether what is named is meant in the place of what was booked."""
    return MISTAKEN.found(text)


def one_more(text: str) -> bool:
    """Whether what is named comes on top of what was named before, and does not take its place; not on another day."""
    return TOO.found(text) and not APART.found(text)
