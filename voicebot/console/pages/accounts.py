"""Who may sign in: the list, and a page for each."""

from sqlalchemy import Connection

from voicebot.console import accounts, passwords
from voicebot.console.accounts import Account, BadAccount
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import form, page
from voicebot.console.passwords import BadPassword
from voicebot.console.refusal import FORBIDDEN, NOT_FOUND, STALE, Refusal
from voicebot.console.roles import Role
from voicebot.database import reading, writing

LIST = "/console/accounts"


def listed(ask: Ask) -> View:
    return _list(ask, {})


def added(ask: Ask) -> View | Go:
    name, password = ask.form.get("name", "").strip(), ask.form.get("password", "")
    role = ask.form.get("role", "")
    try:
        chosen = _role(role)
        with writing(ask.engine) as connection:
            accounts.add(connection, name, chosen, password, ask.now, ask.name)
    except (BadAccount, BadPassword) as error:
        wrong = {_field(error): accounts.problem(ask.words, error)}
        return _list(ask, wrong, name, role)
    return Go(LIST, "account_added")


def shown(ask: Ask) -> View:
    return _one(ask, {})


def role_set(ask: Ask) -> View | Go:
    try:
        role = _role(ask.form.get("role", ""))
        with writing(ask.engine) as connection:
            account = _as_shown(ask, connection)
            if role is not account.role:
                accounts.set_role(connection, account.name, role, ask.now, ask.name)
    except BadAccount as error:
        return _one(ask, {"role": accounts.problem(ask.words, error)})
    return Go(_address(account), "account_role")


def password_set(ask: Ask) -> View | Go:
    """Raises Refusal for one's own: that takes the old one."""
    if ask.param("name") == ask.name:
        raise Refusal(FORBIDDEN, "own_password")
    try:
        with writing(ask.engine) as connection:
            account = _as_shown(ask, connection)
            new = ask.form.get("password", "")
            accounts.set_password(connection, account.name, new, ask.now, ask.name)
    except BadPassword as error:
        return _one(ask, {"password": accounts.problem(ask.words, error)})
    return Go(_address(account), "account_password")


def signed_out(ask: Ask) -> Go:
    with writing(ask.engine) as connection:
        account = _as_shown(ask, connection)
        accounts.sign_out(connection, account.name, ask.now, ask.name)
    return Go(_address(account), "account_signed_out")


def removed(ask: Ask) -> View | Go:
    """Raises Refusal for oneself."""
    if ask.param("name") == ask.name:
        raise Refusal(FORBIDDEN, "own_account")
    if ask.form.get("sure") != "yes":
        return _one(ask, {"sure": ask.words("accounts.remove_unsure")})
    try:
        with writing(ask.engine) as connection:
            account = _as_shown(ask, connection)
            accounts.remove(connection, account.name, ask.now, ask.name)
    except BadAccount as error:
        return _one(ask, {"sure": accounts.problem(ask.words, error)})
    return Go(LIST, "account_removed")


def _as_shown(ask: Ask, connection: Connection) -> Account:
    """The account of the address, as it was when the page was made. Raises Refusal."""
    accounts.lock(connection, ask.param("name"))
    try:
        account = accounts.one(connection, ask.param("name"), ask.now)
    except BadAccount:
        raise Refusal(STALE, "changed_meanwhile") from None
    if account.version != ask.form.get("version", ""):
        raise Refusal(STALE, "changed_meanwhile")
    return account


def _role(chosen: str) -> Role:
    """Raises BadAccount."""
    try:
        return Role(chosen)
    except ValueError:
        raise BadAccount("bad_role") from None


def _field(error: BadAccount | BadPassword) -> str:
    if isinstance(error, BadPassword):
        return "password"
    return "role" if str(error) == "bad_role" else "name"


def _address(account: Account) -> str:
    return f"{LIST}/{account.name}"


def _list(ask: Ask, wrong: dict[str, str], name: str = "", role: str = Role.VIEWER) -> View:
    with reading(ask.engine) as connection:
        known = accounts.all_of(connection, ask.now)
    values = {"accounts": known, "wrong": wrong, "name": name, "role": role}
    return View("accounts/list.html", values | {"shortest": passwords.SHORTEST}, 422 if wrong else 200)


def _one(ask: Ask, wrong: dict[str, str]) -> View:
    """Raises Refusal."""
    with reading(ask.engine) as connection:
        try:
            account = accounts.one(connection, ask.param("name"), ask.now)
        except BadAccount:
            raise Refusal(NOT_FOUND, "not_found") from None
    values = {"account": account, "own": account.name == ask.name, "wrong": wrong}
    return View("accounts/one.html", values | {"shortest": passwords.SHORTEST}, 422 if wrong else 200)


routes = [
    page(LIST, listed, needs=Role.ADMINISTRATOR, nav="accounts.nav"),
    form(LIST, added, needs=Role.ADMINISTRATOR),
    page(f"{LIST}/{{name}}", shown, needs=Role.ADMINISTRATOR),
    form(f"{LIST}/{{name}}/role", role_set, needs=Role.ADMINISTRATOR),
    form(f"{LIST}/{{name}}/password", password_set, needs=Role.ADMINISTRATOR),
    form(f"{LIST}/{{name}}/sign-out", signed_out, needs=Role.ADMINISTRATOR),
    form(f"{LIST}/{{name}}/remove", removed, needs=Role.ADMINISTRATOR),
]
