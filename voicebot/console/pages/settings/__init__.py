"""Settings without code: the offices, their days off, and what is kept for how long."""

from voicebot.console.page import Live, Page
from voicebot.console.pages.settings import (
    closing,
    devices,
    editing,
    file,
    history,
    office,
    overview,
    service,
)

routes: list[Page | Live] = [
    *overview.routes,
    *service.routes,
    *devices.routes,
    *office.routes,
    *editing.routes,
    *closing.routes,
    *file.routes,
    *history.routes,
]
