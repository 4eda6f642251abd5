from pathlib import Path

import pytest

from nlu.question import Expect
from voicebot.speech import kana_weights
from voicebot.speech.recognizer import EngineMissing


def test_weights_that_are_written_are_read_again(tmp_path: Path) -> None:
    weights = kana_weights.load()
    kana_weights.write(weights, tmp_path / "weights.yaml")
    assert kana_weights.load(tmp_path / "weights.yaml") == weights


def test_every_kind_of_question_says_when_the_second_listener_is_asked() -> None:
    assert set(kana_weights.load().second) == set(Expect)


@pytest.mark.parametrize("content", [None, "", "guesses: 1", "guesses: {sounds: 1}\nchoice: {}", "{"])
def test_a_damaged_file_is_told_with_the_remedy(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "weights.yaml"
    if content is not None:
        path.write_text(content)
    with pytest.raises(EngineMissing, match="restore it from the release"):
        kana_weights.load(path)
