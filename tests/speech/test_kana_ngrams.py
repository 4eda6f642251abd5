import gzip
import math
from pathlib import Path

import pytest

from nlu.phonemes import phonemes
from recordings_fixtures import load_all
from tests.speech.posteriors import said
from voicebot.speech import kana_ngrams
from voicebot.speech.ctc_beam import search
from voicebot.speech.kana_ngrams import Ngrams
from voicebot.speech.recognizer import EngineMissing

HALF = math.log(0.5)
SMALL = Ngrams({"a": 2 * HALF, "i": HALF, "ka": HALF}, {"k": 3 * HALF, "^k": HALF})


def test_what_was_not_seen_after_a_context_is_as_likely_as_after_a_shorter_one() -> None:
    assert SMALL.step("k", "a") == HALF
    assert SMALL.step("k", "i") == 3 * HALF + HALF
    assert SMALL.step("^k", "i") == HALF + 3 * HALF + HALF
    assert SMALL.step("^^^n", "i") == HALF
    assert SMALL.step("k", "z") < SMALL.step("k", "a")


def test_ordinary_words_are_known_too() -> None:
    ngrams = kana_ngrams.load()
    sounds = phonemes("さあじゅぎょうをはじめましょう")
    assert ngrams.log_probability(sounds) / len(sounds) > -2.3
    assert ngrams.log_probability(sounds) > ngrams.log_probability(sounds[::-1]) + 20


def test_what_is_often_said_is_likelier_than_what_sounds_like_it() -> None:
    ngrams = kana_ngrams.load()
    assert ngrams.log_probability(phonemes("はいおねがいします")) > ngrams.log_probability(
        phonemes("はいよねがいします")
    )
    assert ngrams.log_probability(phonemes("もくようび")) > ngrams.log_probability(phonemes("ぼくようび"))


def test_a_search_is_steered_by_what_is_often_said_next() -> None:
    steering = kana_ngrams.load().steering(0.5, 1.0)
    sounds = phonemes("らいしゅうのもくようび")
    steps = sum(steering(sounds[:n], sound) for n, sound in enumerate(sounds))
    ended = 0.5 * kana_ngrams.load().log_probability(sounds) + len(sounds)
    assert ended < steps < ended + 5
    assert steering("mokuyo:", "b") > steering("mokuyo:", "s")


def test_sentences_of_the_recorded_calls_were_not_counted() -> None:
    """A sentence that was counted has hardly any choice at any of its sounds."""
    ngrams = kana_ngrams.load()
    turns = [phonemes(turn.reading) for call in load_all() for turn in call.turns if turn.reading]
    nats = -sum(ngrams.log_probability(sounds) for sounds in turns) / sum(map(len, turns))
    assert nats > 0.8


def test_the_search_follows_the_prior_where_the_audio_leaves_it_open() -> None:
    posteriors = said("mokuyo:bi", sure=0.3)
    ngrams = Ngrams({"m": -5.0, "b": -1.0, **dict.fromkeys("okuy:i", -2.0)}, {})
    assert search(posteriors)[0].sounds[:1] == "m"
    assert search(posteriors, prior=ngrams.steering(1.2, 2.4))[0].sounds[:1] == "b"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "n.gz"
    kana_ngrams.write(SMALL, path)
    first = path.read_bytes()
    assert kana_ngrams.load(path).log_probability("ki") == pytest.approx(SMALL.log_probability("ki"), abs=0.1)
    kana_ngrams.write(SMALL, path)
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"no gzip",
        gzip.compress(b"abc\n", mtime=0),
        gzip.compress(b"abc 1 2 3", mtime=0),
        gzip.compress(b"abc x", mtime=0),
    ],
)
def test_a_missing_or_damaged_file_is_told_with_the_remedy(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "n.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(EngineMissing, match=r"python -m ears\.ngrams"):
        kana_ngrams.load(path)
