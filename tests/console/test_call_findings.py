"""Labels and notes on a call: who may, what is kept, and what is on record of it."""

from collections.abc import Callable

import pytest

from tests.archive.recorded import recorded
from tests.calendar_backend.small_office import NOW
from tests.console.conftest import Browser, signed_in
from voicebot.archive import findings, indexing
from voicebot.console import audit
from voicebot.console.roles import Role
from voicebot.database import reading, writing

NAME = "2026-11-24/CA1"
PAGE = f"/console/calls/{NAME}"


@pytest.fixture
def operator(browser: Browser) -> Browser:
    recorded(browser.service.settings.calls, "CA1", "住民票")
    return signed_in(browser, Role.OPERATOR)


def labels(browser: Browser) -> list[str]:
    with reading(browser.service.engine) as connection:
        return [one.label for one in findings.labels(connection, [NAME]).get(NAME, ())]


def notes(browser: Browser) -> list[str]:
    with reading(browser.service.engine) as connection:
        return [one.text for one in findings.notes(connection, NAME)]


def actions(browser: Browser) -> list[str]:
    with reading(browser.service.engine) as connection:
        return [deed.action for deed in audit.deeds(connection, target=f"call:{NAME}")]


def test_a_label_is_given_shown_found_and_taken_away(operator: Browser):
    answer = operator.post(f"{PAGE}/labels", on=PAGE, label="misheard")
    assert answer.headers["location"] == f"{PAGE}?told=label"
    page = operator.get(PAGE).text
    assert "聞き間違い</span> <small>operator" in page
    assert '<option value="misheard">' not in page
    [*indexing.catch_up(operator.service.engine, operator.service.settings.calls)]
    assert "CA1" in operator.get("/console/calls?label=misheard").text
    operator.post(f"{PAGE}/labels/misheard/remove", on=PAGE)
    assert labels(operator) == []
    assert actions(operator) == ["call.unlabel", "call.label"]


def test_a_label_given_twice_is_there_once(operator: Browser):
    for _ in range(2):
        assert operator.post(f"{PAGE}/labels", on=PAGE, label="good").status_code == 303
    assert labels(operator) == ["good"]
    assert actions(operator) == ["call.label"]


@pytest.mark.parametrize("label", ["", "Good", "<b>", "x" * 5000, "unfinished"])
def test_there_are_no_other_labels(operator: Browser, label: str):
    assert operator.post(f"{PAGE}/labels", on=PAGE, label=label).status_code == 400
    assert labels(operator) == []


def test_a_note_is_written_and_taken_away(operator: Browser):
    operator.post(f"{PAGE}/notes", on=PAGE, text=" <script>x</script>\r\n日付が違う ")
    assert notes(operator) == ["<script>x</script>\n日付が違う"]
    page = operator.get(PAGE).text
    assert "&lt;script&gt;x&lt;/script&gt;\n日付が違う" in page
    number = page.split("/notes/")[1].split("/remove")[0]
    operator.post(f"{PAGE}/notes/{number}/remove", on=PAGE)
    assert notes(operator) == []
    assert actions(operator) == ["call.unnote", "call.note"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", 400),
        ("  \n ", 400),
        ("あ" * 2001, 413),
        ("番号は123456789018です", 400),
        ("1234-5678-9018", 400),
        ("１２３４　５６７８　９０１８", 400),
        ("一二三四五六七八九〇一八", 400),
    ],
)
def test_a_note_that_is_none_and_a_my_number_are_not_kept(operator: Browser, text: str, status: int):
    assert operator.post(f"{PAGE}/notes", on=PAGE, text=text).status_code == status
    assert notes(operator) == []


@pytest.mark.parametrize("text", ["あ" * 2000, "折り返し 093-555-1234", "12月4日 10時 2人"])
def test_other_notes_are_kept(operator: Browser, text: str):
    operator.post(f"{PAGE}/notes", on=PAGE, text=text)
    assert notes(operator) == [text]


def by_somebody_else(browser: Browser) -> int:
    with writing(browser.service.engine) as connection:
        findings.add_label(connection, NAME, "noisy", "hana", NOW)
        return findings.add_note(connection, NAME, "花のメモ", "hana", NOW)


def test_what_somebody_else_wrote_stays(operator: Browser):
    number = by_somebody_else(operator)
    page = operator.get(PAGE).text
    assert "/remove" not in page
    assert operator.post(f"{PAGE}/notes/{number}/remove", on=PAGE).status_code == 403
    assert operator.post(f"{PAGE}/labels/noisy/remove", on=PAGE).status_code == 403
    assert (labels(operator), notes(operator)) == (["noisy"], ["花のメモ"])


def test_an_administrator_takes_away_what_others_wrote(browsers: Callable[[], Browser]):
    browser = signed_in(browsers(), Role.ADMINISTRATOR)
    recorded(browser.service.settings.calls, "CA1", "住民票")
    number = by_somebody_else(browser)
    browser.post(f"{PAGE}/notes/{number}/remove", on=PAGE)
    browser.post(f"{PAGE}/labels/noisy/remove", on=PAGE)
    assert (labels(browser), notes(browser)) == ([], [])


def test_what_is_gone_already_is_told(operator: Browser):
    operator.post(f"{PAGE}/labels", on=PAGE, label="good")
    for path in ("labels/good/remove", "notes/1/remove", "notes/x/remove", "labels/%3Cb%3E/remove"):
        answer = operator.post(f"{PAGE}/{path}", on=PAGE)
        if path != "labels/good/remove":
            assert answer.status_code == 409
            assert "ほかの人が先に" in answer.text
    assert operator.post(f"{PAGE}/labels/good/remove", on=PAGE).status_code == 409


def test_a_note_of_another_call_is_not_taken_away_through_this_one(operator: Browser):
    recorded(operator.service.settings.calls, "CA2", "転入")
    operator.post("/console/calls/2026-11-24/CA2/notes", on=PAGE, text="ほかの通話")
    number = operator.get("/console/calls/2026-11-24/CA2").text.split("/notes/")[1].split("/remove")[0]
    assert operator.post(f"{PAGE}/notes/{number}/remove", on=PAGE).status_code == 409


def test_nothing_is_written_on_a_call_there_is_not(operator: Browser):
    for path in ("labels", "notes"):
        answer = operator.post(f"/console/calls/2026-11-24/CA9/{path}", on=PAGE, label="good", text="x")
        assert answer.status_code == 404
    assert operator.send(f"{PAGE}/labels", label="good").status_code == 403


def test_a_viewer_sees_labels_and_no_notes_and_writes_neither(browser: Browser):
    recorded(browser.service.settings.calls, "CA1", "住民票")
    by_somebody_else(browser)
    signed_in(browser, Role.VIEWER)
    page = browser.get(PAGE).text
    assert "聞き取りにくい" in page
    assert "花のメモ" not in page
    assert "メモが1件あります" in page
    assert 'name="label"' not in page
    for path in ("labels", "notes", "labels/noisy/remove", "notes/1/remove", "person"):
        assert browser.post(f"{PAGE}/{path}", on=PAGE, label="good", text="x").status_code == 403
    assert labels(browser) == ["noisy"]
