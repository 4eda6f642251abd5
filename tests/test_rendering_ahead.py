import asyncio
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

import prompts
from calendar_backend import CalendarError
from prompts.sentence import Sentence
from voicebot import rendering_ahead
from voicebot.clock import TOKYO
from voicebot.speech.recognizer import EngineMissing

MONDAY = datetime(2026, 11, 30, 23, 57, tzinfo=TOKYO)
PHRASE = prompts.render("booked")


class Service:
    """Its clock goes on a minute whenever it is asked, and after so many it cancels who asks. Two phrases are missing each day; with
    the phrase `call_at` a call comes in that lasts until the next minute."""

    def __init__(self, minutes: int, call_at: int = 0, missing: str = "") -> None:
        self.days, self.rendered, self.busy = list[date](), 0, False
        self._left, self._moment = minutes, MONDAY
        self._call_at, self._missing = call_at, missing

    def now(self) -> datetime:
        self._left -= 1
        if self._left < 0:
            raise asyncio.CancelledError
        self._moment += timedelta(minutes=1)
        self.busy = False
        return self._moment

    def idle(self) -> bool:
        return not self.busy

    def phrases(self, today: date) -> Iterator[Sentence]:
        self.days.append(today)
        if self._missing:
            raise EngineMissing(self._missing)
        while self.rendered < 2 * len(set(self.days)):
            self.rendered += 1
            self.busy = self.rendered == self._call_at
            yield PHRASE


def run(service: Service) -> Service:
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(rendering_ahead.keep_rendering(service.phrases, service.idle, service, every_s=0))
    return service


def test_each_day_is_rendered_once() -> None:
    service = run(Service(minutes=4))
    assert service.days == [date(2026, 11, 30), date(2026, 12, 1)]
    assert service.rendered == 4


def test_nothing_is_rendered_while_a_call_is_under_way_and_the_rest_afterwards() -> None:
    assert run(Service(minutes=1, call_at=1)).rendered == 1
    assert run(Service(minutes=2, call_at=1)).rendered == 2


def test_a_folder_that_cannot_be_used_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    run(Service(minutes=2, missing="make the folder writable"))
    assert [record.message for record in caplog.records] == [
        "nothing is rendered ahead: make the folder writable"
    ]


def test_a_database_that_is_away_is_asked_again_the_next_minute() -> None:
    class Away(Service):
        def phrases(self, today: date) -> Iterator[Sentence]:
            if len(self.days) == 0:
                self.days.append(today)
                raise CalendarError
            yield from super().phrases(today)

    assert run(Away(minutes=2)).rendered == 2
