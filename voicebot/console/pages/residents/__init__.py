"""What residents see: no account, no script needed."""

from voicebot.console.page import Live, Page
from voicebot.console.pages.residents import (
    booking,
    booking_change,
    booking_form,
    booking_mine,
    guide,
    language,
    procedures,
)

routes: list[Page | Live] = [
    *booking.routes,
    *booking_form.routes,
    *booking_mine.routes,
    *booking_change.routes,
    *guide.routes,
    *procedures.routes,
    *language.routes,
]
