"""The API against its own description: whatever is sent, it answers as it says it does."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.applications import Starlette

from calendar_backend import load_into, open_database
from calendar_backend.city import CityCalendar
from tests.api.conftest import CLERK, CLIENTS
from tests.calendar_backend.small_office import NOW, small_office
from voicebot.api.app import mounted
from voicebot.api.context import Context
from voicebot.clock import PinnedClock

OPERATIONS = [
    ("GET", "/offices"),
    ("GET", "/procedures"),
    ("GET", "/availability"),
    ("POST", "/holds"),
    ("PUT", "/holds/{hold}"),
    ("DELETE", "/holds/{hold}"),
    ("POST", "/bookings"),
    ("GET", "/bookings/{number}"),
    ("PATCH", "/bookings/{number}"),
    ("DELETE", "/bookings/{number}"),
    ("POST", "/closures"),
]


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    engine = open_database(tmp_path_factory.mktemp("api") / "calendar.db")
    load_into(engine, small_office())
    app = Starlette(routes=[mounted(Context(CityCalendar(engine), PinnedClock(NOW), CLIENTS))])
    yield schemathesis.openapi.from_asgi("/api/openapi.json", app)
    engine.dispose()


def test_every_operation_is_tried(schema: Any):
    there = [(o.ok().method.upper(), o.ok().path) for o in schema.get_all_operations()]
    assert sorted(there) == sorted(OPERATIONS)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_as_described(schema: Any, method: str, path: str, mode: GenerationMode):
    operation = schema[path][method]

    @settings(
        max_examples=10,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def tried(case: schemathesis.Case):
        case.call_and_validate(
            headers={"Authorization": f"Bearer {CLERK}"}, excluded_checks=[positive_data_acceptance]
        )

    tried()
