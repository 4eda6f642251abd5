"""The address under which the other side knows this service: as configured, or as the proxies in front tell it."""

import re
from urllib.parse import urlsplit

from starlette.requests import Request

_SCHEMES = {"http": "http", "https": "https", "ws": "http", "wss": "https"}
_HOST = re.compile(r"[A-Za-z0-9._-]+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?")


def public_url(request: Request, configured: str) -> str:
    """Scheme, host and path, without a slash at the end.

    Of several proxies the one that the caller reached is named first: `X-Forwarded-Proto: https,http`. Whoever sends
    such a header of their own gains nothing: Twilio's signature covers the address.
    """
    if configured:
        return configured
    scheme = _SCHEMES.get(_first(request, "X-Forwarded-Proto").lower(), request.url.scheme)
    host = _first(request, "X-Forwarded-Host")
    return f"{scheme}://{host if _HOST.fullmatch(host) else request.url.netloc}"


def public_path(request: Request, configured: str, path: str) -> str:
    """`path` of this service as the other side asks for it: with the path of the public address in front."""
    return urlsplit(public_url(request, configured)).path + path


def stream_url(request: Request, configured: str, path: str) -> str:
    """The same for a WebSocket, with scheme and host."""
    base = urlsplit(public_url(request, configured))
    return f"{'wss' if base.scheme == 'https' else 'ws'}://{base.netloc}{base.path}{path}"


def _first(request: Request, header: str) -> str:
    return request.headers.get(header, "").partition(",")[0].strip()
