from datetime import date, time
from pathlib import Path

import pytest

import prompts
from prompts import formats
from prompts.sentence import Sentence
from voicebot.speech import voices
from voicebot.speech.openjtalk_voice import OpenJTalkVoice
from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.synthesizer import NORMAL_RATE
from voicebot.speech.voice_cache import VoiceCache


class Counting:
    """An engine that says the sentence's own text, and counts."""

    name = "counting"

    def __init__(self, voice: str = "one") -> None:
        self.voice = voice
        self.spoken = 0

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        self.spoken += 1
        return f"{self.voice}: {sentence.text} at {rate}".encode()


def test_a_sentence_is_rendered_once_even_by_the_next_process(tmp_path: Path) -> None:
    sentence = prompts.render("booked")
    first, second = Counting(), Counting()
    audio = voices.CachedVoice(first, VoiceCache(tmp_path)).speak(sentence)
    assert voices.CachedVoice(second, VoiceCache(tmp_path)).speak(sentence) == audio
    assert (first.spoken, second.spoken) == (1, 0)


def test_each_rate_is_rendered_for_itself(tmp_path: Path) -> None:
    voice = voices.CachedVoice(Counting(), VoiceCache(tmp_path))
    assert voice.speak(prompts.render("booked"), 4.5) != voice.speak(prompts.render("booked"), 5.5)


def test_auto_never_waits_for_kokoro(tmp_path: Path) -> None:
    cache = VoiceCache(tmp_path)
    slow, quick = Counting("slow"), Counting("quick")
    ahead = voices.CachedVoice(slow, cache)
    auto = voices.AutoVoice(ahead, voices.CachedVoice(quick, cache))
    assert auto.speak(prompts.render("booked")).startswith(b"quick")
    assert slow.spoken == 0
    ahead.speak(prompts.render("booked"))
    assert auto.speak(prompts.render("booked")).startswith(b"slow")


@pytest.mark.parametrize("name", ["auto", "openjtalk", "pyttsx3"])
def test_a_voice_is_made_by_name_and_speaks(tmp_path: Path, name: str) -> None:
    synthesizer = voices.make_synthesizer(name, tmp_path)
    audio = synthesizer.speak(prompts.render("number_is", number=formats.number("4719")))
    assert synthesizer.name == name
    assert 3 * 8_000 < len(audio) < 6 * 8_000


def test_an_unknown_name_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(EngineMissing, match="no voice 'hal'; choose one of auto, kokoro, openjtalk, pyttsx3"):
        voices.make_synthesizer("hal", tmp_path)


def test_the_catalogue_is_rendered_once_and_then_spoken_by_auto(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = (prompts.render("slower"),)
    greeting = prompts.render("procedure_heard", procedure=formats.name("住民票", "じゅうみんひょう"))
    monkeypatch.setattr(prompts, "fixed_sentences", lambda: few)
    monkeypatch.setattr(prompts, "fixed_pieces", lambda: ())
    told: list[str] = []
    assert voices.render_catalogue(tmp_path, told.append, extra=[greeting]) == 2
    assert told == ["voice: 1/2 住民票ですね。", "voice: 2/2 ゆっくり申し上げます。"]
    assert voices.render_catalogue(tmp_path, told.append, extra=[greeting]) == 0
    kokoro = voices.make_synthesizer("kokoro", tmp_path).speak(few[0])
    assert voices.make_synthesizer("auto", tmp_path).speak(few[0]) == kokoro


def test_the_first_piece_of_a_read_back_waits_for_nobody_and_is_in_the_voice_of_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day, clock = formats.day(date(2026, 12, 1)), formats.clock(time(10))
    what = formats.name("住民票", "じゅうみんひょう")
    first, second = prompts.render("read_back", procedure=what, day=day, clock=clock).pieces()[:2]
    monkeypatch.setattr(prompts, "fixed_sentences", lambda: ())
    monkeypatch.setattr(prompts, "fixed_pieces", lambda: (first,))
    told: list[str] = []
    assert voices.render_catalogue(tmp_path, told.append) == 1
    assert told == ["voice: 1/1 確認します。"]
    openjtalk = voices.CachedVoice(OpenJTalkVoice(), VoiceCache(tmp_path))
    assert openjtalk.ready(first) == OpenJTalkVoice().speak(first)
    assert openjtalk.ready(second) is None
    assert voices.make_synthesizer("auto", tmp_path).speak(first) == openjtalk.ready(first)


def test_a_piece_that_kokoro_has_spoken_is_not_spoken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (piece,) = prompts.render("slower").pieces()
    monkeypatch.setattr(prompts, "fixed_sentences", lambda: (piece,))
    monkeypatch.setattr(prompts, "fixed_pieces", lambda: (piece,))
    assert voices.render_catalogue(tmp_path, lambda _: None) == 1


def test_the_table_has_a_line_for_every_sentence() -> None:
    class Short:
        name = "short"

        def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
            return b"\x80" * 8_000

    table = voices.catalogue_table(Short()).splitlines()
    assert len(table) == len(prompts.sample_sentences())
    assert table[0].startswith("  1.0 s  37.0 mora/s  greeting")
