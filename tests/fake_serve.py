"""`voicebot serve` with scripted ears and a voice that beeps, for tests that stop it: python -m tests.fake_serve VAR"""

import sys
from pathlib import Path

from voicebot import serve
from voicebot.settings import Settings
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer

if __name__ == "__main__":
    serve.make_recognizer = lambda *_, **__: FakeRecognizer.hearing([])
    serve.make_synthesizer = lambda *_, **__: FakeSynthesizer()
    serve.serve(Settings(port=0, var=Path(sys.argv[1]), database="", auth_token="", public_url=""))
