"""What every page tells the browser: nothing from elsewhere, in nobody's frame, kept in no cache."""

from starlette.responses import Response

_POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "media-src 'self' blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)

_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
    "Cache-Control": "no-store",
}


def guard(response: Response) -> Response:
    """Sets them, unless the page has set its own."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response
