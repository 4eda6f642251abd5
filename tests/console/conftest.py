"""The console over a small office in a real database: SQLite, or the server of VOICEBOT_TEST_DATABASE."""

import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from httpx2 import Response
from sqlalchemy import Engine
from starlette.testclient import TestClient

from calendar_backend import load_into, open_database
from tests.calendar_backend.conftest import database, path
from tests.calendar_backend.small_office import NOW, small_office
from voicebot import desks
from voicebot.app import make_app
from voicebot.clock import SteppedClock
from voicebot.console import accounts, cookies, passwords, sign_ins
from voicebot.console.roles import Role
from voicebot.database import migrate, writing
from voicebot.service import Service
from voicebot.settings import Settings
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer
from voicebot.speech.recognition_threads import ThreadedRecognition
from voicebot.telephony.parts import Parts

__all__ = ["database", "path"]

PASSWORD = "ことりが三羽とまっている"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same algorithm, made cheap."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def _filled(database: str) -> Engine:
    engine = open_database(database)
    migrate(engine)
    load_into(engine, small_office())
    return engine


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file to copy: migrating takes longer than most tests."""
    file = tmp_path_factory.mktemp("filled") / "calendar.db"
    _filled(f"sqlite:///{file}").dispose()
    return file


@pytest.fixture
def engine(database: str, filled: Path) -> Iterator[Engine]:
    if database.startswith("sqlite"):
        shutil.copy(filled, database.removeprefix("sqlite:///"))
        engine = open_database(database)
    else:
        engine = _filled(database)
    yield engine
    engine.dispose()


@pytest.fixture
def service(engine: Engine, tmp_path: Path) -> Iterator[Service]:
    """Everything but the sockets; its clock goes on when told."""
    office = small_office()
    with ThreadPoolExecutor(2) as pool:
        calendars = desks.Desks(desks.open_all(engine, [office]))
        offices = desks.offices([office], NOW.date())
        ears, voice = FakeRecognizer.hearing([]), FakeSynthesizer()
        parts = Parts(
            offices, ThreadedRecognition(ears, pool), voice, calendars, SteppedClock(NOW), 5.5, pool, pool
        )
        service = Service(Settings(var=tmp_path / "var", auth_token="", public_url=""), parts, engine)
        yield service
        service.indexing.close()


def later(service: Service, seconds: float) -> None:
    clock = service.clock
    assert isinstance(clock, SteppedClock)
    clock.advance(seconds)


@dataclass
class Browser:
    """Keeps cookies, follows nothing by itself, and sends forms as they were shown."""

    client: TestClient
    service: Service

    def get(self, address: str, **headers: str) -> Response:
        return self.client.get(address, headers={"Accept": "text/html", **headers}, follow_redirects=False)

    def post(self, address: str, on: str, **fields: str) -> Response:
        """Opens the page `on`, takes its form's token, and sends the fields to `address`."""
        return self.send(address, form_token=token(self.get(on)), **fields)

    def send(self, address: str, **fields: str) -> Response:
        return self.client.post(address, data=fields, headers={"Accept": "text/html"}, follow_redirects=False)

    def signs_in(self, name: str, password: str = PASSWORD, back: str = "/console") -> Response:
        return self.post("/sign-in", "/sign-in", name=name, password=password, back=back)


def token(page: Response) -> str:
    """Of the first form on a page."""
    found = re.search(r'name="form_token" value="([^"]+)"', page.text)
    assert found, page.text
    return unescape(found[1])


@pytest.fixture
def browsers(service: Service) -> Iterator[Callable[[], Browser]]:
    """Makes browsers on one running application."""
    app = make_app(service)
    opened: list[TestClient] = []

    def make() -> Browser:
        client = TestClient(app, base_url="http://city.test", raise_server_exceptions=False)
        opened.append(client.__enter__())
        return Browser(client, service)

    yield make
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def browser(browsers: Callable[[], Browser]) -> Browser:
    """Nobody is signed in."""
    return browsers()


def signed_in(browser: Browser, role: Role, now: datetime = NOW) -> Browser:
    """As an account that is named after its role."""
    with writing(browser.service.engine) as connection:
        accounts.add(connection, str(role), role, PASSWORD, now, "test")
        cookie = sign_ins.begin(connection, str(role), now)
    browser.client.cookies.set(cookies.SESSION, cookie, domain="city.test")
    return browser
