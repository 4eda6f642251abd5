"""Tickets at the entrance, the desks, the wall screen, and a ticket followed by telephone."""

from voicebot.console.page import Live, Page
from voicebot.console.pages.counters import check_in, desk, kiosk, lobby, ticket

routes: list[Page | Live] = [
    *desk.routes,
    *kiosk.routes,
    *check_in.routes,
    *lobby.routes,
    *ticket.routes,
]
