import numpy as np
import pytest

from voicebot.speech.resampler import Doubler


def tone(hz: float, seconds: float = 1.0) -> np.ndarray:
    return (np.sin(np.arange(int(8_000 * seconds)) * 2 * np.pi * hz / 8_000) * 20_000).astype(np.int16)


@pytest.mark.parametrize("piece", [1, 160, 333])
def test_the_seams_between_pieces_are_not_in_the_sound(piece: int) -> None:
    sound = tone(440, 0.5)
    doubler = Doubler()
    pieces = [doubler.feed(sound[start : start + piece]) for start in range(0, len(sound), piece)]
    assert np.array_equal(np.concatenate(pieces), Doubler().feed(sound))


def test_each_frame_comes_back_at_once_and_twice_as_long() -> None:
    doubler = Doubler()
    assert [len(doubler.feed(np.zeros(n, np.int16))) for n in (160, 0, 160)] == [320, 0, 320]


@pytest.mark.parametrize("hz", [300, 1_000, 3_400])
def test_a_tone_of_the_telephone_band_keeps_its_strength_and_casts_no_image(hz: int) -> None:
    spectrum = np.abs(np.fft.rfft(Doubler().feed(tone(hz, 2))[16_000:] * np.hanning(16_000)))
    assert spectrum[hz] == pytest.approx(20_000 * 16_000 / 4, rel=0.01)
    assert spectrum[8_000 - hz] < spectrum[hz] * 1e-3


def test_the_sound_comes_two_milliseconds_late() -> None:
    click = np.zeros(160, np.int16)
    click[0] = 10_000
    assert int(np.argmax(Doubler().feed(click))) == 32
