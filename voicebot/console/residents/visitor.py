"""Who is before a page for residents, as far as limits and the calendar's history need to know it: nobody's name.

A visitor is a cookie of random bits that this process has signed, so that nobody makes up more of them than were given. It is
taken back once something was booked: who comes next to the same screen is another visitor.
"""

import hashlib
import ipaddress
import secrets
from datetime import timedelta

from itsdangerous import BadSignature, Signer
from starlette.responses import Response

from voicebot.console import cookies
from voicebot.console.actors import WEB
from voicebot.console.ask import Ask
from voicebot.console.refusal import BUSY, Refusal

_SHOWN = 16


def client(ask: Ask, response: Response | None = None) -> str:
    """The visitor, as the calendar knows clients; one that is new is given its cookie with the response."""
    signer = Signer(ask.state.visitor_secret, salt="voicebot visitor")
    try:
        known = signer.unsign(cookies.read(ask.request, cookies.BOOKER).encode("utf-8", "replace")).decode()
    except BadSignature:
        known = secrets.token_hex(_SHOWN)
        if response is not None:
            cookies.give(ask.request, response, cookies.BOOKER, signer.sign(known).decode())
    return f"{WEB}{known}"


def of_secret(token: str, what: str) -> str:
    """Who acts with a booking's or a hold's own secret, without telling it."""
    return f"{WEB}{hashlib.sha256(f'{what} {token}'.encode()).hexdigest()[:_SHOWN]}"


def address(ask: Ask) -> str:
    """The network address; of IPv6 the /64, as one household has all of it."""
    host = ask.request.client.host if ask.request.client else ""
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return host
    if found.version == 4:
        return host
    return str(ipaddress.ip_network((found, 64), strict=False))


def admit_booking(ask: Ask) -> None:
    """Counts a booking that is to be made. Raises Refusal."""
    here = address(ask)
    if wait := ask.state.bookings_from.admit(here, ask.now):
        raise too_often(wait)
    if wait := ask.state.bookings_of_all.admit(here, ask.now):
        raise Refusal(BUSY, "crowded", minutes=_minutes(wait))


def too_often(wait: timedelta) -> Refusal:
    return Refusal(BUSY, "too_often", minutes=_minutes(wait))


def _minutes(wait: timedelta) -> int:
    return wait // timedelta(minutes=1) + 1
