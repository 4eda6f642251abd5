"""What may be asked besides, as the calendar and the dialog know it."""

from calendar_backend import details
from dialog.slots.order import DETAILS
from nlu import meaning


def test_the_calendar_knows_every_detail_that_is_asked_with_all_of_its_values() -> None:
    assert {one.name: tuple(one.kinds) for one in DETAILS} == details.OFFERS
    assert details.NONE == meaning.NONE
