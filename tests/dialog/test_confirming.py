"""What is said into the read-back, and after it, without a yes or a no."""

from dataclasses import replace

import pytest

from dialog.state import Phase
from tests.dialog.conversation import Conversation, moment


@pytest.fixture
def reading() -> Conversation:
    """The read-back is being said."""
    call = Conversation(moment(12, 2, 14), moment(12, 2, 15))
    call.hears_out = False
    call.says("12月2日の午後2時に住民票")
    assert call.state.phase is Phase.CONFIRMING
    return call


@pytest.mark.parametrize(
    "words", ["午後2時でお願いします", "2時にしてください", "12月2日です", "ええと、その、あれ"]
)
def test_what_only_repeats_the_read_back_does_not_stop_it(reading: Conversation, words: str):
    before = reading.state
    assert reading.says(words, early=True) == ""
    assert replace(reading.state, misses=0) == before
    reading.hears_everything()
    reading.says("はい")
    assert [start for _, start, _ in reading.calendar.booked] == [moment(12, 2, 14)]


def test_another_time_in_the_middle_of_the_read_back_is_read_back_anew(reading: Conversation):
    reading.says("午後3時にしてください", early=True)
    assert reading.state.place is not None
    assert reading.state.place.start == moment(12, 2, 15)
    assert not reading.state.read_back_heard


def test_a_slot_named_in_the_middle_of_the_read_back_is_asked_anew(reading: Conversation):
    reading.says("時間のほう", early=True)
    assert reading.keys[-1:] == ("ask_time",)


def test_what_began_before_the_read_back_and_only_repeats_it_is_read_back_from_the_beginning(
    reading: Conversation,
):
    reading.says("午後2時にしてください")
    assert reading.keys == ("read_back", "confirm")
    reading.hears_everything()
    reading.says("はい")
    assert [start for _, start, _ in reading.calendar.booked] == [moment(12, 2, 14)]


def test_what_only_repeats_a_read_back_that_was_heard_is_no_yes(reading: Conversation):
    reading.hears_everything()
    reading.says("午後2時で")
    assert reading.calendar.booked == []
    assert reading.keys == ("confirm_again",)
    assert reading.state.misses == 0


@pytest.mark.parametrize(
    "said", ["はい、2日の木曜ですね", "はいふつかのもくようですね", "はい、12月2日の月曜日、2時ですね", "2日の金曜ね、はい", "2日の金曜ですね", "ふつかのきんようですか"]
)  # fmt: skip
def test_a_yes_with_another_weekday_hears_everything_once_more(reading: Conversation, said: str):
    reading.hears_everything()
    reading.says(said)
    assert reading.calendar.booked == []
    assert reading.keys == ("read_back", "confirm")
    assert not reading.state.read_back_heard
    reading.hears_everything()
    reading.says("はい")
    assert [start for _, start, _ in reading.calendar.booked] == [moment(12, 2, 14)]


def test_the_day_that_another_one_is_corrected_to_is_read_back_again():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の木曜、午後2時に住民票")
    call.says("あ、2日は水曜ですか、見間違えてました。木曜じゃなくて、2日の水曜です")
    assert call.keys == ("read_back", "confirm")
    call.says("はい、2日の水曜日、2時で合ってます")
    assert [start for _, start, _ in call.calendar.booked] == [moment(12, 2, 14)]


@pytest.mark.parametrize("no", ["いいえ", "いえ、2日は無理です", "ちがいます、2日やないです"])
def test_a_no_to_that_day_is_no_correction(no: str):
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票")
    call.says(no)
    assert call.keys[-2:] != ("read_back", "confirm")
