"""A service to phone, with ears and a voice that cost nothing."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.telephony.wire_phone import Line
from voicebot.bench.recorded import Engines, service
from voicebot.clock import TOKYO
from voicebot.settings import Settings
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    """A running service on a free port, without a Twilio token."""
    ears, voice = FakeRecognizer.hearing([]), FakeSynthesizer()
    settings = Settings(var=tmp_path, auth_token="", public_url="", database="")
    with service(settings, Engines(ears, voice), NOW) as (running, url):
        yield Line(running, url, ears, voice)
