"""The cookies of the console: none is read by a script, none is sent along from another site's form."""

import secrets

from starlette.requests import Request
from starlette.responses import Response

SESSION = "voicebot_session"
VISITOR = "voicebot_visitor"
"""Signs the forms of who is not signed in."""
BOOKER = "voicebot_booker"
"""A resident who books."""
DEVICES = {"kiosk": "voicebot_kiosk", "lobby": "voicebot_lobby"}
"""The key of a device, by its kind."""
LANGUAGE = "voicebot_language"
RESIDENTS_LANGUAGE = "voicebot_residents_language"

_YEAR_S = 365 * 24 * 60 * 60


def read(request: Request, name: str) -> str:
    """Empty where there is none."""
    return request.cookies.get(name, "")


def new() -> str:
    """256 random bits."""
    return secrets.token_urlsafe(32)


def give(request: Request, response: Response, name: str, value: str) -> None:
    """Until the browser is closed; the languages and the keys of devices for a year."""
    response.set_cookie(
        name,
        value,
        max_age=_YEAR_S if name in (LANGUAGE, RESIDENTS_LANGUAGE, *DEVICES.values()) else None,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def take_back(response: Response, name: str) -> None:
    response.delete_cookie(name, httponly=True, samesite="lax")
