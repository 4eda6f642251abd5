"""The list of calls: filters, pages, what a viewer sees of it, and calls under way."""

from datetime import timedelta
from typing import Any

import pytest

from tests.calendar_backend.small_office import NOW
from tests.console.conftest import Browser, signed_in
from voicebot.archive import findings, index
from voicebot.archive.summary import Summary
from voicebot.console.roles import Role
from voicebot.database import writing


def put(browser: Browser, number: int, days: int = 0, **changes: Any) -> None:
    began = NOW - timedelta(days=days, seconds=number)
    values: dict[str, Any] = {
        "folder": f"{began:%Y-%m-%d}/CA{number}",
        "sid": f"CA{number}",
        "began": began,
        "ended": began + timedelta(seconds=95),
        "outcome": "booked",
        "office": "small",
        "procedures": ("short",),
        "caller": "＊＊＊34",
        "confidence": 0.9,
        "silences": 0,
        "transfers": 0,
        "booking": "",
        "turns": 3,
        "first_words": "住民票をお願いします",
        "text": "住民票をお願いします",
    }
    with writing(browser.service.engine) as connection:
        index.put(connection, Summary(**values | changes))


def sids(browser: Browser, query: str = "") -> list[int]:
    """The numbers of the calls that are listed."""
    text = browser.get(f"/console/calls?{query}").text
    return [int(part.split('"')[0].rpartition("CA")[2]) for part in text.split('href="/console/calls/20')[1:]]


@pytest.fixture
def operator(browser: Browser) -> Browser:
    signed_in(browser, Role.OPERATOR)
    put(browser, 1)
    put(browser, 2, days=1, outcome="abandoned", silences=3, procedures=())
    put(browser, 3, days=2, outcome="transferred", confidence=0.2, office="far", text="転入のことです")
    put(browser, 4, days=3, outcome="", procedures=("long", "both"), text="093の555の1234")
    with writing(browser.service.engine) as connection:
        findings.add_label(connection, "2026-11-23/CA2", "misheard", "hana", NOW)
    return browser


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [1, 2, 3, 4]),
        ("outcome=abandoned", [2]),
        ("outcome=unfinished", [4]),
        ("outcome=live", [1, 2, 3, 4]),
        ("office=far", [3]),
        ("procedure=both", [4]),
        ("procedure=bot", []),
        ("low=1", [3]),
        ("silent=1", [2]),
        ("label=misheard", [2]),
        ("label=noisy", []),
        ("from=2026-11-23", [1, 2]),
        ("to=2026-11-22", [3, 4]),
        ("from=2026-11-22&to=2026-11-23", [2, 3]),
        ("from=2026-11-23&to=2026-11-22", [2, 3]),
        ("from=2026-02-30", [1, 2, 3, 4]),
        ("from=0001-01-01&to=9999-12-31", [1, 2, 3, 4]),
        ("to=2999-12-31", [1, 2, 3, 4]),
        ("q=転入", [3]),
        ("q=093 555 1234", [4]),
        ("q=093の555", [4]),
        ("q=0935559999", []),
        ("q=%00", [1, 2, 3, 4]),
        ("q=" + "あ" * 3000, []),
        ('q=" OR 1=1 --', []),
        ("state=live", []),
        ("state=ended&outcome=booked", [1]),
        ("before=x", [1, 2, 3, 4]),
        ("before=99999999999999999999", [1, 2, 3, 4]),
        ("outcome='; drop table calls", [1, 2, 3, 4]),
    ],
)
def test_the_address_says_which_calls_are_listed(operator: Browser, query: str, found: list[int]):
    assert sids(operator, query) == found


def test_a_row_says_what_there_is_to_know(operator: Browser):
    page = operator.get("/console/calls").text
    row = page.split("CA2")[1].split("</tr>")[0]
    for text in ("予約せずに終わった", "1分35秒", "無言3回", "聞き間違い"):
        assert text in row
    assert "自信がない" in page.split("CA3")[1].split("</tr>")[0]
    assert "終わりの記録なし" in page.split("CA4")[1].split("</tr>")[0]
    assert "4件" in page


def test_what_was_chosen_stays_chosen(operator: Browser):
    page = operator.get("/console/calls?outcome=booked&q=住民票&silent=1").text
    assert '<option value="booked" selected>' in page
    assert 'value="住民票"' in page
    assert "checked" in page


def test_the_list_goes_back_page_by_page(browser: Browser):
    signed_in(browser, Role.VIEWER)
    for number in range(120):
        put(browser, number, outcome="booked" if number % 2 else "failed")
    seen: list[int] = []
    query = "outcome=booked"
    while query:
        page = browser.get(f"/console/calls?{query}").text
        seen += sids(browser, query)
        query = (
            page.split('class="pager"><a href="?')[1].split('"')[0].replace("&amp;", "&")
            if "before=" in page
            else ""
        )
    assert seen == [number for number in range(120) if number % 2]


def test_a_day_that_cannot_be_read_is_told(operator: Browser):
    assert "日付が読めない" in operator.get("/console/calls?from=昨日").text


def test_hostile_words_are_text(browser: Browser):
    signed_in(browser, Role.CLERK)
    hostile = "<script>alert(1)</script>\u202e=1+1"
    put(browser, 1, first_words=hostile, office=hostile, procedures=("<b>",), outcome="<i>x</i>", sid="CA1")
    page = browser.get("/console/calls").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "<b>" not in page
    assert "<i>x" not in page
    assert 'value="&lt;img&gt;"' in browser.get("/console/calls?q=<img>").text


@pytest.mark.parametrize("words", ["093-555-1234", "4、7、1、9", "ぜろきゅうさんのごごご"])
def test_a_viewer_sees_no_numbers_and_cannot_try_them(browser: Browser, words: str):
    signed_in(browser, Role.VIEWER)
    put(browser, 1, first_words=f"{words}です", text=f"{words}です")
    put(browser, 2, text="ほかの話")
    page = browser.get(f"/console/calls?q={words}")
    assert f"{words}です" not in page.text
    assert "話した言葉では探せません" in page.text
    assert sids(browser, f"q={words}") == [1, 2]


def test_a_viewer_cannot_try_names(browser: Browser):
    signed_in(browser, Role.VIEWER)
    put(browser, 1, text="タナカと申します")
    put(browser, 2, text="ほかの話")
    assert 'name="q"' not in browser.get("/console/calls").text
    assert sids(browser, "q=タナカ") == [1, 2]


def test_nobody_without_an_account_sees_calls(browser: Browser):
    for address in ("/console/calls", "/console/calls/2026-11-24/CA1"):
        assert browser.get(address).headers["location"].startswith("/sign-in?back=")
    assert browser.get("/console/calls/live").status_code == 401


def test_the_navigation_leads_to_it(browser: Browser):
    signed_in(browser, Role.VIEWER)
    assert 'href="/console/calls"' in browser.get("/console").text
