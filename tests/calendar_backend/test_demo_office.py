"""The office that ships with the program."""

from collections import defaultdict
from datetime import date

import pytest

from calendar_backend import DEMO_OFFICE, OfficeFile, load_office
from calendar_backend.office_file import DEMO_OFFICES
from calendar_backend.opening import Openings

WARD_PROCEDURES = {
    *("転入届", "転出届", "転居届", "世帯変更届", "住民票", "印鑑登録", "印鑑登録証明書", "戸籍謄本・抄本"),
    *("出生届", "死亡届", "婚姻届", "離婚届", "児童手当", "児童扶養手当", "保育所の入所", "おくやみ窓口"),
    *("マイナンバーカードの申請", "マイナンバーカードの受取", "マイナンバーカードの更新", "電子証明書の更新"),
    *("暗証番号の再設定", "パスポートの申請", "パスポートの受取", "国民健康保険", "国民年金", "介護保険"),
    *("後期高齢者医療", "税の証明書"),
}


@pytest.fixture(scope="module")
def demo() -> OfficeFile:
    return load_office(DEMO_OFFICE)


def test_every_procedure_a_ward_should_know_is_there(demo: OfficeFile) -> None:
    names = {procedure.name for procedure in demo.procedures}
    assert names >= WARD_PROCEDURES


@pytest.mark.parametrize(
    ("alias", "procedures"),
    [
        ("引っ越し", {"tennyu", "tenshutsu", "tenkyo"}),
        ("住所変更", {"tennyu", "tenshutsu", "tenkyo"}),
        ("引っ越してきた", {"tennyu", "tenkyo"}),
        ("父が亡くなった", {"shibo", "okuyami"}),
        ("赤ちゃんが生まれた", {"shussho", "jido-teate"}),
        ("パスポート", {"passport-shinsei", "passport-uketori"}),
        ("印鑑証明", {"inkan-shomei"}),
    ],
)
def test_life_events_lead_to_the_procedures_to_choose_from(
    demo: OfficeFile, alias: str, procedures: set[str]
) -> None:
    assert {p.id for p in demo.procedures if alias in {words.text for words in p.aliases}} == procedures


def test_the_same_words_are_always_read_the_same_way(demo: OfficeFile) -> None:
    readings: defaultdict[str, set[str]] = defaultdict(set)
    for procedure in demo.procedures:
        for words in (*procedure.aliases, *procedure.bring):
            readings[words.text].add(words.reading)
    assert {text: found for text, found in readings.items() if len(found) > 1} == {}


def test_the_most_used_procedures_have_keys_without_a_gap(demo: OfficeFile) -> None:
    assert sorted(p.key for p in demo.procedures if p.key) == ["1", "2", "3", "4", "5", "6"]


def test_every_procedure_says_what_to_bring_and_fits_into_a_day(demo: OfficeFile) -> None:
    for procedure in demo.procedures:
        counter = demo.counter(procedure.counter)
        assert counter is not None
        assert procedure.bring
        longest = max(
            (h.close.hour * 60 + h.close.minute) - (h.open.hour * 60 + h.open.minute) for h in counter.hours
        )
        assert procedure.duration_minutes <= longest


WARDS = ("門司区", "若松区", "戸畑区", "小倉北区", "小倉南区", "八幡東区", "八幡西区")


def test_all_seven_wards_of_the_city_are_there_with_the_same_procedures(demo: OfficeFile) -> None:
    offices = [load_office(path) for path in DEMO_OFFICES]
    assert {office.name for office in offices} == {f"{ward}役所 市民課" for ward in WARDS}
    assert len({office.id for office in offices}) == len(WARDS)
    assert all(office.procedures == demo.procedures for office in offices)
    assert offices[0] == demo


def test_the_hours_of_the_wards_differ_and_change_on_a_date() -> None:
    thursday, later = date(2027, 1, 28), date(2027, 2, 4)

    def hours(ward: str, day: date) -> str:
        office = load_office(DEMO_OFFICE.with_name(f"demo_ward_{ward}.yaml"))
        (span,) = Openings(office).of("ido", day).spans
        return f"{span.open:%H:%M}-{span.close:%H:%M}"

    assert [hours("moji", day) for day in (thursday, later)] == ["08:30-19:00", "08:30-17:15"]
    assert [hours("tobata", day) for day in (thursday, later)] == ["08:30-17:15", "09:00-17:00"]
    assert [hours("wakamatsu", day) for day in (thursday, later)] == ["08:30-19:00"] * 2
