"""What people do on their days is no misheard name of a procedure."""

import pytest

from calendar_backend.office_file import DEMO_OFFICE, load_office
from nlu.everyday import without_everyday
from nlu.lexicon import Lexicon
from nlu.lexicon_index import index
from nlu.prepared import prepare
from nlu.procedures import find_procedures
from voicebot import desk


@pytest.fixture(scope="module")
def office() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


@pytest.mark.parametrize(
    "said",
    [
        "先週から透析が月水金になってしもうて、水曜は行かれんのですよ",
        "とうせきがひつようになったけん",
        "透析の日が変わりまして",
        "透析が入ったもんで",
        "とうせきにいかないけんけん、ほかの日に",
        "葬式が入ってしもうた",
        "入院が長引いとりまして",
        "診察が昼までかかるとです",
        "同窓会と重なったんよ",
        "法事になりまして",
        "旅行に誘われとります",
    ],
)
def test_it_names_no_procedure(said: str, office: Lexicon) -> None:
    part = prepare(said)
    assert find_procedures(part.text, part.kana, office) == {}


@pytest.mark.parametrize(("said", "kept"), [("とーせきがある", "、がある"), ("こせきがいる", "こせきがいる")])
def test_only_such_words_are_taken_out(said: str, kept: str, office: Lexicon) -> None:
    assert without_everyday(said, index(office)) == kept


def test_a_name_that_was_nearly_heard_is_still_found(office: Lexicon) -> None:
    part = prepare("こせきのとうふん")
    assert "koseki" in find_procedures(part.text, part.kana, office)
