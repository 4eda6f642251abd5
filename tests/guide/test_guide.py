"""Questions and lists, whatever a clerk writes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_backend import OfficeFile, guide, load_into, load_office
from calendar_backend.database import reading
from calendar_backend.life_event import Choice, LifeEvent, Question, Step, Told
from calendar_backend.office_checks import complaints
from calendar_backend.office_diff import differences, put_back
from calendar_backend.office_dump import dump_office
from calendar_backend.office_file import checked, read_sent
from calendar_backend.office_plain import plain
from calendar_backend.store import read
from tests.calendar_backend.conftest import database, engine, path
from tests.calendar_backend.small_office import small_office

__all__ = ["database", "engine", "path"]

WORDS = {"text": "言葉", "reading": "ことば"}
POLICE = {
    "elsewhere": Told(text="免許", reading="めんきょ"),
    "where": Told(text="警察署", reading="けいさつしょ"),
}


def yes_or_no(id_: str) -> Question:
    return Question(id=id_, **WORDS)


def choice(id_: str, *choices: str, several: bool = False) -> Question:
    return Question(id=id_, **WORDS, choices=tuple(Choice(id=c, **WORDS) for c in choices), several=several)


def event(questions: tuple[Question, ...], *steps: Step) -> LifeEvent:
    return LifeEvent(id="event", name="できごと", reading="できごと", questions=questions, steps=steps)


def office(of: LifeEvent) -> OfficeFile:
    return small_office(guide=(of,))


def to_do(of: LifeEvent, **answers: tuple[str, ...]) -> list[str]:
    found = guide.result(office(of), of, answers)
    return [one.procedure.id if one.procedure else "elsewhere" for one in found.to_do]


def test_a_question_that_decides_nothing_any_more_is_not_asked():
    of = event(
        (choice("family", "child", "old", several=True), yes_or_no("nursery"), yes_or_no("car")),
        Step(procedure="short"),
        Step(procedure="long", when=("family=child", "nursery=yes")),
    )
    assert guide.next_question(of, {}) == of.questions[0]
    assert guide.next_question(of, {"family": ("old",)}) is None
    assert guide.next_question(of, {"family": ("old", "child")}) == of.questions[1]
    assert guide.next_question(of, {"family": ("child",), "nursery": ("no",)}) is None


def test_what_hangs_on_a_question_that_did_not_come_up_is_not_asked_either():
    of = event(
        (yes_or_no("child"), yes_or_no("nursery"), yes_or_no("early")),
        Step(procedure="short", when=("child=yes", "nursery=yes")),
        Step(procedure="long", when=("nursery=yes", "early=yes")),
        Step(procedure="both"),
    )
    assert guide.next_question(of, {"child": ("no",)}) == of.questions[1]
    once = event(
        of.questions, of.steps[0], Step(procedure="long", when=("child=yes", "nursery=yes", "early=yes"))
    )
    assert guide.next_question(once, {"child": ("no",)}) is None
    assert to_do(once, child=("no",), nursery=("yes",), early=("yes",)) == []


def test_one_answer_of_each_question_named_will_do_and_a_thing_twice_is_done_once():
    of = event(
        (choice("family", "child", "old", several=True), yes_or_no("car")),
        Step(procedure="short", when=("family=child", "family=old")),
        Step(procedure="long", when=("family=child", "car=yes")),
        Step(procedure="long", when=("family=old", "car=yes")),
        Step(**POLICE, when=("car=yes",)),
    )
    assert to_do(of, family=("old",), car=("yes",)) == ["short", "long", "elsewhere"]
    assert to_do(of, family=("child", "old"), car=("no",)) == ["short"]
    assert to_do(of, family=("none",), car=("no",)) == []


def test_what_is_for_another_day_is_not_booked_with_the_rest():
    of = event((), Step(procedure="short"), Step(procedure="long", later=True), Step(procedure="both"))
    found = guide.result(office(of), of, {})
    assert [[one.id for one in visit] for visit in found.visits] == [["short", "both"]]
    assert [one.later for one in found.to_do] == [False, True, False]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        (["child"], ("child",)),
        (["old", "child"], ("child", "old")),
        (["none"], ("none",)),
        (["none", "child"], ("child",)),
        (["nonsense"], None),
        ([], None),
    ],
)
def test_nonsense_is_no_answer(said: list[str], known: tuple[str, ...] | None):
    of = event((choice("family", "child", "old", several=True),), Step(procedure="short"))
    assert guide.answered(of, {"family": said}).get("family") == known


def test_two_answers_to_a_question_that_takes_one_are_none():
    of = event((yes_or_no("car"),), Step(procedure="short"))
    assert guide.answered(of, {"car": ["yes", "no"]}) == {}
    assert guide.answered(of, {"car": ["no"]}) == {"car": ("no",)}


def test_it_comes_back_from_database_and_file_as_it_was(engine):
    of = event(
        (choice("family", "child", "old", several=True),), Step(**POLICE, when=("family=old",), later=True)
    )
    known = office(of)
    load_into(engine, known)
    with reading(engine) as connection:
        found = read(connection, known.id)
    assert found
    assert found.office == known
    assert checked(plain(known)) == (known, [])
    assert read_sent("office.yaml", dump_office(known).encode()) == (known, [])


def test_what_was_changed_in_it_is_told_thing_by_thing_and_put_back():
    before = office(event((yes_or_no("car"),), Step(procedure="short")))
    after = office(event((yes_or_no("car"),), Step(procedure="short", when=("car=yes",))))
    (one,) = differences(before, after)
    assert one.path == ("guide", "event", "steps")
    assert checked(put_back(after, before, after)) == (before, [])
    nothing = small_office()
    assert [one.path for one in differences(nothing, after)] == [("guide", "event")]
    assert checked(put_back(after, nothing, after))[0] == nothing


@pytest.mark.parametrize(
    ("of", "path"),
    [
        (event((), Step(procedure="nothing")), ("guide", 0, "steps", 0, "procedure")),
        (event((), Step()), ("guide", 0, "steps", 0, "procedure")),
        (event((), Step(procedure="short", **POLICE)), ("guide", 0, "steps", 0, "procedure")),
        (event((), Step(elsewhere=POLICE["elsewhere"])), ("guide", 0, "steps", 0, "where")),
        (event((), Step(procedure="short", where=POLICE["where"])), ("guide", 0, "steps", 0, "where")),
        (event((), Step(procedure="short", when=("car=yes",))), ("guide", 0, "steps", 0, "when", 0)),
        (event((yes_or_no("car"),), Step(procedure="short", when=("car=one",))), ("guide", 0, "steps", 0, "when", 0)),
        (event((yes_or_no("car"), yes_or_no("car")), Step(procedure="short")), ("guide", 0, "questions", 1, "id")),
        (event((choice("car", "one"),), Step(procedure="short")), ("guide", 0, "questions", 0, "choices")),
        (event((choice("car", "none", several=True),), Step(procedure="short")),
         ("guide", 0, "questions", 0, "choices", 0, "id")),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_found_where_it_stands(of: LifeEvent, path: tuple[str | int, ...]):
    assert [one.path for one in complaints(office(of))] == [path]


QUESTIONS = (choice("family", "child", "old", several=True), yes_or_no("car"), choice("to", "near", "far"))
CONDITIONS = [f"{one.id}={answer}" for one in QUESTIONS for answer in one.answers]
steps = st.lists(
    st.builds(
        Step,
        procedure=st.sampled_from(["short", "long", "both"]),
        when=st.lists(st.sampled_from(CONDITIONS), max_size=4, unique=True).map(tuple),
    ),
    min_size=1,
    max_size=6,
)
answers = st.fixed_dictionaries(
    {one.id: st.lists(st.sampled_from(one.answers), min_size=1) for one in QUESTIONS}
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(steps, answers)
def test_asking_ends_and_what_was_not_asked_changes_no_list(written: list[Step], said: dict[str, list[str]]):
    of = event(QUESTIONS, *written)
    everything = {
        one: (found if of.question(one).several else found[:1])  # type: ignore[union-attr]
        for one, found in ((one, tuple(dict.fromkeys(found))) for one, found in said.items())
    }
    everything = guide.answered(of, everything)
    known: dict[str, tuple[str, ...]] = {}
    while question := guide.next_question(of, known):
        known[question.id] = everything[question.id]
    assert len(known) <= len(QUESTIONS)
    assert guide.result(office(of), of, known) == guide.result(office(of), of, everything)


def test_a_file_that_is_like_another_and_has_procedures_of_its_own_has_no_guide_of_that(tmp_path):
    known = dump_office(office(event((), Step(procedure="short"))))
    (tmp_path / "first.yaml").write_text(known, "utf-8")
    own = dump_office(small_office())
    procedures = own[own.index("procedures:") :]
    for text, guides in (("", 1), (procedures, 0)):
        (tmp_path / "second.yaml").write_text(f"like: first.yaml\nid: second\n{text}", "utf-8")
        assert len(load_office(tmp_path / "second.yaml").guide) == guides
