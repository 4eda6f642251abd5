import numpy as np
import pytest

from bench import ears_samples
from bench.ears_samples import CLEAN, NOISY, lose, off_the_line, sounds, unknown
from bench.ears_sentences import sentences
from voicebot.speech.recognizer import SAMPLE_RATE

TONE = 0.3 * np.sin(2 * np.pi * 700 * np.arange(SAMPLE_RATE) / SAMPLE_RATE)


def test_about_the_given_share_of_the_packets_is_lost() -> None:
    kept = lose(np.full(160 * 5_000, 9, np.int16), 0.03, np.random.default_rng(1))
    gone = ~kept.reshape(-1, 160).any(axis=1)
    assert 0.02 < gone.mean() < 0.04
    assert lose(kept, 0.0, np.random.default_rng(1)) is not kept


def test_noise_is_ten_decibels_under_the_speech() -> None:
    quiet = slice(0, SAMPLE_RATE // 5)
    levels = []
    for condition in (CLEAN, NOISY):
        pcm = off_the_line(TONE, condition, np.random.default_rng(1)).astype(float)
        speech = pcm[SAMPLE_RATE // 2 : SAMPLE_RATE]
        levels.append(20 * np.log10(np.std(speech) / np.std(pcm[quiet])))
    assert levels[0] > 30
    assert levels[1] == pytest.approx(10, abs=1.5)


def test_sentences_that_sound_like_a_training_text_are_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:  # type: ignore[no-untyped-def]
    some = list(sentences(ears_samples.lexicon()))[:4]
    path = tmp_path / "texts.jsonl"
    path.write_text(
        "".join(
            f'{{"part": "{part}", "sounds": "{sounds(one.text)}"}}\n'
            for part, one in zip(("train", "unseen", "train"), some[:3], strict=True)
        )
    )
    monkeypatch.setattr(ears_samples, "TRAINED_ON", path)
    assert unknown(some) == [some[1], some[3]]
    monkeypatch.setattr(ears_samples, "TRAINED_ON", tmp_path / "absent")
    assert unknown(some) == some


def test_data_that_is_absent_gives_no_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ears_samples, "DATA", ears_samples.DATA / "nowhere")
    assert ears_samples.human_words() == []
    assert ears_samples.dialogue_turns() == []
