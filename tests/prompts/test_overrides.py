"""Sentences in words of one's own, in place of the file's."""

from threading import Thread

from prompts import Override, Spoken, render, saying
from prompts.catalogue import load, subjects

DAY = Spoken("12月4日", "12月4日", "じゅうにがつよっか")
OWN = Override("ask_date", 0, "いつですか。", "いつですか。")
VALUED = Override(
    "number_is", 0, "番号は{number}です。", "ばんごうわ{number}です。", "バンゴーは{number}です。"
)


def test_they_are_said_within_and_the_files_before_and_after():
    before = render("ask_date")
    with saying((OWN,)):
        assert render("ask_date").text == "いつですか。"
        assert render("ask_date", 1) != render("ask_date")
        assert render("ask_time").text == load()["ask_time"][0].text
    assert render("ask_date") == before


def test_values_stand_in_all_three_forms():
    with saying((VALUED,)):
        said = render("number_is", number=Spoken("4、7", "四、七", "よん、なな"))
    assert (said.text, said.speech, said.reading) == (
        "番号は4、7です。",
        "バンゴーは四、七です。",
        "ばんごうわよん、ななです。",
    )


def test_who_stays_on_the_last_wording_stays_on_the_override_of_it():
    last = len(load()["ask_date"]) - 1
    with saying((Override("ask_date", last, "日を言ってください。", "ひをいってください。"),)):
        assert render("ask_date", 99).text == "日を言ってください。"


def test_one_that_wants_a_value_that_the_sentence_no_longer_has_gives_way_to_the_files():
    with saying((Override("ask_date", 0, "{office}です。", "{office}です。"),)):
        assert render("ask_date").text == load()["ask_date"][0].text


def test_one_of_a_key_or_a_wording_there_is_not_is_never_said():
    with saying((Override("nothing", 0, "x", "x"), Override("ask_date", 99, "x", "x"))):
        assert render("ask_date", 99).text == load()["ask_date"][-1].text


def test_another_thread_says_its_own():
    heard: list[str] = []
    with saying((OWN,)):
        thread = Thread(target=lambda: heard.append(render("ask_date").text))
        thread.start()
        thread.join()
    assert heard == [load()["ask_date"][0].text]


def test_every_key_stands_below_one_subject():
    found = [key for keys in subjects().values() for key in keys]
    assert sorted(found) == sorted(load())
    assert subjects()["はじめ"] == ("greeting", "notice", "greets", "go_ahead", "listening")
