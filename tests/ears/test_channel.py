import dataclasses

import numpy as np
import pytest

from ears import channel
from ears.channel import FRAME, Line
from voicebot.speech import mulaw

RATE = 16_000


def tone(hertz: float, seconds: float = 1.0) -> channel.Signal:
    return np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)


def through(line: Line, speech: channel.Signal, seed: int = 0) -> np.ndarray:
    return (
        channel.through(line, speech, RATE, np.random.default_rng(seed), [speech]).astype(np.float64) / 32_768
    )


def level_db(samples: np.ndarray) -> float:
    return float(10 * np.log10(np.mean(samples[3_000:7_000] ** 2)))


def test_the_level_is_the_one_asked_for() -> None:
    assert level_db(through(Line(level_dbfs=-23), tone(1_000))) == pytest.approx(-23, abs=0.5)


def test_what_lies_outside_the_telephone_band_is_gone() -> None:
    assert level_db(through(Line(), tone(60))) < level_db(through(Line(), tone(1_000))) - 25


def test_the_noise_has_the_distance_asked_for() -> None:
    quiet, noisy = Line(low_hz=10, high_hz=3_990), Line(low_hz=10, high_hz=3_990, noise="white", snr_db=10)
    added = through(noisy, tone(1_000)) - through(quiet, tone(1_000))
    assert level_db(added) == pytest.approx(-30, abs=1)


@pytest.mark.parametrize("noise", ["white", "pink", "babble", "hum"])
def test_every_noise_is_heard(noise: channel.Noise) -> None:
    lead = through(Line(noise=noise, snr_db=10), tone(500))[:1_600]
    assert 10 * np.log10(np.mean(lead**2)) > -40


def test_only_what_mu_law_carries_comes_out() -> None:
    pcm = channel.through(Line(codings=2), tone(700), RATE, np.random.default_rng(0))
    assert (mulaw.decode(mulaw.encode(pcm)) == pcm).all()


def test_lost_packets_are_whole_and_as_many_as_asked_for() -> None:
    sound = np.full(FRAME * 20_000, 1_000, np.int16)
    kept = channel.lose(sound, 0.03, np.random.default_rng(0)).reshape(-1, FRAME)
    gone = (kept == 0).all(axis=1)
    assert (kept[~gone] == 1_000).all()
    assert gone.mean() == pytest.approx(0.03, abs=0.004)


def test_nothing_is_lost_on_a_good_line() -> None:
    sound = np.arange(1_000, dtype=np.int16)
    assert (channel.lose(sound, 0.0, np.random.default_rng(0)) == sound).all()


def test_a_larger_speaker_takes_longer() -> None:
    plain, large = (through(Line(warp=warp), tone(500)) for warp in (1.0, 1.15))
    assert len(large) - len(plain) == pytest.approx(0.15 * channel.RATE, abs=2)


def test_a_room_rings_on_after_the_speaker() -> None:
    silence = Line(tail_s=0.5, hiss_dbfs=-90)
    dry, wet = (
        through(silence, tone(500)),
        through(dataclasses.replace(silence, reverberation_s=0.5), tone(500)),
    )
    after = slice(-3_600, -3_000)
    assert np.mean(wet[after] ** 2) > 100 * np.mean(dry[after] ** 2)


def third_harmonic_db(wave: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(wave[3_000:7_000] * np.hanning(4_000)))
    return float(20 * np.log10(spectrum[750] / spectrum[250]))


def test_clipping_adds_harmonics() -> None:
    clipped, plain = (through(Line(clip=clip), tone(500)) for clip in (0.3, 1.0))
    assert third_harmonic_db(clipped) > -15
    assert third_harmonic_db(plain) < -35


def test_the_same_draw_makes_the_same_call() -> None:
    first, second = (channel.draw(np.random.default_rng(3)) for _ in range(2))
    assert first == second
    assert (through(first, tone(400), 5) == through(second, tone(400), 5)).all()


def test_draws_cover_clean_and_troubled_lines() -> None:
    rng = np.random.default_rng(0)
    lines = [channel.draw(rng) for _ in range(300)]
    assert {line.noise for line in lines} == {"none", "white", "pink", "babble"}
    assert 0.2 < np.mean([line.lost > 0 for line in lines]) < 0.35
    assert min(line.snr_db for line in lines if line.noise != "none") < 8


def test_hum_stands_out_of_its_hiss_at_harmonics_of_the_mains() -> None:
    line = Line(low_hz=10, high_hz=3_990, noise="hum", snr_db=0, lead_s=2.0)
    spectrum = np.abs(
        np.fft.rfft(through(line, tone(500))[: 2 * channel.RATE] * np.hanning(2 * channel.RATE))
    )
    loudest = int(spectrum[60:].argmax() + 60) / 2
    assert min(loudest % 50, 50 - loudest % 50, loudest % 60, 60 - loudest % 60) <= 0.5
    assert spectrum[60:].max() > 5 * np.median(spectrum[60:])


def test_bad_calls_are_noisier_than_others() -> None:
    rng = np.random.default_rng(0)
    bad, other = ([d(rng) for _ in range(300)] for d in (channel.draw_hard, channel.draw))
    assert {line.noise for line in bad} == {"none", "white", "pink", "babble", "hum"}
    assert np.mean([line.snr_db < 15 for line in bad]) > 1.5 * np.mean([line.snr_db < 15 for line in other])
    assert 0.3 < np.mean([line.lost > 0 for line in bad]) < 0.5
