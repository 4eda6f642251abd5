from itertools import islice

import pytest

from ears import texts
from ears.features import DRAWS
from ears.symbols import labels

FEW = (
    texts.Share("unseen", "jm_kumo", 30, 20, 0),
    texts.Share("train", "openjtalk", 200, 200, 20, 50),
)


@pytest.fixture(scope="module")
def utterances() -> list[texts.Utterance]:
    return list(texts.make(FEW))


def test_the_same_texts_come_out_every_time(utterances: list[texts.Utterance]) -> None:
    assert list(islice(texts.make(FEW), 120)) == utterances[:120]


def test_a_share_that_grows_keeps_the_texts_that_it_had(utterances: list[texts.Utterance]) -> None:
    grown = (FEW[0], texts.Share("train", "openjtalk", 210, 200, 20, 50))
    kept = {u.id: u for u in texts.make(grown)}
    assert all(kept[u.id] == u for u in utterances)


def test_no_sentence_of_the_recorded_calls_is_trained_on() -> None:
    recorded = texts.fixture_sounds()
    assert len(recorded) > 40
    assert not recorded & {u.sounds for u in texts.make() if u.part == "train"}


def test_nothing_that_is_measured_with_is_trained_on(utterances: list[texts.Utterance]) -> None:
    measured = {u.sounds for u in utterances if u.part == "unseen"}
    assert len(measured) == 50
    assert not measured & {u.sounds for u in utterances if u.part == "train"}


def test_every_sound_has_a_column(utterances: list[texts.Utterance]) -> None:
    said = {sound for u in utterances for sound in u.sounds}
    assert len(labels("".join(sorted(said)))) > 25


def test_voices_kept_for_measuring_do_not_train() -> None:
    trained = {s.voice for s in texts.SHARES if s.part == "train"}
    assert trained == {"openjtalk", "openjtalk_wide", "kokoro", "strangers", "espeak", "crowd"} == set(DRAWS)


def test_without_the_broad_texts_booking_talk_takes_their_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "broad_texts", list)
    made = list(texts.make((texts.Share("train", "openjtalk", 0, 0, 12),)))
    assert len(made) == 12
