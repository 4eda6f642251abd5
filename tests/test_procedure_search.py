"""What residents type, and what they are shown."""

import pytest

from calendar_backend import DEMO_OFFICE, OfficeFile, load_office
from tests.calendar_backend.small_office import of_one_name
from voicebot.procedure_search import LONGEST, search


@pytest.fixture(scope="module")
def office() -> OfficeFile:
    return load_office(DEMO_OFFICE)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("転入", "tennyu"),
        ("てんにゅう", "tennyu"),
        ("テンニュウ", "tennyu"),
        ("ﾃﾝﾆｭｳ", "tennyu"),
        ("じどうてあて", "jido-teate"),
        ("国保", "kokuho"),
        ("パスポト", "passport-shinsei"),
        ("じゅみんひよう", "juminhyo"),
        ("住民表", "juminhyo"),
        ("印かん登録", "inkan-toroku"),
        ("転居とどけ", "tenkyo"),
        ("マイナンバー 更新", "mynumber-koshin"),
        ("マイナンバー　更新", "mynumber-koshin"),
        ("主人が亡くなりました", "shibo"),
    ],
)
def test_a_part_a_reading_a_slip_and_a_sentence_find_it_first(office: OfficeFile, text: str, first: str):
    assert search(office, text)[0].procedure_id == first


def test_a_counter_finds_what_is_done_there_and_why_is_told(office: OfficeFile):
    found = search(office, "子育て")
    assert {one.procedure_id for one in found} == {"jido-teate", "jido-fuyo-teate", "hoiku"}
    assert {one.why for one in found} == {"子育て窓口"}


def test_a_word_that_means_several_finds_all_of_them(office: OfficeFile):
    assert [one.procedure_id for one in search(office, "引っ越し")] == ["tennyu", "tenshutsu", "tenkyo"]


@pytest.mark.parametrize("text", ["", " 　", "zzz", "☃", "<script>", "\u202e", "a" * 5000, "％' OR 1=1"])
def test_what_is_like_nothing_finds_nothing(office: OfficeFile, text: str):
    assert search(office, text) == ()


def test_what_is_too_long_is_looked_at_as_far_as_that(office: OfficeFile):
    assert search(office, "転入" + " " * LONGEST + "zzz") == search(office, "転入")


def test_where_all_have_one_name_all_are_found():
    office = of_one_name()
    assert len(search(office, "名")) == len(office.procedures)
