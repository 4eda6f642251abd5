"""Who may use the phone in the browser."""

from urllib.parse import urlsplit

from starlette.requests import Request

from voicebot.telephony.signed import is_loopback


def _names_this_machine(netloc: str) -> bool:
    host = urlsplit(f"//{netloc}").hostname
    return host == "localhost" or is_loopback(host)


def is_open_to(request: Request, opened: bool) -> bool:
    """Where it was not opened to everybody: a browser on this machine that was given this machine's own address.

    The name is looked at, too: a tunnel or a stranger's name that points here brings loopback's address with it.
    """
    if opened:
        return True
    peer = request.client.host if request.client else None
    try:
        return is_loopback(peer) and _names_this_machine(request.headers.get("host", ""))
    except ValueError:
        return False


def is_own_page(request: Request) -> bool:
    """Whether a page of this service sends this, and no other site's: browsers name the sender's origin with every POST."""
    origin = request.headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.headers.get("host", "")
