from random import Random

import numpy as np
import pytest

from ears import hesitating, speech, texts
from voicebot.speech import wav

SHARE = (texts.Share("train", "crowd", 5, 5, 0, 5, filler=4, hesitant=40),)


@pytest.fixture(scope="module")
def utterances() -> list[texts.Utterance]:
    return list(texts.make(SHARE))


def test_what_is_put_together_sounds_as_its_parts(utterances: list[texts.Utterance]):
    by_id = {u.id: u for u in utterances}
    made = [u for u in utterances if u.kind == "hesitant"]
    assert len(made) == 40
    for one in made:
        assert one.sounds == "".join(by_id[part].sounds for part in one.parts)
        assert any(by_id[part].kind == "filler" for part in one.parts)
        assert any(by_id[part].kind != "filler" for part in one.parts)


def test_it_comes_after_its_parts(utterances: list[texts.Utterance]):
    place = {u.id: n for n, u in enumerate(utterances)}
    assert all(place[part] < place[u.id] for u in utterances for part in u.parts)


def test_the_texts_survive_their_file(utterances: list[texts.Utterance], tmp_path, monkeypatch):
    monkeypatch.setattr(texts, "make", lambda: iter(utterances))
    texts.write(tmp_path / "texts.jsonl")
    assert texts.load(tmp_path / "texts.jsonl") == utterances


def test_pauses_lie_between_and_a_hesitation_may_be_murmured():
    said, hesitation = np.ones(1_000), np.full(500, 0.5)
    whole = hesitating.joined([(hesitation, True), (said, False)], 16_000, Random(1))
    assert 1_500 + 0.05 * 16_000 <= len(whole) <= 1_500 + 0.9 * 16_000
    assert 0 < whole[0] <= 0.5
    assert whole[-1] == 1.0


def test_the_recording_is_put_together_from_recordings(utterances: list[texts.Utterance], tmp_path):
    one = next(u for u in utterances if u.parts)
    for part in set(one.parts):
        path = tmp_path / "speech" / "crowd" / f"{part}.wav"
        path.parent.mkdir(parents=True, exist_ok=True)
        wav.write(path, np.full(800, 9_000, np.int16), 16_000)
    speech.make(tmp_path, [one])
    assert len(wav.read(speech.path(tmp_path, one), 16_000)) > 800 * len(one.parts)
