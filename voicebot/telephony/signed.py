"""Whether a request comes from Twilio."""

import ipaddress

from starlette.requests import Request
from twilio.request_validator import RequestValidator

from voicebot.service import Service
from voicebot.telephony.address import public_url


class Refused(Exception):
    """A request that does not come from Twilio."""


def is_loopback(host: str | None) -> bool:
    """Whether a peer address is this machine's own."""
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


async def authentic(request: Request, service: Service) -> dict[str, str]:
    """The form of a request that Twilio signed, or that came from this machine. Raises Refused."""
    form = {key: str(value) for key, value in (await request.form()).items()}
    token = service.settings.auth_token
    if not token:
        if not is_loopback(request.client.host if request.client else None):
            raise Refused("no TWILIO_AUTH_TOKEN is set, so only this machine may call")
        return form
    query = f"?{request.url.query}" if request.url.query else ""
    url = public_url(request, service.settings.public_url) + request.url.path + query
    signature = request.headers.get("X-Twilio-Signature", "")
    if not RequestValidator(token).validate(url, form, signature):
        raise Refused("the signature is wrong")
    return form
