"""Ids of calls that sort as the calls began, so that a page of a list and a day's calls are a range of the primary key."""

import zlib
from datetime import date, datetime, time, timedelta

from calendar_backend.tokyo import TOKYO

_PER_MS = 1024
_EPOCH = datetime(1970, 1, 1, 9, tzinfo=TOKYO)


def first_id(moment: datetime) -> int:
    """The smallest id of a call that began then or later."""
    return (moment - _EPOCH) // timedelta(milliseconds=1) * _PER_MS


def id_of(folder: str, began: datetime) -> int:
    """The same for the same call."""
    return first_id(began) + zlib.crc32(folder.encode()) % _PER_MS


def range_of(first: date, last: date) -> tuple[int, int]:
    """Of the calls of some days: ids from the first up to, without, the second."""
    begins, ends = (datetime.combine(day, time(), TOKYO) for day in (first, last + timedelta(days=1)))
    return first_id(begins), first_id(ends)
