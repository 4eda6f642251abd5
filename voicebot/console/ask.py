"""What a page is asked, and what it may answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import Engine
from starlette.datastructures import ImmutableMultiDict
from starlette.requests import Request

from voicebot.console import audit
from voicebot.console.form import File, Form
from voicebot.console.roles import SIGNED_IN, Needs
from voicebot.console.sign_ins import Person
from voicebot.console.state import ConsoleState
from voicebot.console.words import Words
from voicebot.database import writing
from voicebot.service import Service


@dataclass(frozen=True)
class Ask:
    """A request, as a page sees it. Handlers run in a thread of their own and may block."""

    request: Request
    service: Service
    state: "ConsoleState"
    now: datetime
    words: Words
    who: Person | None = None
    """Never None on a page that needs a role."""
    form: Form = field(default_factory=ImmutableMultiDict)
    files: Mapping[str, File] = field(default_factory=dict)
    """By the name of the field; a form with `enctype="multipart/form-data"` sends one at most."""

    @property
    def engine(self) -> Engine:
        return self.service.engine

    @property
    def name(self) -> str:
        """The account's, for logs and for `by=`; empty: nobody is signed in."""
        return self.who.name if self.who else ""

    def may(self, needed: Needs) -> bool:
        return self.who is not None and (needed == SIGNED_IN or self.who.role.may(needed))

    def param(self, name: str) -> str:
        """A part of the path."""
        return str(self.request.path_params[name])

    def query(self, name: str) -> str:
        """Empty where it was not given."""
        return self.request.query_params.get(name, "").replace("\0", "")

    def record(
        self,
        action: str,
        target: str,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
    ) -> None:
        """Writes a line to the audit log, for what happened in another transaction. Raises DatabaseUnusable."""
        with writing(self.engine) as connection:
            audit.record(connection, self.now, self.name, action, target, before, after)


@dataclass(frozen=True)
class View:
    """A template and what it shows."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True)
class Go:
    """To another page, after a form was taken. `told`: a key of the texts below `told`, shown there."""

    path: str
    told: str = ""
    at: str = ""
    """The id of the element to go to there."""

    @property
    def address(self) -> str:
        told = f"{'&' if '?' in self.path else '?'}{urlencode({'told': self.told})}" if self.told else ""
        return f"{self.path}{told}{f'#{self.at}' if self.at else ''}"
