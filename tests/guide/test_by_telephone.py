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


def test_one_and_two_on_the_keys_are_yes_and_no(engine: Engine, demo: OfficeFile):
    call = Call(engine, demo)
    call.says("離婚することになりました。何をすればいいですか")
    call.line.presses("1")
    call.line.presses("2")
    assert call.line.state.guiding
    assert call.line.state.guiding.visit == ("rikon", "kokuho", "nenkin")
    call.line.presses("1")
    assert call.line.state.procedures == ("rikon", "kokuho", "nenkin")
