"""The guide by life event, edited by a clerk: checked, shown, saved, taken back."""

import pytest

from calendar_backend import OfficeCalendar, amending, load_into
from calendar_backend.life_event import Choice, LifeEvent, Question, Step, Told
from calendar_backend.office_part import Wording
from tests.calendar_backend.small_office import small_office
from tests.console.conftest import Browser, signed_in
from tests.console.settings_forms import OFFICE, change, changed, fields, office, save, send, text
from voicebot.console.roles import Role

BIRTH = f"{OFFICE}/guide/birth"
NEW = f"{OFFICE}/guide/new"

EVENT = LifeEvent(
    id="birth",
    name="子どもが生まれた",
    reading="こどもがうまれた",
    en="A child was born",
    questions=(
        Question(id="single", text="おひとりですか", reading="おひとりですか"),
        Question(
            id="car",
            text="車はありますか",
            reading="くるまはありますか",
            choices=(
                Choice(
                    id="one",
                    text="1台",
                    reading="いちだい",
                    answered_by=(Wording(text="1つ", reading="ひとつ"),),
                ),
                Choice(id="more", text="2台", reading="にだい"),
            ),
        ),
    ),
    steps=(
        Step(procedure="short"),
        Step(procedure="long", when=("single=yes",)),
        Step(
            elsewhere=Told(text="車庫", reading="しゃこ"),
            where=Told(text="警察署", reading="けいさつしょ"),
            when=("car=one", "car=more"),
            later=True,
        ),
    ),
)


@pytest.fixture
def clerk(browser: Browser) -> Browser:
    load_into(browser.service.engine, small_office(guide=(EVENT,)))
    return signed_in(browser, Role.ADMINISTRATOR)


def event(browser: Browser) -> LifeEvent:
    return office(browser.service.engine).guide[0]


def test_the_form_sent_as_it_is_shown_changes_nothing(clerk: Browser):
    assert change(clerk, BIRTH).headers["location"].endswith("told=settings_same")
    assert event(clerk) == EVENT


def test_a_change_is_shown_saved_and_taken_back(clerk: Browser):
    shown = change(clerk, BIRTH, steps__1__procedure="both", questions__0__en="Alone?")
    assert "両方の名" in text(shown)
    assert "長い名" in text(shown)
    assert event(clerk) == EVENT
    saved = save(clerk, shown, BIRTH)
    assert event(clerk).steps[1].procedure == "both"
    assert event(clerk).questions[0].en == "Alone?"
    history = saved.headers["location"].partition("?")[0]
    undo = f"{history}/undo"
    told = send(clerk, undo, fields(clerk.get(history), undo))
    send(clerk, undo, fields(told, undo) | {"step": "save"})
    assert event(clerk) == EVENT
    assert len(amending.changes(clerk.service.engine, "small")) == 2


def test_a_new_question_needs_no_id_and_decides_a_step(clerk: Browser):
    new = {"questions.2.text": "学校は", "questions.2.reading": "がっこうは"}
    changed(clerk, BIRTH, **{k.replace(".", "__"): v for k, v in new.items()})
    assert [question.id for question in event(clerk).questions] == ["single", "car", "q1"]
    assert "q1=yes" in clerk.get(BIRTH).text
    changed(clerk, BIRTH, steps__0__when="q1=yes")
    assert event(clerk).steps[0].when == ("q1=yes",)


def test_a_question_that_a_step_needs_cannot_go_and_nothing_typed_is_lost(clerk: Browser):
    refused = change(clerk, BIRTH, questions__0__drop="1", name="生まれた")
    assert refused.status_code == 422
    assert "質問「single」はありません" in refused.text
    assert 'value="生まれた"' in refused.text
    assert 'value="single=yes" checked' in refused.text
    assert event(clerk) == EVENT


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"steps__0__procedure": ""}, "何をするのかが分かりません"),
        (
            {"steps__0__elsewhere__text": "x", "steps__0__elsewhere__reading": "あ"},
            "何をするのかが分かりません",
        ),
        ({"steps__2__where__text": "", "steps__2__where__reading": ""}, "どこでするのかが分かりません"),
        ({"questions__0__several": "1"}, "選ぶものがありません"),
        ({"reading": "BIRTH"}, "読みではありません"),
        ({"questions__1__choices__1__drop": "1"}, "選ぶものが1つしかありません"),
    ],
)
def test_what_contradicts_itself_is_refused_at_its_field(clerk: Browser, given: dict[str, str], why: str):
    if "steps__0__procedure" in given:
        given = given | {"steps__0__when": "single=yes"}
    refused = change(clerk, BIRTH, **given)
    assert refused.status_code == 422
    assert why in refused.text
    assert event(clerk) == EVENT


def test_a_procedure_that_the_guide_needs_cannot_go(clerk: Browser):
    page = f"{OFFICE}/procedures/long"
    refused = send(clerk, f"{page}/remove", fields(clerk.get(page), f"{page}/remove"))
    assert refused.status_code == 422
    assert "子どもが生まれた" in refused.text
    assert office(clerk.service.engine).procedure("long")


def test_an_event_comes_and_goes(clerk: Browser):
    given = {"name": "猫が来た", "reading": "ねこがきた", "steps__0__procedure": "short"}
    changed(clerk, NEW, **given)
    added = office(clerk.service.engine).guide[1]
    assert added.name == "猫が来た"
    assert "猫が来た" in clerk.get("/guide").text
    page = f"{OFFICE}/guide/{added.id}"
    shown = send(clerk, f"{page}/remove", fields(clerk.get(page), f"{page}/remove"))
    send(clerk, f"{page}/remove", fields(shown, f"{page}/remove") | {"step": "save"})
    assert office(clerk.service.engine).guide == (EVENT,)


def test_an_office_without_a_guide_gets_its_first_event(browser: Browser):
    signed_in(browser, Role.ADMINISTRATOR)
    changed(browser, NEW, name="猫が来た", reading="ねこがきた", steps__0__procedure="short")
    assert [one.name for one in OfficeCalendar(browser.service.engine, "small").office.guide] == ["猫が来た"]


def test_who_may_only_look_sees_the_form_and_cannot_send_it(browser: Browser):
    load_into(browser.service.engine, small_office(guide=(EVENT,)))
    signed_in(browser, Role.CLERK)
    page = browser.get(BIRTH)
    assert page.status_code == 200
    assert browser.post(BIRTH, BIRTH, name="x").status_code in (403, 409)
    assert event(browser) == EVENT
