from nlu.hints import Candidate, Hints
from tests.speech.posteriors import said
from voicebot.speech import ctc_beam
from voicebot.speech.kana_guesses import allowed, likeliest, opened, written
from voicebot.speech.kana_writing import Writing
from voicebot.speech.whisper_model import Decoded

WRITING = Writing(
    Hints(
        (
            Candidate("再来週の水曜日", "さらいしゅうのすいようび"),
            Candidate("はい", "はい"),
            Candidate("いいえ", "いいえ"),
        )
    )
)
SOUNDS = "saraiSu:nosuiyo:bi"


def test_a_text_keeps_its_own_writing_where_it_has_the_known_words() -> None:
    (guess,) = written([Decoded("では再来週の水曜日で", -0.1)], WRITING)
    assert guess.text == "では再来週の水曜日で"
    assert (guess.written, guess.expected) == (len(guess.sounds), len(SOUNDS))


def test_a_known_word_that_a_text_writes_otherwise_is_written_as_usual() -> None:
    (guess,) = written([Decoded("さらい州の水曜日で", -0.1)], WRITING)
    assert guess.text == "再来週の水曜日で"
    assert guess.sounds.startswith(SOUNDS)


def test_a_text_without_sounds_is_no_guess() -> None:
    assert written([Decoded("...", -0.1)], WRITING) == []


def test_the_open_strings_are_written_with_known_words() -> None:
    posteriors = said(SOUNDS)
    assert opened(ctc_beam.search(posteriors), WRITING)[0].text == "再来週の水曜日"
    assert likeliest(posteriors, WRITING)[0].sounds == SOUNDS
    assert likeliest(said(""), WRITING) == []


def test_the_likeliest_whole_answer_comes_first() -> None:
    best, *_ = allowed(said("hai"), WRITING)
    assert (best.text, best.answer) == ("はい", True)
