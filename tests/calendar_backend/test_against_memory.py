"""The calendar against a plain one in memory; `make bench-calendar` runs many more sequences."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import Engine

from bench.calendar_machine import machine


def test_after_any_sequence_of_requests_it_stands_as_a_plain_calendar_would(engine: Engine) -> None:
    run_state_machine_as_test(
        machine(engine),
        settings=settings(
            max_examples=20,
            stateful_step_count=20,
            deadline=None,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
