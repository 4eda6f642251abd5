"""Who does not hear gets it again: louder and slower for the rest of the call, and only what matters."""

import pytest

from dialog.actions import Say
from dialog.state import LOUD_DB, SLOW_RATE
from tests.dialog.conversation import Conversation, moment


def last_said(call: Conversation) -> Say:
    return [action for action in call.actions if isinstance(action, Say)][-1]


@pytest.mark.parametrize(
    "said", ["え？", "はい？", "聞こえんかった", "もっと大きい声で", "みみがとおいけん", "なんて？"]
)
def test_after_the_greeting_only_the_question_is_said_again(said: str):
    call = Conversation()
    call.says(said)
    assert call.keys == ("ask_procedure",)
    assert (last_said(call).gain_db, last_said(call).rate) == (LOUD_DB, SLOW_RATE)


def test_it_stays_louder_for_the_rest_of_the_call():
    call = Conversation(moment(12, 2, 14))
    assert last_said(call).gain_db == 0
    call.says("え？")
    call.says("住民票を12月2日の午後2時で")
    assert call.keys[:1] == ("read_back",)
    assert last_said(call).gain_db == LOUD_DB
    call.says("最初からお願いします")
    assert last_said(call).gain_db == LOUD_DB


def test_what_was_only_said_back_is_left_out():
    call = Conversation()
    call.says("住民票をお願いします")
    assert call.keys == ("procedure_heard", "ask_date")
    call.says("え？")
    assert call.keys == ("ask_date",)


@pytest.mark.parametrize("said", ["え？", "はい？", "はい、何ですか", "なんて？", "聞こえません"])
def test_a_what_to_the_read_back_is_no_yes(said: str):
    call = Conversation(moment(12, 2, 14))
    call.says("住民票を12月2日の午後2時で")
    call.says(said)
    assert call.keys == ("read_back", "confirm")
    assert call.calendar.booked == []
    call.says("はい")
    assert len(call.calendar.booked) == 1


def test_an_answer_beside_it_counts_and_the_next_question_is_louder():
    call = Conversation()
    call.says("耳が遠いので大きな声で。住民票をお願いします")
    assert call.keys[-1] == "ask_date"
    assert last_said(call).gain_db == LOUD_DB


def test_again_alone_is_no_louder():
    call = Conversation()
    call.says("もう一度お願いします")
    assert "greeting" in call.keys
    assert last_said(call).gain_db == 0


@pytest.mark.parametrize(
    "said",
    ["え？ 7日ち言いました？", "7日って言うた？", "えっ、7日っていいました？", "水曜日っておっしゃいましたか", "3時って言うた？", "今、7日の3時と言いました？", "え、2日って言った？", "9日ち言わした？"],
)  # fmt: skip
def test_who_asks_whether_another_day_was_said_hears_the_read_back_again(said: str):
    call = Conversation(moment(12, 2, 14), moment(12, 7, 14), moment(12, 2, 15))
    call.says("住民票を12月2日の午後2時で")
    assert "12月2日" in call.says(said)
    assert call.keys == ("read_back", "confirm")
    assert last_said(call).gain_db == LOUD_DB
    call.says("はい")
    assert [start for _, start, _ in call.calendar.booked] == [moment(12, 2, 14)]


@pytest.mark.parametrize(
    "said", ["7日って言うたやろ", "7日って言いましたよ", "7日って言うたんやけど", "いえ、7日です"]
)
def test_who_says_that_another_day_was_wished_gets_that(said: str):
    call = Conversation(moment(12, 2, 14), moment(12, 7, 14))
    call.says("住民票を12月2日の午後2時で")
    assert "12月7日" in call.says(said)
