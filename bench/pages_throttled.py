"""How long the first page takes in Chromium over a slow line: 1.6 Mbit/s and 150 ms there and back ("slow 4G"), nothing in its cache.

Chromium slows down each answer; a connection it makes at once, as the service is on the same machine. What a new connection with TLS 1.3
costs besides, one round trip for each of the two, is added.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bench.pages_service import Running
from bench.table import Row

BITS_DOWN, BITS_UP, ROUND_TRIP_MS = 1_600_000, 750_000, 150
CONNECTING_MS = 2 * ROUND_TRIP_MS
GOAL_MS = 1_000
TIMES = 7
PATIENCE_MS = 120_000
PHONE: ViewportSize = {"width": 390, "height": 844}
KIOSK: ViewportSize = {"width": 1080, "height": 1920}

PAGES = ("/book", "/guide", "/kiosk")

_MEASURED = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const files = performance.getEntriesByType("resource");
  const [painted] = performance.getEntriesByName("first-contentful-paint");
  return {
    painted: painted ? painted.startTime : page.loadEventEnd,
    loaded: page.loadEventEnd,
    files: 1 + files.length,
    bytes: [page, ...files].reduce((sum, one) => sum + one.transferSize, 0),
    waiting: files.filter((one) => one.renderBlockingStatus === "blocking").length,
  };
}"""


@dataclass(frozen=True, slots=True)
class Opened:
    """Once, with an empty cache; milliseconds from the beginning of the navigation."""

    painted: float
    """The first words are seen."""
    loaded: float
    files: int
    bytes: int
    waiting: int
    """Files without which nothing is shown."""


def rows(service: Running) -> Iterator[Row]:
    path = shutil.which("chromium")
    if path is None:
        yield Row("first page over a slow line", "-", "not measured: apt-get install chromium")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            for address in PAGES:
                _opened(browser, service, address, slow=False)  # what a service makes once
                quick = [_opened(browser, service, address, slow=False) for _ in range(TIMES)]
                yield _row(address, quick, [_opened(browser, service, address) for _ in range(TIMES)])
        finally:
            browser.close()


def _row(address: str, quick: list[Opened], opened: list[Opened]) -> Row:
    """Judged by the median: the machine may not be quiet."""
    painted = median(one.painted for one in opened) + CONNECTING_MS
    loaded = median(one.loaded for one in opened) + CONNECTING_MS
    slowest = max(one.loaded for one in opened) + CONNECTING_MS
    one = opened[0]
    measured = (
        f"{loaded:.0f} ms (first words {painted:.0f}, slowest of {len(opened)} {slowest:.0f}); {one.files} files,"
        f" {one.waiting} waited for, {one.bytes / 1024:.1f} kB; {median(one.loaded for one in quick):.0f} ms on the machine itself"
    )
    return Row(f"first page over a slow line: {address}", f"<= {GOAL_MS} ms", measured, loaded <= GOAL_MS)


def _opened(browser: Browser, service: Running, address: str, *, slow: bool = True) -> Opened:
    context = browser.new_context(
        base_url=service.url, viewport=KIOSK if address == "/kiosk" else PHONE, locale="ja-JP"
    )
    try:
        if address == "/kiosk":
            cookie = {"name": "voicebot_kiosk", "value": service.kiosk, "url": service.url}
            context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        if slow:
            _slow(page)
        page.goto(address, wait_until="load")
        page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length > 0")
        return Opened(**page.evaluate(_MEASURED))
    finally:
        context.close()


def _slow(page: Page) -> None:
    line = {"offline": False, "latency": ROUND_TRIP_MS}
    line |= {"downloadThroughput": BITS_DOWN // 8, "uploadThroughput": BITS_UP // 8}
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", line)
