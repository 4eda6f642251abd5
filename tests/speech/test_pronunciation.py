from datetime import date, time, timedelta

import pytest

import prompts
from prompts import formats
from prompts.sentence import Sentence, Spoken
from voicebot.speech.pronunciation import front_end, sound, writing

SENTENCES = prompts.sample_sentences()


def misread(spoken: Spoken) -> tuple[str, str] | None:
    heard = sound(front_end(spoken.speech))
    return None if heard == sound(spoken.reading) else (spoken.text, heard)


# Open JTalk asks Sudachi, in a way that is going out of use, for characters that are no Japanese.
@pytest.mark.filterwarnings("ignore:Dictionary.create:DeprecationWarning")
@pytest.mark.parametrize("sentence", SENTENCES, ids=[f"{n}-{s.key}" for n, s in enumerate(SENTENCES)])
def test_every_sentence_is_read_as_it_is_meant(sentence: Sentence) -> None:
    spoken = writing(sentence)
    assert sound(front_end(spoken)) == sound(sentence.reading)


def test_every_day_of_a_year_is_read_as_it_is_meant() -> None:
    days = [formats.day(date(2026, 1, 1) + timedelta(n)) for n in range(365)]
    assert [wrong for day in days if (wrong := misread(day))] == []


def test_every_quarter_of_an_hour_is_read_as_it_is_meant() -> None:
    times = [formats.clock(time(hour, minute)) for hour in range(24) for minute in (0, 15, 30, 45)]
    assert [wrong for clock in times if (wrong := misread(clock))] == []


def test_every_two_digits_of_a_booking_number_are_read_as_they_are_meant() -> None:
    numbers = [formats.number(f"{first:02}{99 - first:02}") for first in range(100)]
    assert [wrong for number in numbers if (wrong := misread(number))] == []


@pytest.mark.parametrize("phone", ["+81936718181", "+819012345678", "+81312340077", "+81120550909"])
def test_a_telephone_number_is_read_digit_by_digit(phone: str) -> None:
    assert misread(formats.phone(phone)) is None


def test_a_text_that_would_be_misread_gives_way_to_its_speech() -> None:
    sentence = Sentence("x", "7時です。", "ななじです。", "ななじです。", fixed=True)
    assert writing(sentence) == "ななじです。"


def test_a_text_that_is_read_right_keeps_its_kanji() -> None:
    sentence = Sentence("x", "住民票です。", "じゅうみんひょうです。", "じゅうみんひょうです。", fixed=True)
    assert writing(sentence) == "住民票です。"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("こうえい", "コーエー"),
        ("おおきい", "オーキー"),
        ("てつづき", "テツズキ"),
        ("じゅうみんひょう、", "ジューミンヒョー"),
        ("きを", "キオ"),
    ],
)
def test_spellings_of_one_sound_are_equal(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_sounds_that_differ_stay_different() -> None:
    assert sound("よっか") != sound("ようか")
    assert sound("ひとかた") != sound("ひとほう")
