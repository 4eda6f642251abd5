"""The service for its pages alone: the real application on a database; what listens and speaks is a stand-in."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from calendar_backend import OfficeFile
from voicebot import desks
from voicebot.clock import PinnedClock
from voicebot.service import Service
from voicebot.settings import Settings
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer
from voicebot.speech.recognition_threads import ThreadedRecognition
from voicebot.speech.synthesizer import NORMAL_RATE
from voicebot.telephony.parts import Parts


@contextmanager
def silent_service(engine: Engine, office: OfficeFile, folder: Path, now: datetime) -> Iterator[Service]:
    """`office` is in the database already; `folder` becomes the service's `var`; its clock begins at `now`."""
    with ThreadPoolExecutor(2) as pool:
        parts = Parts(
            desks.offices([office], now.date()),
            ThreadedRecognition(FakeRecognizer.hearing([]), pool),
            FakeSynthesizer(),
            desks.Desks(desks.open_all(engine, [office])),
            PinnedClock(now),
            NORMAL_RATE,
            pool,
            pool,
        )
        yield Service(Settings(var=folder, auth_token="", public_url=""), parts, engine)
