"""From a life event to what this family has to do: one question at a time, the answers in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from calendar_backend import OfficeFile, guide
from calendar_backend.life_event import LifeEvent, Question
from guidance.conditions import NOTHING, Answers
from voicebot.console.ask import Ask, View
from voicebot.console.page import resident_page
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.console.residents import served

TICKED = "ticked"
"""Names the question whose form was sent, so that one without a tick is told from one not sent."""


@dataclass(frozen=True)
class _Given:
    """What was answered, and the addresses that go on from there."""

    event: LifeEvent
    office: str
    """Empty: there is only one, or none was chosen yet."""

    answers: Answers

    def address(self, more: Mapping[str, tuple[str, ...]] | None = None, without: str = "") -> str:
        """With further answers; `without`: as it was before this question was answered."""
        kept = dict(self.fields(without)) | dict(more or {})
        asked = urlencode(kept, doseq=True)
        return f"/guide/{self.event.id}{f'?{asked}' if asked else ''}"

    def fields(self, without: str = "") -> list[tuple[str, tuple[str, ...]]]:
        office = [("office", (self.office,))] if self.office else []
        ids = [question.id for question in self.event.questions]
        before = ids[: ids.index(without)] if without else ids
        return [*office, *((one, self.answers[one]) for one in before if one in self.answers)]


def listed(ask: Ask) -> View:
    """The life events of all offices, each once."""
    found: dict[str, LifeEvent] = {}
    for office in served.offices(ask).values():
        for event in guide.events(office):
            found.setdefault(event.id, event)
    return View("residents/guide/events.html", {"events": list(found.values())})


def asked(ask: Ask) -> View:
    """The next question, or the list. Raises Refusal."""
    offices = {
        id_: office for id_, office in served.offices(ask).items() if guide.event(office, ask.param("event"))
    }
    if not offices:
        raise Refusal(NOT_FOUND, "not_found", back="/guide")
    wanted = ask.query("office")
    if wanted and wanted not in offices:
        raise Refusal(NOT_FOUND, "no_office", back=f"/guide/{ask.param('event')}")
    chosen = offices[wanted or next(iter(offices))]
    event = guide.event(chosen, ask.param("event"))
    assert event is not None
    query = ask.request.query_params
    answers = guide.answered(event, {one.id: query.getlist(one.id) for one in event.questions})
    given = _Given(event, wanted, answers)
    values = {"event": event, "office": chosen, "given": given, "answered": _answered(given)}
    if len(offices) > 1 and not wanted:
        return View("residents/guide/wards.html", values | {"offices": offices.values()})
    question = guide.next_question(event, answers)
    if question is None:
        return _result(chosen, given, values)
    number = len(guide.asked(event, answers)) + 1
    empty = ask.query(TICKED) == question.id
    return View(
        "residents/guide/question.html",
        values
        | {"question": question, "number": number, "empty": empty, "nothing": NOTHING, "ticked": TICKED},
    )


def _result(office: OfficeFile, given: _Given, values: Mapping[str, object]) -> View:
    result = guide.result(office, given.event, given.answers)
    visits = [served.booking(office.id, visit) for visit in result.visits]
    return View("residents/guide/result.html", {**values, "result": result, "visits": visits})


def _answered(given: _Given) -> list[tuple[Question, list[object], str]]:
    """Each question that came up, the choices that were taken (or the plain answers), and where it is answered anew."""
    lines = []
    for question in guide.asked(given.event, given.answers):
        said = given.answers[question.id]
        choices = {choice.id: choice for choice in question.choices}
        taken: list[object] = [choices.get(one, one) for one in said]
        lines.append((question, taken, given.address(without=question.id)))
    return lines


routes = [resident_page("/guide", listed, nav="guide.nav"), resident_page("/guide/{event}", asked)]
