"""Greetings, questions about the office, another language and swindles are no answers, whatever was asked."""

from dataclasses import replace

import pytest

from dialog.state import SLOW_RATE, Outcome, Phase
from nlu.lexicon import Term
from nlu.meaning import Request
from tests.dialog.conversation import Conversation, moment


@pytest.mark.parametrize(
    "said",
    ["もしもし、区役所ですか", "ごめんください", "予約をお願いしたいんですが", "よやくばしたいっちゃけど"],
)
def test_who_opens_the_call_hears_which_office_it_is_and_the_question(said: str):
    call = Conversation()
    assert "小倉北区役所です" in call.says(said)
    assert call.keys == ("greets", "ask_procedure")
    assert call.state.misses == 0


def test_a_wish_behind_a_greeting_is_taken():
    call = Conversation()
    call.says("もしもし、住民票をお願いします")
    assert call.keys == ("procedure_heard", "ask_date")


def test_who_asks_whether_somebody_is_there_hears_the_read_back_again_and_books_by_a_yes_alone():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("もしもし")
    assert call.keys == ("listening", "read_back", "confirm")
    assert call.calendar.booked == []
    call.says("はい、お願いします")
    assert len(call.calendar.booked) == 1


def at_a_known_office() -> Conversation:
    call = Conversation(moment(12, 2, 14))
    answers = ((Request.PARKING, Term("庁舎の横にあります", "ちょうしゃの よこに あります")),)
    call.state = replace(call.state, office=replace(call.state.office, answers=answers))
    return call


def test_what_is_asked_of_the_office_needs_no_procedure():
    call = at_a_known_office()
    assert "駐車場は、庁舎の横にあります" in call.says("駐車場はありますか")
    assert call.keys == ("parking", "ask_procedure")


def test_what_the_office_does_not_say_a_person_knows():
    call = at_a_known_office()
    call.says("区役所はどこですか")
    assert call.keys == ("not_known", "ask_procedure")


@pytest.mark.parametrize(
    "said",
    [
        "12月2日の午後2時に行きたいんですが、駐車場はありますか",
        "駐車場はありますか、12月2日の午後2時に伺います",
    ],
)
def test_a_day_named_with_a_question_is_taken_and_the_question_answered(said: str):
    call = at_a_known_office()
    call.says("住民票をお願いします")
    call.says(said)
    assert call.keys == ("parking", "read_back", "confirm")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 2, 14), "+81935551234")]


def test_a_day_named_before_the_procedure_is_kept_beside_the_answer():
    call = at_a_known_office()
    call.says("12月2日に行きますけど、駐車場はありますか")
    assert call.keys[0] == "parking"
    call.says("住民票")
    call.says("午後2時")
    assert call.keys == ("read_back", "confirm")


def test_a_question_into_the_telephone_number_is_answered_and_the_number_asked_again():
    call = Conversation(moment(12, 2, 14), caller="")
    call.says("12月2日の午後2時に住民票をお願いします")
    assert call.state.phase is Phase.PHONE
    call.says("あんた機械？")
    assert call.keys == ("machine", "ask_phone")
    assert call.state.phase is Phase.PHONE


def test_the_weekday_is_that_of_the_day_on_the_table():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票を12月2日で")
    assert "12月2日、水曜日です" in call.says("それは何曜日ですか")
    assert "12月11日、金曜日です" in call.says("12月11日は何曜日ですか")
    assert call.state.day is not None
    assert call.state.day.first.day == 2


def test_a_question_that_nobody_answered_for_us_is_not_told_as_not_heard():
    call = Conversation()
    call.says("区長さんは誰ですか")
    assert call.keys == ("not_known", "ask_procedure")


def test_such_a_question_to_the_read_back_has_it_read_again():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("区長さんは誰ですか")
    assert call.keys == ("not_known", "read_back", "confirm")
    assert call.calendar.booked == []


def test_an_answer_that_is_none_is_not_told_as_not_heard():
    call = Conversation()
    call.says("住民票をお願いします")
    call.says("はい")
    assert call.keys == ("not_answered", "ask_date")


@pytest.mark.parametrize("said", ["還付金の電話があったんですけど", "ATMに行けと言われました"])
def test_who_may_be_swindled_is_warned_and_may_have_an_errand_besides(said: str):
    call = Conversation(moment(12, 2, 14))
    answer = call.says(said)
    assert "188番" in answer
    assert "110番" in answer
    assert call.keys == ("fraud", "anything_else")
    assert call.state.outcome is Outcome.ANSWERED
    call.says("それとは別に、12月2日の午後2時に住民票をお願いします")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 2, 14), "+81935551234")]
    assert call.state.outcome is Outcome.BOOKED


@pytest.mark.parametrize("said", ["やっぱりおかしいですよねえ", "ああ、聞いてもろうてよかった", "こわいねえ"])
def test_who_is_still_troubled_by_a_swindle_is_not_hung_up_on(said: str):
    call = Conversation()
    call.says("ATMに行けと言われました")
    call.says(said)
    assert call.keys == ("take_care", "anything_else")
    call.says("いいえ、ありません")
    assert call.state.phase is not Phase.ANYTHING_ELSE


def test_who_is_warned_of_a_swindle_can_still_have_a_person():
    call = Conversation()
    call.says("ATMに行けと言われました")
    call.says("係員をお願いします")
    assert call.state.outcome is Outcome.TRANSFERRED


def test_a_warning_at_the_read_back_leaves_the_question_asked():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("さっき還付金の電話があったんですけど")
    assert call.keys == ("fraud", "read_back", "confirm")
    call.says("はい")
    assert len(call.calendar.booked) == 1


def test_whether_one_can_book_by_telephone_is_answered_and_the_errand_asked():
    call = Conversation()
    call.says("予約はこのお電話でできるとですか")
    assert call.keys == ("by_phone", "ask_procedure")


def test_of_agents_where_the_office_says_nothing_something_true_is_told():
    call = Conversation()
    call.says("住民票をお願いします")
    assert "委任状" in call.says("私が代わりに行っても大丈夫でしょうか")
    assert call.keys == ("proxy_not_known", "ask_date")


def test_what_parking_costs_is_not_taken_for_the_fee():
    call = at_a_known_office()
    call.says("駐車場はありますか")
    call.says("お金はかかるとでしょうか")
    assert call.keys == ("not_known", "ask_procedure")


def test_what_parking_costs_is_not_told_as_where_it_is():
    call = at_a_known_office()
    call.says("駐車場は無料ですか")
    assert call.keys == ("not_known", "ask_procedure")


@pytest.mark.parametrize(("said", "key"), [("English please", "foreign_en"), ("中文", "foreign_zh")])
def test_who_speaks_no_japanese_hears_one_sentence_and_is_led_to_a_person(said: str, key: str):
    call = Conversation()
    call.says(said)
    assert call.keys == (key, "transferring")
    assert call.state.outcome is Outcome.TRANSFERRED


def test_a_foreigner_who_speaks_japanese_is_spoken_to_slowly_and_asked_again():
    call = Conversation()
    call.says("わたしちゅうごくのひとです")
    assert call.keys == ("foreign_ja", "ask_procedure")
    assert (call.state.misses, call.state.rate) == (0, SLOW_RATE)


@pytest.mark.parametrize(
    "said",
    [
        "住民票ば一枚もらいたいんやけどね、軽トラで行くけん、車とめるとこはあると？",
        "住民票を取りに行くのに駐車場はありますか",
        "住民票の予約は電話でできますか",
    ],
)
def test_what_is_wished_beside_a_question_about_the_office_is_taken(said: str):
    call = Conversation()
    call.says(said)
    assert call.state.procedure == "juminhyo"
    assert call.keys[-1] == "ask_date"
    assert len(call.keys) == 3


@pytest.mark.parametrize(
    "said",
    [
        "市民課さんにかかっとりますかね",
        "もしもし、役所につながっとりますか",
        "そちらは小倉北の区役所ですかね",
    ],
)
def test_who_asks_whom_they_reached_is_told(said: str):
    call = Conversation()
    assert "小倉北区役所です" in call.says(said)


@pytest.mark.parametrize(
    "said", ["そちらは八幡西の区役所ですかね", "八幡西の役所ですか", "戸畑の区役所やろか"]
)
def test_who_meant_another_ward_is_told_which_this_is(said: str):
    call = Conversation()
    assert "小倉北区役所" in call.says(said)
    assert call.keys[0] == "other_ward"


def test_who_only_wanted_to_know_is_let_go_as_answered():
    call = Conversation()
    call.says("住民票はどのくらい時間がかかりますか")
    call.says("分かりました。揃ったらまたお電話します")
    assert call.keys == ("thanks",)
    assert call.state.outcome is Outcome.ANSWERED


def test_who_breaks_off_a_booking_was_not_only_asking():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票はどのくらい時間がかかりますか")
    call.says("12月2日の午後2時でお願いします")
    call.says("やっぱりまた電話します")
    assert call.state.outcome is Outcome.ABANDONED


def test_two_questions_of_one_breath_are_both_answered():
    call = at_a_known_office()
    call.says("住民票はどのくらい時間がかかりますか、それと駐車場はありますか")
    assert call.keys == ("parking", "not_known", "procedure_heard", "ask_date")


def test_who_talks_on_is_asked_what_for_without_the_office_again():
    call = Conversation()
    call.says("これは録音ですか")
    assert call.keys == ("machine", "ask_procedure")
    call.says("へえ、よう出来とるねえ。ほんならちょっとお願いしてみようかね")
    assert call.keys == ("go_ahead", "ask_procedure")


def test_a_complaint_is_for_a_person():
    call = Conversation()
    call.says("ちょっと文句があるんやが")
    assert "transferring" in call.keys


def test_another_question_about_money_is_not_about_parking():
    call = at_a_known_office()
    fee = replace(call.state.office.procedures[0], answers=((Request.FEE, Term("300円", "さんびゃくえん")),))
    office = replace(call.state.office, procedures=(fee, *call.state.office.procedures[1:]))
    call.state = replace(call.state, office=office)
    call.says("住民票をお願いします")
    call.says("駐車場はありますか")
    call.says("あと、なんぼ持って行ったらええんかね")
    assert call.keys == ("fee", "ask_date")


@pytest.mark.parametrize(
    "said", ["孫を連れて行ってもよかですか", "印鑑を忘れたらだめですかね", "その日は混みますやろか"]
)
def test_a_question_where_a_day_was_asked_is_answered_honestly(said: str):
    call = Conversation()
    call.says("住民票をお願いします")
    call.says(said)
    assert call.keys == ("not_known", "ask_date")


def test_a_day_and_a_time_beside_how_long_it_takes_are_taken():
    call = Conversation(moment(12, 4, 10))
    call.says("住民票をお願いします")
    call.says("どのくらい待つもんですかね、12月4日の10時に行きたいんですが")
    assert "read_back" in call.keys


@pytest.mark.parametrize(
    "said",
    [
        "転入届はどげんなるとですか",
        "児童手当もいるとですか",
        "転居届は誰でも出せるとですか",
        "児童手当は覚えとかないけんとですか",
    ],
)
def test_a_question_about_another_procedure_is_not_answered_and_changes_nothing(said: str):
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says(said)
    assert call.keys == ("not_known", "read_back", "confirm")
    assert call.state.procedures == ("juminhyo",)
    call.says("はい、お願いします")
    assert len(call.calendar.booked) == 1


@pytest.mark.parametrize(
    "said",
    [
        "児童手当をお願いできますか",
        "児童手当に変えてもらえますか",
        "児童手当のほうをしてもらってもいいですか",
    ],
)
def test_a_wish_for_another_procedure_may_be_a_question(said: str):
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says(said)
    assert call.state.procedures == ("jido_teate",)
