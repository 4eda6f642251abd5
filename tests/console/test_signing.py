"""Who is let in, for how long, and by which forms."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.calendar_backend.small_office import NOW
from tests.console.conftest import PASSWORD, Browser, later, signed_in, token
from voicebot.console import accounts, audit, cookies, form_token, sign_ins
from voicebot.console.roles import Role
from voicebot.database import reading, writing
from voicebot.database.tables import SignInRow

Browsers = Callable[[], Browser]


@pytest.fixture
def hana(browser: Browser) -> Browser:
    """A browser, and an account that is not signed in."""
    with writing(browser.service.engine) as connection:
        accounts.add(connection, "hana", Role.CLERK, PASSWORD, NOW, "test")
    return browser


def inside(browser: Browser) -> bool:
    return browser.get("/console").status_code == 200


def done(browser: Browser) -> list[tuple[str, str, str]]:
    with reading(browser.service.engine) as connection:
        return [(deed.who, deed.action, deed.target) for deed in audit.deeds(connection)]


def test_whoever_is_not_signed_in_is_asked_to_and_comes_back_to_the_page(hana: Browser):
    sent = hana.get("/console/audit?who=hana&target=")
    assert (sent.status_code, sent.headers["location"]) == (
        303,
        "/sign-in?back=%2Fconsole%2Faudit%3Fwho%3Dhana%26target%3D",
    )
    answer = hana.post(
        "/sign-in", sent.headers["location"], name="hana", password=PASSWORD, back="/console?a=1"
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/console?a=1")
    assert inside(hana)
    assert done(hana)[0] == ("hana", "account.sign_in", "account:hana")


def test_the_page_says_who_is_signed_in_and_nothing_of_the_password(hana: Browser):
    hana.signs_in("hana")
    page = hana.get("/console")
    assert "hana（窓口職員）" in page.text
    assert PASSWORD not in page.text


def test_the_database_keeps_neither_the_password_nor_the_cookie(hana: Browser):
    hana.signs_in("hana")
    cookie = hana.client.cookies[cookies.SESSION]
    with reading(hana.service.engine) as connection:
        kept = accounts.password_of(connection, "hana")
        (token_kept,) = connection.execute(select(SignInRow.token)).scalars()
    assert kept is not None
    assert kept.startswith("$argon2id$")
    assert cookie not in token_kept


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("hana", "wrong password here"),
        ("nobody", PASSWORD),
        ("hana", ""),
        ("", ""),
        ("HANA", PASSWORD),
        ("hana", "x" * 9_999),
    ],
)
def test_a_wrong_name_and_a_wrong_password_get_the_same_words(hana: Browser, name: str, password: str):
    answer = hana.signs_in(name, password)
    assert answer.status_code == 422
    assert "利用者名かパスワードが違います。" in answer.text
    assert not inside(hana)


def test_after_five_failures_the_right_password_has_to_wait_too(hana: Browser, browsers: Browsers):
    for _ in range(5):
        assert hana.signs_in("hana", "wrong password here").status_code == 422
    refused = hana.signs_in("hana")
    assert (refused.status_code, "あと16分ほど" in refused.text) == (429, True)
    assert ("", "account.sign_in_failed", "account:hana") in done(hana)
    assert browsers().signs_in("hana").status_code == 429
    later(hana.service, 15 * 60 + 1)
    assert hana.signs_in("hana").status_code == 303


def test_thirty_failures_from_one_address_stop_it_whatever_the_name(hana: Browser):
    state = hana.client.app.state.console
    for number in range(30):
        state.failed_from.failed("testclient", NOW + timedelta(seconds=number))
    assert hana.signs_in("hana").status_code == 429


def test_signing_out_ends_it_on_the_server_too(hana: Browser):
    hana.signs_in("hana")
    cookie = hana.client.cookies[cookies.SESSION]
    out = hana.post("/sign-out", "/console")
    assert (out.status_code, out.headers["location"]) == (303, "/?told=signed_out")
    assert "サインアウトしました。" in hana.get("/?told=signed_out").text
    hana.client.cookies.set(cookies.SESSION, cookie, domain="city.test")
    assert not inside(hana)
    assert done(hana)[0] == ("hana", "account.sign_out", "account:hana")


def test_a_session_ends_after_four_idle_hours_and_after_twelve_in_all(hana: Browser):
    hana.signs_in("hana")
    for _ in range(3):
        later(hana.service, 3.9 * 3600)
        assert inside(hana)
    later(hana.service, 0.4 * 3600)
    assert not inside(hana)
    hana.signs_in("hana")
    later(hana.service, 4.1 * 3600)
    assert not inside(hana)


def test_a_removed_account_is_out_at_once_and_a_new_role_holds_at_once(hana: Browser):
    hana.signs_in("hana")
    assert hana.get("/console/audit").status_code == 403
    with writing(hana.service.engine) as connection:
        accounts.set_role(connection, "hana", Role.ADMINISTRATOR, NOW, "test")
    assert hana.get("/console/audit").status_code == 200
    with writing(hana.service.engine) as connection:
        accounts.add(connection, "boss", Role.ADMINISTRATOR, PASSWORD, NOW, "test")
        accounts.remove(connection, "hana", NOW, "test")
    assert not inside(hana)


def test_who_signs_in_anew_gets_another_cookie_and_the_old_one_is_over(hana: Browser):
    hana.signs_in("hana")
    old = hana.client.cookies[cookies.SESSION]
    hana.signs_in("hana")
    assert hana.client.cookies[cookies.SESSION] != old
    assert sign_ins.person(hana.service.engine, old, NOW) is None


@pytest.mark.parametrize("cookie", ["", "x", "é", "A" * 5_000, "'; drop table accounts --"])
def test_a_made_up_cookie_is_nobody(hana: Browser, cookie: str):
    header = {"Cookie": f"{cookies.SESSION}={cookie}".encode("latin-1")}
    answer = hana.client.get("/console", headers=header, follow_redirects=False)
    assert answer.status_code == 303


@pytest.mark.parametrize("given", ["", "forged", "form.x.y"])
def test_a_form_without_the_right_token_is_refused_with_the_reason(hana: Browser, given: str):
    hana.get("/sign-in")
    answer = hana.send("/sign-in", form_token=given, name="hana", password=PASSWORD)
    assert answer.status_code == 403
    assert "このサイトの画面から送られたものと確かめられませんでした" in answer.text
    assert not inside(hana)


def test_the_token_of_another_browser_is_forged(hana: Browser, browsers: Browsers):
    theirs = token(browsers().get("/sign-in"))
    hana.get("/sign-in")
    assert hana.send("/sign-in", form_token=theirs, name="hana", password=PASSWORD).status_code == 403


def test_a_token_from_before_signing_in_does_not_hold_afterwards(hana: Browser):
    before = token(hana.get("/sign-in"))
    hana.signs_in("hana")
    assert hana.send("/sign-out", form_token=before).status_code == 403
    assert inside(hana)


def test_a_form_that_was_open_too_long_is_stale(hana: Browser):
    shown = token(hana.get("/sign-in"))
    later(hana.service, form_token.LIFE.total_seconds() + 1)
    answer = hana.send("/sign-in", form_token=shown, name="hana", password=PASSWORD)
    assert (answer.status_code, "画面が古くなっています" in answer.text) == (409, True)


def test_a_form_of_a_session_that_has_ended_leads_to_the_sign_in_and_back(hana: Browser):
    hana.signs_in("hana")
    shown = token(hana.get("/console/password"))
    later(hana.service, 5 * 3600)
    hana.client.headers["Referer"] = "http://city.test/console/password?x=1"
    answer = hana.send("/console/password", form_token=shown, old=PASSWORD, new="n" * 20, again="n" * 20)
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/sign-in?back=%2Fconsole%2Fpassword%3Fx%3D1",
    )


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"\xff\xfe=1", 400), (b"name=%ff", 400), (b"name=a%00b", 400), (b"a=" + b"x" * 300_000, 413)],
)
def test_what_is_no_form_is_refused(hana: Browser, body: bytes, status: int):
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
    answer = hana.client.post("/sign-in", content=body, headers=headers, follow_redirects=False)
    assert (answer.status_code, "<h1>" in answer.text) == (status, True)


def test_hostile_names_are_shown_as_text(hana: Browser):
    page = hana.signs_in('"><script>alert(1)</script>')
    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text


def test_ones_own_password_is_changed_and_the_other_browsers_are_out(hana: Browser, browsers: Browsers):
    hana.signs_in("hana")
    elsewhere = browsers()
    elsewhere.signs_in("hana")
    new = "あたらしい合言葉です、ながい"
    answer = hana.post("/console/password", "/console/password", old=PASSWORD, new=new, again=new)
    assert answer.headers["location"] == "/console?told=password"
    assert inside(hana)
    assert not inside(elsewhere)
    assert elsewhere.signs_in("hana").status_code == 422
    assert elsewhere.signs_in("hana", new).status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "again", "why"),
    [
        ("wrong", "n" * 20, "n" * 20, "今のパスワードが違います。"),
        (PASSWORD, "n" * 20, "m" * 20, "2つの新しいパスワードが違います。"),
        (PASSWORD, "short", "short", "12文字以上にしてください。"),
        (PASSWORD, "n" * 300, "n" * 300, "長すぎます。"),
    ],
)
def test_a_password_that_cannot_be_changed_stays(hana: Browser, old: str, new: str, again: str, why: str):
    hana.signs_in("hana")
    answer = hana.post("/console/password", "/console/password", old=old, new=new, again=again)
    assert (answer.status_code, why in answer.text) == (422, True)
    assert 'aria-invalid="true"' in answer.text
    with reading(hana.service.engine) as connection:
        assert ("hana", "account.password") not in [(d.who, d.action) for d in audit.deeds(connection)]


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_what_it_may(browser: Browser, role: Role):
    signed_in(browser, role)
    assert inside(browser) == role.may(Role.VIEWER)
    answer = browser.get("/console/audit")
    assert answer.status_code == (200 if role is Role.ADMINISTRATOR else 403)
    assert ("「管理者」以上の権限が要ります" in answer.text) == (role is not Role.ADMINISTRATOR)
    assert ('href="/console/audit"' in browser.get("/console").text) == (role is Role.ADMINISTRATOR)


def test_a_refusal_is_written_in_the_readers_language(browser: Browser):
    signed_in(browser, Role.VIEWER)
    browser.get("/language/en")
    assert "It takes the role of administrator or more." in browser.get("/console/audit").text
