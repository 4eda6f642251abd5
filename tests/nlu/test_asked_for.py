"""Which procedures are asked for by their names, and which are only spoken of."""

import pytest

from calendar_backend.office_file import DEMO_OFFICE, load_office
from nlu.asked_for import asked_for, needed
from nlu.lexicon_index import Index, index
from nlu.prepared import prepare
from voicebot import desk


@pytest.fixture(scope="module")
def office() -> Index:
    return index(desk.office(load_office(DEMO_OFFICE)).lexicon)


def both(said: str, office: Index) -> list[tuple[str, ...]]:
    """As it is written, and as a recognizer writes its kana."""
    part = prepare(said)
    return [asked_for(part.text, part.kana, office), asked_for(part.kana, part.kana, office)]


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("住民票", "juminhyo"),
        ("住民票です", "juminhyo"),
        ("住民票のほうをお願いします", "juminhyo"),
        ("やっぱり戸籍謄本にしてください", "koseki"),
        ("年金です", "nenkin"),
        ("年金に変えてください", "nenkin"),
        ("年金の相談たい", "nenkin"),
        ("国保の手続きをしたいんです", "kokuho"),
        ("印鑑証明がいるとです", "inkan-shomei"),
        ("税の証明書がほしいんよ", "zei-shomei"),
        ("介護のことで", "kaigo"),
        ("介護保険の申請ばお願いします", "kaigo"),
        ("児童手当なんですけど", "jido-teate"),
        ("パスポートの申請に行きたいんやけど", "passport-shinsei"),
        ("転出届を出したいんです", "tenshutsu"),
        ("戸籍も一緒に取っときたい", "koseki"),
        ("住民票もついでに", "juminhyo"),
        ("住民票をお願いできますか", "juminhyo"),
        ("住民票をもらえますか", "juminhyo"),
        ("戸籍謄本をいただけませんか", "koseki"),
        ("年金の相談をさせてもらえんですか", "nenkin"),
        ("介護に変えてもらえますか", "kaigo"),
        ("税の証明書を取れますか", "zei-shomei"),
        ("印鑑証明を出してもらえんやろか", "inkan-shomei"),
        ("住民票も一緒にいいですか", "juminhyo"),
        ("年金のほうを予約できますか", "nenkin"),
        ("パスポートの申請って予約できるとですか", "passport-shinsei"),
        ("児童手当にしてもらってもいいですか", "jido-teate"),
        ("戸籍はお願いできますか", "koseki"),
        ("あ、やっぱり児童手当でした", "jido-teate"),
        ("児童手当っていうんですか、あれのほうです", "jido-teate"),
        ("間違えました、戸籍やった", "koseki"),
        ("いや、年金のほうやったばい", "nenkin"),
        ("いいえ、住民票と国民健康保険です", "juminhyo"),
        ("住民票と印鑑証明をお願いします", "juminhyo"),
    ],
)
def test_what_is_wished_is_asked_for(said: str, wished: str, office: Index) -> None:
    assert [wished in found for found in both(said, office)] == [True, True]


@pytest.mark.parametrize(
    "said",
    [
        "年金の日は混むけんね",
        "15日が年金やけん、その次の日に",
        "15日が年金やったけん",
        "年金の人は多いけんね",
        "暗証番号は覚えとかないけんとですか",
        "住民票は要りますか",
        "戸籍謄本っているんでしたっけ",
        "住民票も要るんやったっけ、何を持って行けば",
        "年金はいるとですか",
        "戸籍はいらんとですか",
        "印鑑証明は誰が取ってもいいんですか",
        "住民票は誰でも取れるとですか",
        "年金はどうなりますか",
        "介護保険証は持っていかないけんですか",
        "国保の人はだめですか",
        "戸籍で分かりますか",
        "住民票はすぐ出ますか",
        "戸籍がいるって本当ですか",
        "介護の日と重なるけん",
        "15日は年金でした",
        "いや、15日は年金やったけん",
        "母が介護やけん、昼からしか出られん",
        "住民票のときは待たされた",
        "そのあとの保険とか年金とかの手続きです",
        "残りの国保やら年金やらのことです",
    ],
)
def test_what_is_only_spoken_of_is_not(said: str, office: Index) -> None:
    assert both(said, office) == [(), ()]


def test_of_two_the_one_that_is_wished(office: Index) -> None:
    assert both("15日が年金やけん、住民票をお願いします", office) == [("juminhyo",), ("juminhyo",)]


def test_a_common_name_asks_for_all_that_go_by_it(office: Index) -> None:
    assert both("パスポートをお願いします", office)[0] == ("passport-shinsei", "passport-uketori")


@pytest.mark.parametrize(
    ("said", "papers"),
    [
        ("戸籍謄本っているんでしたっけ、何を持って行けばいいですか", ["koseki"]),
        ("住民票も必要ですか", ["juminhyo"]),
        ("戸籍謄本は何を持って行けばいいですか", []),
        ("住民票に要るものは何ですか", []),
        ("年金って要るものは何ですか", []),
    ],
)
def test_a_paper_that_may_have_to_be_brought(said: str, papers: list[str], office: Index) -> None:
    part = prepare(said)
    assert list(needed(part.text, "", office)) == papers
    assert list(needed("", part.kana, office)) == papers
