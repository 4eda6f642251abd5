"""What a caller speaks of who names no procedure, and what leads to none."""

import pytest

import nlu
from calendar_backend.office_file import DEMO_OFFICE, load_office
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Entry, Lexicon, Term
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW
from voicebot import desk


@pytest.fixture(scope="module")
def office() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def named(said: str, office: Lexicon, expect: Expect = Expect.PROCEDURE) -> set[str]:
    meaning = nlu.interpret([Hypothesis(said)], Question(expect), NOW, office)
    return {scored.value for scored in meaning.procedures}


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("母にヘルパーさんを頼みたいとですが", "kaigo"),
        ("ようしえんのきげんがきれるちいうてがみがきました", "kaigo"),
        ("母の足腰が弱って、一度認定を受けさせたい", "kaigo"),
        ("婿が会社を抜けて任意継続も終わったもんで", "kokuho"),
        ("もう七十八やけど、病院の保険のことで", "koki-korei"),
        ("本籍の載った紙ば一枚", "koseki"),
        ("こせきの、本籍と筆頭者が出とるやつ", "koseki"),
        ("世帯全員の名前が載っとる書類を会社に出すんです", "juminhyo"),
        ("去年の収入が分かる書類が一枚ほしい", "zei-shomei"),
        ("再婚することになりましてね", "konin"),
        ("番号カードが折れてしもうて", "mynumber-saikofu"),
        ("個人番号のカードを作りたいんです", "mynumber-shinsei"),
        ("マイナのカードを申請しとったのができたち", "mynumber-uketori"),
        ("四桁の番号を忘れてカードが使えん", "ansho"),
        ("パスポートはもう申し込んどります、あとは取りに行くだけです", "passport-uketori"),
        ("シングルの娘がもらえるお金のことで", "jido-fuyo-teate"),
        ("嫁が働きに出るけん、孫を昼間預けたい", "hoiku"),
        ("家を世帯ば分けて届けたい", "setai-henko"),
        ("葬式も済んで、あと何ばすればよかか", "okuyami"),
        ("新しい実印を彫ってもらいましたので", "inkan-toroku"),
    ],
)
def test_what_is_spoken_of_leads_to_its_procedure(said: str, wished: str, office: Lexicon) -> None:
    assert named(said, office) == {wished}


@pytest.mark.parametrize(
    "said",
    [
        "父は火曜がデイサービスなんです",
        "車椅子で行きますので",
        "母を病院に送ってから行きます",
        "財布を落としましてね",
        "マイナンバーは言わんでよかですね",
        "生命保険に入りたいんです",
        "名前と誕生日を言えばいいですか",
        "孫の名前を呼びよったとです",
        "退院したらまた電話します",
        "マイナンバーカードを持っておりますが",
        "税務署から税金の紙が来た",
        "様子を見てからにします",
        "結婚式に行くもので",
    ],
)
def test_what_is_only_told_of_leads_to_none(said: str, office: Lexicon) -> None:
    found = named(said, office)
    assert len(found) != 1


def test_it_counts_only_where_a_procedure_is_asked_for(office: Lexicon) -> None:
    said = "母のヘルパーさんを頼みたいので"
    assert named(said, office) == {"kaigo"}
    assert named(said, office, Expect.DATE) == set()


def test_what_is_named_counts_before_what_is_spoken_of(office: Lexicon) -> None:
    assert named("ヘルパーさんを頼みたいので、住民票を", office) == {"juminhyo"}


def test_it_leads_nowhere_at_an_office_without_the_procedure() -> None:
    office = Lexicon((Entry("juminhyo", Term("住民票", "じゅうみんひょう"), ()),))
    assert named("母にヘルパーさんを頼みたい", office) == set()


def test_of_two_that_are_told_the_one_that_is_denied_is_not_meant(office: Lexicon) -> None:
    assert named("籍を抜くんじゃない、籍を入れるんです", office) == {"konin"}


@pytest.mark.parametrize(
    ("said", "move"),
    [
        ("長崎から娘に呼ばれてこっちに来ました", "tennyu"),
        ("とばたのいえをたたんでおおてまちのマンションにはいりました", "tenkyo"),
        ("佐賀の長男のとこで世話になるけん", "tenshutsu"),
        ("建て替えが済んで門司から元の小倉の家に戻りました", "tenkyo"),
        ("佐賀の役場で転出の紙はもろうてきました", "tennyu"),
        ("孫の住民票をですね、東京に移してやりたい", "tenshutsu"),
    ],
)
def test_a_move_is_told_by_where_somebody_lived_and_lives(said: str, move: str, office: Lexicon) -> None:
    assert named(said, office) == {move}


@pytest.mark.parametrize(
    "said",
    [
        "大分の娘から電話がありまして",
        "福岡の病院に行くけん",
        "東京の孫が来とります",
        "小倉の家におります",
        "門司から電話しています",
    ],
)
def test_who_visits_or_phones_does_not_move(said: str, office: Lexicon) -> None:
    assert named(said, office) == set()


def test_of_what_is_taken_off_the_other_of_the_same_word_is_meant(office: Lexicon) -> None:
    assert named("印鑑登録、ちがうわ、証明のほうです", office) == {"inkan-shomei"}
    assert named("パスポートの受け取り、じゃないわ、申請のほう", office) == {"passport-shinsei"}


def test_a_name_with_too_and_by_the_way_is_wished(office: Lexicon) -> None:
    assert named("税金の証明書もついでに取りたい", office) == {"zei-shomei"}


def test_a_seal_that_was_set_is_only_told_of(office: Lexicon) -> None:
    assert named("主人もはんこを押してくれたので、離婚の届けを", office) == {"rikon"}


def test_where_somebody_lived_is_told_without_particles(office: Lexicon) -> None:
    asked = Question(Expect.PROCEDURE, procedures=("tennyu", "tenshutsu", "tenkyo"))
    heard = "まえはくまもとしすんでましたいまこくらきたくすんでます"
    meaning = nlu.interpret([Hypothesis(heard)], asked, NOW, office)
    assert [scored.value for scored in meaning.procedures] == ["tennyu"]


def test_a_full_stop_ends_what_is_done(office: Lexicon) -> None:
    assert named("マイナンバーカードの更新。写真は撮った。", office) == {"mynumber-koshin"}
    assert named("年金はもう済んでいます。介護保険を", office) == {"kaigo"}
