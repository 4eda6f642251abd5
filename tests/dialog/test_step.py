"""A call as a fold: what is said in which order, and what comes of it."""

from dialog import events
from dialog.actions import HangUp, Say, Transfer
from dialog.calendar import Reason
from dialog.state import Outcome, Phase
from nlu.hypothesis import Hypothesis
from tests.dialog.conversation import NOW, Conversation, moment


def booked(call: Conversation) -> list[tuple[str, object]]:
    return [(procedure, start) for procedure, start, _ in call.calendar.booked]


def test_one_slot_after_the_other_leads_to_a_booking():
    call = Conversation(moment(12, 2, 14))
    assert "住民票" in call.says("住民票をお願いします")
    assert call.state.phase is Phase.ASKING
    call.says("12月2日です")
    answer = call.says("午後2時")
    assert "住民票" in answer
    assert "12月2日" in answer
    assert "水曜日" in answer
    assert "14時" in answer
    assert booked(call) == []
    call.says("はい")
    assert booked(call) == [("juminhyo", moment(12, 2, 14))]
    assert call.state.outcome is Outcome.BOOKED
    call.says("いいえ")
    assert isinstance(call.over, HangUp)


def test_everything_in_one_breath_is_read_back_at_once():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    assert call.state.phase is Phase.CONFIRMING
    call.says("はい、お願いします")
    assert booked(call) == [("juminhyo", moment(12, 2, 14))]


def test_day_and_time_may_come_before_the_procedure():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時でお願いします")
    assert call.state.phase is Phase.ASKING
    call.says("児童手当です")
    call.says("はい")
    assert booked(call) == [("jido_teate", moment(12, 2, 14))]


def test_a_booking_number_is_said_twice():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票")
    assert call.says("はい").count("4、7、1、9") == 2


def test_a_word_that_means_several_procedures_asks_which():
    call = Conversation()
    answer = call.says("引っ越しの手続きで")
    assert "転入届" in answer
    assert "転居届" in answer
    call.says("転居届です")
    assert call.state.procedure == "tenkyo"


def test_which_procedure_is_meant_is_asked_again_after_another_answer():
    call = Conversation(moment(12, 2, 14))
    call.says("引っ越しの手続きで")
    answer = call.says("12月2日の午後2時に")
    assert "転入届" in answer
    assert "転居届" in answer
    call.says("転入届です")
    call.says("はい")
    assert booked(call) == [("tennyu", moment(12, 2, 14))]


def test_going_back_forgets_the_procedures_to_choose_from():
    call = Conversation()
    call.says("引っ越しの手続きで")
    assert "転入届" not in call.says("戻って")


def test_a_full_time_leads_to_three_other_places():
    call = Conversation(moment(12, 2, 9), moment(12, 2, 10), moment(12, 3, 14))
    answer = call.says("12月2日の午後2時に住民票をお願いします")
    assert call.state.phase is Phase.OFFERING
    assert "12月3日" in answer
    call.says("2番でお願いします")
    call.says("はい")
    assert booked(call) == [("juminhyo", moment(12, 2, 10))]


def test_a_yes_to_several_places_is_asked_for_the_number():
    call = Conversation(moment(12, 2, 9), moment(12, 2, 10), moment(12, 3, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("はい")
    assert call.keys == ("which_number",)
    call.says("3番です")
    call.says("はい")
    assert booked(call) == [("juminhyo", moment(12, 3, 14))]


def test_a_second_yes_to_several_places_has_the_first_read_back():
    call = Conversation(moment(12, 2, 9), moment(12, 2, 10), moment(12, 3, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("はい")
    assert "12月2日" in call.says("はい")
    assert (call.state.phase, booked(call)) == (Phase.CONFIRMING, [])


def test_who_takes_what_is_offered_has_the_first_read_back():
    call = Conversation(moment(12, 2, 9), moment(12, 2, 10), moment(12, 3, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    assert "午前9時" in call.says("はい、お願いします")
    assert (call.state.phase, booked(call)) == (Phase.CONFIRMING, [])


def test_why_a_wish_cannot_be_met_is_not_told_twice_in_the_same_words():
    call = Conversation(moment(12, 2, 10), moment(12, 2, 11), moment(12, 2, 15))
    call.calendar.reason = Reason.FULL
    first = call.says("12月2日の午後2時に住民票")
    again = call.says("え、2時はいっぱいね")
    assert call.keys[0] == "time_full"
    assert len(again) < len(first)
    assert again.count("番") == 0
    call.says("3時にします")
    call.says("はい")
    assert booked(call) == [("juminhyo", moment(12, 2, 15))]


def test_another_wish_behind_a_closed_time_is_looked_for_among_all():
    call = Conversation(moment(12, 2, 9), moment(12, 2, 10), moment(12, 3, 14))
    call.says("12月2日の午後2時に住民票")
    assert "12月3日" in call.says("3日の木曜の2時は")
    assert call.state.phase is Phase.CONFIRMING


def test_who_wishes_the_earliest_at_the_read_back_of_it_hears_that_it_is():
    call = Conversation(moment(12, 2, 9), moment(12, 2, 10))
    call.says("住民票をなるべく早く")
    answer = call.says("一番早い日の一番早い時間でお願いします")
    assert call.keys[0] == "earliest_already"
    assert "12月2日" in answer
    assert booked(call) == []
    call.says("はい")
    assert booked(call) == [("juminhyo", moment(12, 2, 9))]


def test_a_closed_day_is_named_as_such():
    call = Conversation(moment(12, 2, 9))
    call.calendar.reason = Reason.CLOSED
    call.says("住民票を")
    assert "day_closed" in (call.says("11月29日の日曜日に"), call.keys)[1]


def test_no_to_every_offer_asks_for_another_day():
    call = Conversation(moment(12, 2, 9), moment(12, 2, 10), moment(12, 3, 14))
    call.says("12月2日の午後2時に住民票")
    call.says("いいえ")
    assert call.state.phase is Phase.ASKING
    assert call.state.day is None


def test_no_to_the_read_back_books_nothing_and_takes_the_change():
    call = Conversation(moment(12, 2, 14), moment(12, 2, 15))
    call.says("12月2日の午後2時に住民票")
    call.says("いいえ、違います")
    assert booked(call) == []
    call.says("午後3時にしてください")
    assert call.state.phase is Phase.CONFIRMING
    call.says("はい")
    assert booked(call) == [("juminhyo", moment(12, 2, 15))]


def test_a_yes_with_another_time_is_a_change_and_no_yes():
    call = Conversation(moment(12, 2, 14), moment(12, 2, 15))
    call.says("12月2日の午後2時に住民票")
    call.says("はい、でも午後3時で")
    assert booked(call) == []
    assert call.state.phase is Phase.CONFIRMING
    call.says("はい")
    assert booked(call) == [("juminhyo", moment(12, 2, 15))]


def test_a_yes_into_the_read_back_does_not_book():
    call = Conversation(moment(12, 2, 14))
    call.hears_out = False
    call.says("12月2日の午後2時に住民票")
    call.says("はい", early=True)
    assert booked(call) == []
    call.hears_everything()
    assert call.keys == ("confirm_again",)
    call.hears_everything()
    call.says("はい")
    assert booked(call) == [("juminhyo", moment(12, 2, 14))]


def test_a_yes_that_began_before_the_end_of_the_read_back_does_not_book():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票")
    call.says("はい", early=True)
    assert booked(call) == []
    call.says("はい")
    assert booked(call) == [("juminhyo", moment(12, 2, 14))]


def test_noise_after_the_read_back_does_not_book():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票")
    for text in ("", "ご視聴ありがとうございました", "んー", "あのう"):
        call.says(text)
    assert booked(call) == []


def test_the_place_lost_to_another_caller_is_told_and_another_offered():
    call = Conversation(moment(12, 2, 14), moment(12, 2, 15))
    call.says("12月2日の午後2時に住民票")
    call.calendar.free.remove(moment(12, 2, 14))
    call.says("はい")
    assert "place_taken" in call.keys
    assert call.state.phase is Phase.OFFERING
    assert booked(call) == []


def test_once_more_repeats_the_same_words():
    call = Conversation()
    first = call.says("住民票をお願いします")
    assert call.says("もう一度お願いします") == first


def test_a_person_is_connected_in_their_hours():
    call = Conversation()
    call.says("係員をお願いします")
    assert call.over == Transfer("+81936718181")
    assert call.state.outcome is Outcome.TRANSFERRED


def test_nobody_is_connected_at_night_but_a_withheld_number_is_told_whom_to_phone():
    call = Conversation(now=NOW.replace(hour=23), caller="")
    call.says("係員をお願いします")
    assert call.keys == ("nobody_there", "ask_callback_phone")
    call.says("いいえ")
    assert call.keys == ("call_back_later",)
    assert isinstance(call.over, HangUp)


def test_two_failures_are_worded_another_way_then_keys_then_a_person():
    call = Conversation()
    first, second = call.says("あばばば"), call.says("あばばば")
    assert first != second
    call.says("あばばば")
    assert call.keys[-1] == "keys_procedure"
    call.says("あばばば")
    assert call.over == Transfer("+81936718181")


def test_silence_climbs_a_ladder_and_progress_resets_it():
    call = Conversation()
    call.is_silent()
    call.is_silent()
    call.says("住民票です")
    assert call.state.misses == 0
    for _ in range(4):
        call.is_silent()
    assert isinstance(call.over, Transfer)


def test_a_whole_call_by_keys_books():
    call = Conversation(moment(12, 2, 14))
    call.presses("1")
    call.presses("1202")
    call.presses("1400")
    assert call.state.phase is Phase.CONFIRMING
    call.presses("1")
    assert booked(call) == [("juminhyo", moment(12, 2, 14))]


def test_a_date_that_does_not_exist_is_told_and_asked_again():
    call = Conversation()
    call.says("住民票です")
    call.says("2月30日でお願いします")
    assert "impossible" in call.keys
    assert call.state.day is None


def test_what_was_said_beside_a_date_that_does_not_exist_is_kept():
    call = Conversation(moment(12, 2, 10))
    call.says("住民票を2月30日の10時に")
    assert call.keys[-1] == "ask_date"
    call.says("12月2日です")
    call.says("はい")
    assert booked(call) == [("juminhyo", moment(12, 2, 10))]


def test_a_day_that_is_over_is_said_to_be_over():
    call = Conversation()
    call.says("住民票を昨日の10時に")
    assert call.keys[-2:] == ("date_past", "ask_date")


def test_a_time_that_does_not_exist_is_asked_for_and_the_day_is_kept():
    call = Conversation(moment(12, 2, 10))
    call.says("住民票を12月2日の25時に")
    assert call.keys[-2:] == ("impossible", "ask_time")
    assert call.state.day is not None


def test_keys_that_make_no_date_are_not_understood():
    call = Conversation()
    call.says("住民票です")
    call.presses("1399")
    assert "not_understood" in call.keys


def test_trouble_hands_over_to_a_person():
    call = Conversation()
    call.give(events.Trouble(NOW))
    assert call.state.outcome is Outcome.FAILED
    assert isinstance(call.over, Transfer)


def test_hanging_up_early_is_abandoned_and_nothing_happens_afterwards():
    call = Conversation(moment(12, 2, 14))
    call.give(events.HungUp(NOW))
    assert call.state.outcome is Outcome.ABANDONED
    assert call.give(events.NoInput(NOW)) == ()


def test_a_call_back_of_a_broken_line_repeats_the_question():
    call = Conversation()
    question = call.says("住民票です")
    actions = call.give(events.Reconnected(NOW))
    assert isinstance(actions[0], Say)
    assert call.said == question


def test_a_listener_s_yes_in_the_middle_of_a_question_changes_nothing():
    call = Conversation()
    call.says("住民票です")
    before = call.state
    assert call.says("はい", early=True) == ""
    assert call.state == before


def test_a_yes_that_the_recognizer_doubts_does_not_book():
    call = Conversation(moment(12, 1, 10))
    call.says("12月1日の10時に住民票")
    call.said = ""
    call.give(events.Heard(call.now, (Hypothesis("はい", 0.3),)))
    assert not call.calendar.booked
    assert call.keys[-1] == "confirm_again"
    call.says("はい")
    assert call.calendar.booked


def test_a_yes_that_the_recognizer_writes_in_several_ways_is_one():
    call = Conversation(moment(12, 1, 10))
    call.says("12月1日の10時に住民票")
    written = (
        Hypothesis("はいお願いします", 0.3),
        Hypothesis("はいおーお願いします", 0.2),
        Hypothesis("いや", 0.01),
    )
    call.give(events.Heard(call.now, written))
    assert call.calendar.booked


def test_a_past_day_of_a_story_is_not_said_to_be_over():
    call = Conversation()
    call.says("住民票が、昨日からずっと探しよるけど見つからんのです。取りに行きたいんですが")
    assert "date_past" not in call.keys
    assert call.keys[-1] == "ask_date"
