import pytest

import prompts
from prompts import formats
from prompts.sentence import Sentence
from tests.calendar_backend.small_office import NOW, at, small_office
from voicebot import said_ahead
from voicebot.speech.openjtalk_phrase import Place
from voicebot.speech.spliced_voice import placed


def phrases(sentence: Sentence) -> set[tuple[Place, str]]:
    """What is rendered of the sentence in phrases, with the place of each."""
    cut = [piece.phrases() for piece in sentence.pieces()]
    return {(place, phrase.text) for parts in cut if len(parts) > 1 for place, phrase in placed(parts)}


AHEAD = {found for one in said_ahead.sentences(small_office(), NOW.date()) for found in phrases(one)}
AT = at("2026-12-04T10:00")
PROCEDURE = small_office().procedures[-1]
WHAT = formats.name(PROCEDURE.name, PROCEDURE.reading)
PLACE1, PLACE2, PLACE3 = formats.moments([AT, at("2026-12-04T10:30"), at("2026-12-07T10:30")])


@pytest.mark.parametrize(
    "sentence",
    [
        prompts.render(
            "read_back", procedure=WHAT, day=formats.day(AT.date()), clock=formats.clock(AT.time())
        ),
        prompts.render("offer_2", place1=PLACE1, place2=PLACE2),
        prompts.render("offer_3", place1=PLACE1, place2=PLACE2, place3=PLACE3),
        prompts.render("number_is", number=formats.number("3082")),
        prompts.render("number_again", number=formats.number("7156")),
    ],
    ids=lambda sentence: sentence.key,
)
def test_what_a_caller_hears_is_among_what_is_rendered_ahead(sentence: Sentence) -> None:
    assert len(phrases(sentence)) > 3
    assert phrases(sentence) - AHEAD == set()


def test_days_that_cannot_be_booked_are_not_rendered() -> None:
    said = {text for _, text in AHEAD}
    assert "12月4日、" in said
    assert not {"12月5日、", "12月6日、"} & said
