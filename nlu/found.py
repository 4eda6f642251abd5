"""A piece of an utterance that means something, and where it stands."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from nlu.meaning import Scored

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """`text[start:end]` means one of `values`, best first. No values: it was named but cannot be."""

    start: int
    end: int
    values: tuple[Scored[T], ...]
    text: str
    rule: str = ""
    """Which rule read it; bare days and weekdays lean on what stands before them."""

    ruled_out: bool = False
    """It was named only to be refused: 「火曜はちょっと」."""

    told: bool = False
    """It was said of something else, and is no wish: 「11月20日に引っ越した」."""
