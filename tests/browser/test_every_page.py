"""What holds on every page, at the width of a desk and of a telephone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from starlette.routing import compile_path

from tests.browser.conftest import DESKTOP, PHONE, chromium, signs_in, watch
from tests.browser.sites import FILES, SITES, WALKED, address
from voicebot.console import page as declared
from voicebot.console.roles import Role
from voicebot.console.routes import PAGES
from voicebot.telephony.caller import CallResult

_ALL = """[...document.querySelectorAll('a[href], button, input, select, textarea, summary, audio[controls], [tabindex="0"]')]
    .filter(one => !one.disabled && one.tabIndex >= 0 && one.type !== 'hidden' && one.checkVisibility({visibilityProperty: true})
        && (one.type !== 'radio' || one === (document.querySelector(`input[name="${one.name}"]:checked`) ?? document.querySelector(`input[name="${one.name}"]`))))"""

STOPS = f"() => {_ALL}.length"
"""How many there are that must be reached. Of radio buttons that belong together one is (the chosen or the first), the others by arrows."""

AT = f"""() => {{ const one = document.activeElement, style = getComputedStyle(one), at = {_ALL}.indexOf(one);
    return [at < 0 ? '' : String(at), style.outlineStyle !== 'none' || style.boxShadow !== 'none']; }}"""
"""Which of them has the focus, counted at that moment: what is live may have put another in its place."""


@pytest.fixture(scope="module")
def desk(service: str) -> Iterator[Page]:
    """An administrator's browser, which also runs scripts that the pages do not know."""
    faults: list[str] = []
    with chromium() as browser:
        context = browser.new_context(base_url=service, bypass_csp=True, locale="ja-JP")
        page = context.new_page()
        watch(page, faults)
        signs_in(page, Role.ADMINISTRATOR)
        yield page
    assert faults == []


def test_no_page_is_left_out():
    paths = [one.path for one in PAGES if isinstance(one, declared.Page) and one.method == "GET"]
    sites = [address.partition("?")[0] for address in SITES.values()]
    left = [path for path in paths if not any(compile_path(path)[0].match(site) for site in sites)]
    assert sorted(left) == sorted((*FILES, *WALKED))


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", SITES)
def test_axe_finds_nothing_serious_and_nothing_sticks_out(
    desk: Page, call: CallResult, name: str, viewport: dict[str, int]
):
    desk.set_viewport_size(viewport)  # type: ignore[arg-type]
    desk.goto(address(name, call))
    found = Axe().run(desk).response["violations"]
    serious = [
        (one["id"], [node["html"] for node in one["nodes"]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []
    assert desk.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert desk.locator("h1").count() == 1


@pytest.mark.parametrize("name", SITES)
def test_the_tab_key_reaches_all_there_is_and_shows_where_it_is(desk: Page, call: CallResult, name: str):
    desk.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    desk.goto(address(name, call))
    stops = desk.evaluate(STOPS)
    reached: dict[str, bool] = {}
    for _ in range(2 * stops + 20):
        desk.keyboard.press("Tab")
        at, shown = desk.evaluate(AT)
        reached[at] = shown or reached.get(at, False)  # a date's parts are stops of their own inside it
        if len(reached.keys() - {""}) == stops:
            break
    assert sorted(map(int, reached.keys() - {""})) == list(range(stops))
    assert [at for at, shown in reached.items() if at and not shown] == []
