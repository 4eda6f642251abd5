"""The first page, the documents, the languages, and what every page has."""

from pathlib import Path

import pytest

from tests.console.conftest import Browser, signed_in
from voicebot.console.pages.documents import names
from voicebot.console.roles import Role


def test_the_first_page_says_what_this_is_and_that_calls_can_be_taken(browser: Browser):
    page = browser.get("/")
    assert page.status_code == 200
    assert '<html lang="ja">' in page.text
    assert "電話を受けられます。" in page.text
    assert "ただいま0件の通話中です。" in page.text
    for address in ('href="/console"', 'href="/docs"', 'href="#main"'):
        assert address in page.text


def test_the_first_page_says_that_no_calls_can_be_taken_while_the_service_goes_down(browser: Browser):
    browser.service.closing = True
    page = browser.get("/")
    assert "今は電話を受けられません。" in page.text
    assert "going down" in page.text


def test_without_its_database_the_first_page_still_answers_and_says_so(browser: Browser, path: Path):
    signed_in(browser, Role.VIEWER)
    for file in path.parent.glob("calendar.db*"):
        file.unlink()
    page = browser.get("/")
    assert (page.status_code, "今は電話を受けられません。" in page.text) == (200, True)
    away = browser.get("/console")
    assert away.status_code == 503
    assert "予約のデータベースが使えません" in away.text


def test_a_browser_keeps_the_language_that_was_chosen(browser: Browser):
    chosen = browser.get("/language/en?back=/docs")
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/docs")
    page = browser.get("/")
    assert '<html lang="en">' in page.text
    assert "Calls can be taken." in page.text
    assert browser.get("/language/ja").headers["location"] == "/"
    assert '<html lang="ja">' in browser.get("/").text


def test_there_is_no_other_language(browser: Browser):
    assert browser.get("/language/fr").status_code == 404
    browser.client.cookies.set("voicebot_language", "../../etc", domain="city.test")
    assert '<html lang="ja">' in browser.get("/").text


@pytest.mark.parametrize(
    "back",
    ["//evil.test/", "/\\evil.test", "https://evil.test/", "evil", "", "/a\r\nSet-Cookie: x=1", "/\t/evil"],
)
def test_nobody_is_sent_to_another_site(browser: Browser, back: str):
    answer = browser.client.get("/language/en", params={"back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"
    assert "x=1" not in str(answer.headers)


@pytest.mark.parametrize("name", names())
def test_every_document_is_a_page(browser: Browser, name: str):
    page = browser.get(f"/docs/{name}")
    assert page.status_code == 200
    assert "<h1>" in page.text
    assert '.md"' not in page.text


@pytest.mark.parametrize("name", ["nothing", "..%2FREADME", "%2e%2e/README", "console.md"])
def test_nothing_but_documents_is_shown(browser: Browser, name: str):
    assert browser.get(f"/docs/{name}").status_code == 404


def test_an_address_there_is_not_is_a_page_for_people_and_a_line_for_programs(browser: Browser):
    page = browser.get("/console/nowhere/<script>")
    assert page.status_code == 404
    assert "ページがありません" in page.text
    assert "<script>" not in page.text
    line = browser.client.get("/nowhere")
    assert (line.status_code, line.text) == (404, "Not Found\n")


def test_every_page_forbids_what_comes_from_elsewhere_and_is_kept_nowhere(browser: Browser):
    for address in ("/", "/sign-in", "/nowhere", "/console"):
        headers = browser.get(address).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_the_style_sheet_is_kept_as_long_as_it_does_not_change(browser: Browser):
    address = browser.get("/").text.split('rel="stylesheet" href="')[1].split('"')[0]
    sheet = browser.client.get(address)
    assert sheet.status_code == 200
    assert sheet.headers["content-type"].startswith("text/css")
    assert "immutable" in sheet.headers["cache-control"]
    assert browser.client.get("/static/style.css").headers["cache-control"] == "no-cache"
    assert browser.client.get("/static/../words.py").status_code == 404
    assert browser.client.get("/static/%2e%2e/words.py").status_code == 404


def test_files_are_compressed_and_pages_with_a_secret_are_not(browser: Browser):
    page = browser.get("/sign-in", **{"Accept-Encoding": "gzip"})
    assert "content-encoding" not in page.headers
    address = page.text.split('rel="stylesheet" href="')[1].split('"')[0]
    sheet = browser.client.get(address, headers={"Accept-Encoding": "gzip"})
    assert sheet.headers["content-encoding"] == "gzip"
    assert 2 * int(sheet.headers["content-length"]) < len(sheet.content)
    plain = browser.client.get(address, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == sheet.content
