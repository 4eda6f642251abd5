"""What residents see: no account, no script needed."""

from voicebot.console.page import Live, Page
from voicebot.console.pages.residents import (
    booking,
    booking_change,
    booking_form,
    booking_mine,
    language,
)

routes: list[Page | Live] = [
    *booking.routes,
    *booking_form.routes,
    *booking_mine.routes,
    *booking_change.routes,
    *language.routes,
]
