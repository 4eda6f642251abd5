"""`voicebot serve` with scripted ears and a voice that beeps, for tests that stop it: python -m tests.fake_serve VAR"""

import sys
from datetime import datetime
from pathlib import Path

from voicebot import serve
from voicebot.clock import TOKYO
from voicebot.settings import Settings
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer

if __name__ == "__main__":
    serve.make_recognizer = lambda *_, **__: FakeRecognizer.hearing([])
    serve.make_synthesizer = lambda *_, **__: FakeSynthesizer()
    now = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
    var = Path(sys.argv[1])
    serve.serve(Settings(port=0, var=var, database="", auth_token="", public_url="", now=now))
