"""The guide by life event, as a resident goes through it: links and plain forms, no script."""

import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import yaml
from httpx2 import Response

from calendar_backend import DEMO_OFFICE, OfficeFile, load_into, load_office
from calendar_backend.life_event import LifeEvent, Step
from tests import guide as families
from tests.calendar_backend.small_office import small_office
from tests.console.conftest import Browser

FAMILIES: list[dict[str, Any]] = yaml.safe_load(
    (Path(families.__file__).parent / "families.yaml").read_text("utf-8")
)
LANGUAGES = ("ja", "easy", "en", "zh", "ko")
DEMO = "kokurakita-shimin"


@pytest.fixture(scope="module")
def office() -> OfficeFile:
    return load_office(DEMO_OFFICE)


@pytest.fixture
def demo(browser: Browser, office: OfficeFile) -> OfficeFile:
    load_into(browser.service.engine, office)
    return office


def links(page: Response) -> list[str]:
    return [unescape(one) for one in re.findall(r'<a [^>]*?href="([^"]+)"', page.text)]


def answers(browser: Browser, family: dict[str, Any]) -> Response:
    """Goes from page to page by what stands on them."""
    page = browser.get(f"/guide/{family['event']}?office={DEMO}")
    for _ in range(5):
        ticks = re.findall(r'type="checkbox" name="([a-z]+)"', page.text)
        if ticks:
            said = family["answers"][ticks[0]]
            hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page.text)
            sent = [*hidden, *((ticks[0], one) for one in said)]
            none = next((one for one in links(page) if one.endswith(f"{ticks[0]}=none")), "")
            page = browser.get(f"/guide/{family['event']}?{urlencode(sent)}" if said else none)
            continue
        here = [one for one in links(page) if one.startswith("/guide/")]
        choice = [one for one in here if _last(one)[1] in family["answers"].get(_last(one)[0], ())]
        if 'class="to-do"' in page.text or not choice:
            break
        page = browser.get(choice[0])
    assert page.status_code == 200
    return page


def _last(address: str) -> tuple[str, str]:
    last = urlsplit(address).query.rpartition("&")[2]
    name, _, value = last.partition("=")
    return name, value


def steps(page: Response) -> list[str]:
    """As the families have them."""
    found = []
    for item in re.findall(r"<li>\s*<h2>(.*?)</li>", re.sub(r"\s+", " ", page.text)):
        if own := re.search(rf'href="/procedures/{DEMO}/([a-z-]+)"', item):
            found.append(own[1])
        else:
            where = re.search(r"<dd>(.*?)</dd>", item)
            assert where
            found.append(f"{item.split('<span')[0].strip()} → {where[1].strip()}")
    return found


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["id"])
def test_the_pages_lead_a_family_to_its_list_and_to_one_visit(browser: Browser, family: dict[str, Any]):
    page = answers(browser, family)
    assert steps(page) == family["list"]
    (book,) = [one for one in links(page) if one.startswith("/book/when?")]
    assert parse_qs(urlsplit(book).query)["procedure"] == family["visit"]
    assert browser.get(book).status_code == 200


def test_the_list_tells_counter_floor_deadline_and_each_thing_to_bring_once(
    browser: Browser, demo: OfficeFile
):
    page = browser.get(f"/guide/moving-in?office={DEMO}&family=kokuho&family=over75&car=none").text
    for words in ("住民異動窓口", "1階", "2階", "引っ越してから14日以内", "約30分"):
        assert words in page
    assert page.count("<li>本人確認書類</li>") == 1
    assert all(one.text in page for one in demo.procedures[0].bring)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_it_all(browser: Browser, office: OfficeFile, language: str):
    browser.get(f"/read-in/{language}?back=/guide")
    event = office.guide[0]
    told = event.name if language == "ja" else event.translation(language)
    assert told
    assert told in unescape(browser.get("/guide").text)
    asked = browser.get(f"/guide/moving-in?office={DEMO}").text
    choice = event.questions[0].choices[0]
    assert (choice.text if language == "ja" else choice.translation(language) or "") in unescape(asked)
    page = browser.get(f"/guide/moving-in?office={DEMO}&family=kokuho&car=car")
    assert "転入届" in page.text
    assert ("てんにゅうとどけ" in page.text) == (language != "ja")


@pytest.mark.usefixtures("demo")
def test_a_form_without_a_tick_is_asked_again_and_loses_nothing(browser: Browser):
    page = browser.get(f"/guide/marriage?office={DEMO}&name=yes&address=within&kokuho=no&ticked=has")
    assert 'role="alert"' in page.text
    assert 'name="address" value="within"' in page.text


@pytest.mark.usefixtures("demo")
def test_an_answer_is_changed_from_where_it_was_asked(browser: Browser):
    page = browser.get(f"/guide/birth?office={DEMO}&insurance=kokuho&nursery=yes&single=no&servant=no")
    assert f"/guide/birth?office={DEMO}&insurance=kokuho" in links(page)
    assert f"/guide/birth?office={DEMO}" in links(page)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    "address",
    [
        "family=<script>alert(1)</script>",
        "car=car&car=none&family=none",
        "family=" + "x" * 5000,
        "family=%00&car=%ff",
        "nonsense=1",
    ],
)
def test_nonsense_in_the_address_answers_nothing(browser: Browser, address: str):
    page = browser.get(f"/guide/moving-in?office={DEMO}&{address}")
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "質問" in page.text


@pytest.mark.usefixtures("demo")
def test_what_there_is_not_is_said(browser: Browser):
    assert browser.get("/guide/winning-the-lottery").status_code == 404
    assert browser.get("/guide/birth?office=atlantis").status_code == 404


def test_an_office_without_a_guide_says_so(browser: Browser):
    assert "まだありません" in browser.get("/guide").text


def test_of_several_offices_the_ward_is_asked_first(browser: Browser, demo: OfficeFile):
    second = demo.model_copy(update={"id": "moji", "name": "門司区役所 市民課", "called": ()})
    load_into(browser.service.engine, second)
    page = browser.get("/guide/birth")
    assert "/guide/birth?office=moji" in links(page)
    assert f"/guide/birth?office={DEMO}" in links(page)
    assert "門司区役所" in page.text


def test_more_than_one_visit_may_have_is_booked_in_parts(browser: Browser):
    known = small_office().procedures[0]
    many = [known.model_copy(update={"id": f"p{n}", "name": f"名{n}"}) for n in range(12)]
    event = LifeEvent(
        id="all", name="全部", reading="ぜんぶ", steps=tuple(Step(procedure=one.id) for one in many)
    )
    load_into(browser.service.engine, small_office(procedures=tuple(many), guide=(event,)))
    booking = [one for one in links(browser.get("/guide/all")) if one.startswith("/book/when?")]
    assert [len(parse_qs(urlsplit(one).query)["procedure"]) for one in booking] == [10, 2]


@pytest.mark.usefixtures("demo")
def test_a_page_weighs_little(browser: Browser):
    pages = ["/guide", f"/guide/moving-in?office={DEMO}", "/procedures"]
    pages.append(
        f"/guide/moving-in?office={DEMO}&family=kokuho&family=small&family=pupil&nursery=yes&car=car"
    )
    for address in pages:
        page = browser.get(address)
        files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
        assert len(page.content) + sum(len(browser.get(one).content) for one in files) < 100_000
