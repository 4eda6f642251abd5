"""The portal of procedures: lists, search, a page for each."""

import re

import pytest

from calendar_backend import DEMO_OFFICE, OfficeFile, load_into, load_office
from tests.console.conftest import Browser
from tests.console.settings_forms import text
from tests.console.test_guide import DEMO, links

LANGUAGES = ("ja", "easy", "en", "zh", "ko")


@pytest.fixture(scope="module")
def office() -> OfficeFile:
    return load_office(DEMO_OFFICE)


@pytest.fixture(autouse=True)
def demo(browser: Browser, office: OfficeFile) -> None:
    load_into(browser.service.engine, office)


def found(browser: Browser, query: str) -> list[str]:
    page = browser.get(f"/procedures?office={DEMO}&{query}")
    assert page.status_code == 200
    return [one.rpartition("/")[2] for one in links(page) if one.startswith(f"/procedures/{DEMO}/")]


def test_the_list_has_every_procedure_once_under_its_counter(browser: Browser, office: OfficeFile):
    assert sorted(found(browser, "")) == sorted(one.id for one in office.procedures)
    page = text(browser.get(f"/procedures?office={DEMO}"))
    at = [page.index(f"{counter.name}") for counter in office.counters]
    assert at == sorted(at)
    assert "保険年金窓口 2階" in page


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("年金", "nenkin"),
        ("こせき", "koseki"),
        ("はんこ", "inkan-toroku"),
        ("パスボート", "passport-shinsei"),
    ],
)
def test_it_is_searched_by_a_part_a_reading_another_name_and_with_a_slip(
    browser: Browser, words: str, first: str
):
    assert found(browser, f"q={words}")[0] == first


def test_a_life_event_shows_what_it_may_need(browser: Browser):
    ids = found(browser, "tag=birth")
    assert {"shussho", "jido-teate", "hoiku"} <= set(ids)
    assert "passport-shinsei" not in ids


def test_where_nothing_is_found_all_are_shown_and_what_was_typed_stays(browser: Browser, office: OfficeFile):
    page = browser.get(f"/procedures?office={DEMO}&q=<b>zzz</b>")
    assert "&lt;b&gt;zzz&lt;/b&gt;" in page.text
    assert "<b>zzz" not in page.text
    assert len(found(browser, "q=zzz")) == len(office.procedures)


@pytest.mark.parametrize("query", ["q=" + "あ" * 4000, "q=%00", "q=+", "tag=nothing", "q=%ff%fe"])
def test_odd_words_are_answered(browser: Browser, query: str):
    assert browser.get(f"/procedures?office={DEMO}&{query}").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_procedure_has_a_page_with_all_that_the_office_tells(
    browser: Browser, office: OfficeFile, language: str
):
    browser.get(f"/read-in/{language}?back=/procedures")
    for procedure in office.procedures if language == "ja" else office.procedures[:2]:
        page = browser.get(f"/procedures/{DEMO}/{procedure.id}")
        assert page.status_code == 200
        told = text(page)
        counter = office.counter(procedure.counter)
        assert counter
        words = [procedure.deadline, procedure.fee, procedure.proxy, procedure.seal, counter.floor]
        words += [procedure.convenience_store, procedure.explained, *procedure.bring, *procedure.aliases]
        assert [one.text for one in words if one and one.text not in told] == []
        assert procedure.reading in told
        assert f"/book/when?office={DEMO}&procedure={procedure.id}" in links(page)
        assert str(procedure.duration_minutes) in told


def test_a_procedure_leads_to_the_guide_and_back(browser: Browser):
    assert f"/guide/marriage?office={DEMO}" in links(browser.get(f"/procedures/{DEMO}/konin"))


@pytest.mark.parametrize("path", [f"/procedures/{DEMO}/nothing", "/procedures/atlantis/konin"])
def test_what_there_is_not_is_said(browser: Browser, path: str):
    page = browser.get(path)
    assert page.status_code == 404
    assert re.search("<h1>.+</h1>", page.text)


def test_another_office_is_chosen(browser: Browser, office: OfficeFile):
    other = office.model_copy(update={"id": "moji", "name": "門司区役所 市民課", "called": ()})
    load_into(browser.service.engine, other)
    page = browser.get("/procedures?office=moji")
    assert '<option value="moji" lang="ja" selected>' in page.text
    assert "/procedures/moji/konin" in links(page)
