"""What an account may do."""

from enum import StrEnum


class Role(StrEnum):
    """Each may do what those before it may."""

    VIEWER = "viewer"
    """Sees figures and lists, without names and telephone numbers."""
    OPERATOR = "operator"
    """Hears and replays calls, brings a person into one."""
    CLERK = "clerk"
    """Works with bookings and lists."""
    ADMINISTRATOR = "administrator"
    """Changes settings, sees what was done by whom."""

    def may(self, needed: "Role") -> bool:
        """Whether it is enough where `needed` is."""
        return _ORDER.index(self) >= _ORDER.index(needed)


_ORDER = tuple(Role)
