"""A client of the JSON API: its name, what it may do, and the SHA-256 of its bearer token (RFC 6750)."""

import hashlib
import secrets
from dataclasses import dataclass
from enum import StrEnum

TOKEN_BYTES = 32
"""Of randomness: so much that a plain hash of it cannot be searched through."""


class Right(StrEnum):
    BOOK = "book"
    """Reads, holds, books, changes and cancels."""
    CLERK = "clerk"
    """Also closes days, and so learns telephone numbers."""


@dataclass(frozen=True, slots=True)
class Client:
    name: str
    right: Right
    digest: str
    """SHA-256 of the token, 64 hexadecimal digits."""


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
