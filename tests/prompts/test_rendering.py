import string
from datetime import date, time

import pytest

import prompts
from prompts import formats
from prompts.keys import KEYS, samples
from prompts.rendering import PLACEHOLDER


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


def test_pieces_without_values_are_those_of_every_rendering() -> None:
    pieces = {piece.text for piece in prompts.fixed_pieces()}
    assert {"確認します。", "承りました。", "番号で、お答えください。"} <= pieces
    assert all(piece.fixed and not PLACEHOLDER.search(piece.text) for piece in prompts.fixed_pieces())
    day, clock = formats.day(date(2026, 12, 4)), formats.clock(time(14, 30))
    read = prompts.render("read_back", procedure=formats.name("旅券", "りょけん"), day=day, clock=clock)
    assert [piece.text in pieces for piece in read.pieces()] == [True, False]


def test_no_piece_with_a_value_is_taken_for_one_without() -> None:
    samples_said = [value.text for value in samples().values()]
    found = [p.text for p in prompts.fixed_pieces() if any(said in p.text for said in samples_said if said)]
    assert found == []


def test_a_reading_holds_no_digit_and_no_letter() -> None:
    wrong = [s.key for s in prompts.sample_sentences() if set(s.reading) & set(string.printable)]
    assert wrong == []


def test_a_piece_is_cut_into_phrases_whose_text_and_reading_belong_together() -> None:
    day, clock = formats.day(date(2026, 12, 8)), formats.clock(time(10))
    read = prompts.render("read_back", procedure=formats.name("旅券", "りょけん"), day=day, clock=clock)
    assert [(phrase.text, phrase.reading) for phrase in read.pieces()[1].phrases()] == [
        ("旅券、", "りょけん、"),
        ("12月8日、", "じゅうにがつようか、"),
        ("はちにち、", "はちにち、"),
        ("火曜日、", "かようび、"),
        ("午前10時です。", "ごぜんじゅうじです。"),
    ]


def test_a_piece_whose_forms_are_cut_differently_has_one_phrase() -> None:
    (piece,) = prompts.render("procedure_heard", procedure=prompts.Spoken("あ、い", "あい", "あい")).pieces()
    assert piece.phrases() == (piece,)
