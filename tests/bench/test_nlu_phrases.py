"""The scoring of phrases, and that they are understood; `make bench-nlu` tells which are not."""

from datetime import datetime

import pytest

from bench import nlu_phrases
from bench.nlu_phrases import Phrase, Read
from calendar_backend import DEMO_OFFICE, load_office
from nlu.lexicon import Lexicon
from voicebot import desk
from voicebot.clock import TOKYO

NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def _phrase(text: str, expect: str, *wanted: str) -> Phrase:
    return Phrase("1", expect, "", NOW, text, wanted)


@pytest.mark.parametrize(
    ("text", "expect", "got"),
    [
        ("12月4日の10時から11時", "any", "12-04 10:00..11:00"),
        ("14時か15時", "any", "14:00 / 15:00"),
        ("住民票と印鑑証明", "procedure", "inkan-shomei, juminhyo"),
        ("はい", "answer", "yes"),
        ("絵を見る", "any", "-"),
    ],
)
def test_what_is_understood_is_told_as_the_file_tells_it(
    lexicon: Lexicon, text: str, expect: str, got: str
) -> None:
    assert nlu_phrases.read(_phrase(text, expect, ""), lexicon).got == got


@pytest.mark.parametrize(
    ("wanted", "got", "right", "wrong"),
    [
        (("14:00 / 02:00",), "14:00", True, False),
        (("14:00", "15:00 / 16:00"), "15:00 / 03:00", True, False),
        (("14:00",), "15:00", False, True),
        (("14:00",), "-", False, False),
        (("-",), "-", True, False),
    ],
)
def test_the_first_result_counts_and_nothing_is_never_wrong_and_sure(
    wanted: tuple[str, ...], got: str, right: bool, wrong: bool
) -> None:
    read = Read(_phrase("x", "any", *wanted), got, sure=True)
    assert (read.right, read.wrong_and_sure) == (right, wrong)
    assert not Read(read.phrase, got, sure=False).wrong_and_sure


def test_nearly_all_are_understood_and_hardly_one_is_wrong_and_sure(lexicon: Lexicon) -> None:
    found = [nlu_phrases.read(phrase, lexicon) for phrase in nlu_phrases.phrases()]
    if not found:
        pytest.skip(f"{nlu_phrases.DATA} is not there: outside data, not part of this repository")
    assert sum(one.right for one in found) >= nlu_phrases.RIGHT_GOAL * len(found)
    assert sum(one.wrong_and_sure for one in found) <= nlu_phrases.WRONG_GOAL * len(found)
