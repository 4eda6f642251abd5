from pathlib import Path
from threading import Thread

import pytest

from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.voice_cache import VoiceCache, cache_key

KEY = cache_key("openjtalk", "mei", 5.5, "お調べします。")
AUDIO = bytes(range(256)) * 10


def test_what_was_put_is_there_for_the_next_process(tmp_path: Path) -> None:
    VoiceCache(tmp_path / "voice").put(KEY, AUDIO)
    assert VoiceCache(tmp_path / "voice").get(KEY) == AUDIO


@pytest.mark.parametrize("damage", [b"", b"x", AUDIO], ids=["empty", "short", "without digest"])
def test_a_damaged_file_counts_as_none_and_is_replaced(tmp_path: Path, damage: bytes) -> None:
    cache = VoiceCache(tmp_path)
    cache.path(KEY).write_bytes(damage)
    assert cache.get(KEY) is None
    cache.put(KEY, AUDIO)
    assert VoiceCache(tmp_path).get(KEY) == AUDIO


def test_a_file_cut_short_counts_as_none(tmp_path: Path) -> None:
    first = VoiceCache(tmp_path)
    first.put(KEY, AUDIO)
    first.path(KEY).write_bytes(first.path(KEY).read_bytes()[:-1])
    assert VoiceCache(tmp_path).get(KEY) is None


def test_nothing_half_written_is_left_behind(tmp_path: Path) -> None:
    cache = VoiceCache(tmp_path)
    cache.path(KEY).mkdir()
    cache.put(KEY, AUDIO)
    assert [path.name for path in tmp_path.iterdir()] == [cache.path(KEY).name]
    assert cache.get(KEY) == AUDIO


def test_only_the_most_recent_stay_in_memory(tmp_path: Path) -> None:
    cache = VoiceCache(tmp_path, in_memory=2 * len(AUDIO))
    for key in ("a", "b"):
        cache.put(key, AUDIO)
    assert cache.get("a") == AUDIO
    cache.put("c", AUDIO)
    for path in tmp_path.iterdir():
        path.unlink()
    assert [cache.get(key) for key in ("a", "b", "c")] == [AUDIO, None, AUDIO]


@pytest.mark.parametrize(
    "other",
    [
        cache_key("kokoro", "mei", 5.5, "お調べします。"),
        cache_key("openjtalk", "takumi", 5.5, "お調べします。"),
        cache_key("openjtalk", "mei", 4.5, "お調べします。"),
        cache_key("openjtalk", "mei", 5.5, "お待ちください。"),
    ],
)
def test_whatever_changes_the_sound_changes_the_key(other: str) -> None:
    assert other != KEY


def test_a_folder_that_cannot_be_made_is_told_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EngineMissing, match=r"cannot keep rendered sentences in .*file.*VOICEBOT_VAR"):
        VoiceCache(tmp_path / "file" / "voice")


def test_two_threads_may_put_the_same_sentence(tmp_path: Path) -> None:
    cache = VoiceCache(tmp_path)
    threads = [Thread(target=lambda: [cache.put(KEY, AUDIO) for _ in range(50)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert VoiceCache(tmp_path).get(KEY) == AUDIO
    assert len(list(tmp_path.iterdir())) == 1
