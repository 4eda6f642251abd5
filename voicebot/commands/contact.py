"""A booking in the lists of those who must be phoned."""

from datetime import datetime

from calendar_backend import Booking
from voicebot.export.day_sheet import dialled


def contact(start: datetime, booking: Booking) -> tuple[str, ...]:
    """When, which, whom and for what. For a clerk's eyes, not for logs."""
    phone, name = dialled(booking.phone) or "電話番号なし", booking.name or "お名前なし"
    return f"{start:%Y-%m-%d %H:%M}", booking.number, phone, name, "、".join(booking.procedure_names)
