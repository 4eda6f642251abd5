"""What is set when the service is started, to look at; and how long calls are kept."""

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from voicebot.archive import retention
from voicebot.archive.retention import FEWEST, MOST
from voicebot.console import audit
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import form, page
from voicebot.console.refusal import STALE, Refusal
from voicebot.console.roles import Role
from voicebot.database import reading, writing
from voicebot.settings import Settings

HERE = "/console/settings/retention"

VARIABLES = {
    "office_file": "VOICEBOT_OFFICE",
    "database": "VOICEBOT_DATABASE",
    "var": "VOICEBOT_VAR",
    "asr": "VOICEBOT_ASR",
    "tts": "VOICEBOT_TTS",
    "rate": "VOICEBOT_RATE",
    "public_url": "VOICEBOT_PUBLIC_URL",
    "auth_token": "TWILIO_AUTH_TOKEN",
    "api_clients": "VOICEBOT_API_CLIENTS",
    "feed_key": "VOICEBOT_FEED_KEY",
    "phone_open": "VOICEBOT_PHONE",
}
"""Fields of the settings by their environment variables."""

_SECRET = ("auth_token", "feed_key")


def environment(ask: Ask) -> View:
    settings = ask.service.settings
    rows = [(name, variable, _shown(ask, settings, name)) for name, variable in VARIABLES.items()]
    return View("settings/service.html", {"rows": rows})


def _shown(ask: Ask, settings: Settings, name: str) -> str:
    """No secret, and no password of a database."""
    value = getattr(settings, name)
    if name in _SECRET:
        return ask.words("settings.service.set" if value else "settings.service.unset")
    if name == "api_clients":
        return ask.words("shell.comma").join(client.name for client in value) or ask.words("settings.none")
    if name == "database" and "://" in value:
        try:
            return make_url(value).render_as_string(hide_password=True)
        except ArgumentError:
            return ask.words("settings.service.set")
    if isinstance(value, bool):
        return ask.words("settings.yes" if value else "settings.no")
    return str(value) or ask.words("settings.service.first_value")


def shown(ask: Ask) -> View:
    with reading(ask.engine) as connection:
        known = retention.kept(connection)
    given = {name: "" if (days := getattr(known, name)) is None else str(days) for name in _DAYS}
    return _form(ask, known, given)


_DAYS = ("audio_days", "record_days")


def _form(
    ask: Ask,
    known: retention.Retention,
    given: dict[str, str],
    wrong: dict[str, str] | None = None,
    effect: tuple[int, int] | None = None,
) -> View:
    values = {"known": known, "given": given, "wrong": wrong or {}, "effect": effect}
    values |= {"can": ask.may(Role.ADMINISTRATOR), "fewest": FEWEST, "most": MOST}
    return View("settings/retention.html", values, 422 if wrong else 200)


def taken(ask: Ask) -> View | Go:
    with reading(ask.engine) as connection:
        known = retention.kept(connection)
    _unchanged(ask, known)
    given = {name: ask.form.get(name, "").strip() for name in _DAYS}
    days = {name: _days(text) for name, text in given.items()}
    wrong = {name: "wrong" for name in _DAYS if given[name] and days[name] is None}
    audio, record = days["audio_days"], days["record_days"]
    if not wrong and record is not None and audio is not None and audio > record:
        wrong = {"audio_days": "order"}
    if wrong:
        return _form(ask, known, given, wrong)
    if ask.form.get("step") != "save":
        calls, today = ask.service.settings.calls, ask.now.date()
        gone = set(retention.outdated(calls, record, today))
        quiet = [path for path in retention.silenced(calls, audio, today) if path not in gone]
        return _form(ask, known, given, effect=(len(quiet), len(gone)))
    with writing(ask.engine) as connection:
        now = retention.kept(connection)
        _unchanged(ask, now)
        if (now.audio_days, now.record_days) == (audio, record):
            return Go(HERE, told="settings_same")
        retention.keep(connection, audio, record, ask.name, ask.now)
        before = {name: getattr(now, name) for name in _DAYS}
        audit.record(connection, ask.now, ask.name, "retention.change", "retention", before, days)
    return Go(HERE, told="settings_retention")


def _unchanged(ask: Ask, known: retention.Retention) -> None:
    if ask.form.get("revision", "") != str(known.revision):
        raise Refusal(STALE, "changed_meanwhile")


def _days(text: str) -> int | None:
    """None: for ever, or no number that can be used."""
    if not text.isascii() or not text.isdigit() or len(text) > 5:
        return None
    return int(text) if FEWEST <= int(text) <= MOST else None


routes = [
    page("/console/settings/service", environment, needs=Role.CLERK),
    page(HERE, shown, needs=Role.CLERK),
    form(HERE, taken, needs=Role.ADMINISTRATOR),
]
