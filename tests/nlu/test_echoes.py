"""Answers in the words of the question are a yes where a yes does just that, and nowhere else."""

import pytest

from nlu.meaning import Answer, Command
from nlu.question import Effect, Expect
from tests.nlu.conftest import Hear

SURE = 0.8


def sure_yes(hear: Hear, said: str, **question: object) -> bool:
    answer = hear(said, Expect.ANSWER, **question).answer
    return answer is not None and answer.value is Answer.YES and answer.score >= SURE


CANCELS = ["はい、取り消してください", "取り消してください", "はい、キャンセルで", "はいとりけしてください", "はい、その予約を取り消してください", "取り消しで大丈夫です",
    "はい、取り消しで。日を決めてからまた電話します", "はいとりけしでひをきめてからまたでんわします", "はい、取り消しで。また電話します", "うん、キャンセルで。日が決まったらまた電話します", "はい、取り消してください。また予約します", "ええ、取り消しで結構です。また連絡します",
    "はい、やめときます", "はいやめときます", "はい、やめます", "はい、もうやめときます", "はい、今回はやめときますね", "うん、やめるわ", "はい、やめとってください", "はい、その予約はやめます",
]  # fmt: skip
CHANGES = ["はい、その日に変えてください", "その日に変えてください", "はい、変更してください", "はい、そのように変更お願いします", "はい、それで変更してください", "はいそのひにかえてください"]  # fmt: skip
ALL = [
    "はい、両方お願いします",
    "両方お願いします",
    "はい、両方とも",
    "はい、2つともお願いします",
    "はい、全部お願いします",
    "はい、両方です",
    "はいりょうほうです",
    "はい、その二つです",
    "はい、その二つでお願いします",
    "はい、二つともです",
    "その両方でお願いします",
]


@pytest.mark.parametrize("said", CANCELS)
def test_cancel_it_is_a_yes_only_where_a_yes_cancels(hear: Hear, said: str):
    assert sure_yes(hear, said, effect=Effect.CANCEL)
    assert not sure_yes(hear, said)
    assert not sure_yes(hear, said, effect=Effect.CHANGE)


@pytest.mark.parametrize(
    "said",
    ["取り消さないでください", "いいえ、取り消さないでください", "取り消しません", "キャンセルはしません", "やっぱり取り消しはやめます", "はい、でも取り消しは待ってください", "取り消しですか", "取り消しはちょっと",
     "やめときます", "いいえ、やめときます", "はい、取り消すのはやめときます", "はい、取り消しはやめときます", "はい、やめときますかね", "はい、やっぱりやめときます", "はい、やめとこうかね", "はい、取り消すか決めてからまた電話します", "はい、日を決めてからまた電話します", "はい、また電話します", "はい、取り消さんで。また電話します", "はい、取り消しで、日を変えてください", "はい、やめときません"],
)  # fmt: skip
def test_not_to_cancel_is_no_yes(hear: Hear, said: str):
    assert not sure_yes(hear, said, effect=Effect.CANCEL)


@pytest.mark.parametrize("said", CHANGES)
def test_change_it_to_that_is_a_yes_only_where_a_yes_changes(hear: Hear, said: str):
    assert sure_yes(hear, said, effect=Effect.CHANGE)
    assert not sure_yes(hear, said)


@pytest.mark.parametrize(
    "said",
    ["変更してください", "その時間を変えてください", "その日は変えてください", "はい、その日は変えてください", "はい、時間を変えてください", "はい、違う日に変えてください", "別の日に変えてください", "はい、その日に変えないでください", "はい、三時に変えてください"],
)  # fmt: skip
def test_another_change_is_no_yes(hear: Hear, said: str):
    assert not sure_yes(hear, said, effect=Effect.CHANGE)


def test_change_it_alone_is_rather_a_yes_than_a_no(hear: Hear):
    answer = hear("変更してください", Expect.ANSWER, effect=Effect.CHANGE).answer
    assert answer is not None
    assert answer.value is Answer.YES


@pytest.mark.parametrize("said", ALL)
def test_both_is_a_yes_where_there_are_several(hear: Hear, said: str):
    assert sure_yes(hear, said, several=True)


@pytest.mark.parametrize("said", ALL)
def test_both_is_no_sure_yes_to_a_single_one(hear: Hear, said: str):
    assert not sure_yes(hear, said)


@pytest.mark.parametrize("said", ["はい、両方じゃないです", "両方はいりません"])
def test_not_both_is_no_yes(hear: Hear, said: str):
    assert not sure_yes(hear, said, several=True)


NENKIN = {
    "effect": Effect.CANCEL,
    "read_back": ("nenkin",),
    "text": "このご予約を、取り消してよろしいですか。",
}


@pytest.mark.parametrize(
    "said",
    ["はい、国民年金だけ取り消してください", "はいこくみんねんきんだけとりけしてください", "はい、国民年金を取り消してください", "国民年金は取り消してください", "はいこくみんねんきんをとりけしてください"],
)  # fmt: skip
def test_who_names_what_was_read_out_says_yes_to_its_cancelling(hear: Hear, said: str) -> None:
    assert sure_yes(hear, said, **NENKIN)


@pytest.mark.parametrize(
    "said",
    [
        "はい、住民票だけ取り消してください", "はい、国保を取り消してください", "住民票は取り消してください", "はい、国民年金は行きます", "はい、行きます", "はい、そのままで", "国民年金はそのままで",
        "はい、国民年金は残しとってください", "はい、国民年金は取り消さないでください", "はい、国民年金と住民票を取り消してください", "そうですか",
    ],
)  # fmt: skip
def test_nothing_is_cancelled_on_another_name_or_where_it_is_to_stand(hear: Hear, said: str) -> None:
    assert not sure_yes(hear, said, **NENKIN)


def test_giving_the_booking_up_is_no_goodbye_where_a_yes_cancels(hear: Hear):
    assert hear("はい、やめときます", Expect.ANSWER, effect=Effect.CANCEL).command is None
    assert hear("はい、やめときます", Expect.ANSWER).command is Command.GOODBYE
    assert hear("はい、また電話します", Expect.ANSWER, effect=Effect.CANCEL).command is Command.GOODBYE
