import numpy as np
import pytest

from voicebot.speech import mastering, pace


class Tone:
    """An engine that sounds for `seconds / speed ** response`."""

    def __init__(self, seconds: float, response: float = 1.0) -> None:
        self.seconds, self.response, self.speeds = seconds, response, list[float]()

    def __call__(self, speed: float) -> tuple[mastering.Samples, int]:
        self.speeds.append(speed)
        beat = np.arange(round(8_000 * self.seconds / speed**self.response)) / 8_000
        return np.sin(2 * np.pi * 440 * beat).astype(np.float32), 8_000


def test_an_engine_that_keeps_its_pace_renders_once() -> None:
    engine = Tone(seconds=2)
    audio = pace.paced(engine, morae=16, rate=5.5, natural=8.0)
    assert len(engine.speeds) == 1
    assert 16 / mastering.sounding_seconds(audio) == pytest.approx(5.5 * mastering.ARTICULATION, rel=0.02)


@pytest.mark.parametrize("response", [0.6, 1.2])
def test_an_engine_that_misses_is_corrected_by_what_was_measured(response: float) -> None:
    engine = Tone(seconds=2, response=response)
    audio = pace.paced(engine, morae=16, rate=5.5, natural=12.0)
    assert len(engine.speeds) > 1
    assert 16 / mastering.sounding_seconds(audio) == pytest.approx(
        5.5 * mastering.ARTICULATION, rel=pace.TOLERANCE
    )


def test_an_engine_that_stays_silent_is_not_asked_again() -> None:
    engine = Tone(seconds=0)
    assert pace.paced(engine, morae=16, rate=5.5, natural=8.0) == b""
    assert len(engine.speeds) == 1
