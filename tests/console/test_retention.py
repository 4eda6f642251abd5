"""How long calls are kept is set on a page; what else the service is told is shown there, without its secrets."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from tests.console.conftest import Browser, signed_in
from tests.console.settings_forms import fields, send, text
from voicebot.archive.retention import kept
from voicebot.console import audit
from voicebot.console.roles import Role
from voicebot.database import reading

PAGE = "/console/settings/retention"


@pytest.fixture
def admin(browser: Browser) -> Browser:
    return signed_in(browser, Role.ADMINISTRATOR)


def days(engine: Engine) -> tuple[int | None, int | None]:
    with reading(engine) as connection:
        found = kept(connection)
    return found.audio_days, found.record_days


def asked(admin: Browser, **new: str):
    return send(admin, PAGE, fields(admin.get(PAGE), PAGE) | new | {"step": "check"})


def test_it_is_set_when_its_effect_was_seen_and_is_in_the_log(admin: Browser, engine: Engine):
    old = admin.service.settings.calls / "2026-01-01" / "CA1"
    old.mkdir(parents=True)
    (old / "caller.wav").write_text("")
    preview = asked(admin, audio_days="10")
    assert "録音 1通話ぶん" in text(preview)
    assert "記録 0通話ぶん" in text(preview)
    assert days(engine) == (None, None)
    done = send(admin, PAGE, fields(preview, PAGE) | {"step": "save"})
    assert done.status_code == 303
    assert days(engine) == (10, None)
    assert "administrator" in text(admin.get(PAGE))
    with reading(engine) as connection:
        deed = next(iter(audit.deeds(connection, target="retention")))
    assert deed.after == {"audio_days": 10, "record_days": None}
    assert (old / "caller.wav").exists()


@pytest.mark.parametrize("text_given", ["0", "-1", "3651", "十", "1.5", "1e2", "9" * 300, "１０"])
def test_what_is_no_number_of_days_is_told(admin: Browser, engine: Engine, text_given: str):
    refused = asked(admin, audio_days=text_given)
    assert refused.status_code == 422
    assert "1から3650まで" in text(refused)
    assert days(engine) == (None, None)


def test_the_sound_is_not_kept_longer_than_the_call(admin: Browser, engine: Engine):
    assert "長くできません" in text(asked(admin, audio_days="31", record_days="30"))


def test_the_second_of_two_is_told(admin: Browser, engine: Engine):
    mine, other = asked(admin, audio_days="10"), asked(admin, audio_days="20")
    send(admin, PAGE, fields(other, PAGE) | {"step": "save"})
    assert send(admin, PAGE, fields(mine, PAGE) | {"step": "save"}).status_code == 409
    assert days(engine) == (20, None)


def test_a_clerk_looks_and_changes_nothing(browser: Browser, engine: Engine):
    clerk = signed_in(browser, Role.CLERK)
    page = clerk.get(PAGE)
    assert "disabled" in page.text
    assert send(clerk, PAGE, fields(page, PAGE) | {"audio_days": "1", "step": "save"}).status_code == 403
    assert days(engine) == (None, None)


def test_no_secret_is_shown(admin: Browser):
    service = admin.service
    service.settings = replace(
        service.settings,
        auth_token="geheim-1",
        feed_key="geheim-2",
        database="postgresql://city:geheim-3@db/city",
        office_file="a.yaml,b.yaml",
    )
    page = text(admin.get("/console/settings/service"))
    assert "geheim" not in page
    for shown in (
        "TWILIO_AUTH_TOKEN",
        "設定済み",
        "a.yaml,b.yaml",
        "postgresql://city:***@db/city",
        "VOICEBOT_RATE",
    ):
        assert shown in page
