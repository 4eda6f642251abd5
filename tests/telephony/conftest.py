"""A service to phone, with ears and a voice that cost nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from recordings_fixtures.playing import service
from tests.telephony.wire_phone import Line
from voicebot.clock import TOKYO
from voicebot.replay.engines import Engines
from voicebot.settings import Settings
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)


@contextmanager
def running_line(
    var: Path, auth_token: str = "", public_url: str = "", office_file: str = "", now: datetime = NOW
) -> Iterator[Line]:
    """A running service on a free port, with its files under `var`."""
    ears, voice = FakeRecognizer.hearing([]), FakeSynthesizer()
    settings = Settings(var=var, auth_token=auth_token, public_url=public_url, database="")
    settings = replace(settings, office_file=office_file)
    with service(settings, Engines(ears, voice), now) as (running, url):
        yield Line(running, url, ears, voice)


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    """A running service without a Twilio token."""
    with running_line(tmp_path) as made:
        yield made
