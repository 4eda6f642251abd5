import string

import pytest

import prompts
from prompts import formats
from prompts.keys import KEYS


def test_values_stand_in_text_and_reading() -> None:
    sentence = prompts.render("procedure_heard", procedure=formats.name("住民票", "じゅうみんひょう"))
    assert sentence.text == "住民票ですね。"
    assert sentence.reading == "じゅうみんひょうですね。"
    assert not sentence.fixed


def test_asking_again_takes_another_wording_and_stays_on_the_last() -> None:
    texts = [prompts.render("ask_date", attempt).text for attempt in range(5)]
    assert len(set(texts)) == 3
    assert texts[2] == texts[3] == texts[4]


@pytest.mark.parametrize("key", ["ask_procedure", "ask_date", "ask_time"])
def test_every_open_question_has_three_wordings(key: str) -> None:
    assert len({prompts.render(key, attempt).text for attempt in range(3)}) == 3


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(KeyError, match="weather"):
        prompts.render("weather")


def test_a_missing_value_is_refused() -> None:
    with pytest.raises(KeyError, match="number"):
        prompts.render("number_is")


def test_every_key_is_in_the_file_and_the_other_way_round() -> None:
    assert set(prompts.keys()) == {sentence.key for sentence in prompts.sample_sentences()}


def test_the_catalogue_is_every_sentence_without_values() -> None:
    fixed = prompts.fixed_sentences()
    assert all(sentence.fixed for sentence in fixed)
    assert {sentence.key for sentence in fixed} == {key for key, values in KEYS.items() if not values}


def test_a_reading_holds_no_digit_and_no_letter() -> None:
    wrong = [s.key for s in prompts.sample_sentences() if set(s.reading) & set(string.printable)]
    assert wrong == []
