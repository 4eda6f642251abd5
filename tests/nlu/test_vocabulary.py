"""Words stand once: what a text is searched for and what a listener for sounds looks for come from the same tables."""

from collections import defaultdict

from nlu.grammar import Class, class_of, grammar
from nlu.lexicon import Lexicon
from nlu.phonemes import phonemes
from nlu.vocabulary.forms import by_form, listened
from nlu.vocabulary.word import words


def test_a_table_tells_how_a_word_is_written_and_how_it_sounds() -> None:
    found = {
        word.form: word for word in words("RelativeDay", 2, "明後日=あさって,みょうごにち 朝手 しあさって=")
    }
    assert {form: word.written for form, word in found.items()} == {
        "明後日": "",
        "あさって": "明後日",
        "みょうごにち": "明後日",
        "みょーごにち": "",
        "朝手": "",
        "しあさって": "しあさって",
    }
    assert {word.usual for word in found.values()} == {"明後日"}


def test_a_day_that_is_listened_for_is_found_in_a_text_by_its_writing_and_its_reading() -> None:
    days = [word for word in listened() if word.kind == "RelativeDay"]
    assert {word.value for word in days} == {0, 1, 2, 3}
    for word in days:
        for form in (word.written, word.form):
            assert [(one.kind, one.value) for one in by_form()[form]] == [("RelativeDay", word.value)]


def test_what_sounds_alike_in_one_place_says_the_same() -> None:
    values: dict[tuple[Class, str], set[tuple[str, object]]] = defaultdict(set)
    for word in grammar(Lexicon()).words:
        values[class_of(word), phonemes(word.form)].add((word.kind, word.value))
    assert {sounds for sounds, said in values.items() if len(said) > 1} == set()


def test_what_is_put_together_of_two_words_says_what_they_say() -> None:
    found = {word.form: word for word in listened()}
    assert (found["じゅうじはん"].written, found["じゅうじはん"].value) == ("10時半", (10, 30))
    assert (found["いっしゅうかんご"].written, found["いっしゅうかんご"].value) == ("一週間後", 1)
