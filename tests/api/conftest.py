"""The API over a small office in a real database."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from calendar_backend import load_into, open_database
from calendar_backend.city import CityCalendar
from tests.calendar_backend.conftest import database, path
from tests.calendar_backend.small_office import NOW, small_office
from voicebot.api.app import mounted
from voicebot.api.client import Client, Right, digest
from voicebot.api.context import Context
from voicebot.clock import PinnedClock

__all__ = ["database", "path"]

WEB, CLERK = "web-token", "clerk-token"
CLIENTS = (Client("web", Right.BOOK, digest(WEB)), Client("clerk", Right.CLERK, digest(CLERK)))


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    engine = open_database(database)
    load_into(engine, small_office())
    yield engine
    engine.dispose()


@pytest.fixture
def app(engine: Engine) -> Starlette:
    return Starlette(routes=[mounted(Context(CityCalendar(engine), PinnedClock(NOW), CLIENTS))])


@pytest.fixture
def nobody(app: Starlette) -> Iterator[TestClient]:
    """Asks without a token."""
    with TestClient(app, base_url="http://city.test/api/") as made:
        yield made


@pytest.fixture
def web(app: Starlette) -> Iterator[TestClient]:
    """The city's web booking."""
    with TestClient(
        app, base_url="http://city.test/api/", headers={"Authorization": f"Bearer {WEB}"}
    ) as made:
        yield made


@pytest.fixture
def clerk(app: Starlette) -> Iterator[TestClient]:
    with TestClient(
        app, base_url="http://city.test/api/", headers={"Authorization": f"Bearer {CLERK}"}
    ) as made:
        yield made
