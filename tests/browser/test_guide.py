"""A resident with a telephone in hand, before a real service: from a life event to the list, and to a procedure."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.test_every_page import AT, STOPS

LIST = "/guide/moving-in?family=kokuho&family=small&family=pupil&nursery=yes&car=car"
PAGES = (
    "/guide",
    "/guide/moving-in",
    "/guide/birth",
    LIST,
    "/procedures",
    f"/procedures?q={quote('年金')}",
    "/procedures?q=zzz",
    "/procedures/kokurakita-shimin/tennyu",
)
MOST_BYTES = 100_000

WEIGHT = """[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .reduce((sum, one) => sum + one.decodedBodySize, 0)"""


def chosen(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def test_a_family_that_moves_in_ticks_taps_and_has_its_list(pages: Callable[..., Page]):
    page = pages("/guide", PHONE, java_script_enabled=False)
    chosen(page, "引っ越してきた")
    for name in ("国民健康保険に入る人", "小学校に入る前の子ども"):
        page.get_by_label(name).check()
    page.get_by_role("button", name="次へ").click()
    chosen(page, "はい")
    chosen(page, "運転免許だけある")
    names = page.locator(".to-do h2").all_inner_texts()
    assert [name.split("\n")[0].split(" ")[0] for name in names] == [
        *("転出届", "転入届", "国民健康保険", "児童手当", "保育所の入所", "運転免許証の住所変更")
    ]
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("運転免許や車はありますか")
    chosen(page, "どちらもない")
    expect(page.locator(".to-do > li")).to_have_count(5)
    book = page.get_by_role("link", name="まとめて予約する")
    expect(book).to_have_attribute("href", re.compile("procedure=tennyu&procedure=kokuho"))


def test_nothing_ticked_is_told_and_an_answer_is_changed(pages: Callable[..., Page]):
    page = pages("/guide/moving-within", PHONE)
    page.get_by_role("button", name="次へ").click()
    expect(page.get_by_role("alert")).to_be_visible()
    chosen(page, "当てはまらない")
    chosen(page, "運転免許と車がある")
    expect(page.locator(".to-do > li")).to_have_count(3)
    page.get_by_role("link", name=re.compile("^変える.*次のかたは")).click()
    page.get_by_label("75歳以上の人").check()
    page.get_by_role("button", name="次へ").click()
    chosen(page, "どちらもない")
    expect(page.locator(".to-do > li")).to_have_count(2)


def test_a_procedure_is_found_with_a_slip_and_has_a_page(pages: Callable[..., Page]):
    page = pages("/procedures", PHONE)
    page.get_by_label("知りたい手続き").fill("パスポト")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("パスポートの申請")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ぱすぽーとのしんせい")
    expect(page.get_by_role("link", name="この手続きを予約する").first).to_be_visible()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_holds_on_a_small_screen_at_twice_the_size_and_by_keyboard(
    pages: Callable[..., Page], address: str
):
    page = pages(address, PHONE)
    assert 0 < page.evaluate(WEIGHT) <= MOST_BYTES
    serious = [
        one for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")
    ]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in serious] == []
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.evaluate("document.documentElement.style.fontSize = ''")
    stops, reached = page.evaluate(STOPS), {}
    for _ in range(stops + 5):
        page.keyboard.press("Tab")
        at, shown = page.evaluate(AT)
        reached[at] = shown
        if len(reached.keys() - {""}) == stops:
            break
    assert sorted(map(int, reached.keys() - {""})) == list(range(stops))
    assert all(shown for at, shown in reached.items() if at)


def test_the_list_is_printed_without_what_is_pressed(pages: Callable[..., Page], tmp_path: Path):
    page = pages(LIST, PHONE)
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="まとめて予約する")).to_be_hidden()
    expect(page.get_by_text("持ち物（まとめて）")).to_be_visible()
    assert page.pdf(path=str(tmp_path / "list.pdf")).startswith(b"%PDF")


@pytest.mark.parametrize("language", ["やさしい日本語", "English", "中文", "한국어"])
def test_the_language_stays_through_the_guide(pages: Callable[..., Page], language: str):
    page = pages("/guide/birth", PHONE)
    page.get_by_role("link", name=language, exact=True).click()
    tag = page.evaluate("document.documentElement.lang")
    expect(page).to_have_url(re.compile("/guide/birth"))
    before = page.get_by_role("heading", level=1).inner_text()
    page.locator(".choices a").first.click()
    assert page.get_by_role("heading", level=1).inner_text() != before
    assert page.evaluate("document.documentElement.lang") == tag
