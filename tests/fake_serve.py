"""`voicebot serve` with scripted ears and a voice that beeps, for tests that stop it: python -m tests.fake_serve VAR"""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from voicebot import serve
from voicebot.clock import TOKYO
from voicebot.settings import Settings
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer
from voicebot.speech.recognition_threads import ThreadedRecognition

if __name__ == "__main__":
    ears = ThreadedRecognition(FakeRecognizer.hearing([]), ThreadPoolExecutor(1))
    serve.make_recognition = lambda *_: ears
    serve.make_synthesizer = lambda *_, **__: FakeSynthesizer()
    now = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
    var = Path(sys.argv[1])
    serve.serve(Settings(port=0, var=var, database="", auth_token="", public_url="", now=now))
