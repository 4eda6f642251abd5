from collections.abc import Iterator
from datetime import date, time
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import prompts
from prompts import formats
from prompts.sentence import Sentence
from voicebot.speech import mastering, mulaw, voices
from voicebot.speech.openjtalk_phrase import OpenJTalkPhrase
from voicebot.speech.openjtalk_voice import OpenJTalkVoice
from voicebot.speech.spliced_voice import placed, splice
from voicebot.speech.voice_cache import VoiceCache

WHAT = formats.name("住民票", "じゅうみんひょう")


def read_back(day: date, clock: time, what: formats.Spoken = WHAT) -> Sentence:
    sentence = prompts.render("read_back", procedure=what, day=formats.day(day), clock=formats.clock(clock))
    return sentence.pieces()[1]


def with_values() -> Iterator[Sentence]:
    """Pieces of several phrases, with sample values."""
    fixed = {piece.text for piece in prompts.fixed_pieces()}
    for sentence in prompts.sample_sentences():
        if not sentence.fixed:
            yield from (p for p in sentence.pieces() if p.text not in fixed and len(p.phrases()) > 1)


def test_a_sentence_of_phrases_lasts_as_long_as_the_whole_within_a_tenth(tmp_path: Path) -> None:
    spliced = voices.make_synthesizer("openjtalk", tmp_path)
    pieces = list({piece.text: piece for piece in with_values()}.values())[::5]
    assert len(pieces) > 10
    for piece in pieces:
        whole = OpenJTalkVoice().speak(piece)
        assert len(spliced.speak(piece)) == pytest.approx(len(whole), rel=0.1), piece.text


def test_what_another_sentence_has_said_is_not_rendered_again(tmp_path: Path) -> None:
    spliced = voices.make_synthesizer("openjtalk", tmp_path)
    spliced.speak(read_back(date(2026, 12, 1), time(10)))
    spliced.speak(read_back(date(2026, 12, 2), time(11)))
    known = set(tmp_path.iterdir())
    spliced.speak(read_back(date(2026, 12, 2), time(10)))
    spliced.speak(read_back(date(2026, 12, 1), time(11)))
    assert set(tmp_path.iterdir()) == known


def test_phrases_rendered_ahead_are_all_that_a_read_back_needs(tmp_path: Path) -> None:
    piece = read_back(date(2026, 12, 1), time(14, 30))
    texts = [phrase.text for phrase in voices.render_phrases(tmp_path, [piece])]
    assert texts == ["住民票、", "12月1日、", "火曜日、", "午後2時半、", "14時30分です。"]
    assert list(voices.render_phrases(tmp_path, [piece])) == []
    known = set(tmp_path.iterdir())
    voices.make_synthesizer("auto", tmp_path).speak(piece)
    assert set(tmp_path.iterdir()) == known


def test_a_piece_that_was_rendered_whole_is_said_so(tmp_path: Path) -> None:
    piece = read_back(date(2026, 12, 1), time(10))
    whole = voices.CachedVoice(OpenJTalkVoice(), VoiceCache(tmp_path)).speak(piece)
    assert voices.make_synthesizer("openjtalk", tmp_path).speak(piece) == whole


def test_a_sentence_without_values_is_never_cut(tmp_path: Path) -> None:
    question = prompts.render("ask_date", 1).pieces()[0]
    assert len(question.phrases()) > 1
    assert voices.make_synthesizer("openjtalk", tmp_path).speak(question) == OpenJTalkVoice().speak(question)


@pytest.mark.parametrize("rate", [4.5, 5.5])
def test_phrases_are_as_far_apart_as_within_a_whole_sentence(rate: float) -> None:
    beat = np.sin(2 * np.pi * 440 * np.arange(4_000) / 8_000).astype(np.float32)
    silence = np.zeros(8_000, np.float32)
    one = mastering.master(np.concatenate([silence, beat, silence]), 8_000, rate)
    whole = mastering.master(np.concatenate([silence, beat, silence, beat, silence]), 8_000, rate)
    assert len(splice([one, one], rate)) == pytest.approx(len(whole), abs=160)


def test_phrases_meet_in_silence() -> None:
    spoken = placed(read_back(date(2026, 12, 4), time(14, 30)).phrases())
    parts = [OpenJTalkPhrase(place).speak(phrase) for place, phrase in spoken]
    assert len(parts) == 6
    for before, after in pairwise(parts):
        heard = np.abs(mulaw.decode(splice([before, after])).astype(int))
        join = heard[len(before) - 80 : len(heard) - len(after) + 80]
        assert join.max() < 0.01 * heard.max()


def test_phrases_are_equally_loud(tmp_path: Path) -> None:
    loud = []
    for phrase in voices.render_phrases(tmp_path, [read_back(date(2026, 12, 4), time(9, 15))]):
        assert phrase.text
    for file in tmp_path.glob("*.ulaw"):
        pcm = mulaw.decode(file.read_bytes()[32:]).astype(float) / 32_768
        level = np.square(pcm[: len(pcm) // 80 * 80].reshape(-1, 80)).mean(axis=1)
        loud.append(10 * np.log10(level[level > level.max() * 1e-4].mean()))
    assert len(loud) == 5
    assert max(loud) - min(loud) < 1
