"""What is changed on the pages reaches the next call of the service that is running, and of another process."""

import subprocess
import sys
from datetime import date, datetime

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, load_into
from dialog.actions import Say
from nlu.hypothesis import Hypothesis
from tests.calendar_backend.small_office import NOW, at, small_office
from tests.console.conftest import Browser, signed_in
from tests.console.settings_forms import OFFICE, changed, fields, send
from voicebot import desks
from voicebot.chat.conversation import Conversation
from voicebot.clock import SteppedClock
from voicebot.console.roles import Role
from voicebot.service import Service

PROCEDURES = [
    {
        "id": "juminhyo",
        "name": "住民票",
        "reading": "じゅうみんひょう",
        "counter": "desk",
        "duration_minutes": 15,
    },
    {
        "id": "tennyu",
        "name": "転入届",
        "reading": "てんにゅうとどけ",
        "counter": "wide",
        "duration_minutes": 30,
    },
]
PROCEDURE = f"{OFFICE}/procedures/juminhyo"
DESK = f"{OFFICE}/counters/desk"


@pytest.fixture
def admin(browser: Browser, engine: Engine) -> Browser:
    load_into(engine, small_office(procedures=PROCEDURES))
    return signed_in(browser, Role.ADMINISTRATOR)


class Caller:
    """Somebody who phones the running service and says something."""

    def __init__(self, service: Service) -> None:
        self.said: list[str] = []
        parts = service.parts
        self.call = Conversation(
            parts.offices, parts.calendars, SteppedClock(NOW), "+81935551234", told=self._hear
        )

    def _hear(self, say: Say) -> None:
        self.said += [sentence.text for sentence in say.sentences]

    def says(self, text: str) -> str:
        """What the bot answers."""
        self.said.clear()
        self.call.says([Hypothesis(text, 1.0)])
        self.call.hear_out()
        return " ".join(self.said)

    @property
    def procedure(self) -> str | None:
        return self.call.state.procedure


def wishes(service: Service, when: str) -> datetime | None:
    """The place that is read back, or offered first."""
    caller = Caller(service)
    caller.says("住民票を予約したいです")
    caller.says(when)
    state = caller.call.state
    return state.place.start if state.place else state.offered[0].start if state.offered else None


def test_a_new_nickname_is_understood_by_the_next_call(admin: Browser, service: Service):
    before = Caller(service)
    before.says("すみかのかみをください")
    assert before.procedure is None
    changed(admin, PROCEDURE, aliases__0__text="すみかの紙", aliases__0__reading="すみかのかみ")
    after = Caller(service)
    after.says("すみかの紙をください")
    assert after.procedure == "juminhyo"
    lexicon = after.call.state.office.lexicon
    assert any(alias.reading == "すみかのかみ" for entry in lexicon.entries for alias in entry.aliases)


def test_new_hours_are_offered_and_old_ones_are_not(admin: Browser, service: Service):
    seven = at("2026-11-25T07:00")
    assert wishes(service, "明日の午前7時") != seven
    changed(admin, DESK, hours__0__open="07:00")
    assert wishes(service, "明日の午前7時") == seven
    changed(admin, DESK, hours__0__open="10:00")
    assert wishes(service, "明日の午前7時") != seven


def test_a_day_that_was_closed_is_not_offered_and_offered_again_when_opened(admin: Browser, service: Service):
    close, reopen = f"{OFFICE}/close", f"{OFFICE}/reopen"
    form = fields(admin.get(close), close) | {"first": "2026-11-25", "reason": "台風"}
    send(admin, close, form | {"step": "save"})
    caller = Caller(service)
    caller.says("住民票を予約したいです")
    assert "台風のため、窓口がお休み" in caller.says("明日の10時")
    send(admin, reopen, fields(admin.get(close), reopen))
    caller = Caller(service)
    caller.says("住民票を予約したいです")
    assert "台風" not in caller.says("明日の10時")


def test_what_to_bring_and_the_number_of_a_person_are_the_new_ones(admin: Browser, service: Service):
    changed(admin, PROCEDURE, bring__0__text="運転免許証", bring__0__reading="うんてんめんきょしょう")
    changed(admin, f"{OFFICE}/basics", agent_phone="093-582-3311", agent_hours__open="07:00")
    state = Caller(service).call.state
    assert state.office.agent_phone == "+81935823311"
    (first, *_) = state.office.procedures
    assert first.bring is not None
    assert first.bring.text == "運転免許証"


def test_a_call_under_way_looks_for_places_by_the_hours_of_now(admin: Browser, service: Service):
    caller = Caller(service)
    caller.says("住民票を予約したいです")
    changed(admin, DESK, hours__0__close="12:00")
    caller.says("明日の午後4時")
    state = caller.call.state
    starts = [place.start for place in (*state.offered, *([state.place] if state.place else []))]
    assert starts
    assert all(start.hour < 12 for start in starts)


def test_another_process_takes_it_up(admin: Browser, database: str, engine: Engine):
    """A service of its own, that has the office in memory since before the change."""
    program = (
        "import sys\n"
        "from tests.calendar_backend.small_office import NOW\n"
        "from calendar_backend import OfficeCalendar, open_database\n"
        "from voicebot import desks\n"
        "engine = open_database(sys.argv[1])\n"
        "calendar = OfficeCalendar(engine, 'small')\n"
        "served = desks.offices([calendar.office], NOW.date())\n"
        "known = desks.Desks({'small': calendar})\n"
        "print(served[0].procedures[0].name.text, flush=True)\n"
        "sys.stdin.readline()\n"
        "begun = desks.started(served, '', '', known, NOW, 5.5)\n"
        "print(begun.office.procedures[0].name.text, flush=True)\n"
        "engine.dispose()\n"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, database], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdin
    assert other.stdout
    with other:
        assert other.stdout.readline() == "住民票\n"
        changed(admin, PROCEDURE, name="住民票の写し", reading="じゅうみんひょうのうつし")
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "住民票の写し\n"


def test_the_api_offers_the_new_times(admin: Browser, service: Service):
    calendar = service.city.at("small")
    day = (date(2026, 11, 25),) * 2
    assert calendar.availability("juminhyo", NOW, day)[0].times[0].hour == 8
    changed(admin, DESK, hours__0__open="07:00")
    assert calendar.availability("juminhyo", NOW, day)[0].times[0].hour == 7


def test_a_restart_with_the_old_file_keeps_what_was_changed(admin: Browser, engine: Engine):
    changed(admin, DESK, capacity="4")
    desks.open_all(engine, [small_office(procedures=PROCEDURES)], NOW)
    assert OfficeCalendar(engine, "small").office.counters[0].capacity == 4
    assert at("2026-11-24T10:00") == NOW
