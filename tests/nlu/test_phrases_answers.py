"""Yes, no and neither, as people say them in Kitakyushu and elsewhere; the list is in phrases/answers.yaml."""

from pathlib import Path

import pytest
import yaml

from nlu.meaning import Answer
from nlu.question import Expect
from tests.nlu.conftest import Hear

FOLDER = Path(__file__).parent / "phrases"


def _loaded(name: str) -> dict[str, list[str]]:
    return yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.BaseLoader)  # type: ignore[no-any-return]


PHRASES = _loaded("answers.yaml")
for section, phrases in _loaded("overheard.yaml").items():
    PHRASES[section] = PHRASES[section] + phrases
BOOKING = "12月4日金曜日の午後2時でご予約してよろしいですか"
OFFER = "ほかにご用件はございますか"
SURE = 0.8


def _listed(*sections: str) -> list[tuple[str, str]]:
    return [(section, said) for section in sections for said in PHRASES[section]]


@pytest.mark.parametrize("question", [BOOKING, ""])
@pytest.mark.parametrize(("section", "said"), _listed("yes", "no", "neither"))
def test_an_answer_to_the_booking_question_is_understood(
    hear: Hear, section: str, said: str, question: str
) -> None:
    answer = hear(said, Expect.ANSWER, text=question).answer
    assert (answer.value.value if answer else "neither") == section


@pytest.mark.parametrize("said", PHRASES["no"] + PHRASES["neither"] + PHRASES["changed"])
def test_only_a_yes_is_a_sure_yes(hear: Hear, said: str) -> None:
    answer = hear(said, Expect.ANSWER, text=BOOKING).answer
    assert answer is None or answer.value is Answer.NO or answer.score < SURE


@pytest.mark.parametrize(("section", "said"), _listed("refused offer", "accepted offer"))
def test_what_is_polite_to_an_offer_refuses_it(hear: Hear, section: str, said: str) -> None:
    answer = hear(said, Expect.ANSWER, text=OFFER).answer
    assert answer is not None
    assert answer.value is (Answer.NO if section == "refused offer" else Answer.YES)


@pytest.mark.parametrize("said", PHRASES["changed"])
def test_a_yes_with_a_change_tells_the_change(hear: Hear, said: str) -> None:
    meaning = hear(said, Expect.ANSWER, text=BOOKING)
    assert meaning.moments
