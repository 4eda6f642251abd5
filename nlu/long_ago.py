"""How long ago it happened: a bereavement of last month is no death to report any more."""

from datetime import date

from nlu.lexicon import Lexicon
from nlu.meaning import Scored
from nlu.vocabulary.choosing import AGO, LAST_MONTH, LAST_YEAR, MONTH_BEFORE, MONTH_OF_DEATH

_MONTH = 28
_LONGEST = 31


def days_ago(text: str, today: date) -> int:
    """Days that have gone by at least since what is told; 0 where nothing is said of it."""
    found = [days for days, phrases in AGO if phrases.found(text)]
    if MONTH_BEFORE.found(text):
        found.append(today.day + _MONTH)
    elif LAST_MONTH.found(text):
        found.append(today.day)
    if LAST_YEAR.found(text):
        found.append(today.timetuple().tm_yday)
    found += [_since_end(month, today) for month, phrases in MONTH_OF_DEATH.items() if phrases.found(text)]
    return max(found, default=0)


def _since_end(month: int, today: date) -> int:
    """Days since the last of the past months of that number; 0 in that month."""
    if month == today.month:
        return 0
    begins = date(today.year if month < today.month else today.year - 1, month, 1)
    return max((today - begins).days - _LONGEST, 0)


def still_done(procedures: tuple[Scored[str], ...], days: int, lexicon: Lexicon) -> tuple[Scored[str], ...]:
    """Of several that what happened leads to, those that are done so many days after it."""
    over = {one.id for one in lexicon.entries if one.within_days is not None and one.within_days < days}
    left = tuple(scored for scored in procedures if scored.value not in over)
    return left or procedures
