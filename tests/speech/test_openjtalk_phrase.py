from datetime import date, time

import pytest

import prompts
from prompts import formats
from prompts.sentence import Sentence
from voicebot.speech import mastering, openjtalk_phrase
from voicebot.speech.openjtalk_phrase import OpenJTalkPhrase, Place, places

READ_BACK = prompts.render(
    "read_back",
    procedure=formats.name("住民票", "じゅうみんひょう"),
    day=formats.day(date(2026, 12, 1)),
    clock=formats.clock(time(14, 30)),
)


def phones(phrase: Sentence, place: Place) -> list[str]:
    return [label.split("-")[1].split("+")[0] for label in openjtalk_phrase._labels(phrase, place)]


@pytest.mark.parametrize(
    ("place", "ends"),
    [(Place.FIRST, ["sil", "pau"]), (Place.INNER, ["pau", "pau"]), (Place.LAST, ["pau", "sil"])],
)
def test_only_the_phrase_is_heard_of_the_sentence_that_it_is_said_in(place: Place, ends: list[str]) -> None:
    _, _, weekday, *_ = READ_BACK.pieces()[1].phrases()
    found = phones(weekday, place)
    assert [found[0], found[-1]] == ends
    assert found[1:-1] == ["k", "a", "y", "o", "o", "b", "i"]


def test_places_are_those_of_phrases_in_a_row() -> None:
    assert places(2) == (Place.FIRST, Place.LAST)
    assert places(4) == (Place.FIRST, Place.INNER, Place.INNER, Place.LAST)


def test_a_slower_phrase_lasts_longer() -> None:
    weekday = READ_BACK.pieces()[1].phrases()[2]
    seconds = [mastering.sounding_seconds(OpenJTalkPhrase(Place.INNER).speak(weekday, r)) for r in (4.5, 5.5)]
    assert seconds[0] > 1.05 * seconds[1]
