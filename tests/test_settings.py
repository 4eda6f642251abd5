"""What a service is told, and by whom."""

from pathlib import Path

import pytest

from voicebot.settings import BadSetting, Settings

VARIABLES = {
    "VOICEBOT_VAR": "/srv/voicebot",
    "VOICEBOT_DATABASE": "postgresql://db/voicebot",
    "VOICEBOT_OFFICE": "ward.yaml",
    "VOICEBOT_ASR": "whisper",
    "VOICEBOT_TTS": "openjtalk",
    "VOICEBOT_RATE": "4.5",
    "VOICEBOT_PUBLIC_URL": "https://city.example/",
    "TWILIO_AUTH_TOKEN": "secret",
    "VOICEBOT_AUDIOSOCKET": "9092",
    "VOICEBOT_ASTERISK_KEY": "key",
}


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_nothing_need_be_set():
    settings = Settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert settings.database_url == str(Path("var/voicebot.db"))
    assert (settings.asr, settings.tts, settings.rate) == ("auto", "auto", 5.5)
    assert (settings.auth_token, settings.public_url, settings.now) == ("", "", None)


def test_the_environment_is_heard(monkeypatch: pytest.MonkeyPatch):
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    settings = Settings()
    assert settings.var == Path("/srv/voicebot")
    assert settings.database_url == "postgresql://db/voicebot"
    assert settings.office_file == "ward.yaml"
    assert (settings.asr, settings.tts, settings.rate) == ("whisper", "openjtalk", 4.5)
    assert (settings.auth_token, settings.asterisk_key) == ("secret", "key")


def test_a_public_address_loses_its_last_slash(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VOICEBOT_PUBLIC_URL", "https://city.example/")
    assert Settings().public_url == "https://city.example"


def test_the_database_lies_in_the_folder_of_the_service(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VOICEBOT_VAR", "/srv/voicebot")
    assert Settings().database_url == "/srv/voicebot/voicebot.db"


def test_a_public_address_may_have_a_path(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VOICEBOT_PUBLIC_URL", " https://city.example/kokura/bot/ ")
    assert Settings().public_url == "https://city.example/kokura/bot"


@pytest.mark.parametrize("text", ["city.example", "ftp://city.example", "https://", "https://a.example/?x=1"])
def test_what_is_no_public_address_is_refused(monkeypatch: pytest.MonkeyPatch, text: str):
    monkeypatch.setenv("VOICEBOT_PUBLIC_URL", text)
    with pytest.raises(BadSetting, match="VOICEBOT_PUBLIC_URL"):
        Settings()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", None),
        (" 9092 ", ("127.0.0.1", 9_092)),
        ("10.0.0.5:9092", ("10.0.0.5", 9_092)),
        ("[::1]:9092", ("::1", 9_092)),
        ("bot.city.example:9092", ("bot.city.example", 9_092)),
    ],
)
def test_audiosocket_is_a_port_or_an_address_with_one(
    monkeypatch: pytest.MonkeyPatch, text: str, where: tuple[str, int] | None
):
    monkeypatch.setenv("VOICEBOT_AUDIOSOCKET", text)
    assert Settings().audiosocket == where


@pytest.mark.parametrize("text", ["0", "65536", "port", "10.0.0.5", "10.0.0.5:", "999999"])
def test_an_audiosocket_without_a_port_is_refused(monkeypatch: pytest.MonkeyPatch, text: str):
    monkeypatch.setenv("VOICEBOT_AUDIOSOCKET", text)
    with pytest.raises(BadSetting, match="VOICEBOT_AUDIOSOCKET"):
        Settings()
