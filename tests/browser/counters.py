"""Those who look at the same office: devices with keys, staff at a desk, people on their telephones."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PATIENCE_MS, signs_in, watch
from voicebot.console.roles import Role

KIOSK, WALL = {"width": 1080, "height": 1920}, {"width": 1920, "height": 1080}
DEVICES = "/console/settings/devices"
TICKET = re.compile("/kiosk/ticket/")


@dataclass
class House:
    """All who look at the same office, each in a browser of their own."""

    browser: Browser
    address: str
    faults: list[str] = field(default_factory=list)

    def page(self, viewport: dict[str, int], watched: bool = True, **options: object) -> Page:
        context = self.browser.new_context(
            base_url=self.address, viewport=viewport, locale="ja-JP", bypass_csp=True, **options
        )
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        if watched:
            watch(page, self.faults)
        return page

    def staff(self, role: Role, back: str) -> Page:
        page = self.page(DESKTOP)
        signs_in(page, role, back)
        return page

    def device(self, kind: str, viewport: dict[str, int], watched: bool = True, **options: object) -> Page:
        """With a key that an administrator makes on the page."""
        chief = self.staff(Role.ADMINISTRATOR, DEVICES)
        chief.locator(f"input[value={kind}]").check()
        chief.get_by_label("置く場所").fill("1階 正面入口")
        chief.get_by_role("button", name="鍵を作る").click()
        address = chief.locator("#key").inner_text()
        chief.context.close()
        page = self.page(viewport, watched, **options)
        page.goto(address)
        return page


def to_the_desk(staff: Page, number: int) -> None:
    """By keyboard alone."""
    staff.goto("/desk")
    staff.locator("input[name=counter][value=shomei]").focus()
    staff.keyboard.press("Space")
    staff.keyboard.press("Tab")
    staff.keyboard.type(str(number))
    staff.keyboard.press("Enter")
    expect(staff).to_have_url(re.compile(f"/shomei/{number}$"))


def draws(kiosk: Page, press: Callable[[str], None]) -> tuple[str, str]:
    """The number, and where it is followed."""
    kiosk.goto("/kiosk")
    press("a[href='/kiosk/take?procedure=juminhyo']")
    press("form[action='/kiosk/take'] button")
    expect(kiosk).to_have_url(TICKET)
    return kiosk.locator(".number strong").inner_text(), f"/t/{kiosk.url.rpartition('/')[2]}"


def presses(staff: Page, key: str) -> None:
    with staff.expect_navigation():
        staff.keyboard.press(key)
