"""`voicebot user`."""

import io
from pathlib import Path

import pytest

from calendar_backend import open_database
from tests.conftest import Voicebot
from voicebot.console import accounts, audit, passwords
from voicebot.database import reading

PASSWORD = "a long enough password"


@pytest.fixture
def user(voicebot: Voicebot, monkeypatch: pytest.MonkeyPatch) -> Voicebot:
    """The command, with a password on its input."""

    def run(*args: str, typed: str = PASSWORD) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
        return voicebot("user", *args)

    return run


def test_an_account_is_added_listed_given_another_role_and_removed(user: Voicebot, tmp_path: Path):
    assert user("list")[1] == "利用者はまだいません。\n"
    assert user("add", "hana", "--role", "clerk")[:2] == (0, "できました。\n")
    assert user("list")[1] == "hana  窓口職員（clerk）\n"
    assert user("role", "hana", "--role", "viewer")[0] == 0
    assert user("list")[1] == "hana  閲覧者（viewer）\n"
    assert user("passwd", "hana", typed="another long password")[0] == 0
    engine = open_database(tmp_path / "var" / "voicebot.db")
    with reading(engine) as connection:
        assert passwords.matches(accounts.password_of(connection, "hana"), "another long password")
        assert [deed.action for deed in audit.deeds(connection)] == [
            "account.password",
            "account.role",
            "account.add",
        ]
    engine.dispose()
    assert user("remove", "hana")[0] == 0
    assert user("list")[1] == "利用者はまだいません。\n"


@pytest.mark.parametrize(
    ("args", "typed", "why"),
    [
        (("add", "花", "--role", "clerk"), PASSWORD, "英数字"),
        (("add", "-x", "--role", "clerk"), PASSWORD, ""),
        (("add", "a b", "--role", "clerk"), PASSWORD, "英数字"),
        (("add", "x" * 41, "--role", "clerk"), PASSWORD, "40字"),
        (("add", "taro", "--role", "clerk"), "short", "12文字以上"),
        (("add", "taro", "--role", "clerk"), "x" * 201, "200文字まで"),
        (("add", "HANA", "--role", "clerk"), PASSWORD, "もういます"),
        (("passwd", "nobody"), PASSWORD, "その利用者はいません"),
        (("remove", "nobody"), PASSWORD, "その利用者はいません"),
        (("role", "nobody", "--role", "clerk"), PASSWORD, "その利用者はいません"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    user: Voicebot, args: tuple[str, ...], typed: str, why: str
):
    user("add", "hana", "--role", "clerk")
    code, out, err = user(*args, typed=typed)
    assert (code, out) == (2, "")
    assert why in err
    assert user("list")[1] == "hana  窓口職員（clerk）\n"


def test_the_last_administrator_is_kept_here_too(user: Voicebot):
    user("add", "hana", "--role", "administrator")
    for command in (("remove", "hana"), ("role", "hana", "--role", "clerk")):
        code, _, err = user(*command)
        assert (code, "管理者がいなくなります" in err) == (2, True)
    user("add", "taro", "--role", "administrator")
    assert user("remove", "hana")[0] == 0


def test_a_role_there_is_not_is_told_with_those_there_are(user: Voicebot):
    code, _, err = user("add", "hana", "--role", "boss")
    assert code == 2
    assert "administrator" in err
