"""The same families by telephone: a typed call, at most two questions, and the list, which then is one visit."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import Engine

from calendar_backend import DEMO_OFFICE, OfficeCalendar, OfficeFile, load_into, load_office
from dialog.actions import Say
from dialog.state import Phase
from nlu.hypothesis import Hypothesis
from tests.calendar_backend.conftest import database, engine, path
from tests.guide.test_families import FAMILIES, NOW
from voicebot.chat.conversation import Conversation
from voicebot.clock import SteppedClock
from voicebot.desk import office as known
from voicebot.desks import Desks

__all__ = ["database", "engine", "path"]

CALLS: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("phone_calls.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def demo() -> OfficeFile:
    return load_office(DEMO_OFFICE)


class Call:
    """A typed call, with all that was said."""

    def __init__(self, engine: Engine, demo: OfficeFile) -> None:
        load_into(engine, demo)
        self.said: list[str] = []
        desks = Desks({demo.id: OfficeCalendar(engine, demo.id)})
        served = [known(demo, NOW.date())]
        self.line = Conversation(served, desks, SteppedClock(NOW), "+819055551234", told=self._hears)

    def _hears(self, say: Say) -> None:
        self.said += [sentence.text for sentence in say.sentences]

    def says(self, text: str) -> str:
        """What is answered."""
        before = len(self.said)
        self.line.says([Hypothesis(text)])
        return "".join(self.said[before:])

    @property
    def asked(self) -> str:
        guiding = self.line.state.guiding
        return guiding.question if guiding else ""


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["id"])
def test_two_questions_lead_a_family_to_its_list(engine: Engine, demo: OfficeFile, family: dict[str, Any]):
    call, answers = Call(engine, demo), CALLS[family["id"]]
    told = call.says(answers["tells"])
    asked = []
    while call.asked and len(asked) < 4:
        asked.append(call.asked)
        told = call.says(answers[call.asked])
    assert len(asked) <= 2, told
    guiding = call.line.state.guiding
    assert guiding, told
    for one in family["list"]:
        procedure = demo.procedure(one)
        assert (procedure.name if procedure else one.partition(" → ")[0]) in told
    assert set(guiding.visit) <= set(family["visit"])
    certain = [one for one in call.said if one.startswith(("区役所での手続きは", "それから", "後日"))]
    others = [one.name for one in demo.procedures if one.id not in family["list"]]
    assert [name for name in others if any(f"、{name}" in one for one in certain)] == []


def test_a_yes_books_all_of_it_as_one_visit(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    call.says("国民健康保険です")
    assert "まとめて予約なさいますか" in call.says("どちらもないです")
    assert "いつですか" in call.says("はい")
    call.says("12月2日の10時")
    assert call.line.state.phase is Phase.CONFIRMING
    call.says("はい")
    calendar = OfficeCalendar(engine, demo.id)
    (booking,) = calendar.bookings_of_phone("+819055551234", NOW)
    assert booking.procedure_ids == ("tennyu", "kokuho")


def test_a_no_leads_on_to_what_else_is_wanted(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    call.says("ありません")
    call.says("免許だけあります")
    call.says("いいえ")
    assert call.line.state.phase is Phase.ASKING
    call.says("住民票をお願いします")
    assert call.line.state.procedure == "juminhyo"


def test_no_more_than_three_things_are_named_in_a_sentence(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    call.says("国民健康保険と、75歳以上で介護の母と、幼稚園の子です")
    call.says("はい")
    names = [one.name for one in demo.procedures]
    assert max(sum(name in sentence for name in names) for sentence in call.said) <= 3


@pytest.mark.parametrize(
    "said",
    [
        "転入届をお願いします",
        "引っ越してきました",
        "子どもが生まれて",
        "主人が亡くなりました",
        "引っ越してきたんですけど、なんか届けがいるんでしょう",
    ],
)
def test_without_the_question_what_to_do_nothing_is_different(engine: Engine, demo: OfficeFile, said: str):
    call, before = Call(engine, demo), Call(engine, demo.model_copy(update={"guide": ()}))
    assert call.says(said) == before.says(said)
    assert call.line.state.guiding is None


def test_what_is_not_understood_is_asked_again_then_the_list_is_told_as_far_as_it_is_known(
    engine: Engine, demo: OfficeFile
):
    call = Call(engine, demo)
    asked = call.says("引っ越してきたんですけど、何をしたらいいですか")
    assert "次のかたはいますか" in asked
    assert "次のかたはいますか" in call.says("むにゃむにゃ")
    told = call.says("むにゃむにゃ")
    assert told.startswith("区役所での手続きは、転入届です。")
    assert "ご家庭によっては、国民健康保険" in told


@pytest.mark.parametrize(
    ("said", "expected"), [("住民票をお願いします", "住民票ですね"), ("12月1日にお願いします", "12月1日")]
)
def test_whoever_names_a_wish_instead_of_an_answer_is_led_no_further(
    engine: Engine, demo: OfficeFile, said: str, expected: str
):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    assert expected in call.says(said)
    assert call.line.state.guiding is None


def test_what_is_not_understood_for_long_ends_with_a_person(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    for _ in range(7):
        call.says("むにゃむにゃ")
    assert call.line.over is not None or call.line.state.phase in (Phase.CLOSING, Phase.CALLBACK)


def test_choices_are_told_with_numbers_three_in_a_sentence_at_most(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    *_, question, first, second, how = call.said
    assert question == "ご家族に、次のかたはいますか。"
    assert first == "1番、国民健康保険に入る人。2番、75歳以上の人。3番、介護の認定を受けている人。"
    assert second.startswith("4番、小学校に入る前の子ども。5番、")
    assert how == "番号を、いくつでも、言ってください。なければ、「ありません」と、言ってください。"
    call.says("ありません")
    assert call.said[-2] == "1番、どちらもない。2番、運転免許だけある。3番、運転免許と車がある。"


@pytest.mark.parametrize(
    "one", ["いちばんとさんばんです", "1番と3番", "一と三", "いちとさんです", "国保と、3番"]
)
def test_choices_are_told_by_their_numbers(engine: Engine, demo: OfficeFile, one: str):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    call.says(one)
    call.says("2番です")
    guiding = call.line.state.guiding
    assert guiding
    assert guiding.answers == {"family": ("kokuho", "care"), "car": ("license",)}
    assert guiding.visit == ("tennyu", "kokuho", "kaigo")


@pytest.mark.parametrize("early", [False, True])
def test_choices_are_pressed_several_with_a_hash_and_one_alone(engine: Engine, demo: OfficeFile, early: bool):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    call.line.presses("31#", early=early)
    assert call.asked == "car"
    call.line.presses("2", early=early)
    guiding = call.line.state.guiding
    assert guiding
    assert guiding.answers == {"family": ("kokuho", "care"), "car": ("license",)}


def test_a_hash_alone_is_none_of_them_and_what_there_is_not_is_asked_again(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    call.line.presses("17#")
    assert call.asked == "family"
    assert "シャープだけです" in call.said[-1]
    call.line.presses("#")
    assert call.asked == "car"
    call.line.presses("4")
    assert call.asked == "car"
    call.line.presses("1")
    guiding = call.line.state.guiding
    assert guiding
    assert guiding.answers == {"family": ("none",), "car": ("none",)}


def test_keys_without_a_hash_count_when_nothing_follows(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    call.line.presses("2")
    assert call.asked == "family"
    call.line.is_silent()
    assert call.asked == "car"


def test_a_bare_yes_to_choices_is_asked_for_its_number(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    assert call.says("はい") == "何番ですか。「1番」のように、言ってください。"
    call.says("2番")
    assert call.asked == "car"


def test_of_choices_that_exclude_each_other_the_one_that_holds_all_that_was_named_is_meant(
    engine: Engine, demo: OfficeFile
):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    call.says("ありません")
    assert call.says("1番と2番").startswith("申し訳ありません")
    call.says("免許と車があります")
    guiding = call.line.state.guiding
    assert guiding
    assert guiding.answers["car"] == ("car",)


def test_silence_is_answered_with_how_to_press_then_with_the_list(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("引っ越してきたんですけど、何をしたらいいですか")
    call.line.is_silent()
    call.line.is_silent()
    assert "シャープだけです" in call.said[-1]
    call.line.is_silent()
    assert call.said[-1].startswith("区役所での手続き")


def test_a_question_in_passing_is_answered_and_all_choices_are_told_again(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    asked = call.says("引っ越してきたんですけど、何をしたらいいですか")
    told = call.says("駐車場はありますか")
    assert told.endswith(asked.partition("ご家族に")[2])
    assert "駐車" in told


def test_one_and_two_on_the_keys_are_yes_and_no(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("離婚することになりました。何をすればいいですか")
    call.line.presses("1")
    call.line.presses("2")
    assert call.line.state.guiding
    assert call.line.state.guiding.visit == ("rikon", "kokuho", "nenkin")
    call.line.presses("1")
    assert call.line.state.procedures == ("rikon", "kokuho", "nenkin")
