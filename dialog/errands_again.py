"""What is said to a change of what a booking is for that was read back: it is agreed to, goes further, or back."""

import nlu
from dialog.calendar import Booking


def gives_up(said: nlu.Errands, now: tuple[str, ...]) -> bool:
    """Whether all of the visit is given up: 「全部やめます」, 「住民票もやめます」. `now`: what was read back."""
    return said.whole or (said.too and set(said.off) >= set(now))


def repeats(said: nlu.Errands, booking: Booking, now: tuple[str, ...]) -> bool:
    """Whether nothing is said but what was read back: 「はい、印鑑登録は取りやめで」."""
    gone, added = set(booking.procedures).difference(now), set(now).difference(booking.procedures)
    again = set(said.off) <= gone and set(said.stays) <= set(now) and set(said.instead) <= added
    return bool(said.off or said.instead or (said.yes and said.stays)) and again


def becomes(said: nlu.Errands, booking: Booking, now: tuple[str, ...]) -> tuple[str, ...]:
    """What the booking is to be for instead of `now`; empty where nothing is said of that."""
    own = booking.procedures
    added = tuple(one for one in now if one not in own)
    if said.instead:
        off = tuple(one for one in said.off if one in own) or tuple(one for one in own if one not in now)
        meant = said.off or (said.into and len(added) <= 1)
        return booking.with_errands(off, said.instead) if meant and len(said.instead) == 1 else ()
    back = tuple(one for one in own if one in said.stays and one not in now)
    off = tuple(one for one in said.off if one in now)
    if not (back or off):
        return ()
    if set(off) >= set(now):  # it is that one which is not wanted, and not the other
        return booking.with_errands(off)
    kept = tuple(one for one in (*own, *added) if one in back or (one in now and one not in off))
    return own if set(back) == set(own).difference(now) and added and not off else kept
