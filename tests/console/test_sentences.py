"""The bot's sentences in other words: seen, heard, checked, saved, taken back, and said."""

import io
import re
import wave
from collections.abc import Callable
from dataclasses import replace

import pytest
import yaml
from sqlalchemy import Engine

from prompts import Override
from prompts.catalogue import Wording, load
from tests.calendar_backend.small_office import NOW
from tests.console.conftest import Browser, signed_in
from voicebot import own_sentences
from voicebot.console import audit
from voicebot.console.roles import Role
from voicebot.database import reading, writing
from voicebot.speech.openjtalk_voice import OpenJTalkVoice

LIST = "/console/settings/sentences"
DATE = f"{LIST}/ask_date/1"
NUMBER = f"{LIST}/number_is/1"
GOOD = {"text": "いらっしゃる日は、いつですか。", "reading": "いらっしゃるひわ、いつですか。", "speech": ""}


@pytest.fixture
def boss(browser: Browser) -> Browser:
    return signed_in(browser, Role.ADMINISTRATOR)


def said(engine: Engine) -> dict[tuple[str, int], str]:
    return {(one.key, one.number): one.text for one in own_sentences.overrides(engine)}


def seen(browser: Browser, address: str = DATE) -> str:
    found = re.search(r'name="seen" value="(\d+)"', browser.get(address).text)
    return found[1] if found else "0"


def save(browser: Browser, address: str = DATE, **fields: str):
    return browser.post(f"{address}/save", address, **{"seen": seen(browser, address), **GOOD, **fields})


def test_a_clerk_sees_and_hears_what_an_administrator_changes(browser: Browser):
    signed_in(browser, Role.CLERK)
    page = browser.get(DATE)
    assert (page.status_code, "言い方を変えられるのは管理者です。" in page.text) == (200, True)
    assert "/try" not in page.text
    assert browser.get(LIST).status_code == 200
    assert browser.get(f"{DATE}/hear").status_code == 200
    for what in ("try", "save", "back"):
        sent = browser.post(f"{DATE}/{what}", "/console/password", seen="0", **GOOD)
        assert sent.status_code == 403
    assert said(browser.service.engine) == {}


@pytest.mark.parametrize("role", [Role.VIEWER, Role.OPERATOR])
def test_who_has_nothing_to_do_with_settings_does_not_see_them(browser: Browser, role: Role):
    signed_in(browser, role)
    for address in (LIST, DATE, f"{DATE}/hear", f"{LIST}.yaml"):
        assert browser.get(address).status_code == 403


def test_all_sentences_are_listed_by_subject(boss: Browser):
    page = boss.get(LIST).text
    every = sum(map(len, load().values()))
    assert page.count(f'href="{LIST}/') == every
    assert page.index(">はじめ<") < page.index("greeting") < page.index(">聞くこと<")


@pytest.mark.parametrize(
    ("query", "some", "none"),
    [
        ("ご希望の日", "ask_date/1", "greeting"),
        ("ごきぼうのひ", "ask_date/1", "greeting"),
        ("ask_date", "ask_date/3", "greeting"),
        ("ＡＳＫ＿date", "ask_date/3", "greeting"),
        ("予約 番号", "number_is/1", "ask_date"),
        ("飛行機", "あてはまる文はありません。", "greeting"),
        ("<script>alert(1)</script>", "あてはまる文はありません。", "greeting"),
    ],
)
def test_a_sentence_is_found_by_its_words(boss: Browser, query: str, some: str, none: str):
    answer = boss.client.get(LIST, params={"q": query})
    assert some in answer.text
    assert f"{LIST}/{none}" not in answer.text
    assert "<script>alert" not in answer.text


def test_a_sentence_is_compared_saved_listed_and_taken_back(boss: Browser):
    tried = boss.post(f"{DATE}/try", DATE, **GOOD)
    assert tried.status_code == 200
    assert "ご希望の日は、いつですか。" in tried.text
    assert tried.text.count("<audio") == 2
    assert said(boss.service.engine) == {}
    answer = save(boss)
    assert answer.headers["location"] == f"{DATE}?told=sentence_saved"
    assert said(boss.service.engine) == {("ask_date", 0): GOOD["text"]}
    page = boss.get(answer.headers["location"]).text
    assert "次の電話から、この文で話します。" in page
    assert "変更済み" in page
    listed = boss.get(f"{LIST}?changed=yes").text
    assert (GOOD["text"] in listed, listed.count(f'href="{LIST}/')) == (True, 1)
    back = boss.post(f"{DATE}/back", DATE, seen=seen(boss))
    assert back.headers["location"] == f"{DATE}?told=sentence_back"
    assert said(boss.service.engine) == {}
    page = boss.get(DATE).text
    assert "（もとの文に戻した）" in page
    assert page.index("（もとの文に戻した）") < page.index(f'<span lang="ja">{GOOD["text"]}')
    with reading(boss.service.engine) as connection:
        deeds = audit.deeds(connection, target="sentence:ask_date/1")
    assert [deed.action for deed in deeds] == ["sentence.change", "sentence.change"]
    assert deeds[1].after == GOOD
    assert deeds[0].before == GOOD


@pytest.mark.parametrize(
    ("address", "fields", "field", "why"),
    [
        (NUMBER, {"text": "番号です。", "reading": "ばんごうです。"}, "text", "{number}がありません"),
        (
            NUMBER,
            {"text": "番号は{number}です。", "reading": "ばんごうわです。"},
            "reading",
            "{number}がありません",
        ),
        (DATE, {"text": "{day}は、いつですか。"}, "text", "{day}は使えません"),
        (NUMBER, {"text": "{numbers}と{number}です。"}, "text", "使えるのは {number} です"),
        (DATE, {"text": "{いつですか。"}, "text", "波かっこの片方がありません"),
        (DATE, {"text": ""}, "text", "文を書いてください"),
        (DATE, {"reading": ""}, "reading", "ひらがなで書いてください"),
        (DATE, {"reading": "いらっしゃる日は、いつですか。"}, "reading", "「日」をひらがなで"),
        (DATE, {"reading": "<script>alert(1)</script>"}, "reading", "だけです"),
        (DATE, {"text": "日を言え。", "reading": "ひをいえ。"}, "text", "ていねいな言い方"),
        (DATE, {"text": "いつがいい。", "reading": "いつがいい。"}, "text", "ていねいな言い方"),
        (DATE, {"text": "何日だよ。", "reading": "なんにちだよ。"}, "text", "ていねいな言い方"),
        (DATE, {"text": "いつですか。何時ですか。"}, "text", "たずねることが2つ以上"),
        (DATE, {"reading": "あ" * 80 + "。"}, "reading", "12秒以内"),
        (DATE, {"reading": "ごきぼうのひわいつですか。" * 12}, "reading", "25秒以内"),
        (DATE, {"text": "x" * 501 + "です。"}, "text", "500字まで"),
        (DATE, {"text": "ご希望の月は、いつですか。"}, "text", "声は「"),
        (
            DATE,
            {"speech": "ごきぼうのやまわ、いつですか。", "text": "御希望の山日は、いつですか。"},
            "speech",
            "声は「",
        ),
    ],
)
def test_each_complaint_is_told_at_its_field_and_nothing_is_saved(
    boss: Browser, address: str, fields: dict[str, str], field: str, why: str
):
    file = load()[address.split("/")[-2]][0]
    whole = {"text": file.text, "reading": file.reading, "speech": file.speech, **fields}
    for what in ("try", "save"):
        answer = boss.post(f"{address}/{what}", address, seen="0", **whole)
        assert answer.status_code == 422
        told = re.search(rf'id="{field}-wrong">([^<]*)<', answer.text)
        assert told, answer.text
        assert why in told[1]
        assert "<script>alert" not in answer.text
        assert f'action="{address}/save"' not in answer.text
    assert said(boss.service.engine) == {}


def test_what_was_typed_is_still_there_beside_the_complaint(boss: Browser):
    answer = boss.post(f"{DATE}/try", DATE, text="日を言え。", reading="ひをいえ。", speech="")
    assert ">日を言え。</textarea>" in answer.text


def test_the_second_of_two_is_told(boss: Browser):
    before = seen(boss)
    save(boss)
    other = {"text": "いついらっしゃいますか。", "reading": "いついらっしゃいますか。", "speech": ""}
    late = boss.post(f"{DATE}/save", DATE, seen=before, **other)
    assert (late.status_code, "ほかの人が先に変更しました" in late.text) == (409, True)
    assert boss.post(f"{DATE}/back", DATE, seen=before).status_code == 409
    assert said(boss.service.engine) == {("ask_date", 0): GOOD["text"]}


@pytest.mark.parametrize("stale", ["", "x", "-1", "9" * 30, "１", "7"])
def test_a_form_that_does_not_know_what_it_changes_is_refused(boss: Browser, stale: str):
    assert save(boss, seen=stale).status_code == 409
    assert said(boss.service.engine) == {}


def test_the_database_lets_only_one_of_two_through(engine: Engine):
    wording = Wording("いつですか。", "いつですか。", "", line=0)
    with writing(engine) as connection:
        own_sentences.change(connection, "ask_date", 0, wording, 0, NOW, "one")
    with pytest.raises(own_sentences.Changed), writing(engine) as connection:
        own_sentences.change(connection, "ask_date", 0, wording, 0, NOW, "two")


def test_saving_what_the_file_says_is_going_back_to_it(boss: Browser):
    save(boss)
    file = load()["ask_date"][0]
    answer = save(boss, text=file.text, reading=file.reading, speech=file.speech)
    assert answer.status_code == 303
    assert said(boss.service.engine) == {}


def test_saving_what_is_said_already_changes_nothing(boss: Browser):
    save(boss)
    save(boss)
    with reading(boss.service.engine) as connection:
        assert len(own_sentences.history(connection, "ask_date", 0)) == 1


@pytest.mark.parametrize(
    "address",
    [
        f"{LIST}/{rest}"
        for rest in ("ask_date/0", "ask_date/9", "ask_date/x", "nothing/1", "ask_date/１", "a/-1")
    ],
)
def test_a_sentence_there_is_not(boss: Browser, address: str):
    assert boss.get(address).status_code == 404
    assert boss.get(f"{address}/hear").status_code == 404


def seconds(content: bytes) -> float:
    with wave.open(io.BytesIO(content)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (8_000, 1, 2)
        return file.getnframes() / 8_000


def test_a_sentence_is_heard_as_it_is_and_as_it_would_be(boss: Browser, monkeypatch: pytest.MonkeyPatch):
    parts = replace(boss.service.parts, synthesizer=OpenJTalkVoice())
    monkeypatch.setattr(boss.service, "parts", parts)
    now = boss.get(f"{NUMBER}/hear")
    assert now.headers["content-type"] == "audio/wav"
    longer = {"text": "あなたの番号は{number}です。", "reading": "あなたのよやくのばんごうわ{number}です。"}
    new = boss.client.get(f"{NUMBER}/hear", params=longer)
    assert 0.5 < seconds(now.content) < seconds(new.content)


@pytest.mark.parametrize(
    "given",
    [
        {"text": "x"},
        {"text": "{a}です。", "reading": "です。"},
        {"reading": "あ" * 900},
        {"text": "あ" * 600},
    ],
)
def test_what_cannot_be_said_is_not_made_to_sound(boss: Browser, given: dict[str, str]):
    assert boss.client.get(f"{NUMBER}/hear", params=given).status_code == 400


def test_the_changed_ones_can_be_taken_along_as_they_stand_in_the_file(boss: Browser):
    assert yaml.safe_load(boss.get(f"{LIST}.yaml").text) is None
    save(boss)
    answer = boss.get(f"{LIST}.yaml")
    assert "attachment" in answer.headers["content-disposition"]
    found = yaml.safe_load(answer.text)
    assert found.keys() == {"ask_date"}
    assert [one["text"] for one in found["ask_date"]] == [
        GOOD["text"],
        *(wording.text for wording in load()["ask_date"][1:]),
    ]


def test_the_running_service_says_it_in_the_next_call(boss: Browser):
    assert own_sentences.overrides(boss.service.engine) == ()
    save(boss)
    assert own_sentences.overrides(boss.service.engine) == (
        Override("ask_date", 0, GOOD["text"], GOOD["reading"], ""),
    )


Made = Callable[[], Browser]


def test_a_forged_form_changes_nothing(boss: Browser, browsers: Made):
    browsers().get("/sign-in")
    assert boss.send(f"{DATE}/save", form_token="forged", seen="0", **GOOD).status_code == 403
    assert said(boss.service.engine) == {}
