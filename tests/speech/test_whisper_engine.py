import threading

import numpy as np
import pytest

from nlu.hints import Candidate, Hints
from tests.speech.saying import DAYS, heard, say
from voicebot.speech.whisper_engine import WhisperListening, WhisperRecognizer

PROCEDURES = (
    Candidate("住民票", "じゅうみんひょう"),
    Candidate("印鑑登録", "いんかんとうろく"),
    Candidate("児童手当", "じどうてあて"),
    Candidate("マイナンバーカード", "まいなんばーかーど"),
)


@pytest.fixture(scope="module")
def whisper() -> WhisperRecognizer:
    return WhisperRecognizer()


def test_a_sentence_is_heard_with_other_guesses_best_first(whisper: WhisperRecognizer) -> None:
    result = heard(whisper, Hints(PROCEDURES), say("マイナンバーカードの受け取りです")).result()
    assert "マイナンバーカードの受け取りです" in result[0].text
    assert len({hypothesis.text for hypothesis in result}) == len(result) > 1
    assert list(result) == sorted(result, key=lambda hypothesis: -hypothesis.score)
    assert all(0 < hypothesis.score <= 1 for hypothesis in result)


def test_texts_have_no_spaces_and_no_punctuation(whisper: WhisperRecognizer) -> None:
    result = heard(whisper, Hints(PROCEDURES), say("来週の、木曜日の、午後にしてください。")).result()
    assert not any(mark in hypothesis.text for hypothesis in result for mark in " 、。")


def test_candidates_are_scored_best_first_and_leave_room_for_none_of_these(
    whisper: WhisperRecognizer,
) -> None:
    ranked = heard(whisper, Hints(DAYS), say("木曜日")).score(DAYS)
    assert ranked[0].candidate.text == "木曜日"
    assert ranked[0].score > 0.5 > ranked[1].score
    assert sum(one.score for one in ranked) < 1


def test_what_is_no_candidate_scores_low(whisper: WhisperRecognizer) -> None:
    ranked = heard(whisper, Hints(DAYS), say("もう一度言ってください")).score(DAYS)
    assert sum(one.score for one in ranked) < 0.2


@pytest.mark.parametrize("hints", [Hints(), Hints(PROCEDURES), Hints(DAYS, closed=True)])
@pytest.mark.parametrize("level", [0, 30, 200, 1_000])
def test_silence_and_noise_are_heard_as_nothing(whisper: WhisperRecognizer, level: int, hints: Hints) -> None:
    noise = np.random.default_rng(level).normal(0, level, 24_000).astype(np.int16)
    listening = heard(whisper, hints, noise)
    assert listening.result() == ()
    assert listening.score(DAYS) == ()


def test_nothing_is_heard_before_any_audio(whisper: WhisperRecognizer) -> None:
    assert whisper.listen(Hints()).result() == ()
    assert whisper.listen(Hints()).score(DAYS) == ()


def test_a_result_taken_early_and_again_covers_all_audio(whisper: WhisperRecognizer) -> None:
    first, second = say("住民票をお願いします"), say("はい、それで結構です")
    listening = heard(whisper, Hints(PROCEDURES), first)
    early = listening.result()
    listening.feed(second)
    assert "結構" not in early[0].text
    assert "結構" in listening.result()[0].text
    assert listening.result() == heard(whisper, Hints(PROCEDURES), first, second).result()


def test_speech_longer_than_the_window_is_heard_to_its_end(whisper: WhisperRecognizer) -> None:
    sentences = ("マイナンバーカードの受け取りです", "もう一度お願いします", "はい、それで結構です")
    listening = heard(whisper, Hints(), *(say(text) for text in sentences * 2))
    text = listening.result()[0].text
    assert text.count("マイナンバーカード") == 2
    assert text.endswith("結構です")
    assert listening.score(PROCEDURES) == ()


def test_calls_that_share_the_engine_do_not_hear_each_other(whisper: WhisperRecognizer) -> None:
    sounds = [say("マイナンバーカードの受け取りです"), say("はい、それで結構です")]
    alone = [heard(whisper, Hints(), sound).result() for sound in sounds]
    together: dict[int, object] = {}

    def listen(call: int) -> None:
        together[call] = heard(whisper, Hints(), sounds[call]).result()

    threads = [threading.Thread(target=listen, args=(call,)) for call in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [together[call] for call in (0, 1)] == alone


def test_a_prompt_with_too_many_words_is_cut_and_still_hears(whisper: WhisperRecognizer) -> None:
    many = tuple(Candidate(f"{month}月{day}日", "") for month in range(1, 13) for day in range(1, 32))
    listening = whisper.listen(Hints(many))
    assert isinstance(listening, WhisperListening)
    assert len(listening.prompt) <= 200
    assert heard(whisper, Hints(many), say("はい、それで結構です")).result() != ()
