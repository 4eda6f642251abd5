"""The sounds that the listener writes: those of `nlu.phonemes`, after the blank."""

from functools import lru_cache

BLANK = ""
SYMBOLS: tuple[str, ...] = (BLANK, *"aiueoNQ:kgsztdnhbpmyrwfvSCTJ")


@lru_cache(maxsize=1)
def _index() -> dict[str, int]:
    return {symbol: index for index, symbol in enumerate(SYMBOLS)}


def labels(sounds: str) -> list[int]:
    """Columns of the listener's output for a string of sounds. Raises KeyError for what is no sound."""
    index = _index()
    return [index[sound] for sound in sounds]
