import pytest

from nlu.hypothesis import Hypothesis
from nlu.question import Expect
from tests.nlu.conftest import Hear

NAMED = [
    ("住民票", "juminhyo"), ("住民票をお願いします", "juminhyo"), ("あのー、児童手当のことで", "jido"), ("印鑑登録証明書", "inkan_cert"),
    ("印鑑登録", "inkan"), ("印鑑登録をしたいんですけど", "inkan"), ("マイナンバーカードの更新", "card_renew"), ("引っ越してきたんですが", "tennyu"),
    ("父が亡くなったので", "okuyami"), ("国保の手続き", "kokuho"), ("マイナンバーカード、えーと、更新です", "card_renew"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "id"), NAMED)
def test_a_named_procedure_is_sure(hear: Hear, said: str, id: str) -> None:
    best, *rest = hear(said).procedures
    assert best.value == id
    assert best.score >= 0.8
    assert all(other.score < 0.8 for other in rest)


MISHEARD = [
    ("自動手当て", "jido"), ("10民兆", "juminhyo"), ("10民票をお願いします", "juminhyo"), ("市道手当", "jido"), ("印刊登録証明書", "inkan_cert"),
    ("因果の登録", "inkan"), ("マイナンバーカードの行進", "card_renew"), ("点入届け", "tennyu"), ("国民年期", "nenkin"), ("ちどうてあて", "jido"),
    ("じゅーみんひょ", "juminhyo"), ("天秀津届け", "tenshutsu"), ("住民表", "juminhyo"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "id"), MISHEARD)
def test_a_procedure_is_found_by_its_sound(hear: Hear, said: str, id: str) -> None:
    assert hear(said, Expect.PROCEDURE).procedures[0].value == id


def test_an_alias_of_several_procedures_names_them_all_with_equal_scores(hear: Hear) -> None:
    found = hear("引っ越しです").procedures
    assert {s.value for s in found} == {"tennyu", "tenshutsu", "tenkyo"}
    assert len({s.score for s in found}) == 1
    assert found[0].score < 0.8


def test_part_of_a_name_brings_up_all_that_have_it(hear: Hear) -> None:
    found = {s.value for s in hear("マイナンバーカードのことで").procedures}
    assert found == {"card_apply", "card_receive", "card_renew", "card_pin"}


def test_the_longer_name_wins(hear: Hear) -> None:
    assert [s.value for s in hear("印鑑登録証明書をください").procedures] == ["inkan_cert"]


def test_two_procedures_in_one_breath_are_both_found(hear: Hear) -> None:
    assert {s.value for s in hear("転入届と児童手当").procedures} == {"tennyu", "jido"}


def test_a_choice_among_procedures_may_be_made_by_its_place(hear: Hear) -> None:
    asked = ("tennyu", "tenshutsu", "tenkyo")
    assert hear("2番目です", Expect.PROCEDURE, procedures=asked).procedures[0].value == "tenshutsu"


GROWN = [
    ("まいなんばーかーどのこーしむ", "card_renew"), ("まいなんばーかーどのうけこりです", "card_receive"), ("いんかんとーろくしょめーしょ", "inkan_cert"),
    ("まいなんばーかーどのしむせーをしたい", "card_apply"),
]  # fmt: skip


@pytest.mark.parametrize(("reading", "id"), GROWN)
def test_a_longer_name_with_a_wrong_sound_is_more_than_the_shorter_one_in_it(
    hear: Hear, reading: str, id: str
) -> None:
    best, *_ = hear([Hypothesis("", 1.0, reading)], Expect.PROCEDURE).procedures
    assert best.value == id
    assert best.score < 0.8


@pytest.mark.parametrize(
    "said", ["電話番号は", "はい", "ありがとうございました", "hello", "来週の火曜日", "水", "ええと"]
)
def test_other_words_name_no_procedure(hear: Hear, said: str) -> None:
    assert hear(said, Expect.PROCEDURE).procedures == ()
