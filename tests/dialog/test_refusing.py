"""Nothing is offered that the caller has refused."""

from datetime import datetime

import pytest

from dialog.state import Phase
from tests.dialog.conversation import Conversation, moment

FREE = tuple(moment(12, day, hour) for day in (1, 2, 3, 4) for hour in (9, 10, 14))
"""Tuesday to Friday."""


def starts(call: Conversation) -> list[datetime]:
    return [place.start for place in call.state.offered]


def test_a_weekday_ruled_out_is_never_offered():
    call = Conversation(*FREE)
    call.says("住民票を、木曜以外で")
    call.says("来週の木曜か金曜あたり")
    assert call.state.refused.excluded
    call.says("来週で空いてるところは")
    call.says("いいえ、ほかのは")
    assert all(start.weekday() != 3 for start in starts(call))


def test_a_day_ruled_out_when_asked_for_one_is_answered_with_others():
    call = Conversation(moment(12, 3, 9), *FREE)
    call.says("住民票")
    call.says("木曜以外ならいつでも")
    assert call.state.phase in (Phase.OFFERING, Phase.CONFIRMING)
    assert call.state.misses == 0


@pytest.mark.parametrize("said", ["午前中はちょっと", "午前中以外で"])
def test_a_half_ruled_out_when_asked_for_the_time(said: str):
    call = Conversation(*FREE)
    call.says("住民票")
    call.says("12月2日")
    call.says(said)
    assert starts(call) == [moment(12, 2, 14)]


def test_a_weekday_ruled_out_at_the_read_back_lists_the_rest_of_its_week():
    call = Conversation(*FREE)
    call.says("12月3日の10時に住民票")
    call.says("木曜は困ります")
    assert starts(call) == [moment(12, day, 10) for day in (1, 2, 4)]


def test_one_of_several_offers_ruled_out_leaves_the_others():
    call = Conversation(moment(12, 2, 9), moment(12, 3, 9), moment(12, 4, 9))
    call.says("来週住民票を取りたい")
    assert len(starts(call)) == 3
    call.says("木曜はちょっと")
    assert starts(call) == [moment(12, 2, 9), moment(12, 4, 9)]


def test_what_was_refused_at_an_offer_is_not_offered_again():
    call = Conversation(*FREE)
    call.says("来週住民票を取りたい")
    refused = starts(call)
    call.says("いいえ")
    call.says("来週")
    assert starts(call)
    assert not set(starts(call)) & set(refused)


def test_what_was_refused_at_the_read_back_is_not_offered_again():
    call = Conversation(*FREE)
    call.says("12月1日の9時に住民票")
    call.says("いいえ")
    call.says("12月1日の午前中")
    assert starts(call) == [moment(12, 1, 10)]


def test_a_refused_place_that_is_named_is_read_back():
    call = Conversation(*FREE)
    call.says("12月1日の9時に住民票")
    call.says("いいえ")
    call.says("12月1日の9時")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 1, 9), "+81935551234")]


def test_an_excluded_day_that_is_named_is_taken():
    call = Conversation(*FREE)
    call.says("住民票を、木曜以外で")
    call.says("やっぱり12月3日の10時で")
    assert call.state.place is not None
    assert call.state.place.start == moment(12, 3, 10)


def test_no_to_an_offer_keeps_the_time_wished_for():
    call = Conversation(moment(12, 1, 14), moment(12, 4, 14), moment(12, 4, 9))
    call.says("12月1日の午後に住民票")
    call.says("いいえ")
    call.says("12月4日")
    assert starts(call) == [moment(12, 4, 14)]


def test_where_only_what_was_refused_is_left_it_is_not_called_full():
    call = Conversation(moment(12, 1, 9), moment(12, 2, 9))
    call.says("12月1日の9時に住民票")
    call.says("いいえ")
    call.says("12月1日の午前中")
    assert call.keys == ("none_as_wished", "offer_1")
