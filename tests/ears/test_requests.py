from random import Random

import pytest

from ears.booking_talk import office_words
from ears.frontend import sounds
from ears.requests import pause, request
from ears.symbols import labels


@pytest.fixture(scope="module")
def said() -> list[str]:
    office, rng = office_words(), Random(0)
    return [request(office, rng) for _ in range(300)]


def test_months_and_days_are_joined_by_a_particle_too(said: list[str]) -> None:
    assert sum("月の" in text for text in said) > 20


def test_some_callers_think_aloud_and_others_do_not(said: list[str]) -> None:
    assert 50 < sum("…" in text for text in said) < 200


def test_what_for_when_and_what_time_come_in_one_breath(said: list[str]) -> None:
    words = [word for word in office_words() if len(word) > 3]
    assert sum("時" in text and any(word in text for word in words) for text in said) > 40


def test_every_request_can_be_spoken_and_written_as_sounds(said: list[str]) -> None:
    assert all(labels(sounds(text)) for text in said[:60])


def test_who_does_not_hesitate_makes_no_pause() -> None:
    assert {pause(Random(seed), 0.0) for seed in range(20)} == {""}
