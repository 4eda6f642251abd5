"""The names in braces that values take the place of."""

import re

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def names(sentence: str) -> set[str]:
    return set(PLACEHOLDER.findall(sentence))
