"""What a form carries so that no other site can send it: a time, signed with the browser's own cookie (CSRF)."""

from datetime import datetime, timedelta

from itsdangerous import BadSignature, SignatureExpired, TimestampSigner

LIFE = timedelta(hours=12)
"""A form that was open for longer is stale."""

_WHAT = b"form"


class _Signer(TimestampSigner):
    """On the service's clock."""

    def __init__(self, cookie: str, now: datetime) -> None:
        super().__init__(cookie.encode("utf-8", "surrogatepass"), salt="voicebot form")
        self._now = now

    def get_timestamp(self) -> int:
        return int(self._now.timestamp())


def made(cookie: str, now: datetime) -> str:
    """For a form shown to the browser that has this cookie."""
    return _Signer(cookie, now).sign(_WHAT).decode()


def complaint(cookie: str, token: str, now: datetime) -> str | None:
    """`forged`, `stale`, or None where all is well."""
    if not cookie:
        return "forged"
    try:
        what = _Signer(cookie, now).unsign(token.encode("utf-8", "replace"), int(LIFE.total_seconds()))
    except SignatureExpired:
        return "stale"
    except BadSignature:
        return "forged"
    return None if what == _WHAT else "forged"
