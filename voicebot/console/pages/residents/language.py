"""In which language a resident reads."""

from starlette.responses import RedirectResponse, Response

from voicebot.console import cookies
from voicebot.console.addresses import back_to
from voicebot.console.ask import Ask
from voicebot.console.page import resident_page
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.console.shown import RESIDENTS_FIRST
from voicebot.console.words import RESIDENTS_LANGUAGES


def choose(ask: Ask) -> Response:
    """For a year, on this device. Raises Refusal."""
    chosen = ask.param("language")
    if chosen not in RESIDENTS_LANGUAGES:
        raise Refusal(NOT_FOUND, "not_found")
    response = RedirectResponse(back_to(ask.query("back"), RESIDENTS_FIRST), 303)
    cookies.give(ask.request, response, cookies.RESIDENTS_LANGUAGE, chosen)
    return response


routes = [resident_page("/read-in/{language}", choose)]
