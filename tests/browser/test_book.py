"""A resident books, moves and cancels in a browser: by pointer on a telephone, by keyboard at a desk, with large text."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP

Opened = Callable[..., Page]

NARROW = {"width": 360, "height": 740}
MOST_BYTES = 100_000
LARGE = "document.documentElement.style.fontSize = '200%'"
WEIGHT = """() => ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
    .reduce((sum, one) => sum + one.encodedBodySize, 0)"""
"""Bytes of a page with all that it loads, whether from the service or from what the browser keeps."""
WITHOUT_SCRIPTS = {"java_script_enabled": False}


def number(page: Page) -> str:
    return page.locator(".number strong").inner_text()


def to_the_form(page: Page, press: Callable[..., None]) -> None:
    """From the first page to the telephone number; the last of the next free places."""
    press(page.get_by_role("link", name=re.compile("^住民票")).first)
    expect(page.get_by_role("heading", level=1)).to_have_text("日時を選ぶ")
    press(page.locator("section[aria-labelledby=next] button").last)
    expect(page.get_by_role("heading", level=1)).to_have_text("ご連絡先")


def through(page: Page, phone: str, press: Callable[..., None]) -> str:
    """Books, moves and cancels; the booking's number."""
    to_the_form(page, press)
    expect(page.get_by_role("main")).to_contain_text("お取りしておきます")
    page.get_by_label("電話番号").fill(phone)
    press(page.get_by_role("button", name="内容を確かめる"))
    expect(page.get_by_role("main")).to_contain_text("まだ予約していません")
    press(page.get_by_role("button", name="予約する", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("予約できました")
    booked = number(page)
    press(page.get_by_role("link", name="日時を変える"))
    old = page.locator("dl.facts dd").last.inner_text()
    press(page.locator("table.month a").last)
    press(page.locator(".hours button").last)
    expect(page.get_by_role("main")).to_contain_text(old)
    press(page.get_by_role("button", name="この日時に変える"))
    expect(page.get_by_role("heading", level=1)).to_have_text("日時を変えました")
    assert number(page) == booked
    press(page.get_by_role("link", name="取り消す"))
    press(page.get_by_role("button", name="予約を取り消す"))
    expect(page.get_by_role("heading", level=1)).to_have_text("予約を取り消しました")
    return booked


def by_pointer(place) -> None:
    place.click()


def by_keyboard(place) -> None:
    place.focus()
    place.press("Enter")


def test_on_a_narrow_telephone_without_scripts(pages: Opened):
    page = pages("/book", NARROW, **WITHOUT_SCRIPTS)
    assert through(page, "090-1234-2001", by_pointer)


def test_by_keyboard_alone(pages: Opened):
    page = pages("/book", DESKTOP)
    assert through(page, "", by_keyboard)


def test_found_again_by_both_numbers_and_told_when_they_are_wrong(pages: Opened):
    page = pages("/book", NARROW)
    to_the_form(page, by_pointer)
    page.get_by_label("電話番号").fill("090-1234-2002")
    page.get_by_role("button", name="内容を確かめる").click()
    page.get_by_role("button", name="予約する", exact=True).click()
    booked = number(page)
    page.goto("/book/mine")
    page.get_by_label("予約番号").fill(booked)
    page.get_by_label("電話番号").fill("090-1234-9999")
    page.get_by_role("button", name="予約を開く").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("見つかりません")
    page.get_by_label("電話番号").fill("090-1234-2002")
    page.get_by_role("button", name="予約を開く").press("Enter")
    assert number(page) == booked


@pytest.mark.parametrize("viewport", [DESKTOP, NARROW], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_axe_finds_nothing_serious_nothing_sticks_out_and_no_page_is_heavy(
    pages: Opened, viewport: dict[str, int], language: str
):
    page = pages(f"/read-in/{language}?back=/book", viewport, bypass_csp=True)

    def looks_well() -> None:
        page.reload()
        for large in (False, True):
            if large:
                page.evaluate(LARGE)
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        found = Axe().run(page).response["violations"]
        serious = [(one["id"], one["nodes"]) for one in found if one["impact"] in ("serious", "critical")]
        assert serious == []
        assert page.locator("h1").count() == 1
        assert 0 < page.evaluate(WEIGHT) <= MOST_BYTES

    looks_well()
    page.goto("/book?q=" + "%E5%AD%90%E8%82%B2%E3%81%A6")
    looks_well()
    page.goto("/book/when?procedure=juminhyo")
    looks_well()
    page.locator("table.month a").first.click()
    page.wait_for_url("**/book/when?*day=*")
    looks_well()
    page.locator(".hours button").last.click()
    page.wait_for_url("**/book/you?*")
    looks_well()
    page.locator("form button.main").click()
    expect(page.locator("form[action='/book/confirm']")).to_be_visible()
    assert [
        one["id"]
        for one in Axe().run(page).response["violations"]
        if one["impact"] in ("serious", "critical")
    ] == []
    page.locator("form[action='/book/confirm'] button").click()
    page.wait_for_url("**/book/mine/*")
    expect(page.locator(".qr")).to_be_visible()
    looks_well()
    own = page.url.partition("?")[0]
    for address in (f"{own}/move", f"{own}/cancel", "/book/mine"):
        page.goto(address)
        looks_well()


def test_large_text_leaves_all_to_be_pressed(pages: Opened):
    page = pages("/book", NARROW)
    page.evaluate(LARGE)
    page.get_by_role("link", name=re.compile("^住民票")).first.click()
    page.wait_for_url("**/book/when?*")
    page.evaluate(LARGE)
    page.locator("table.month a").first.click()
    page.wait_for_url("**/book/when?*day=*")
    page.evaluate(LARGE)
    page.locator(".hours button").first.click()
    page.wait_for_url("**/book/you?*")
    page.evaluate(LARGE)
    for place in page.locator("main button, main input:not([type=hidden])").all():
        box = place.bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["x"] + box["width"] <= NARROW["width"]
