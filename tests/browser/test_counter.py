"""At the entrance, at the desk, on the wall and on a telephone: one walks in and is served; a typhoon closes the day."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PHONE, chromium
from tests.browser.counters import KIOSK, TICKET, WALL, House, draws, presses, to_the_desk
from tests.browser.house import NOW
from tests.browser.sites import OFFICE
from voicebot.console.roles import Role

MOST_BYTES = 100_000
LARGE = "document.documentElement.style.fontSize = '200%'"
WEIGHT = """() => ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
    .filter(one => !one.name.includes('/said/')).reduce((sum, one) => sum + one.encodedBodySize, 0)"""


@pytest.fixture(scope="module")
def house(service: str) -> Iterator[House]:
    with chromium("--autoplay-policy=no-user-gesture-required") as browser:
        made = House(browser, service)
        yield made
    assert made.faults == []


def clear(staff: Page) -> None:
    """Serves all who wait."""
    while staff.locator(".queue strong").count() or staff.locator(".figure").count():
        presses(staff, "n") if not staff.locator(".figure").count() else presses(staff, "d")


def test_one_walks_in_is_called_and_served(house: House):
    kiosk = house.device("kiosk", KIOSK, has_touch=True)
    lobby = house.device("lobby", WALL)
    staff = house.staff(Role.COUNTER, "/desk")
    to_the_desk(staff, 3)
    clear(staff)
    number, address = draws(kiosk, kiosk.tap)
    expect(kiosk.locator("svg.qr")).to_be_visible()
    phone = house.page(PHONE)
    phone.goto(address)
    expect(phone.get_by_role("main")).to_contain_text("前に待っている方")
    expect(staff.locator(".queue strong")).to_have_text(number)
    with lobby.expect_response(re.compile("/lobby/said/")) as heard:
        presses(staff, "n")
        expect(lobby.locator(".called li strong")).to_have_text(number)
    assert heard.value.headers["content-type"] == "audio/wav"
    expect(lobby.locator(".called li").first).to_contain_text("3番窓口")
    expect(phone.get_by_role("status")).to_contain_text("3番窓口")
    with lobby.expect_response(re.compile("/lobby/said/")):
        presses(staff, "r")
    presses(staff, "s")
    expect(lobby.locator(".called li.none")).to_be_visible()
    expect(phone.get_by_role("status")).to_contain_text("うけたまわって")
    presses(staff, "d")
    expect(phone.get_by_role("status")).to_contain_text("終わりました")
    expect(staff.get_by_role("main")).to_contain_text("だれも呼んでいません")
    presses(staff, "c")


def test_a_lost_network_is_told_at_once_and_gives_no_number_twice(house: House):
    kiosk = house.device("kiosk", KIOSK, watched=False, has_touch=True)
    first, _ = draws(kiosk, kiosk.tap)
    kiosk.goto("/kiosk/take?procedure=juminhyo")
    kiosk.context.set_offline(True)
    expect(kiosk.get_by_role("alert")).to_contain_text("通信が切れています")
    kiosk.tap("form[action='/kiosk/take'] button")
    kiosk.context.set_offline(False)
    expect(kiosk).to_have_url(TICKET)
    assert int(kiosk.locator(".number strong").inner_text()) == int(first) + 1
    kiosk.goto("/kiosk/take?procedure=juminhyo")
    lost: list[int] = []

    def lose_the_answer(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch(max_redirects=0).status)
            route.abort()
        else:
            route.continue_()

    kiosk.route("**/kiosk/take", lose_the_answer)
    kiosk.tap("form[action='/kiosk/take'] button")
    expect(kiosk.get_by_role("alert")).to_contain_text("通信が切れています")
    expect(kiosk).to_have_url(TICKET)
    assert lost == [303]
    assert int(kiosk.locator(".number strong").inner_text()) == int(first) + 2


def test_a_typhoon_closes_the_day_and_all_are_told(house: House):
    kiosk = house.device("kiosk", KIOSK, has_touch=True)
    lobby = house.device("lobby", WALL)
    staff = house.staff(Role.COUNTER, "/desk")
    to_the_desk(staff, 4)
    _, address = draws(kiosk, kiosk.tap)
    phone = house.page(PHONE)
    phone.goto(address)
    kiosk.tap("a[href='/kiosk']")
    expect(kiosk).to_have_url(re.compile("/kiosk$"))
    clerk = house.staff(Role.CLERK, f"{OFFICE}/close")
    clerk.locator("input[name=first]").fill(f"{NOW:%Y-%m-%d}")
    clerk.locator("select[name=reason]").select_option("台風")
    clerk.locator("main button[value=check], main form button.main").first.click()
    clerk.locator("button[value=save]").first.click()
    expect(clerk).to_have_url(re.compile("/to-phone"))
    for page in (kiosk, lobby, staff, phone):
        expect(page.locator("[data-live]")).to_contain_text("台風")
    expect(kiosk.locator("a[href^='/kiosk/take']")).to_have_count(0)
    for page in (kiosk, lobby, staff, phone):
        looks_well(page)
    clerk.goto(f"{OFFICE}/close")
    clerk.locator("form[action$='/reopen'] button").first.click()
    expect(phone.get_by_role("status")).to_contain_text("お待ちください")
    expect(kiosk.locator("a[href^='/kiosk/take']").first).to_be_visible()
    clear(staff)
    presses(staff, "c")


def test_a_kiosk_works_without_scripts(house: House):
    kiosk = house.device("kiosk", KIOSK, java_script_enabled=False)
    number, _ = draws(kiosk, kiosk.click)
    assert int(number) > 0
    kiosk.goto("/kiosk/check-in")
    for digit in "1234":
        kiosk.get_by_role("button", name=digit, exact=True).click()
    expect(kiosk.locator("#typed")).to_have_value("1234")


def test_a_kiosk_that_nobody_touches_goes_back_to_the_first_page(house: House):
    kiosk = house.page(KIOSK)
    kiosk.clock.install()
    key = house.device("kiosk", KIOSK)
    kiosk.context.add_cookies(key.context.cookies())
    kiosk.goto("/read-in/en?back=/kiosk/check-in")
    expect(kiosk.get_by_role("heading", level=1)).to_have_text("Check in with your booking")
    kiosk.clock.run_for(80_000)
    expect(kiosk.locator("[data-soon]")).to_be_visible()
    kiosk.clock.run_for(15_000)
    expect(kiosk).to_have_url(re.compile("/kiosk$"))
    expect(kiosk.get_by_role("heading", level=1)).to_contain_text("受付")


def looks_well(page: Page, weight: bool = True) -> None:
    found = Axe().run(page).response["violations"]
    serious = [
        (one["id"], [node["html"] for node in one["nodes"]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []
    assert page.locator("h1").count() == 1
    width = page.viewport_size["width"]  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not weight or 0 < page.evaluate(WEIGHT) <= MOST_BYTES


def test_axe_finds_nothing_serious_nothing_sticks_out_and_no_page_is_heavy(house: House):
    kiosk, lobby = house.device("kiosk", KIOSK), house.device("lobby", WALL)
    staff = house.staff(Role.COUNTER, "/desk")
    looks_well(staff)
    to_the_desk(staff, 5)
    _, address = draws(kiosk, kiosk.click)
    looks_well(kiosk)
    presses(staff, "n")
    looks_well(staff)
    presses(staff, "t")
    looks_well(staff)
    looks_well(lobby)
    assert lobby.evaluate("document.documentElement.scrollHeight") <= WALL["height"]
    presses(staff, "b")
    presses(staff, "d")
    clear(staff)
    presses(staff, "c")
    for path in (
        "/kiosk",
        "/kiosk/found?q=%E5%AD%90%E8%82%B2%E3%81%A6",
        "/kiosk/check-in",
        "/kiosk/check-in?by=phone",
    ):
        kiosk.goto(path)
        looks_well(kiosk)
    phone = house.page(PHONE)
    for language in ("ja", "en"):
        phone.goto(f"/read-in/{language}?back={address}")
        looks_well(phone)
        phone.evaluate(LARGE)
        assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
