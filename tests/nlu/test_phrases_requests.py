"""Commands, questions in passing, emergencies and other offices; the list is in phrases/requests.yaml."""

from pathlib import Path

import pytest
import yaml

from nlu.question import Expect
from tests.nlu.conftest import Hear

PHRASES = yaml.load(
    (Path(__file__).parent / "phrases" / "requests.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)


@pytest.mark.parametrize("expect", [Expect.ANY, Expect.PROCEDURE])
@pytest.mark.parametrize(("kind", "said"), [(kind, said) for kind, each in PHRASES.items() for said in each])
def test_what_is_asked_in_passing_is_understood(hear: Hear, kind: str, said: str, expect: Expect) -> None:
    meaning = hear(said, expect)
    found = {
        value.value
        for value in (meaning.command, meaning.request, meaning.emergency, meaning.elsewhere)
        if value
    }
    assert found == (set() if kind == "none" else {kind})
