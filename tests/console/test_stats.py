"""The page of figures, and its file: counts worked out by hand."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from dialog.state import Outcome
from nlu.lexicon import Term
from tests.calendar_backend.small_office import NOW
from tests.console.conftest import Browser, signed_in
from voicebot.archive import index
from voicebot.archive.figures import CallFigures
from voicebot.archive.summary import Summary
from voicebot.console.roles import Role
from voicebot.database import writing

PAGE = "/console/stats"

Put = Callable[..., None]


@pytest.fixture
def viewer(browser: Browser) -> Browser:
    return signed_in(browser, Role.VIEWER)


@pytest.fixture
def put(browser: Browser) -> Put:
    """Puts a call into the index."""
    numbers = iter(range(100))

    def done(
        outcome: str = "booked",
        days_ago: int = 0,
        hour: int = 10,
        office: str = "small",
        procedures: str = "short",
        **figures: object,
    ) -> None:
        began = NOW.replace(hour=hour) - timedelta(days=days_ago)
        sid = f"CA{next(numbers)}"
        found = Summary(
            folder=f"{began:%Y-%m-%d}/{sid}",
            sid=sid,
            began=began,
            ended=began + timedelta(minutes=2),
            outcome=outcome,
            office=office,
            procedures=tuple(procedures.split()),
            caller="＊＊＊34",
            confidence=0.9,
            silences=0,
            transfers=0,
            booking="",
            turns=3,
            first_words="",
            text="",
            figures=CallFigures(**figures),  # type: ignore[arg-type]
        )
        with writing(browser.service.engine) as connection:
            index.put(connection, found)

    return done


def rows(browser: Browser, heading: str, query: str = "") -> list[list[str]]:
    """Of the table in the section with this heading."""
    page = browser.get(PAGE + query).text
    section = re.search(rf"<section[^>]*>\s*<h3[^>]*>{re.escape(heading)}</h3>.*?</section>", page, re.S)
    assert section, page
    body = re.search(r"<tbody>(.*?)</tbody>", section[0], re.S)
    assert body
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        for row in re.findall(r"<tr>(.*?)</tr>", body[1], re.S)
    ]


def tiles(browser: Browser, query: str = "") -> list[str]:
    page = browser.get(PAGE + query).text
    found = re.search(r'<ul class="figures">(.*?)</ul>', page, re.S)
    assert found, page
    return re.findall(r"<strong>(.*?)</strong>", found[1])


def sheet(browser: Browser, query: str = "") -> list[list[str]]:
    answer = browser.get(f"{PAGE}.csv{query}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_viewers_see_the_figures_and_who_is_not_signed_in_does_not(browser: Browser):
    assert browser.get(PAGE).status_code == 303
    assert browser.get(f"{PAGE}.csv").status_code == 303
    signed_in(browser, Role.VIEWER)
    page = browser.get(PAGE)
    assert (page.status_code, "この期間の電話はありません。" in page.text) == (200, True)
    assert len(sheet(browser)) == 2
    browser.get("/language/en")
    assert "There are no calls in this period." in browser.get(PAGE).text


def test_completion_is_what_the_page_says_it_is(viewer: Browser, put: Put):
    for outcome in (*Outcome, ""):
        put(outcome)
    completed = "（8件のうち4件）"
    page = viewer.get(PAGE).text
    assert completed in page
    assert "予約、変更、取り消し、質問への答えのどれかまで、自動応答だけで終わった電話です。" in page
    assert tiles(viewer)[:2] == ["9", "50%"]
    named = {name: count for name, count, _ in rows(viewer, "電話の結果")}
    assert named == dict.fromkeys(
        [
            *["予約した", "予約を変更した", "予約を取り消した", "質問に答えた", "係員につないだ"],
            *["折り返しを受けた", "予約せずに終わった", "不具合で終わった", "終わりの記録なし"],
        ],
        "1",
    )


def test_a_handful_of_calls_counted_by_hand(viewer: Browser, put: Put):
    put("booked", hour=9, waits=(700, 900), slots={"day": True, "time": True})
    put("booked", hour=9, waits=(800,), slots={"day": False, "time": True}, procedures="short long")
    put("abandoned", hour=11, waits=(3_000,), dropped="asks.date", slots={"day": False})
    put("abandoned", hour=11, dropped="phases.confirming", office="")
    put("transferred", hour=16, handover="asked", connected=True, procedures="")
    put("callback", hour=16, handover="asked")
    put("transferred", hour=16, handover="not_understood", connected=True)
    assert tiles(viewer) == ["7", "29%", "2", "0.8秒", "3.0秒"]
    assert rows(viewer, "どこで切れたか") == [
        ["日にちをうかがう", "1", "50%"],
        ["復唱の返事を待つ", "1", "50%"],
    ]
    assert rows(viewer, "係員を呼んだ理由") == [
        ["お客様が係員を希望した", "2", "1"],
        ["聞き取れなかった", "1", "1"],
    ]
    assert rows(viewer, "1回目で正しく聞き取れた項目") == [
        ["日にち", "3", "1", "33%"],
        ["時刻", "2", "2", "100%"],
    ]
    hours = rows(viewer, "時間帯ごと")
    assert [row[:3] for row in hours] == [
        *[["9時", "2", "100%"], ["10時", "0", "–"], ["11時", "2", "0%"]],
        *[[f"{hour}時", "0", "–"] for hour in range(12, 16)],
        ["16時", "3", "0%"],
    ]
    assert hours[0][3:] == ["0.8秒", "0.9秒"]
    assert [row[:3] for row in rows(viewer, "役所ごと")] == [
        ["小さな役所", "6", "33%"],
        ["役所が決まる前に終わった", "1", "0%"],
    ]
    assert [row[:3] for row in rows(viewer, "手続きごと")] == [
        ["名", "6", "33%"],
        ["手続きが決まる前に終わった", "1", "0%"],
        ["長い名", "1", "100%"],
    ]


def test_the_period_is_the_last_thirty_days_unless_another_is_asked_for(viewer: Browser, put: Put):
    for days_ago in (0, 29, 30, 100):
        put(days_ago=days_ago)
    assert tiles(viewer)[0] == "2"
    assert tiles(viewer, "?from=2026-10-25&to=2026-10-25")[0] == "1"
    assert tiles(viewer, "?from=2026-01-01&to=2026-11-24")[0] == "4"
    assert tiles(viewer, "?to=2026-10-25")[0] == "1"
    assert tiles(viewer, "?from=2026-10-25")[0] == "3"


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("?from=x", "日付として読めない"),
        ("?from=2026-02-30", "日付として読めない"),
        ("?to=9999999999", "日付として読めない"),
        ("?from=2026-11-24&to=2026-11-23", "終わりの日が始まりの日より前"),
        ("?from=0001-01-01&to=2026-11-24", "期間が長すぎる"),
        ("?to=0001-01-02", "日付として読めない"),
        ("?from=%3Cscript%3E&to='; drop table calls --", "日付として読めない"),
    ],
)
def test_a_period_that_cannot_be_is_told_and_the_usual_one_shown(
    viewer: Browser, put: Put, query: str, why: str
):
    put()
    answer = viewer.get(PAGE + query)
    assert (answer.status_code, why in answer.text) == (422, True)
    assert "<script>" not in answer.text
    assert tiles(viewer, query)[0] == "1"


def test_every_chart_has_a_title_and_a_table_with_its_numbers(viewer: Browser, put: Put):
    put("booked", waits=(700,), slots={"day": True})
    put("abandoned", dropped="asks.date", handover="asked")
    page = viewer.get(PAGE).text
    charts = re.findall(r'<svg class="chart" role="img" aria-labelledby="([^"]+)"', page)
    assert len(charts) == len(re.findall("<table>", page)) == 7
    assert all(f'<title id="{title}">' in page for title in charts)
    assert "style=" not in page


def test_the_file_opens_in_a_spreadsheet_and_runs_nothing(viewer: Browser, put: Put):
    put(office="=HYPERLINK(1)", procedures="@SUM(1) +1")
    put("-1+1", hour=9, waits=(700,))
    answer = viewer.get(f"{PAGE}.csv?from=2026-11-01&to=2026-11-24")
    assert 'filename="voicebot-2026-11-01-2026-11-24.csv"' in answer.headers["content-disposition"]
    assert b"\r\n" in answer.content
    table = sheet(viewer)
    assert table[0][:4] == ["区分", "項目", "件数", "完了"]
    assert len({len(row) for row in table}) == 1
    cells = [cell for row in table for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert {"'=HYPERLINK(1)", "'@SUM(1)", "'+1", "'-1+1"} <= set(cells)
    assert ["全体", "すべて", "2", "1", "50.0", "", "", "0.72", "0.75"] in table
    assert ["時間帯ごと", "9時", "1", "0", "0.0", "", "", "0.72", "0.75"] in table


def test_names_from_outside_are_shown_as_text(viewer: Browser, put: Put):
    put("<b>x</b>", office="<script>alert(1)</script>", dropped="asks.<i>", handover="‮gnorts")
    page = viewer.get(PAGE).text
    assert "<script>alert" not in page
    assert "<b>x" not in page
    assert "<i>" not in page


def test_procedures_are_told_by_name_and_those_of_the_same_name_apart(
    viewer: Browser, put: Put, monkeypatch: pytest.MonkeyPatch
):
    (office,) = viewer.service.parts.offices
    short, *others = office.procedures
    same = [replace(other, name=Term("名", "な")) for other in others]
    named = (replace(short, name=Term("住民票", "じゅうみんひょう")), *same)
    parts = replace(viewer.service.parts, offices=(replace(office, procedures=named),))
    monkeypatch.setattr(viewer.service, "parts", parts)
    put(procedures="short long gone")
    assert sorted(row[0] for row in rows(viewer, "手続きごと")) == ["gone", "long", "住民票"]
