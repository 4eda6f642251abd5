"""Days and times as the pages write them."""

from datetime import date, datetime

from voicebot.export.day_sheet import in_words


def day(moment: date, language: str) -> str:
    """`2026年12月4日（金）`, `Fri 4 Dec 2026`; the same for a datetime."""
    weekday = moment.weekday()
    match language:
        case "ja":
            return in_words(moment)
        case "easy":
            return f"{moment.year}年{moment.month}月{moment.day}日（{'月火水木金土日'[weekday]}曜日）"
        case "zh":
            return f"{moment.year}年{moment.month}月{moment.day}日（周{'一二三四五六日'[weekday]}）"
        case "ko":
            return f"{moment.year}년 {moment.month}월 {moment.day}일 ({'월화수목금토일'[weekday]})"
    return f"{moment:%a} {moment.day} {moment:%b} {moment.year}"


def short(moment: date, language: str) -> str:
    """`12/4（金）`, `Fri 4 Dec`: where the year is known."""
    weekday = moment.weekday()
    match language:
        case "ja":
            return f"{moment.month}/{moment.day}（{'月火水木金土日'[weekday]}）"
        case "easy":
            return f"{moment.month}月{moment.day}日（{'月火水木金土日'[weekday]}曜日）"
        case "zh":
            return f"{moment.month}月{moment.day}日（周{'一二三四五六日'[weekday]}）"
        case "ko":
            return f"{moment.month}월 {moment.day}일 ({'월화수목금토일'[weekday]})"
    return f"{moment:%a} {moment.day} {moment:%b}"


def clock(moment: datetime) -> str:
    """`09:05`"""
    return f"{moment:%H:%M}"


def both(moment: datetime, language: str) -> str:
    """The day and the time."""
    return f"{day(moment, language)} {clock(moment)}"
