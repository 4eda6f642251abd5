import threading
from dataclasses import replace

import numpy as np
import pytest

from nlu.hinting import hints_for
from nlu.hints import Candidate, Hints
from nlu.lexicon import Lexicon
from nlu.phonemes import phonemes, similarity
from nlu.question import Expect, Question
from recordings_fixtures import load_all
from tests.speech.saying import DAYS, heard, say
from voicebot.speech import wav
from voicebot.speech.kana_engine import KanaRecognizer
from voicebot.speech.recognizer import SAMPLE_RATE
from voicebot.speech.resampler import Doubler
from voicebot.speech.whisper_model import Decoded, WhisperModel

PROCEDURES = (
    Candidate("住民票", "じゅうみんひょう"),
    Candidate("印鑑登録", "いんかんとうろく"),
    Candidate("介護保険", "かいごほけん"),
    Candidate("マイナンバーカード", "まいなんばーかーど"),
)
SECONDS = np.arange(3 * SAMPLE_RATE) / SAMPLE_RATE


@pytest.fixture(scope="module")
def kana() -> KanaRecognizer:
    return KanaRecognizer()


def likeness(reading: str, said: str) -> float:
    return similarity(phonemes(reading), phonemes(said))


def test_sounds_are_heard_with_other_guesses_best_first(kana: KanaRecognizer) -> None:
    result = heard(kana, Hints(), say("来週の木曜日にお願いします")).result()
    assert likeness(result[0].reading, "らいしゅうのもくようびにおねがいします") > 0.9
    assert len({hypothesis.reading for hypothesis in result}) == len(result) > 1
    assert list(result) == sorted(result, key=lambda hypothesis: -hypothesis.score)
    assert sum(hypothesis.score for hypothesis in result) <= 1 + 1e-6


def test_readings_are_hiragana(kana: KanaRecognizer) -> None:
    for hypothesis in heard(kana, Hints(PROCEDURES), say("マイナンバーカードの受け取りです")).result():
        assert all("ぁ" <= c <= "ゖ" or c == "ー" for c in hypothesis.reading)


def test_a_word_of_the_question_is_written_as_usual_wherever_it_is_said(kana: KanaRecognizer) -> None:
    result = heard(kana, Hints(PROCEDURES), say("えーと、介護保険の手続きなんですが")).result()
    assert "介護保険" in result[0].text


def test_candidates_are_scored_best_first_and_leave_room_for_none_of_these(kana: KanaRecognizer) -> None:
    ranked = heard(kana, Hints(DAYS), say("木曜日")).score(DAYS)
    assert ranked[0].candidate.text == "木曜日"
    assert ranked[0].score > 0.5 > ranked[1].score
    assert sum(one.score for one in ranked) < 1


def test_what_is_no_candidate_scores_low(kana: KanaRecognizer) -> None:
    ranked = heard(kana, Hints(DAYS), say("もう一度言ってください")).score(DAYS)
    assert sum(one.score for one in ranked) < 0.05


def test_no_candidates_are_ranked_as_none(kana: KanaRecognizer) -> None:
    assert heard(kana, Hints(), say("木曜日")).score(()) == ()


def test_hundreds_of_candidates_are_all_ranked(kana: KanaRecognizer) -> None:
    many = tuple(Candidate(str(n), "に" * (n % 7 + 1) + "か" * (n // 7 + 1)) for n in range(295)) + DAYS
    ranked = heard(kana, Hints(), say("金曜日")).score(many)
    assert len(ranked) == 300
    assert ranked[0].candidate.text == "金曜日"


@pytest.mark.parametrize("hints", [Hints(), Hints(PROCEDURES), Hints(DAYS, closed=True)])
@pytest.mark.parametrize(
    "sound",
    [
        np.zeros(48_000),
        *(np.random.default_rng(level).normal(0, level, 48_000) for level in (3, 100, 1_000, 8_000)),
        *(8_000 * np.sin(2 * np.pi * hz * SECONDS) for hz in (200, 440, 1_000)),
        6_000 * (np.sin(2 * np.pi * 770 * SECONDS) + np.sin(2 * np.pi * 1_336 * SECONDS)) * (SECONDS % 0.3 < 0.1),
        8_000 * np.sin(2 * np.pi * 425 * SECONDS) * (SECONDS % 1 < 0.5),
    ],
    ids=["silence", "hiss", "quiet noise", "noise", "loud noise", "200 Hz", "440 Hz", "1 kHz", "keys", "busy tone"],
)  # fmt: skip
def test_silence_noise_and_tones_are_heard_as_nothing(
    kana: KanaRecognizer, sound: np.ndarray, hints: Hints
) -> None:
    listening = heard(kana, hints, sound.clip(-32_768, 32_767).astype(np.int16))
    assert listening.result() == ()
    assert listening.score(DAYS) == ()


def test_nothing_is_heard_before_any_audio_and_in_a_few_samples(kana: KanaRecognizer) -> None:
    assert kana.listen(Hints()).result() == ()
    assert kana.listen(Hints()).score(DAYS) == ()
    assert heard(kana, Hints(), np.full(100, 9_000, np.int16)).result() == ()


def test_a_result_taken_early_and_again_covers_all_audio(kana: KanaRecognizer) -> None:
    first, second = say("住民票をお願いします"), say("来週の木曜日です")
    listening = heard(kana, Hints(PROCEDURES), first)
    assert "もく" not in listening.result()[0].reading
    listening.feed(second)
    assert "もく" in listening.result()[0].reading
    assert listening.result() == heard(kana, Hints(PROCEDURES), first, second).result()


def test_speech_longer_than_the_window_is_heard_and_scored_to_its_end(kana: KanaRecognizer) -> None:
    sentences = ("マイナンバーカードの受け取りです", "もう一度お願いします", "来週の木曜日です")
    said = "まいなんばーかーどのうけとりですもういちどおねがいしますらいしゅうのもくようびです" * 2
    listening = heard(kana, Hints(), *(say(text) for text in sentences * 2))
    assert likeness(listening.result()[0].reading, said) > 0.85
    assert listening.score((Candidate("all of it", said), *DAYS))[0].candidate.text == "all of it"


def test_calls_that_share_the_engine_do_not_hear_each_other(kana: KanaRecognizer) -> None:
    sounds = [say("マイナンバーカードの受け取りです"), say("来週の木曜日です")]
    alone = [heard(kana, Hints(), sound).result() for sound in sounds]
    together: dict[int, object] = {}

    def listen(call: int) -> None:
        together[call] = heard(kana, Hints(), sounds[call]).result()

    threads = [threading.Thread(target=listen, args=(call,)) for call in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [together[call] for call in (0, 1)] == alone


def test_short_answers_never_wait_for_the_decoder(
    kana: KanaRecognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def decode(*_: object) -> None:
        raise AssertionError("the decoder was asked")

    monkeypatch.setattr(WhisperModel, "decode", decode)
    monkeypatch.setattr(kana, "weights", replace(kana.weights, second=dict.fromkeys(Expect, 0.0)))
    assert "もく" in heard(kana, Hints(DAYS), say("木曜日")).result()[0].reading


def test_while_others_wait_the_decoder_is_not_asked(
    kana: KanaRecognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def decode(*_: object) -> None:
        raise AssertionError("the decoder was asked")

    monkeypatch.setattr(WhisperModel, "decode", decode)
    monkeypatch.setattr(kana, "weights", replace(kana.weights, second=dict.fromkeys(Expect, 0.0)))
    listening = kana.listen(Hints(), brief=True)
    listening.feed(say("来週の木曜日の午後に、お願いします"))
    assert "もく" in listening.result()[0].reading


def test_the_decoder_gives_the_second_opinion_on_long_unclear_speech(
    kana: KanaRecognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "来週の木曜日にマイナンバーカードを受け取りたいです"
    monkeypatch.setattr(WhisperModel, "decode", lambda *_: ((Decoded(said, -0.1),), 0.0))
    monkeypatch.setattr(kana, "weights", replace(kana.weights, second=dict.fromkeys(Expect, 0.0)))
    assert said in [one.text for one in heard(kana, Hints(), say(said)).result()]


def test_a_second_opinion_that_the_sounds_do_not_bear_out_is_left_out(
    kana: KanaRecognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = "ご視聴ありがとうございました"
    monkeypatch.setattr(WhisperModel, "decode", lambda *_: ((Decoded(other, -0.1),), 0.0))
    monkeypatch.setattr(kana, "weights", replace(kana.weights, second=dict.fromkeys(Expect, 0.0)))
    found = heard(kana, Hints(), say("来週の木曜日の午後に、お願いします")).result()
    assert "もく" in found[0].reading
    assert other not in [one.text for one in found]


def test_most_turns_of_the_recorded_calls_are_heard_to_the_last_sound(kana: KanaRecognizer) -> None:
    right = total = 0
    for call in load_all()[::3]:
        for turn in call.turns:
            if turn.reading and turn.path:
                pcm = Doubler().feed(wav.read(turn.path, 8_000))
                found = heard(kana, Hints(), pcm).result()
                right += bool(found) and likeness(found[0].reading, turn.reading) > 0.93
                total += 1
    assert right > 0.75 * total


@pytest.mark.parametrize("before_ms", [0, 200, 500, 800])
def test_a_hesitant_date_is_heard_whatever_the_decoder_makes_of_it(
    kana: KanaRecognizer, before_ms: int
) -> None:
    call = next(call for call in load_all() if call.id == "slow_speaker")
    turn = next(turn for turn in call.turns if turn.means.date)
    assert turn.path is not None
    pcm = wav.read(turn.path, 8_000)
    pause = np.resize(pcm[:1_600], 8 * before_ms)
    hints = hints_for(Question(Expect.DATE), call.now, Lexicon())
    best, *_ = heard(kana, hints, Doubler().feed(np.concatenate([pause, pcm]))).result()
    assert "12月の10日" in best.text
