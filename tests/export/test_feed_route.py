"""The feed's secret address."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import icalendar
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from calendar_backend import OfficeCalendar, load_into, open_database
from tests.calendar_backend.small_office import NOW, at, small_office
from voicebot.clock import PinnedClock
from voicebot.export import feed_address, feed_route
from voicebot.settings import Settings

SETTINGS = Settings(feed_key="長い秘密")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[SimpleNamespace]:
    """What the route needs of a service."""
    engine = open_database(tmp_path / "calendar.db")
    load_into(engine, small_office())
    yield SimpleNamespace(settings=SETTINGS, engine=engine, clock=PinnedClock(NOW))
    engine.dispose()


@pytest.fixture
def client(served: SimpleNamespace) -> TestClient:
    app = Starlette(routes=feed_route.routes)
    app.state.service = served
    return TestClient(app)


def path(counter: str, settings: Settings = SETTINGS) -> str:
    return feed_address.path(settings, "small", counter)


def test_the_bookings_of_a_counter_are_read_at_its_address(client: TestClient, served: SimpleNamespace):
    calendar = OfficeCalendar(served.engine, "small")
    booking = calendar.book("both", at("2026-12-04T10:00"), "+81935551234", "CA1", NOW)
    calendar.book("short", at("2026-12-04T11:00"), "", "CA2", NOW)
    calendar.cancel(calendar.book("both", at("2026-12-04T12:00"), "", "CA3", NOW).number, None, NOW)
    answer = client.get(path("wide"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.headers["cache-control"] == "private, no-cache"
    (event,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert (event.start, event["SUMMARY"]) == (booking.start, f"両方の名 {booking.number}")


@pytest.mark.parametrize(
    "wrong",
    [
        path("wide")[:-5] + "A.ics",
        path("wide").replace("/wide/", "/desk/"),
        path("wide", Settings(feed_key="")),
        path("wide", Settings(feed_key="別の秘密")),
        path("nothing"),
        feed_address.path(SETTINGS, "nowhere", "wide"),
        "/feeds/small/wide/ひみつ.ics",
    ],
)
def test_every_other_address_is_nowhere(client: TestClient, wrong: str):
    answer = client.get(wrong)
    assert (answer.status_code, answer.text) == (404, "この番地に予定表はありません。\n")


def test_without_a_key_there_are_no_feeds(client: TestClient, served: SimpleNamespace):
    served.settings = Settings(feed_key="")
    assert client.get(path("wide", Settings(feed_key=""))).status_code == 404


def test_a_database_that_is_gone_is_told(client: TestClient, tmp_path: Path):
    (tmp_path / "calendar.db").unlink()
    answer = client.get(path("wide"))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
