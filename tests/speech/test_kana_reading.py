import pytest

from calendar_backend import DEMO_OFFICE, load_office
from nlu.phonemes import phonemes
from recordings_fixtures import load_all
from voicebot.speech.kana_model import SYMBOLS
from voicebot.speech.kana_reading import reading, spelled


def test_the_sounds_of_a_reading_are_the_sounds_it_was_made_from() -> None:
    office = load_office(DEMO_OFFICE)
    spoken = [turn.reading for call in load_all() for turn in call.turns if turn.reading]
    spoken += [procedure.reading for procedure in office.procedures]
    assert all(phonemes(reading(phonemes(kana))) == phonemes(kana) for kana in spoken)


@pytest.mark.parametrize(
    ("sounds", "kana"),
    [
        ("Ju:nigaTuyoQka", "じゅーにがつよっか"),
        ("paspo:to", "ぱすぽーと"),
        ("ryokeN", "りょけん"),
        ("SutokuSo", "しゅとくしょ"),
        ("fami", "ふぁみ"),
        ("CekkuC", "ちぇくくち"),
        ("des", "です"),
        ("", ""),
    ],
)
def test_sounds_are_written_as_they_are_heard(sounds: str, kana: str) -> None:
    assert reading(sounds) == kana


def test_every_sound_alone_and_every_pair_has_a_reading_of_kana() -> None:
    for first in SYMBOLS:
        for second in SYMBOLS:
            assert all("ぁ" <= c <= "ゖ" or c == "ー" for c in reading(first + second))


@pytest.mark.parametrize(
    ("kana", "usual"),
    [
        ("じゅーにがつとーか", "じゅうにがつとおか"),
        ("もーいちどーねがいします", "もういちどおねがいします"),
        ("けっこーです", "けっこうです"),
        ("しょーめーしょ", "しょうめいしょ"),
        ("いーえ", "いいえ"),
        ("てつずき", "てつづき"),
        ("えーと", "えーと"),
        ("うーん", "うーん"),
        ("そーですねー", "そうですねー"),
        ("ー", "ー"),
        ("んー", "んー"),
    ],
)
def test_long_vowels_are_spelled_as_usual_but_hesitations_are_not(kana: str, usual: str) -> None:
    assert spelled(kana) == usual


def test_spelling_changes_no_sound() -> None:
    for call in load_all():
        for turn in call.turns:
            sounds = phonemes(turn.reading or "")
            assert phonemes(spelled(reading(sounds))) == sounds
