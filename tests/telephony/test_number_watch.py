"""A My Number is noticed however it is cut into utterances."""

from nlu.hypothesis import Hypothesis
from nlu.question import Expect
from voicebot.telephony.number_watch import NumberWatch, Secret


def hear(watch: NumberWatch, *said: str) -> list[Secret | None]:
    return [watch.hear((Hypothesis(text),), 1_000 * n) for n, text in enumerate(said)]


def test_in_one_utterance():
    assert hear(NumberWatch(), "住民票", "マイナンバーは123456789018です") == [None, Secret(1_000, 0)]


def test_in_pieces_it_lies_from_the_first_piece_on():
    assert hear(NumberWatch(), "1234", "5678", "9018") == [None, None, Secret(0, 2)]


def test_words_between_part_one_number_from_another():
    assert hear(NumberWatch(), "1234", "5678", "住民票をお願いします", "9018") == [None] * 4


def test_a_telephone_number_in_pieces_is_none():
    assert hear(NumberWatch(), "090", "1234", "5678", "はい") == [None] * 4


def test_after_one_number_the_count_begins_anew():
    watch = NumberWatch()
    assert hear(watch, "123456", "789018", "1234") == [None, Secret(0, 1), None]


def test_silence_is_no_piece():
    assert NumberWatch().hear((), 0) is None


def asked(watch: NumberWatch, *said: str) -> list[Secret | None]:
    return [watch.hear((Hypothesis(text),), 1_000 * n, Expect.DIGITS) for n, text in enumerate(said)]


def test_a_booking_number_and_a_telephone_number_that_were_asked_for_are_none():
    assert asked(NumberWatch(), "4719", "093の555の1234", "4719", "093", "555", "1234") == [None] * 6


def test_twelve_digits_are_one_whatever_was_asked():
    assert asked(NumberWatch(), "4719", "012345678901") == [None, Secret(1_000, 0)]
    assert asked(NumberWatch(), "1234", "5678", "9018") == [None, None, Secret(0, 2)]


def test_one_that_begins_with_0_is_told_from_a_telephone_number_by_its_length():
    assert asked(NumberWatch(), "0123", "4567", "8901") == [None, None, Secret(0, 2)]
    assert asked(NumberWatch(), "0123456789", "01") == [None, Secret(0, 1)]
    assert asked(NumberWatch(), "1234", "0567", "8901") == [None, None, Secret(0, 2)]


def test_telephone_numbers_that_follow_one_another_are_none():
    assert asked(NumberWatch(), "0935551234", "0935551235", "09012345678", "4719") == [None] * 4
    assert asked(NumberWatch(), "4719", "090", "1234", "5678", "4718") == [None] * 5
