"""Why a wish cannot be met."""

from enum import StrEnum


class Reason(StrEnum):
    CLOSED = "closed"
    """The counter does not open that day; the detail names the holiday or is `WEEKEND`."""
    FULL = "full"
    PAST = "past"
    TOO_SOON = "too_soon"
    """Before the first day that the lead allows."""
    TOO_FAR = "too_far"
    """After the horizon."""
    OUTSIDE_HOURS = "outside_hours"
    OFF_GRID = "off_grid"
    """The start is not on the office's grid."""


WEEKEND = "weekend"
"""Detail of `Reason.CLOSED` on a Saturday or Sunday that is no holiday."""
