import pytest

from nlu.meaning import Elsewhere, Emergency
from nlu.question import Expect
from tests.nlu.conftest import Hear

EMERGENCIES = [
    ("火事です", Emergency.FIRE), ("家が燃えています", Emergency.FIRE), ("救急車をお願いします", Emergency.AMBULANCE), ("救急車呼んでください", Emergency.AMBULANCE), ("人が倒れています", Emergency.AMBULANCE),
    ("主人が息をしていません", Emergency.AMBULANCE), ("助けてください", Emergency.AMBULANCE), ("警察を呼んでください", Emergency.POLICE), ("泥棒が入りました", Emergency.POLICE), ("きゅうきゅうしゃをよんで", Emergency.AMBULANCE),
]  # fmt: skip
PLACES = [
    ("水道を止めたいんですけど", Elsewhere.WATER), ("ごみの収集日を知りたい", Elsewhere.WASTE), ("粗大ゴミを出したい", Elsewhere.WASTE), ("確定申告のことで", Elsewhere.TAX_OFFICE), ("税務署につないで", Elsewhere.TAX_OFFICE),
    ("年金事務所ですか", Elsewhere.PENSION_OFFICE), ("運転免許の更新をしたい", Elsewhere.POLICE_STATION), ("免許証の返納", Elsewhere.POLICE_STATION), ("財布を落として、落とし物の届けを", Elsewhere.POLICE_STATION),
    ("警察署の番号を", Elsewhere.POLICE_STATION), ("法務局はどこですか", Elsewhere.LEGAL_AFFAIRS), ("土地の名義を変えたい", Elsewhere.LEGAL_AFFAIRS), ("まんしょんのめいぎのこと", Elsewhere.LEGAL_AFFAIRS), ("免許の住所を変えたい", Elsewhere.POLICE_STATION), ("ビザの更新", Elsewhere.IMMIGRATION), ("ハローワークにつないで", Elsewhere.JOB_CENTRE),
    ("ワクチンの予約", Elsewhere.HEALTH_CENTRE), ("病院の予約をしたい", Elsewhere.HOSPITAL), ("電気を止めてほしい", Elsewhere.GAS_OR_POWER), ("郵便局ですか", Elsewhere.POST_OFFICE), ("バスの時間は", Elsewhere.TRANSPORT), ("市営住宅の申し込みもできますか", Elsewhere.OTHER),
]  # fmt: skip


@pytest.mark.parametrize(("said", "kind"), EMERGENCIES)
def test_a_cry_for_help_is_heard(hear: Hear, said: str, kind: Emergency) -> None:
    assert hear(said).emergency is kind


@pytest.mark.parametrize(
    "said", ["火事で家が焼けたので証明書が欲しい", "救急車で運ばれた父の保険証", "はい", "住民票をお願いします", "火曜日です", "カードをなくしました", "倒れそうな木があります"]
)  # fmt: skip
def test_what_is_told_is_no_emergency(hear: Hear, said: str) -> None:
    assert hear(said).emergency is None


@pytest.mark.parametrize(("said", "place"), PLACES)
def test_what_another_office_does_is_known(hear: Hear, said: str, place: Elsewhere) -> None:
    assert hear(said).elsewhere is place


@pytest.mark.parametrize(
    "said", ["国民年金の手続き", "国民健康保険", "税の証明書", "住民票", "マイナンバーカードの更新", "来週の水曜", "印鑑登録", "免許証を持っていけばいいですか", "引っ越してきました"]
)  # fmt: skip
def test_what_a_ward_does_is_not_elsewhere(hear: Hear, said: str) -> None:
    assert hear(said).elsewhere is None


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("四千七百十番", "4710"), ("予約番号は四千七百十番です", "4710"), ("よんせんななひゃくじゅうばん", "4710"), ("よんせんひゃくじゅうきゅうばんです", "4119"), ("4119番です", "4119"),
        ("4、119番", "4119"), ("093の110の1234", "0931101234"), ("ぜろきゅうさんのひゃくじゅうのいちにさんよん", "0931101234"), ("7110番", "7110"), ("1、1、0", "110"),
        ("110番です", "110"),
    ],
)  # fmt: skip
def test_digits_that_were_asked_for_are_no_cry_for_help(hear: Hear, said: str, number: str) -> None:
    meaning = hear(said, Expect.DIGITS)
    assert meaning.emergency is None
    assert meaning.digits[0].value == number


@pytest.mark.parametrize(
    "said", ["四千七百十番です", "百十番地に住んでいます", "119番の窓口ですか", "さっき110番したんですけど", "予約番号が4119番です", "整理番号110番です", "110番地の住民票"]
)  # fmt: skip
def test_other_numbers_are_no_cry_for_help_unasked_either(hear: Hear, said: str) -> None:
    assert hear(said).emergency is None


@pytest.mark.parametrize("asked", [Expect.ANY, Expect.DIGITS, Expect.DATE])
@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("110番してください", Emergency.POLICE), ("110番お願いします", Emergency.POLICE), ("110番", Emergency.POLICE), ("ひゃくとおばんしてください", Emergency.POLICE), ("百十番してください", Emergency.POLICE),
        ("119番お願いします", Emergency.AMBULANCE), ("119番に電話して", Emergency.AMBULANCE), ("ひゃくじゅうきゅうばんおねがいします", Emergency.AMBULANCE), ("救急車", Emergency.AMBULANCE),
        ("救急車を呼んで、119番", Emergency.AMBULANCE),
    ],
)  # fmt: skip
def test_a_cry_for_help_is_heard_also_where_digits_were_asked_for(
    hear: Hear, said: str, kind: Emergency, asked: Expect
) -> None:
    assert hear(said, asked).emergency is kind


@pytest.mark.parametrize(
    "said", ["図書館のカードを作りたい", "診断書がほしい", "猫が死んだ", "通帳をなくした"]
)
def test_what_is_done_with_a_thing_of_others_is_elsewhere(hear: Hear, said: str) -> None:
    assert hear(said, Expect.ANY).elsewhere is Elsewhere.OTHER


@pytest.mark.parametrize(
    "said", ["まだ引っ越していません", "猫が死んで、父も死にました", "図書館のカードと住民票をお願いします"]
)
def test_what_did_not_happen_or_is_named_beside_is_not(hear: Hear, said: str) -> None:
    assert hear(said, Expect.ANY).elsewhere is None
