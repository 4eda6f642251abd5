"""What every request of the API can use."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from calendar_backend import OfficeCalendar, OfficeFile
from calendar_backend.city import CityCalendar
from voicebot.api.client import Client
from voicebot.api.guard import authenticated, clerk
from voicebot.clock import Clock

_bearer = HTTPBearer(auto_error=False, description="voicebot token で作ったトークン")


@dataclass(frozen=True)
class Context:
    """The calendar as the API sees it, and who may ask."""

    city: CityCalendar
    clock: Clock
    clients: tuple[Client, ...] = ()

    def now(self) -> datetime:
        return self.clock.now()

    def calendar(self, office_id: str) -> OfficeCalendar:
        """Raises UnknownOffice, DatabaseUnusable."""
        return self.city.at(office_id)

    def fresh(self, office_id: str) -> OfficeFile:
        """The office as the database has it now. Raises UnknownOffice, DatabaseUnusable."""
        calendar = self.city.at(office_id)
        calendar.refresh()
        return calendar.office


def context(request: Request) -> Context:
    found: Context = request.app.state.context
    return found


def client(
    context: Annotated[Context, Depends(context)],
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Client:
    """The client that asks. Raises Refusal (401)."""
    return authenticated(context.clients, given.credentials if given else None)


def for_clerk(client: Annotated[Client, Depends(client)]) -> Client:
    """The client that asks for a clerk. Raises Refusal (401, 403)."""
    return clerk(client)


Known = Annotated[Context, Depends(context)]
Asking = Annotated[Client, Depends(client)]
Clerk = Annotated[Client, Depends(for_clerk)]
