"""What cannot be: why, from the words that named it (`Meaning.impossible`)."""

from datetime import datetime

from nlu import when
from nlu.clock import local
from nlu.found import Shape
from nlu.lexicon import Lexicon

_ANY_OFFICE = Lexicon()


def is_clock(said: str, now: datetime) -> bool:
    """Whether the words name a time and no day: 25時, and not 2月30日の10時."""
    days, times = when.named(said, when.moment(local(now), _ANY_OFFICE))
    return bool(times) and not days


def gone_by(said: str, now: datetime) -> bool:
    """Whether they name a day that lies behind us: 昨日, 先週の火曜."""
    days, _ = when.named(said, when.moment(local(now), _ANY_OFFICE))
    return any(day.shape is Shape.PAST for day in days)
