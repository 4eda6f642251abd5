"""Sentences that somebody says in words of their own, in place of those of the file."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from prompts.catalogue import Wording
from prompts.placeholders import names
from prompts.sentence import Spoken


@dataclass(frozen=True, slots=True)
class Override:
    """One wording of one key."""

    key: str
    number: int
    """Which of the key's wordings, from 0."""
    text: str
    reading: str
    speech: str = ""

    @property
    def wording(self) -> Wording:
        return Wording(self.text, self.reading, self.speech, line=0)


_said: ContextVar[tuple[Override, ...]] = ContextVar("overrides", default=())


@contextmanager
def saying(overrides: tuple[Override, ...]) -> Iterator[None]:
    """Within it, `render` takes these in place of the file's sentences."""
    token = _said.set(overrides)
    try:
        yield
    finally:
        _said.reset(token)


def override(key: str, number: int, values: Mapping[str, Spoken]) -> Wording | None:
    """What is said in place of the file's wording. None: nothing, or it wants a value that the sentence no longer has."""
    for one in _said.get():
        if (one.key, one.number) == (key, number):
            wanted = names(one.text) | names(one.reading) | names(one.speech)
            return one.wording if wanted <= values.keys() else None
    return None
