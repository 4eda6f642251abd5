"""Days and times as the pages write them."""

from datetime import date, datetime

from voicebot.export.day_sheet import in_words


def day(moment: date, language: str) -> str:
    """`2026年12月4日（金）`, `Fri 4 Dec 2026`; the same for a datetime."""
    if language == "ja":
        return in_words(moment)
    return f"{moment:%a} {moment.day} {moment:%b} {moment.year}"


def short(moment: date, language: str) -> str:
    """`12/4（金）`, `Fri 4 Dec`: where the year is known."""
    if language == "ja":
        return f"{moment.month}/{moment.day}（{'月火水木金土日'[moment.weekday()]}）"
    return f"{moment:%a} {moment.day} {moment:%b}"


def clock(moment: datetime) -> str:
    """`09:05`"""
    return f"{moment:%H:%M}"


def both(moment: datetime, language: str) -> str:
    """The day and the time."""
    return f"{day(moment, language)} {clock(moment)}"
