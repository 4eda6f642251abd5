"""What callers want of the demo office, by name, by what happened to them, in part and misheard."""

from pathlib import Path

import pytest
import yaml

import nlu
from calendar_backend import DEMO_OFFICE, load_office
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW
from voicebot import desk

CLOSE = 0.1
"""As the dialog holds it: what is nearer than this to the best is meant as well."""

FOLDER = Path(__file__).parent / "phrases"
PHRASES = [
    phrase
    for name in ("procedures.yaml", "life_events.yaml")
    for section in yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.BaseLoader).values()
    for phrase in section.items()
]


@pytest.fixture(scope="module")
def office() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


@pytest.mark.parametrize("expect", [Expect.PROCEDURE, Expect.ANY])
@pytest.mark.parametrize(("said", "means"), PHRASES)
def test_what_a_caller_wants_is_understood(office: Lexicon, said: str, means: str, expect: Expect) -> None:
    found = nlu.interpret([Hypothesis(said)], Question(expect), NOW, office).procedures
    close = {s.value for s in found if found[0].score - s.score < CLOSE}
    assert close in [set() if one == "-" else set(one.split(", ")) for one in means.split(" | ")]
