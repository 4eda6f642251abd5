"""The offices' time zone.

The database holds wall-clock time of Asia/Tokyo without a zone, as it stands on the office's door:
a clerk can read it, and Japan has no summer time. Everything handed in or out is aware.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import DateTime, Dialect
from sqlalchemy.types import TypeDecorator

from calendar_backend.errors import NaiveDatetime

TOKYO = ZoneInfo("Asia/Tokyo")


def in_tokyo(moment: datetime) -> datetime:
    """The same moment in Asia/Tokyo. Raises NaiveDatetime when it carries no time zone."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise NaiveDatetime(f"{moment.isoformat()} has no time zone; hand in an aware datetime (+09:00)")
    return moment.astimezone(TOKYO)


class TokyoTime(TypeDecorator[datetime]):
    """Aware in Python, naive Asia/Tokyo wall-clock time in the column."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else in_tokyo(value).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=TOKYO)
