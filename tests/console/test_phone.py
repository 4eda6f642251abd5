"""The phone in the browser: who may use it, and what it asks over HTTP."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.calendar_backend.small_office import NOW
from tests.console.conftest import Browser
from voicebot.app import make_app
from voicebot.console.words import FOLDER, LANGUAGES, words
from voicebot.service import Service
from voicebot.settings import BadSetting, Settings
from voicebot.telephony.calls import Stage, Turn

HERE = "http://127.0.0.1:8080"


def client(service: Service, peer: str = "127.0.0.1", host: str = HERE) -> TestClient:
    return TestClient(make_app(service), base_url=host, client=(peer, 50000))


def rings(browser: TestClient, origin: str = HERE, **form: str) -> Response:
    return browser.post("/phone/calls", data=form, headers={"Origin": origin})


def opened(service: Service) -> None:
    service.settings = Settings(var=service.settings.var, auth_token="", public_url="", phone_open=True)


@pytest.mark.parametrize(
    "host", ["http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080", "http://127.0.0.2"]
)
def test_who_is_on_this_machine_phones_without_an_account(service: Service, host: str):
    browser = client(service, "::1" if "::1" in host else "127.0.0.1", host)
    page = browser.get("/phone", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "電話をかける" in page.text
    reply = rings(browser, host, **{"from": "+819012345678"})
    assert reply.status_code == 201
    call = service.calls[reply.json()["sid"]]
    assert (call.caller, call.token) == ("+819012345678", reply.json()["token"])


@pytest.mark.parametrize(
    ("peer", "host"),
    [
        ("192.168.1.20", "http://192.168.1.10:8080"),
        ("203.0.113.9", "https://bot.example.jp"),
        ("127.0.0.1", "https://bot.example.jp"),
        ("127.0.0.1", "http://localhost.evil.example:8080"),
        ("192.168.1.20", "http://127.0.0.1:8080"),
        ("testclient", "http://127.0.0.1:8080"),
    ],
)
def test_from_elsewhere_and_through_a_tunnel_it_is_closed(service: Service, peer: str, host: str):
    browser = client(service, peer, host)
    page = browser.get("/phone", headers={"Accept": "text/html"})
    assert page.status_code == 403
    assert "VOICEBOT_PHONE=open" in page.text
    assert rings(browser, host).status_code == 403
    assert service.calls.streaming == 0


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "", "http://127.0.0.1:9090", "http://127.0.0.1"]
)
def test_another_sites_page_cannot_phone(service: Service, origin: str):
    browser = client(service)
    assert rings(browser, origin).json() == {"error": "forged"}


def test_opened_it_takes_everybody_but_a_number_is_believed_from_this_machine_only(service: Service):
    opened(service)
    browser = client(service, "192.168.1.20", "https://phone.example.jp")
    page = browser.get("/phone", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "番号の通知なし" in page.text
    assert 'name="from"' not in page.text
    reply = rings(browser, "https://phone.example.jp", **{"from": "+819012345678"})
    assert service.calls[reply.json()["sid"]].caller == ""


@pytest.mark.parametrize(
    ("written", "caller"),
    [
        ("090-1234-5678", "+819012345678"),
        ("０９３（５５５）１２３４", "+81935551234"),
        ("+81 93 555 1234", "+81935551234"),
        ("", ""),
        ("非通知", None),
        ("-", None),
        ("12", None),
        ("<script>", None),
        ("9" * 5000, None),
    ],
)
def test_a_number_is_read_as_people_write_it_or_refused(service: Service, written: str, caller: str | None):
    reply = rings(client(service), **{"from": written})
    if caller is None:
        assert (reply.status_code, reply.json()) == (422, {"error": "bad_number"})
    else:
        assert service.calls[reply.json()["sid"]].caller == caller


def test_no_call_begins_while_the_service_goes_down(service: Service):
    service.closing = True
    assert rings(client(service)).json() == {"error": "busy"}


def test_words_and_the_card_are_told_as_people_read_them(service: Service):
    browser = client(service)
    rung = rings(browser).json()
    call, path = service.calls[rung["sid"]], rung["path"]
    call.turns.append(Turn("どのようなご用件でしょうか。", "<b>住民票</b>"))
    told = browser.get(path).json()
    assert told["turns"] == [{"agent": "どのようなご用件でしょうか。", "heard": "<b>住民票</b>"}]
    assert (told["card"], told["ended"]) == (None, False)
    office = service.office
    procedure = office.procedures[0]
    call.state = replace(call.state, office=office)
    call.booking = {
        "number": "4711",
        "procedure": procedure.id,
        "also": [],
        "start": "2026-12-04T14:05:00+09:00",
    }
    card = browser.get(path).json()["card"]
    assert card["number"] == "4711"
    assert (card["day"], card["time"]) == ("2026年12月4日（金）", "14:05")
    assert card["procedures"] == [procedure.name.text]
    assert card["bring"] == ([procedure.bring.text] if procedure.bring else [])
    browser.get("/language/en")
    assert browser.get(path).json()["card"]["day"] == "Fri 4 Dec 2026"


def test_a_call_from_the_telephone_is_not_told_here(service: Service):
    service.calls.arrive("CA1", "+819012345678", NOW)
    browser = client(service)
    for path in ("CA1/1", "PH1/1", "PH1/" + "0" * 64, "PH1/%E3%81%82"):
        assert browser.get(f"/phone/calls/{path}").status_code == 404
        assert browser.post(f"/phone/calls/{path}/after", headers={"Origin": HERE}).status_code == 404
        assert browser.post(f"/phone/calls/{path}/hung-up", headers={"Origin": HERE}).status_code == 404


def test_who_knows_a_calls_id_alone_is_told_nothing_and_ends_nothing(service: Service):
    browser = client(service)
    mine, other = rings(browser).json(), rings(browser).json()
    key = mine["path"].rpartition("/")[2]
    for path in (f"/phone/calls/{other['sid']}", f"/phone/calls/{other['sid']}/{key}"):
        assert browser.get(path).status_code == 404
        assert browser.post(f"{path}/after", headers={"Origin": HERE}).status_code in (404, 405)
        assert browser.post(f"{path}/hung-up", headers={"Origin": HERE}).status_code in (404, 405)
    assert service.calls[other["sid"]].stage is not Stage.DONE


def test_a_broken_stream_is_taken_up_again_and_after_three_the_call_goes_to_a_person(service: Service):
    browser = client(service)
    rung = rings(browser).json()
    call, token, path = service.calls[rung["sid"]], rung["token"], rung["path"]
    for _ in range(2):
        service.calls.claim(call.sid, token, NOW)
        reply = browser.post(f"{path}/after", headers={"Origin": HERE}).json()
        assert reply["then"] == "again"
        token = reply["token"]
    service.calls.claim(call.sid, token, NOW)
    reply = browser.post(f"{path}/after", headers={"Origin": HERE}).json()
    assert reply == {"then": "transfer" if call.transfer_to else "over"}
    assert call.stage is Stage.DONE


def test_who_hangs_up_ends_a_call_whose_stream_never_came(service: Service):
    browser = client(service)
    rung = rings(browser).json()
    call = service.calls[rung["sid"]]
    assert browser.post(f"{rung['path']}/hung-up", headers={"Origin": HERE}).status_code == 204
    assert call.stage is Stage.DONE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_the_scripts_ask_for_is_there(language: str):
    scripts = "".join(f.read_text() for f in (FOLDER.parent / "static" / "phone").glob("*.js"))
    asked = set(re.findall(r'(?:text|state|Error)\("(\w+)"', scripts))
    assert {"queued", "pressed", "asking", "insecure", "bad_file"} <= asked
    for key in asked:
        assert f"phone.js.{key}" in words(language)


def test_the_page_holds_its_texts_and_no_inline_script(service: Service):
    page = client(service).get("/phone", headers={"Accept": "text/html"})
    found = re.search(r'data-texts="([^"]+)"', page.text)
    assert found
    assert json.loads(unescape(found[1]))["ready"] == "電話をかけられます。"
    assert re.findall(r"<script(?![^>]*\bsrc=)", page.text) == []
    assert re.findall(r"\son\w+=|\sstyle=", page.text) == []


def test_the_first_page_leads_to_it(browser: Browser):
    assert 'href="/phone"' in browser.get("/").text


def test_a_setting_that_is_neither_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VOICEBOT_PHONE", "yes")
    with pytest.raises(BadSetting, match="VOICEBOT_PHONE"):
        Settings()
    monkeypatch.setenv("VOICEBOT_PHONE", "open")
    assert Settings().phone_open
