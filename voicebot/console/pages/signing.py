"""Signing in and out, the language, and one's own password."""

import logging
from datetime import timedelta

from starlette.responses import RedirectResponse, Response

from voicebot.console import accounts, audit, cookies, passwords, sign_ins
from voicebot.console.addresses import back_to
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import form, page
from voicebot.console.refusal import BUSY, NOT_FOUND, Refusal
from voicebot.console.roles import SIGNED_IN, Role
from voicebot.console.words import LANGUAGES
from voicebot.database import reading, writing

log = logging.getLogger(__name__)


STAFF_FIRST, COUNTER_FIRST = "/console", "/desk"


def _first(role: Role) -> str:
    """Where somebody begins."""
    return STAFF_FIRST if role.may(Role.VIEWER) else COUNTER_FIRST


def asked(ask: Ask) -> View:
    with reading(ask.engine) as connection:
        some = accounts.any_exist(connection)
    return View(
        "sign_in.html",
        {"back": back_to(ask.query("back"), STAFF_FIRST), "complaint": "", "name": "", "some": some},
    )


def sign_in(ask: Ask) -> Response | View:
    """The same words whether the name or the password is wrong. Raises Refusal when it was tried too often."""
    name, password = ask.form.get("name", "").strip(), ask.form.get("password", "")
    back = back_to(ask.form.get("back", ""), STAFF_FIRST)
    address = ask.request.client.host if ask.request.client else ""
    limits = (
        (ask.state.failed_here, (name, address)),
        (ask.state.failed_anywhere, name),
        (ask.state.failed_from, address),
    )
    waits = [wait for limit, key in limits if (wait := limit.wait(key, ask.now))]
    if waits:
        raise Refusal(BUSY, "too_often", minutes=max(waits) // timedelta(minutes=1) + 1)
    with reading(ask.engine) as connection:
        kept = accounts.password_of(connection, name)
    if not passwords.matches(kept, password):
        for limit, key in limits:
            limit.failed(key, ask.now)
        log.warning("sign-in failed, %s", "wrong password" if kept else "no such account")
        if kept:
            ask.record("account.sign_in_failed", f"account:{name}", after={"address": address})
        return View("sign_in.html", {"back": back, "complaint": "wrong", "name": name, "some": True}, 422)
    ask.state.failed_here.succeeded((name, address))
    with writing(ask.engine) as connection:
        role = accounts.one(connection, name, ask.now).role
        sign_ins.end(connection, cookies.read(ask.request, cookies.SESSION))
        cookie = sign_ins.begin(connection, name, ask.now)
        audit.record(connection, ask.now, name, "account.sign_in", f"account:{name}")
    response = RedirectResponse(_first(role) if back == STAFF_FIRST else back, 303)
    cookies.give(ask.request, response, cookies.SESSION, cookie)
    cookies.take_back(response, cookies.VISITOR)
    return response


def sign_out(ask: Ask) -> Response:
    with writing(ask.engine) as connection:
        sign_ins.end(connection, cookies.read(ask.request, cookies.SESSION))
        if ask.who:
            audit.record(connection, ask.now, ask.name, "account.sign_out", f"account:{ask.name}")
    response = RedirectResponse(Go("/", "signed_out").address, 303)
    cookies.take_back(response, cookies.SESSION)
    return response


def choose_language(ask: Ask) -> Response:
    chosen = ask.param("language")
    if chosen not in LANGUAGES:
        raise Refusal(NOT_FOUND, "not_found")
    response = RedirectResponse(back_to(ask.query("back"), "/"), 303)
    cookies.give(ask.request, response, cookies.LANGUAGE, chosen)
    return response


def password(ask: Ask) -> View:
    return _password("")


def set_password(ask: Ask) -> Response | View:
    """Everywhere else this account is signed out."""
    assert ask.who is not None
    old, new = ask.form.get("old", ""), ask.form.get("new", "")
    with reading(ask.engine) as connection:
        kept = accounts.password_of(connection, ask.name)
    limit, key = ask.state.failed_anywhere, ask.name
    if wait := limit.wait(key, ask.now):
        raise Refusal(BUSY, "too_often", minutes=wait // timedelta(minutes=1) + 1)
    complaint = ""
    if not passwords.matches(kept, old):
        limit.failed(key, ask.now)
        complaint = "wrong"
    elif new != ask.form.get("again", ""):
        complaint = "differ"
    try:
        if not complaint:
            with writing(ask.engine) as connection:
                accounts.set_password(connection, ask.name, new, ask.now, by=ask.name)
                cookie = sign_ins.begin(connection, ask.name, ask.now)
    except passwords.BadPassword as error:
        complaint = str(error)
    if complaint:
        return _password(complaint)
    response = RedirectResponse(Go(_first(ask.who.role), "password").address, 303)
    cookies.give(ask.request, response, cookies.SESSION, cookie)
    return response


def _password(complaint: str) -> View:
    limits = {"shortest": passwords.SHORTEST, "longest": passwords.LONGEST}
    return View("password.html", {"complaint": complaint, **limits}, 422 if complaint else 200)


routes = [
    page("/sign-in", asked, needs=None),
    form("/sign-in", sign_in, needs=None),
    form("/sign-out", sign_out, needs=None),
    page("/language/{language}", choose_language, needs=None),
    page("/console/password", password, needs=SIGNED_IN),
    form("/console/password", set_password, needs=SIGNED_IN),
]
