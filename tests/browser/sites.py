"""Every page there is, as the tests and the pictures open it."""

from voicebot.telephony.caller import CallResult

OFFICE = "/console/settings/offices/kokurakita-shimin"

SITES = {
    "home": "/",
    "phone": "/phone",
    "documents": "/docs",
    "document": "/docs/console",
    "sign_in": "/sign-in",
    "console": "/console",
    "calls": "/console/calls",
    "call": "/console/calls/2026-11-24/{call}",
    "bookings": "/console/bookings?day=2026-11-25",
    "bookings_week": "/console/bookings/week?day=2026-11-25",
    "bookings_hours": "/console/bookings/week?day=2026-11-25&counter=shomei",
    "bookings_find": "/console/bookings/find?day=2026-11-25",
    "booking_new": "/console/bookings/new?procedure=juminhyo&day=2026-11-26",
    "booking": "/console/bookings/{booking}",
    "booking_move": "/console/bookings/{booking}/move",
    "booking_effect": "/console/bookings/{booking}/move?start=2026-12-10T15:00",
    "booking_cancel": "/console/bookings/{booking}/cancel",
    "desk_choose": "/desk",
    "desk": "/desk/kokurakita-shimin/shomei/1",
    "devices": "/console/settings/devices",
    "callbacks": "/console/callbacks",
    "waiting": "/console/waiting",
    "figures": "/console/stats",
    "settings": "/console/settings",
    "settings_service": "/console/settings/service",
    "settings_retention": "/console/settings/retention",
    "office": OFFICE,
    "office_basics": f"{OFFICE}/basics",
    "office_rules": f"{OFFICE}/rules",
    "office_days": f"{OFFICE}/days",
    "office_counter": f"{OFFICE}/counters/ido",
    "office_procedure": f"{OFFICE}/procedures/juminhyo",
    "office_close": f"{OFFICE}/close",
    "office_to_phone": f"{OFFICE}/to-phone",
    "office_history": f"{OFFICE}/history",
    "office_change": f"{OFFICE}/history/1",
    "office_file": f"{OFFICE}/file",
    "replay": "/console/calls/2026-11-24/{call}/replay?from=events",
    "replay_day": "/console/replay?day=2026-11-24",
    "accounts": "/console/accounts",
    "account": "/console/accounts/clerk",
    "sentences": "/console/settings/sentences",
    "sentence": "/console/settings/sentences/number_is/1",
    "office_guide": f"{OFFICE}/guide/moving-in",
    "guide": "/guide",
    "guide_question": "/guide/moving-in",
    "guide_list": "/guide/moving-in?family=kokuho&family=small&family=pupil&nursery=yes&car=car",
    "procedures": "/procedures?q=年金",
    "procedure": "/procedures/kokurakita-shimin/juminhyo",
    "audit": "/console/audit",
    "password": "/console/password",
    "book": "/book",
    "book_times": "/book/when?procedure=juminhyo",
    "book_mine": "/book/mine",
}
"""By the name of its picture. `{call}` is a call's sid, `{booking}` what it booked."""

FILES = (
    "/book/mine/{token}/visit.ics",
    "/kiosk/alive",
    "/lobby/said/{number}",
    "/console/bookings/sheet",
    "/console/settings/offices/{office}/close/heard",
    "/console/settings/offices/{office}/file/download",
    "/console/settings/sentences.yaml",
    "/console/settings/sentences/{key}/{number}/hear",
    "/console/stats.csv",
    "/language/{language}",
    "/read-in/{language}",
    "/console/calls/{day}/{sid}/transcript.{kind}",
    "/console/calls/{day}/{sid}/audio/{side}.wav",
)
"""What is asked for like a page and is none."""

WALKED = (
    "/desk/{office}/{counter}/{number}/send-on",
    "/kiosk",
    "/kiosk/check-in",
    "/kiosk/found",
    "/kiosk/take",
    "/kiosk/ticket/{token}",
    "/lobby",
    "/t/{token}",
    "/t/{token}/leave",
    "/book/office",
    "/book/you",
    "/book/mine/{token}",
    "/book/mine/{token}/move",
    "/book/mine/{token}/cancel",
)
"""Pages on the way of a booking or a ticket, or of a device: `test_book` and `test_counter` go there."""


def address(name: str, call: CallResult) -> str:
    """Of a page, in a service that has taken this call."""
    assert call.booking is not None
    return SITES[name].format(call=call.call_sid, booking=call.booking["number"])
