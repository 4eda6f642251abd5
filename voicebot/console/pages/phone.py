"""The phone in the browser."""

from voicebot.console import phone_door
from voicebot.console.ask import Ask, View
from voicebot.console.page import Live, Page, page
from voicebot.console.refusal import FORBIDDEN, Refusal
from voicebot.export.day_sheet import dialled

MOBILE, LANDLINE = "+819012345678", "+81935551234"
"""Example numbers to phone from."""


def phone(ask: Ask) -> View:
    """Everything that happens on it is `static/phone/`'s."""
    if not phone_door.is_open_to(ask.request, ask.service.settings.phone_open):
        raise Refusal(FORBIDDEN, "phone_closed")
    called = [
        {"number": number, "dialled": dialled(number), "office": office.name.text}
        for office in ask.service.parts.offices
        for number in office.called
    ]
    texts = {
        key.removeprefix("phone.js."): text
        for key, text in ask.words.texts.items()
        if key.startswith("phone.js.")
    }
    return View(
        "phone.html",
        {
            "texts": texts,
            "from_here": phone_door.is_open_to(ask.request, opened=False),
            "callers": [MOBILE, LANDLINE],
            "called": called,
            "dialled": dialled,
            "ready": not ask.service.closing,
        },
    )


routes: list[Page | Live] = [page("/phone", phone, needs=None)]
