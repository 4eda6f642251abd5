"""Tokyo time."""

from datetime import datetime
from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")


def local(now: datetime) -> datetime:
    """`now` in Asia/Tokyo; a naive one is Tokyo time already."""
    return now.replace(tzinfo=TOKYO) if now.tzinfo is None else now.astimezone(TOKYO)
