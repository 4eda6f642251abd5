from nlu.hints import Candidate, Hints
from nlu.phonemes import phonemes
from voicebot.speech.kana_writing import Writing, writing_for

WORDS = (
    Candidate("12月4日", "じゅうにがつよっか"),
    Candidate("4日", "よっか"),
    Candidate("介護保険", "かいごほけん"),
    Candidate("火曜", "かよう"),
    Candidate("火曜日", "かようび"),
    Candidate("はい", "はい"),
    Candidate("午後", "ごご"),
    Candidate("明日", "あした"),
)


def written(kana: str) -> str:
    return Writing(Hints(WORDS)).write(phonemes(kana))[0]


def test_words_of_the_question_are_written_as_usual_and_the_rest_in_kana() -> None:
    assert written("えーとかいごほけんのてつづきなんですが") == "えーと介護保険のてつづきなんですが"


def test_the_longer_word_is_written() -> None:
    assert written("じゅうにがつよっか") == "12月4日"
    assert written("らいしゅうのかようび") == "らいしゅうの火曜日"


def test_every_place_of_a_word_is_written() -> None:
    assert written("よっかのごごかよっかの") == "4日の午後か4日の"


def test_a_word_that_goes_on_in_a_long_vowel_is_another_word() -> None:
    assert written("ごごーる") == "ごごうる"


def test_a_word_begins_where_a_mora_begins() -> None:
    assert written("だしたいです") == "だしたいです"
    assert written("だしたいのであしたです") == "だしたいので明日です"


def test_a_short_word_is_written_where_it_is_the_whole_answer() -> None:
    assert written("はい") == "はい"
    assert Writing(Hints(WORDS)).write("hai") == ("はい", 3)


def test_particles_after_a_word_are_written_as_particles() -> None:
    assert written("かいごほけんおじゅうにがつよっかに") == "介護保険を12月4日に"
    assert written("よっかわだめです") == "4日はだめです"
    assert written("かいごほけんおねがいします") == "介護保険おねがいします"


def test_very_short_words_stay_kana() -> None:
    assert written("はいはいりました") == "はいはいりました"


def test_the_sounds_in_words_of_the_question_are_counted() -> None:
    assert Writing(Hints(WORDS)).write(phonemes("あのよっかです"))[1] == len(phonemes("よっか"))
    assert Writing(Hints()).write(phonemes("よっか")) == ("よっか", 0)


def test_known_words_are_told_in_their_order() -> None:
    assert Writing(Hints(WORDS)).known(phonemes("えーとかいごほけんをごごにかようびの")) == (
        "介護保険",
        "午後",
        "火曜日",
    )
    assert Writing(Hints(WORDS)).known(phonemes("はい")) == ("はい",)


def test_the_same_question_is_prepared_once_and_another_one_anew() -> None:
    assert writing_for(Hints(WORDS)) is writing_for(Hints(tuple(WORDS)))
    other = Hints((*WORDS[:-1], Candidate("あした葉", "あしたば")))
    assert writing_for(other) is not writing_for(Hints(WORDS))
    assert writing_for(other).write(phonemes("あしたば"))[0] == "あした葉"
    assert writing_for(Hints(WORDS)).write(phonemes("あしたば"))[0] == "明日ば"


def test_a_word_within_a_longer_one_is_written_where_the_longer_is_none() -> None:
    assert written("かようひかかいごほけん") == "火曜ひか介護保険"
    assert written("ごごーよっかごごよっか") == "ごごう4日午後4日"
