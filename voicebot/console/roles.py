"""What an account may do."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal


class Role(StrEnum):
    """What stands on its page is what it needs; who may do it says `may`."""

    VIEWER = "viewer"
    """Sees figures and lists, without names and telephone numbers."""
    OPERATOR = "operator"
    """Hears and replays calls, brings a person into one."""
    COUNTER = "counter"
    """Serves at a desk, and nothing else."""
    CLERK = "clerk"
    """Works with bookings and lists, and serves."""
    ADMINISTRATOR = "administrator"
    """Changes settings, sees what was done by whom."""

    def may(self, needed: "Role") -> bool:
        """Whether it is enough where `needed` is."""
        return needed in _MAY[self]


_MAY: Mapping[Role, frozenset[Role]] = {
    Role.VIEWER: frozenset({Role.VIEWER}),
    Role.OPERATOR: frozenset({Role.VIEWER, Role.OPERATOR}),
    Role.COUNTER: frozenset({Role.COUNTER}),
    Role.CLERK: frozenset({Role.VIEWER, Role.OPERATOR, Role.COUNTER, Role.CLERK}),
    Role.ADMINISTRATOR: frozenset(Role),
}

SIGNED_IN: Final = "signed in"
"""What a page needs that is for every account, of whatever role."""

Needs = Role | Literal["signed in"]
