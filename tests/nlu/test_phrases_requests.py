"""Commands, questions in passing, emergencies and other offices; the lists are in phrases/."""

from datetime import date, time
from pathlib import Path

import pytest
import yaml

from nlu.question import Choice, Expect, Question
from tests.nlu.conftest import Hear

FOLDER = Path(__file__).parent / "phrases"
PLACES = tuple(Choice(date(2026, 12, 2), at) for at in (time(9, 45), time(10, 15), time(9, 30)))
LISTS = {
    "requests.yaml": (Question(Expect.ANY), Question(Expect.PROCEDURE)),
    "requests_of_a_day.yaml": (Question(Expect.DATE),),
    "requests_of_places.yaml": (Question(Expect.CHOICE, choices=PLACES),),
}
"""What was asked, by the lists."""


@pytest.mark.parametrize(
    ("kind", "said", "question"),
    [
        pytest.param(kind, said, question, id=f"{said}-{question.expect}")
        for name, questions in LISTS.items()
        for kind, each in yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.BaseLoader).items()
        for said in each
        for question in questions
    ],
)
def test_what_is_asked_in_passing_is_understood(hear: Hear, kind: str, said: str, question: Question) -> None:
    meaning = hear(said, question.expect, choices=question.choices)
    found = {
        value.value
        for value in (meaning.command, meaning.request, meaning.emergency, meaning.elsewhere)
        if value
    }
    assert found == (set() if kind == "none" else {kind})
