"""The page of those who may sign in."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine

from tests.calendar_backend.small_office import NOW
from tests.console.conftest import PASSWORD, Browser, later, signed_in
from voicebot.console import accounts, audit
from voicebot.console.roles import Role
from voicebot.database import reading, writing

Browsers = Callable[[], Browser]
PAGE = "/console/accounts"
NEW = "べつの、ずっと長い合言葉です。"


@pytest.fixture
def boss(browser: Browser) -> Browser:
    """An administrator's browser; hana and taro are there, too."""
    with writing(browser.service.engine) as connection:
        accounts.add(connection, "hana", Role.CLERK, PASSWORD, NOW, "test")
        accounts.add(connection, "taro", Role.VIEWER, PASSWORD, NOW, "test")
    return signed_in(browser, Role.ADMINISTRATOR)


def roles(browser: Browser) -> dict[str, Role]:
    with reading(browser.service.engine) as connection:
        return {one.name: one.role for one in accounts.all_of(connection, NOW)}


def last_deed(browser: Browser) -> tuple[str, str, str]:
    with reading(browser.service.engine) as connection:
        (deed,) = audit.deeds(connection, most=1)
        return deed.who, deed.action, deed.target


def version(browser: Browser, name: str) -> str:
    found = re.search(r'name="version" value="([^"]+)"', browser.get(f"{PAGE}/{name}").text)
    assert found
    return found[1]


def do(browser: Browser, name: str, what: str, **fields: str):
    """As the page of the account was shown a moment ago."""
    fields = {"version": version(browser, name), **fields}
    return browser.post(f"{PAGE}/{name}/{what}", f"{PAGE}/{name}", **fields)


def row(browser: Browser, name: str) -> str:
    found = re.search(rf"<tr>\s*<td[^>]*><a[^>]*>{name}</a>.*?</tr>", browser.get(PAGE).text, re.S)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])).strip()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.OPERATOR, Role.CLERK])
def test_only_an_administrator_sees_and_changes_accounts(browser: Browser, role: Role):
    signed_in(browser, role)
    assert browser.get(PAGE).status_code == 403
    assert browser.get(f"{PAGE}/{role}").status_code == 403
    sent = browser.post(PAGE, "/console/password", name="evil", role="administrator", password=PASSWORD)
    assert sent.status_code == 403
    assert roles(browser) == {str(role): role}


def test_the_list_tells_the_role_the_last_sign_in_and_how_many_browsers_are_signed_in(
    boss: Browser, browsers: Browsers
):
    assert row(boss, "hana") == "hana 窓口職員 まだありません 0台"
    later(boss.service, 60)
    browsers().signs_in("hana")
    browsers().signs_in("hana")
    assert row(boss, "hana") == "hana 窓口職員 2026年11月24日（火） 10:01 2台"
    later(boss.service, 5 * 3600)
    boss.signs_in("administrator")
    assert row(boss, "hana").endswith("10:01 0台")
    assert "administrator （あなた） 管理者" in row(boss, "administrator")


def test_an_account_is_added_and_can_sign_in(boss: Browser, browsers: Browsers):
    answer = boss.post(PAGE, PAGE, name=" jiro@shimin ", role="operator", password=NEW)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?told=account_added")
    assert "利用者を追加しました。" in boss.get(answer.headers["location"]).text
    assert last_deed(boss) == ("administrator", "account.add", "account:jiro@shimin")
    assert browsers().signs_in("jiro@shimin", NEW).status_code == 303
    assert "jiro@shimin" in boss.get(f"{PAGE}/jiro@shimin").text


@pytest.mark.parametrize(
    ("name", "role", "password", "why"),
    [
        ("花子", "clerk", PASSWORD, "英数字で始め"),
        ("", "clerk", PASSWORD, "英数字で始め"),
        ("=cmd()", "clerk", PASSWORD, "英数字で始め"),
        ("x" * 41, "clerk", PASSWORD, "40字まで"),
        ("a/../b", "clerk", PASSWORD, "英数字で始め"),
        ("HANA", "clerk", PASSWORD, "その利用者はもういます"),
        ("jiro", "clerk", "short", "12文字以上にしてください。"),
        ("jiro", "clerk", " 　" * 8, "12文字以上にしてください。"),
        ("jiro", "clerk", "x" * 201, "200文字までにしてください。"),
        ("jiro", "", PASSWORD, "権限を選んでください。"),
        ("jiro", "root", PASSWORD, "権限を選んでください。"),
        ('"><script>', "clerk", PASSWORD, "英数字で始め"),
    ],
)
def test_an_account_that_cannot_be_is_told_at_the_field_and_nothing_typed_is_lost_but_the_password(
    boss: Browser, name: str, role: str, password: str, why: str
):
    before = roles(boss)
    answer = boss.post(PAGE, PAGE, name=name, role=role, password=password)
    assert answer.status_code == 422
    assert re.search(f'class="wrong" id="[a-z]+-wrong">[^<]*{why}', answer.text)
    assert "<script>" not in answer.text
    assert password not in answer.text
    if name == "jiro":
        assert 'value="jiro"' in answer.text
    assert roles(boss) == before


def test_another_role_holds_at_once_and_is_on_record(boss: Browser, browsers: Browsers):
    hana = browsers()
    hana.signs_in("hana")
    assert do(boss, "hana", "role", role="administrator").headers["location"] == (
        f"{PAGE}/hana?told=account_role"
    )
    assert last_deed(boss) == ("administrator", "account.role", "account:hana")
    assert hana.get(PAGE).status_code == 200


def test_the_role_that_is_held_already_is_no_change(boss: Browser):
    before = last_deed(boss)
    assert do(boss, "hana", "role", role="clerk").status_code == 303
    assert last_deed(boss) == before


@pytest.mark.parametrize("role", ["", "root", "ADMINISTRATOR"])
def test_a_role_there_is_not_is_refused(boss: Browser, role: str):
    answer = do(boss, "hana", "role", role=role)
    assert (answer.status_code, "権限を選んでください。" in answer.text) == (422, True)


def test_signing_out_everywhere_ends_every_browser(boss: Browser, browsers: Browsers):
    one, two = browsers(), browsers()
    one.signs_in("hana")
    two.signs_in("hana")
    assert do(boss, "hana", "sign-out").status_code == 303
    assert [browser.get("/console").status_code for browser in (one, two, boss)] == [303, 303, 200]
    assert last_deed(boss) == ("administrator", "account.sign_out_all", "account:hana")


def test_a_new_password_signs_out_and_the_old_one_is_over(boss: Browser, browsers: Browsers):
    hana = browsers()
    hana.signs_in("hana")
    assert do(boss, "hana", "password", password="short").status_code == 422
    assert hana.get("/console").status_code == 200
    answer = do(boss, "hana", "password", password=NEW)
    assert (answer.status_code, NEW in boss.get(answer.headers["location"]).text) == (303, False)
    assert hana.get("/console").status_code == 303
    assert hana.signs_in("hana").status_code == 422
    assert hana.signs_in("hana", NEW).status_code == 303


def test_an_account_is_removed_only_when_that_is_meant(boss: Browser, browsers: Browsers):
    hana = browsers()
    hana.signs_in("hana")
    unsure = do(boss, "hana", "remove")
    assert (unsure.status_code, "しるしを付けてください" in unsure.text) == (422, True)
    assert do(boss, "hana", "remove", sure="yes").headers["location"] == f"{PAGE}?told=account_removed"
    assert hana.get("/console").status_code == 303
    assert boss.get(f"{PAGE}/hana").status_code == 404
    assert last_deed(boss) == ("administrator", "account.remove", "account:hana")


def test_nobody_removes_himself_or_sets_his_password_without_the_old_one(boss: Browser):
    assert 'action="/console/accounts/administrator/remove"' not in boss.get(f"{PAGE}/administrator").text
    answer = do(boss, "administrator", "remove", sure="yes")
    assert (answer.status_code, "ほかの管理者に頼んでください" in answer.text) == (403, True)
    assert do(boss, "administrator", "password", password=NEW).status_code == 403
    assert "administrator" in roles(boss)


def test_the_last_administrator_stays_one(boss: Browser):
    answer = do(boss, "administrator", "role", role="clerk")
    assert (answer.status_code, "管理者がいなくなります" in answer.text) == (422, True)
    do(boss, "hana", "role", role="administrator")
    assert do(boss, "administrator", "role", role="clerk").status_code == 303
    assert boss.get(PAGE).status_code == 403
    with (
        pytest.raises(accounts.BadAccount, match="last_administrator"),
        writing(boss.service.engine) as connection,
    ):
        accounts.remove(connection, "hana", NOW, "command")
    assert roles(boss)["hana"] is Role.ADMINISTRATOR


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("role", {"role": "operator"}),
        ("password", {"password": NEW}),
        ("sign-out", {}),
        ("remove", {"sure": "yes"}),
    ],
)
@pytest.mark.parametrize("first", ["role", "password", "removed", "another"])
def test_the_second_of_two_administrators_is_told(
    boss: Browser, what: str, fields: dict[str, str], first: str
):
    shown = version(boss, "hana")
    with writing(boss.service.engine) as connection:
        match first:
            case "role":
                accounts.set_role(connection, "hana", Role.VIEWER, NOW, "other")
            case "password":
                accounts.set_password(connection, "hana", NEW, NOW, "other")
            case "removed":
                accounts.remove(connection, "hana", NOW, "other")
            case "another":
                accounts.remove(connection, "hana", NOW, "other")
                accounts.add(connection, "hana", Role.CLERK, PASSWORD, NOW, "other")
    before, deed = roles(boss), last_deed(boss)
    answer = boss.post(f"{PAGE}/hana/{what}", PAGE, version=shown, **fields)
    assert (answer.status_code, "ほかの人が先に変更しました" in answer.text) == (409, True)
    assert (roles(boss), last_deed(boss)) == (before, deed)


@pytest.mark.parametrize("what", ["role", "password", "sign-out", "remove"])
def test_a_form_without_what_was_shown_changes_nothing(boss: Browser, what: str):
    answer = boss.post(f"{PAGE}/hana/{what}", PAGE, role="viewer", password=NEW, sure="yes")
    assert answer.status_code == 409
    assert roles(boss)["hana"] is Role.CLERK


def test_two_administrators_who_demote_each_other_at_once_leave_one(engine: Engine):
    with writing(engine) as connection:
        for name in ("one", "two"):
            accounts.add(connection, name, Role.ADMINISTRATOR, PASSWORD, NOW, "test")

    def demote(name: str) -> str:
        try:
            with writing(engine) as connection:
                accounts.set_role(connection, name, Role.CLERK, NOW, "test")
        except accounts.BadAccount as error:
            return str(error)
        return "done"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(demote, ("one", "two"))) == ["done", "last_administrator"]
