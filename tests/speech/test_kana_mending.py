from nlu.grammar import grammar
from nlu.hints import Candidate, Hints
from nlu.lexicon import Lexicon
from nlu.phonemes import phonemes
from tests.speech.posteriors import said
from voicebot.speech.kana_guesses import Guess, spoken
from voicebot.speech.kana_mending import Piece, mended, parsed, spotted
from voicebot.speech.kana_writing import Writing

FRAMES = 4
"""To a sound."""

SAID = phonemes("そうですねじゅうにがつのとおかがいいです")
WRITING = Writing(Hints((Candidate("10日", "とおか"),)))


def base(kana: str) -> Guess:
    return spoken(phonemes(kana), WRITING)


def test_a_word_takes_the_place_of_the_sounds_on_its_frames() -> None:
    start = SAID.index("to:ka") * FRAMES
    trial = [Piece(start, start + len("to:k") * FRAMES + 1, "to:ka")]
    (guess,) = mended(
        said(SAID, FRAMES), WRITING, [base("そうですねじゅうにがつのどうかがいいです")], [trial]
    )
    assert guess.sounds == SAID
    assert "10日" in guess.text


def test_words_that_are_spotted_mend_whatever_the_base_says_there() -> None:
    posteriors = said(SAID, FRAMES)
    bases = [
        base("そうですねじゅうにがつのどうかがいいです"),
        base("そうですねじゅうにがつのそうかがいいです"),
    ]
    guesses = mended(posteriors, WRITING, bases, spotted(posteriors, WRITING))
    assert {guess.sounds for guess in guesses} == {SAID}


def test_the_words_of_the_grammar_mend_a_date_together() -> None:
    posteriors = said(SAID, FRAMES)
    trials = parsed(posteriors, grammar(Lexicon()))
    guesses = mended(posteriors, WRITING, [base("そうですねじゅうしがつのどうかがいいです")], trials)
    assert SAID in [guess.sounds for guess in guesses]


def test_what_is_left_of_a_written_text_is_counted() -> None:
    posteriors = said(SAID, FRAMES)
    text = base("そうですねじゅうにがつのどうかがいいです")
    written = Guess(text.text, text.reading, text.sounds, written=len(text.sounds))
    guesses = mended(posteriors, WRITING, [written], spotted(posteriors, WRITING))
    assert [guess.kept for guess in guesses] == [len(SAID) - len("to:ka")]


def test_nothing_is_mended_where_no_word_stands() -> None:
    posteriors = said(phonemes("まごがらばりくて"), FRAMES)
    assert spotted(posteriors, WRITING) == []
    assert mended(posteriors, WRITING, [base("まごがらばりくて")], []) == []
