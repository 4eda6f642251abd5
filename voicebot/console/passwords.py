"""Passwords as they are kept: argon2id (RFC 9106, the parameters of argon2-cffi's low-memory profile)."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

SHORTEST, LONGEST = 12, 200
"""Characters. NIST SP 800-63B asks for 8 at least, and for no rules on what they are."""

_hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


class BadPassword(ValueError):
    """Too short (spaces around it do not count) or too long. The message is a key of the console's texts."""


def hashed(password: str) -> str:
    """In PHC format, 64 MiB and about 0.1 s each. Raises BadPassword."""
    if len(password.strip()) < SHORTEST:
        raise BadPassword("too_short")
    if len(password) > LONGEST:
        raise BadPassword("too_long")
    return _hasher.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Takes as long where there is no such account (None)."""
    try:
        right = _hasher.verify(kept or _nobodys(), password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return right and kept is not None


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody has this password")
