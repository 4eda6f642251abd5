"""Settings: environment variables, with the command line on top."""

import os
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from voicebot.api.client import Client, Right

SLOWEST, FASTEST = 3.0, 9.0
"""mora/s"""


class BadSetting(Exception):
    """A setting that cannot be used. The message names it."""


def offices_in(text: str) -> tuple[str, ...]:
    """The paths in `a.yaml,b.yaml`."""
    return tuple(filter(None, map(str.strip, text.split(","))))


def _rate() -> float:
    text = _env("VOICEBOT_RATE", "5.5")
    try:
        rate = float(text)
    except ValueError:
        rate = 0.0
    if not SLOWEST <= rate <= FASTEST:
        raise BadSetting(f"VOICEBOT_RATE is {text!r}; give mora a second, from {SLOWEST} to {FASTEST}")
    return rate


def _clients() -> tuple[Client, ...]:
    found = []
    for entry in filter(None, map(str.strip, _env("VOICEBOT_API_CLIENTS").split(","))):
        match = re.fullmatch(r"([A-Za-z0-9_-]{1,40}):(book|clerk):([0-9a-f]{64})", entry)
        if not match:
            raise BadSetting(
                "VOICEBOT_API_CLIENTS has an entry that is not NAME:book:HASH or NAME:clerk:HASH; "
                "make one with 'voicebot token'"
            )
        found.append(Client(match[1], Right(match[2]), match[3]))
    return tuple(found)


def _public_url() -> str:
    text = _env("VOICEBOT_PUBLIC_URL").strip().rstrip("/")
    if text and not re.fullmatch(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", text, re.IGNORECASE):
        raise BadSetting(
            f"VOICEBOT_PUBLIC_URL is {text!r}; give an address like https://bot.example.jp or https://city.example.jp/bot"
        )
    return text


def _lines() -> int:
    text = _env("VOICEBOT_LINES", "0")
    if not re.fullmatch(r"[0-9]{1,4}", text):
        raise BadSetting(
            f"VOICEBOT_LINES is {text!r}; give how many calls are taken at once, or 0: as measured"
        )
    return int(text)


def _phone_open() -> bool:
    text = _env("VOICEBOT_PHONE")
    if text not in ("", "open"):
        raise BadSetting(f"VOICEBOT_PHONE is {text!r}; it is empty (only this machine) or 'open' (everybody)")
    return text == "open"


def _audiosocket() -> tuple[str, int] | None:
    text = _env("VOICEBOT_AUDIOSOCKET").strip()
    match = re.fullmatch(r"(?:\[?([^\[\]\s]+)\]?:)?(\d{1,5})", text)
    if text and (match is None or not 0 < int(match[2]) < 65_536):
        raise BadSetting(
            f"VOICEBOT_AUDIOSOCKET is {text!r}; give a port like 9092, or an address like 10.0.0.5:9092"
        )
    return (match[1] or "127.0.0.1", int(match[2])) if match else None


def _env(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


@dataclass(frozen=True)
class Settings:
    """Everything a service needs to be told."""

    host: str = "127.0.0.1"
    port: int = 8080
    var: Path = field(default_factory=lambda: Path(_env("VOICEBOT_VAR", "var")))
    """Where calls, rendered prompts and the database are kept."""

    database: str = field(default_factory=lambda: _env("VOICEBOT_DATABASE"))
    """SQLAlchemy URL or a file; empty: voicebot.db under `var`."""

    office_file: str = field(default_factory=lambda: _env("VOICEBOT_OFFICE"))
    """YAML of the office, or of several with commas between; empty: the demo office."""

    asr: str = field(default_factory=lambda: _env("VOICEBOT_ASR", "auto"))
    tts: str = field(default_factory=lambda: _env("VOICEBOT_TTS", "auto"))
    rate: float = field(default_factory=_rate)
    """Speech rate, mora/s."""

    public_url: str = field(default_factory=_public_url)
    """https://…, with a path where there is one, under which Twilio reaches this service; empty: taken from the request."""

    auth_token: str = field(default_factory=lambda: _env("TWILIO_AUTH_TOKEN"))
    audiosocket: tuple[str, int] | None = field(default_factory=_audiosocket)
    """Host and port where an Asterisk brings audio; None: nowhere."""

    asterisk_key: str = field(default_factory=lambda: _env("VOICEBOT_ASTERISK_KEY"))
    """What the dialplan shows; empty: only an Asterisk on this machine may ask."""

    api_clients: tuple[Client, ...] = field(default_factory=_clients)
    """Who may use the JSON API; none: nobody."""

    feed_key: str = field(default_factory=lambda: _env("VOICEBOT_FEED_KEY"))
    """Makes the secret addresses of the calendar feeds; empty: there are none."""

    lines: int = field(default_factory=_lines)
    """Calls taken at once; 0: as many as this machine is measured to serve at the start."""

    phone_open: bool = field(default_factory=_phone_open)
    """Whether other machines than this one may use the phone in the browser."""

    otlp: str = field(default_factory=lambda: _env("OTEL_EXPORTER_OTLP_ENDPOINT"))
    """Where OpenTelemetry's spans of calls go; empty: none are made."""

    now: datetime | None = None
    """Pins the clock."""

    @property
    def office_files(self) -> tuple[str, ...]:
        """Paths; empty: the demo office."""
        return offices_in(self.office_file)

    @property
    def calls(self) -> Path:
        """A folder a day, and in it one a call."""
        return self.var / "calls"

    @property
    def database_url(self) -> str:
        return self.database or str(self.var / "voicebot.db")
