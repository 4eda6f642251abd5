"""`voicebot token`."""

import re

import pytest

from calendar_backend import DEMO_OFFICE
from tests.conftest import Voicebot
from voicebot.api.client import Right, digest
from voicebot.settings import BadSetting, Settings


@pytest.mark.parametrize(("more", "right"), [((), Right.BOOK), (("--clerk",), Right.CLERK)])
def test_a_token_is_let_in_by_the_entry_beside_it(
    voicebot: Voicebot, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], right: Right
):
    code, out, err = voicebot("token", "client", "web", *more)
    assert (code, err) == (0, "")
    token, entry = (line.split(": ")[1] for line in out.splitlines())
    assert token not in entry
    monkeypatch.setenv("VOICEBOT_API_CLIENTS", f"kiosk:book:{digest('other')}, {entry}")
    client = Settings().api_clients[1]
    assert (client.name, client.right, client.digest) == ("web", right, digest(token))
    assert voicebot("token", "client", "web", *more)[1] != out


def test_a_name_that_would_break_the_entry_is_refused(voicebot: Voicebot):
    code, out, err = voicebot("token", "client", "a:b,c")
    assert (code, out) == (2, "")
    assert "英数字" in err


@pytest.mark.parametrize("entry", ["web", "web:admin:" + "0" * 64, "web:book:secret"])
def test_an_entry_that_cannot_be_is_told_without_showing_it(monkeypatch: pytest.MonkeyPatch, entry: str):
    monkeypatch.setenv("VOICEBOT_API_CLIENTS", entry)
    with pytest.raises(BadSetting, match="NAME:book:HASH") as error:
        Settings()
    assert entry not in str(error.value)


def test_every_counter_has_its_own_secret_address(voicebot: Voicebot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VOICEBOT_FEED_KEY", "長い秘密")
    voicebot("office", "load", str(DEMO_OFFICE))
    code, out, _ = voicebot("token", "feeds")
    assert code == 0
    secrets = re.findall(r"/feeds/kokurakita-shimin/[a-z]+/([\w-]{43})\.ics$", out, re.MULTILINE)
    assert len(set(secrets)) == 10
    monkeypatch.setenv("VOICEBOT_FEED_KEY", "別の秘密")
    assert not set(secrets) & set(re.findall(r"([\w-]{43})\.ics", voicebot("token", "feeds")[1]))


def test_without_a_key_there_is_no_address(voicebot: Voicebot):
    code, out, err = voicebot("token", "feeds")
    assert (code, out) == (2, "")
    assert "VOICEBOT_FEED_KEY がありません" in err
