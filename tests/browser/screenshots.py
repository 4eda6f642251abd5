"""Pictures of every page into docs/console: `make screenshots`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, chromium, signs_in
from tests.browser.counters import KIOSK, WALL, House, draws, presses, to_the_desk
from tests.browser.dialling import card_of, plays
from tests.browser.house import AUDIO, ROOT, furnished, phoned, running
from tests.browser.sites import SITES, address
from voicebot.console.roles import Role
from voicebot.telephony.caller import Pace

INTO = ROOT / "docs" / "console"
TALLEST = 2_000
QUALITY = 60
"""Of a JPEG: half the size of a PNG, and every word can be read."""
WIDTHS = {"": DESKTOP, "-phone": PHONE}


def main() -> None:
    with TemporaryDirectory() as folder:
        furnished(Path(folder))
        with (
            running(Path(folder)) as service,
            chromium("--lang=ja", "--autoplay-policy=no-user-gesture-required") as browser,
        ):
            call = phoned(service, Pace.REALTIME)
            INTO.mkdir(exist_ok=True)
            for old in INTO.glob("*.jpg"):
                old.unlink()
            page = browser.new_context(base_url=service, locale="ja-JP").new_page()
            signs_in(page, Role.ADMINISTRATOR)
            for name in SITES:
                page.goto(address(name, call))
                _pictures(page, name)
            page.goto("/phone")
            plays(page, "090-1234-1111", [AUDIO / f"slot_by_slot_{number}.wav" for number in (1, 2, 3, 4)])
            page.get_by_role("button", name="電話をかける").press("Enter")
            card_of(page)
            _pictures(page, "phone_booked")
            counters(browser, service)
    print(f"{len(list(INTO.glob('*.jpg')))} pictures in {INTO}")


def counters(browser: Browser, service: str) -> None:
    """One who walks in and one who has booked, on every screen that they see."""
    house = House(browser, service)
    kiosk, lobby = house.device("kiosk", KIOSK), house.device("lobby", WALL)
    staff = house.staff(Role.CLERK, "/desk")
    to_the_desk(staff, 1)
    _picture(kiosk, "kiosk")
    for _ in range(3):
        _, follows = draws(kiosk, kiosk.click)
        _picture(kiosk, "kiosk_ticket")
    for name, path in (("kiosk_take", "/kiosk/take?procedure=tennyu"), ("kiosk_check_in", "/kiosk/check-in")):
        kiosk.goto(path)
        _picture(kiosk, name)
    presses(staff, "n")
    expect(lobby.locator(".called li strong")).to_be_visible()
    _picture(lobby, "lobby")
    _picture(staff, "desk_called")
    phone = house.page(PHONE)
    phone.goto(follows)
    _picture(phone, "ticket-phone")


def _picture(page: Page, name: str) -> None:
    """At the page's own size."""
    page.screenshot(path=INTO / f"{name}.jpg", type="jpeg", quality=QUALITY)


def _pictures(page: Page, name: str) -> None:
    for suffix, viewport in WIDTHS.items():
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        clip = {"x": 0, "y": 0, "width": viewport["width"], "height": height}
        path = INTO / f"{name}{suffix}.jpg"
        page.screenshot(path=path, type="jpeg", quality=QUALITY, full_page=True, clip=clip)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
