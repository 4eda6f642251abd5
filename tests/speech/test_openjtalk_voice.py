import statistics

import prompts
from prompts import formats
from voicebot.speech import mastering
from voicebot.speech.openjtalk_voice import OpenJTalkVoice


def pace(sentence: prompts.Sentence, rate: float) -> float:
    return sentence.morae / mastering.speech_seconds(OpenJTalkVoice().speak(sentence, rate))


def test_the_sentences_are_spoken_at_5_5_mora_a_second_within_a_tenth() -> None:
    paces = [pace(sentence, 5.5) for sentence in prompts.sample_sentences()[::4]]
    assert 4.95 <= statistics.median(paces) <= 6.05


def test_slower_is_slower_within_a_tenth() -> None:
    paces = [pace(prompts.render(key), 4.5) for key in ("notice", "ask_date", "confirm", "transferring")]
    assert 4.05 <= statistics.median(paces) <= 4.95


def test_a_short_sentence_is_not_hurried() -> None:
    assert pace(prompts.render("start_over"), 5.5) <= 7


def test_a_booking_number_is_spoken_slowly() -> None:
    assert pace(prompts.render("number_is", number=formats.number("4719")), 5.5) <= 5.5
