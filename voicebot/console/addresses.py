"""Addresses that came from outside."""


def back_to(path: str, default: str) -> str:
    """Only an address of this service."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if ours and path.isprintable() and "\\" not in path else default
