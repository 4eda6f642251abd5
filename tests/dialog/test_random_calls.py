"""Whatever happens in a call, in whatever order: it is answered or ends, it is no trap, and nothing is taken without a yes."""

from pathlib import Path
from typing import Any

import yaml
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from dialog import events
from dialog.confirming import DOUBTED
from dialog.office import Office
from dialog.state import Phase as Asked
from nlu.hypothesis import Hypothesis
from nlu.question import Expect
from tests.dialog.conversation import WARDS
from tests.dialog.random_call import RandomCall, answers

PHRASES = Path(__file__).resolve().parents[1] / "nlu" / "phrases"


def _listed(name: str, *sections: str) -> list[str]:
    found = yaml.load((PHRASES / name).read_text("utf-8"), yaml.BaseLoader)
    return [said for section in sections or found for said in found[section]]


YES = _listed("answers.yaml", "yes")
"""Only these, heard alone, give leave to book."""

COMMANDS = [
    "もう一度",
    "係員",
    "最初から",
    "戻って",
    "ゆっくり",
    "やめます",
    "さようなら",
    "変更したい",
    "取り消したい",
    "確認したい",
    "4719",
    "わかりません",
    "093の555の1234",
]
WISHES = [
    *("住民票", "引っ越し", "児童手当", "転入届と住民票", "住民票も", "何がいりますか", "何時までですか"),
    *(
        "12月1日の10時に住民票",
        "12月1日",
        "12月",
        "10時",
        "午前中",
        "もっと遅く",
        "別の日",
        "いつでも",
        "2番",
    ),
    *("変更してください", "母の分です", "もう1件お願いします", "そのままで", "同じ人です", "キャンセルして"),
    *("いいえ、10時半", "木曜以外", "2月30日", "予約を変えたい", "予約を取り消したい", "予約を確認したい"),
]
OTHER = [
    phrase
    for name in ("days.yaml", "times.yaml", "moments.yaml", "more.yaml", "procedures.yaml")
    for phrase in _listed(name)
] + _listed("answers.yaml", "no", "neither", "changed")

WARD_NAMES = [
    "こくら",
    "小倉北区",
    "小倉南区で",
    "小倉南の区役所で児童手当",
    "いえ、小倉北区役所です",
    "北です",
]
"""Anybody may name a ward; that means nothing where there is only one office."""

ERRANDS = ["12月1日の10時に住民票", "予約を変えたい", "予約を取り消したい"]
FITTING = {
    Expect.PROCEDURE: "住民票",
    Expect.DATE: "12月1日",
    Expect.TIME: "10時",
    Expect.CHOICE: "1番",
    Expect.ANSWER: "はい",
    Expect.DIGITS: "4719",
    Expect.OFFICE: "小倉南区です",
}
TELEPHONE = "093の555の1234"
LONG = 30
"""Events after which a call may be cut off; sooner would leave little to see."""

other = st.one_of(
    st.sampled_from(COMMANDS), st.sampled_from(WISHES), st.sampled_from(OTHER), st.text(max_size=8)
)


class AnyCall(RuleBasedStateMachine):
    """One call; the rules are what may happen next."""

    @initialize(
        caller=st.sampled_from(["+81935551234", ""]),
        errand=st.sampled_from(ERRANDS),
        far=st.integers(0, 8),
        offices=st.sampled_from([(), WARDS]),
    )
    def rings(self, caller: str, errand: str, far: int, offices: tuple[Office, ...]) -> None:
        """The call has come some way before anything happens to it."""
        self.call = RandomCall(caller, offices)
        self.errand = errand
        self.late: list[Any] = []
        """Answers of the calendar that came when nobody waited any more."""

        self.goes_on(far)

    @rule(said=st.sampled_from(YES), early=st.booleans())
    def yes(self, said: str, early: bool) -> None:
        self.call.hears((Hypothesis(said),), early, yes=True)

    @rule(said=other, early=st.booleans())
    def speaks(self, said: str, early: bool) -> None:
        self.call.hears((Hypothesis(said),), early, yes=False)

    @rule(said=other)
    def goes_on_after_a_pause(self, said: str) -> None:
        self.call.goes_on((Hypothesis(said),), yes=False)

    @rule(said=st.sampled_from(YES))
    def agrees_after_a_pause(self, said: str) -> None:
        self.call.goes_on((Hypothesis(said),), yes=True)

    @rule(said=st.sampled_from(WISHES + WARD_NAMES))
    def wishes(self, said: str) -> None:
        self.call.hears((Hypothesis(said),), early=False, yes=False)

    @rule(times=st.integers(1, 6))
    def goes_on(self, times: int) -> None:
        """What was asked is answered, by the caller and by the calendar, so that calls come far."""
        for _ in range(times):
            if self.call.asked:
                self.call.is_answered(lambda choices: choices[0])
                continue
            said = FITTING.get(self.call.state.question.expect, self.errand)
            if said == FITTING[Expect.DIGITS] and (
                self.call.state.claimed or self.call.state.phase is not Asked.IDENTIFYING
            ):
                said = TELEPHONE
            self.call.hears((Hypothesis(said),), early=False, yes=said in YES)

    @rule(said=st.lists(st.one_of(other, st.sampled_from(YES)), max_size=5), score=st.floats(0, 0.7))
    def mumbles(self, said: list[str], score: float) -> None:
        heard = tuple(Hypothesis(text, score / (n + 1)) for n, text in enumerate(said))
        self.call.hears(
            heard, early=False, yes=bool(said) and said[0] in YES and sum(h.score for h in heard) >= DOUBTED
        )

    @rule(digit=st.sampled_from("0123456789*#"), waits=st.booleans())
    def presses(self, digit: str, waits: bool) -> None:
        if waits:
            self.call.hear_out()
        yes = digit == "1" or (digit == "#" and self.call.state.keypad.digits == "1")
        self.call.give(events.KeyPressed(self.call.now, digit), yes)

    @rule()
    def is_silent(self) -> None:
        self.call.is_silent()

    @rule()
    def hears_a_sentence(self) -> None:
        if spoken := self.call.unheard:
            self.call.hear_one(spoken)

    @precondition(lambda self: self.call.asked)
    @rule(data=st.data())
    def calendar_answers(self, data: st.DataObject) -> None:
        self.call.is_answered(lambda choices: data.draw(st.sampled_from(choices)))

    @precondition(lambda self: self.call.asked)
    @rule()
    def calendar_answers_well(self) -> None:
        self.call.is_answered(lambda choices: choices[0])

    @precondition(lambda self: self.call.asked)
    @rule()
    def line_breaks_before_the_answer(self) -> None:
        self.late += self.call.asked
        self.call.breaks()

    @rule()
    def line_breaks(self) -> None:
        self.call.breaks()

    @precondition(lambda self: self.late)
    @rule(data=st.data())
    def answer_comes_late(self, data: st.DataObject) -> None:
        inquiry = self.late.pop(0)
        self.call.give(data.draw(st.sampled_from([*answers(inquiry, self.call.now)])))

    @rule()
    def my_number(self) -> None:
        self.call.hear_out()
        self.call.give(events.MyNumberSpoken(self.call.now))

    @precondition(lambda self: len(self.call.told) > LONG)
    @rule()
    def trouble(self) -> None:
        self.call.give(events.Trouble(self.call.now))

    @precondition(lambda self: len(self.call.told) > LONG)
    @rule()
    def a_person_is_called(self) -> None:
        self.call.give(events.PersonCalled(self.call.now))

    @precondition(lambda self: len(self.call.told) > LONG)
    @rule()
    def hangs_up(self) -> None:
        self.call.give(events.HungUp(self.call.now))
        assert self.call.over

    def teardown(self) -> None:
        if hasattr(self, "call"):
            self.call.ends()


TestAnyCall = AnyCall.TestCase
TestAnyCall.settings = settings(
    max_examples=80,
    stateful_step_count=50,
    deadline=None,
    derandomize=True,
    # What fails is shown as it was found: to make it smaller takes minutes.
    phases=(Phase.explicit, Phase.generate),
)
